import { z } from 'zod';
import { limits } from '../limits.ts';
import { flag, text } from './common.ts';
import { stringSelect } from './component.ts';

const id = z.int().min(0).nullish();

const textInput = z.object({
	type: z.literal(4),
	id,
	custom_id: z.string().min(1).max(limits.customId),
	style: z.int().min(1).max(2),
	label: text(limits.modalLabel),
	value: text(limits.textInput),
	placeholder: text(100),
	required: flag,
	min_length: z.int().min(0).max(limits.textInput).nullish(),
	max_length: z.int().min(1).max(limits.textInput).nullish(),
});

/** A modal as a bot opens it (interactions/receiving-and-responding, modal). */
export const modal = z.object({
	custom_id: z.string().min(1).max(limits.customId),
	title: z.string().min(1).max(limits.modalTitle),
	components: z
		.array(
			z.discriminatedUnion('type', [
				z.object({ type: z.literal(1), id, components: z.array(textInput).length(1) }),
				z.object({ type: z.literal(10), id, content: z.string().min(1).max(limits.v2Text) }),
				z.object({
					type: z.literal(18),
					id,
					label: z.string().min(1).max(limits.modalLabel),
					description: text(100),
					component: z.discriminatedUnion('type', [textInput, stringSelect]),
				}),
			]),
		)
		.min(1)
		.max(limits.modalRows),
});

export type Modal = z.infer<typeof modal>;
export type ModalField = z.infer<typeof textInput> | z.infer<typeof stringSelect>;

/** Takes a modal, gives its fields in order, out of their rows and labels. */
export function modalFields(of: Modal): ModalField[] {
	return of.components.flatMap((part): ModalField[] => {
		if (part.type === 1) return part.components;
		return part.type === 18 ? [part.component] : [];
	});
}
