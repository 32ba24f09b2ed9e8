import { z } from 'zod';
import { limits } from '../limits.ts';
import { colour, flag, text } from './common.ts';

const media = z.object({ url: z.string().max(2048) });

/** An embed as a bot sends it (resources/message#embed-object). */
export const embed = z.object({
	type: z.string().nullish(),
	title: text(limits.embedTitle),
	description: text(limits.embedDescription),
	url: text(2048),
	timestamp: z.iso.datetime({ offset: true }).nullish(),
	color: colour,
	footer: z.object({ text: z.string().min(1).max(limits.embedFooter), icon_url: text(2048) }).nullish(),
	author: z
		.object({ name: z.string().min(1).max(limits.embedAuthor), url: text(2048), icon_url: text(2048) })
		.nullish(),
	image: media.nullish(),
	thumbnail: media.nullish(),
	fields: z
		.array(
			z.object({
				name: z.string().trim().min(1).max(limits.embedFieldName),
				value: z.string().trim().min(1).max(limits.embedFieldValue),
				inline: flag,
			}),
		)
		.max(limits.embedFields)
		.nullish(),
});

export type Embed = z.infer<typeof embed>;
