import type { ChatState } from './chat-state.ts';
import { isAdministrator } from './methods/chats.ts';
import { commandKey } from './methods/commands.ts';
import type { BotCommand, User } from './objects.ts';
import type { World } from './world.ts';

/** Takes a chat and a person in it and gives the commands their client lists, by the documented order of scopes. */
export function seenCommands(world: World, state: ChatState, user: User): BotCommand[] {
	const lists = scopesFor(state, user).flatMap((scope) =>
		[user.language_code?.slice(0, 2) ?? '', ''].map((language) => world.commands.get(commandKey(scope, language))),
	);
	return lists.find((list) => list && list.length > 0) ?? [];
}

function scopesFor({ chat, members }: ChatState, user: User): Record<string, unknown>[] {
	const here = { chat_id: chat.id };
	if (chat.type === 'private') {
		return [{ type: 'chat', ...here }, { type: 'all_private_chats' }, { type: 'default' }];
	}
	const member = members.get(user.id);
	const forAdministrators = (scope: Record<string, unknown>) => (member && isAdministrator(member) ? [scope] : []);
	return [
		{ type: 'chat_member', ...here, user_id: user.id },
		...forAdministrators({ type: 'chat_administrators', ...here }),
		{ type: 'chat', ...here },
		...forAdministrators({ type: 'all_chat_administrators' }),
		{ type: 'all_group_chats' },
		{ type: 'default' },
	];
}
