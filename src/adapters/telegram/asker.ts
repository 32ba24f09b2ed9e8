/** Who an update comes from, and whether they may moderate. */
import { TelegramError } from 'telegraf';
import type { ChatMember } from 'telegraf/types';
import type { Asker } from '../../../commands/asker.ts';
import type { TelegramCall } from './call.ts';
import type { Sender } from './incoming.ts';

/** Who moderates: these people, and the administrators of this chat. */
export interface TelegramModerators {
	/** User ids. */
	moderators: readonly string[];
	moderatorChat: string | undefined;
}

export function askerOf(from: Sender, chatId: number, moderators: TelegramModerators, call: TelegramCall): Asker {
	return {
		platform: 'telegram',
		platformId: String(from.id),
		name: from.name,
		chat: String(chatId),
		isModerator: () => isModerator(from, moderators, call),
	};
}

async function isModerator(
	{ id, anonymous }: Sender,
	moderators: TelegramModerators,
	call: TelegramCall,
): Promise<boolean> {
	// Every change names its author, and an anonymous administrator has no name.
	return !anonymous && (await moderates(id, moderators, call).catch(() => false));
}

/** Whether a chat may be told what moderators are told: a private one only as long as its person moderates. */
export async function mayBeTold(chat: string, moderators: TelegramModerators, call: TelegramCall): Promise<boolean> {
	// A private chat has the id of its person; those of groups are negative.
	return Number(chat) < 0 || (await moderates(Number(chat), moderators, call));
}

/** Rejects when Telegram does not say. */
async function moderates(
	id: number,
	{ moderators, moderatorChat }: TelegramModerators,
	call: TelegramCall,
): Promise<boolean> {
	if (moderators.includes(String(id))) return true;
	if (moderatorChat === undefined) return false;
	const member = (await call('getChatMember', { chat_id: moderatorChat, user_id: id }).catch((error: unknown) => {
		// Someone who was never in the chat is an error to Telegram.
		if (error instanceof TelegramError && error.code === 400) return undefined;
		throw error;
	})) as ChatMember | undefined;
	const isAdministrator = member?.status === 'creator' || member?.status === 'administrator';
	return isAdministrator && !member.is_anonymous;
}
