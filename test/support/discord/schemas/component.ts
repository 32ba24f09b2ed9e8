import { z } from 'zod';
import { limits } from '../limits.ts';
import { colour, flag, integer, snowflakeField, text } from './common.ts';

const id = z.int().min(0).nullish();
const customId = z.string().min(1).max(limits.customId);
const emoji = z.object({ id: snowflakeField.nullish(), name: text(32), animated: flag });
const media = z.object({ url: z.string().max(2048) });

const button = z.object({
	type: z.literal(2),
	id,
	style: z.int().min(1).max(6),
	label: text(limits.buttonLabel),
	custom_id: customId.nullish(),
	url: text(limits.buttonUrl),
	sku_id: snowflakeField.nullish(),
	disabled: flag,
	emoji: emoji.nullish(),
});

const select = {
	id,
	custom_id: customId,
	placeholder: text(limits.selectPlaceholder),
	min_values: z.int().min(0).max(25).nullish(),
	max_values: z.int().min(1).max(25).nullish(),
	disabled: flag,
	required: flag,
};

/** A string select (components/reference#string-select). */
export const stringSelect = z.object({
	type: z.literal(3),
	...select,
	options: z
		.array(
			z.object({
				label: z.string().min(1).max(limits.selectText),
				value: z.string().min(1).max(limits.selectText),
				description: text(limits.selectText),
				emoji: emoji.nullish(),
				default: flag,
			}),
		)
		.min(1)
		.max(limits.selectOptions),
});

const entitySelect = z.object({
	type: z.union([z.literal(5), z.literal(6), z.literal(7), z.literal(8)]),
	...select,
	channel_types: z.array(z.int()).nullish(),
});

const inRow = z.discriminatedUnion('type', [button, stringSelect, entitySelect]);
const row = z.object({ type: z.literal(1), id, components: z.array(inRow).min(1).max(limits.rowWidth) });
const textDisplay = z.object({ type: z.literal(10), id, content: z.string().min(1).max(limits.v2Text) });
const thumbnail = z.object({ type: z.literal(11), id, media, description: text(1024), spoiler: flag });
const section = z.object({
	type: z.literal(9),
	id,
	components: z.array(textDisplay).min(1).max(3),
	accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const gallery = z.object({
	type: z.literal(12),
	id,
	items: z
		.array(z.object({ media, description: text(1024), spoiler: flag }))
		.min(1)
		.max(10),
});
const file = z.object({ type: z.literal(13), id, file: media, spoiler: flag });
const separator = z.object({ type: z.literal(14), id, divider: flag, spacing: integer });
const container = z.object({
	type: z.literal(17),
	id,
	accent_color: colour,
	spoiler: flag,
	components: z
		.array(z.discriminatedUnion('type', [row, textDisplay, section, gallery, file, separator]))
		.min(1)
		.max(limits.v2Components),
});

/** What stands at the top level of a message's components (components/reference). */
export const component = z.discriminatedUnion('type', [row, textDisplay, section, gallery, file, separator, container]);

export type Component = z.infer<typeof component>;
export type Button = z.infer<typeof button>;
export type Select = z.infer<typeof stringSelect> | z.infer<typeof entitySelect>;
export type AnyComponent = Component | Button | Select | z.infer<typeof thumbnail>;
