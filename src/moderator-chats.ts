/** Who is told of new proposals from the outset. */
import type { Config } from './config.ts';
import type { Desk } from './moderation/desk.ts';

/** The chats of the configuration: Telegram's moderators by themselves where they have no chat of their own. */
export function moderatorChats({ discord, telegram }: Config): Desk['moderatorChats'] {
	const chats = telegram?.moderatorChat === undefined ? (telegram?.moderators ?? []) : [telegram.moderatorChat];
	return [
		...(discord?.moderatorChannel === undefined
			? []
			: [{ platform: 'discord' as const, chat: discord.moderatorChannel }]),
		...chats.map((chat) => ({ platform: 'telegram' as const, chat })),
	];
}
