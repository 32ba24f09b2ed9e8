import { z } from 'zod';
import { limits } from '../limits.ts';
import { flag, integer, snowflakeField, text } from './common.ts';
import { component } from './component.ts';
import { embed } from './embed.ts';

const allowedMentions = z.object({
	parse: z.array(z.enum(['users', 'roles', 'everyone'])).nullish(),
	users: z.array(snowflakeField).max(100).nullish(),
	roles: z.array(snowflakeField).max(100).nullish(),
	replied_user: flag,
});

/** The body of a message that an interaction creates or changes (resources/webhook#execute-webhook). */
export const messageBody = z.object({
	content: text(limits.content),
	embeds: z.array(embed).max(limits.embeds).nullish(),
	components: z.array(component).nullish(),
	allowed_mentions: allowedMentions.nullish(),
	attachments: z
		.array(
			z.object({
				id: z.union([z.string(), z.int()]),
				filename: text(1024),
				description: text(limits.attachmentDescription),
			}),
		)
		.max(limits.attachments)
		.nullish(),
	flags: integer,
	tts: flag,
	poll: z.unknown().optional(),
	sticker_ids: z.array(snowflakeField).nullish(),
});

export type MessageBody = z.infer<typeof messageBody>;

/** The body of a message that the bot posts in a channel (resources/message#create-message). */
export const channelMessageBody = messageBody.extend({
	nonce: z.union([z.int(), z.string().max(limits.nonce)]).nullish(),
	enforce_nonce: flag,
	message_reference: z.unknown().optional(),
});
