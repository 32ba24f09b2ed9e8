import { z } from 'zod';
import { limits } from '../limits.ts';
import { integer } from './common.ts';
import { messageBody } from './message.ts';
import { modal } from './modal.ts';

/** A suggestion of an autocomplete answer. */
const choice = z.object({
	name: z.string().min(1).max(limits.choiceName),
	name_localizations: z.record(z.string(), z.string().min(1).max(limits.choiceName)).nullish(),
	value: z.union([z.string(), z.number()]),
});

export type Choice = z.infer<typeof choice>;

/** The first response to an interaction (interactions/receiving-and-responding#interaction-response-object). */
export const callback = z.discriminatedUnion('type', [
	z.object({ type: z.literal(4), data: messageBody }),
	z.object({ type: z.literal(5), data: z.object({ flags: integer }).nullish() }),
	z.object({ type: z.literal(6), data: z.unknown().optional() }),
	z.object({ type: z.literal(7), data: messageBody.nullish() }),
	z.object({ type: z.literal(8), data: z.object({ choices: z.array(choice).max(limits.choices) }) }),
	z.object({ type: z.literal(9), data: modal }),
]);

export type Callback = z.infer<typeof callback>;
export type CallbackType = Callback['type'];
