/** Who an update comes from, and whether they may moderate. */
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
	{ moderators, moderatorChat }: TelegramModerators,
	call: TelegramCall,
): Promise<boolean> {
	// Every change names its author, and an anonymous administrator has no name.
	if (anonymous) return false;
	if (moderators.includes(String(id))) return true;
	if (moderatorChat === undefined) return false;
	// Someone who was never in the chat is an error to Telegram.
	const member = (await call('getChatMember', { chat_id: moderatorChat, user_id: id }).catch(() => undefined)) as
		| ChatMember
		| undefined;
	const isAdministrator = member?.status === 'creator' || member?.status === 'administrator';
	return isAdministrator && !member.is_anonymous;
}
