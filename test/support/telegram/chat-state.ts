import { badRequest, circumstance } from './api-error.ts';
import type { Chat, ChatMember, Message, User } from './objects.ts';
import type { ReplyInterface } from './reply-interface.ts';
import type { World } from './world.ts';

export interface Member {
	user: User;
	status: ChatMember['status'];
	/** An administrator or creator who writes as the group. */
	isAnonymous?: boolean;
	/** The title shown beside an administrator's name. */
	title?: string;
}

export interface ChatState {
	chat: Chat;
	messages: Map<number, Message>;
	deleted: Set<number>;
	lastMessageId: number;
	topics: Map<number, Message>;
	members: Map<number, Member>;
	/** 'unstarted': a private chat in which the person has not said anything yet. */
	bot: 'member' | 'administrator' | 'kicked' | 'left' | 'blocked' | 'unstarted';
	/** What the bot's messages opened in the client beside the text: a forced reply, a keyboard. */
	interfaces: Map<number, ReplyInterface>;
	migratedTo: number | undefined;
	/** Threads in which a person asked something the bot has not answered; 0 stands for no thread. */
	openThreads: Set<number>;
}

/** Takes a chat and gives its empty state, with the bot as a member. */
export function newChatState(chat: Chat): ChatState {
	return {
		chat,
		messages: new Map(),
		deleted: new Set(),
		// Like the real server each chat counts for itself, so the same id means another message in another chat.
		lastMessageId: 0,
		topics: new Map(),
		members: new Map(),
		bot: 'member',
		interfaces: new Map(),
		migratedTo: undefined,
		openThreads: new Set(),
	};
}

/** Takes a chat and a message without id and date, stores it and gives it complete. */
export function storeMessage(state: ChatState, message: Omit<Message, 'message_id' | 'date' | 'chat'>): Message {
	state.lastMessageId++;
	const { chat } = state;
	const complete: Message = { message_id: state.lastMessageId, date: unixTime(), chat, ...message };
	state.messages.set(complete.message_id, complete);
	return complete;
}

/** Takes a message and gives it as it is quoted in a reply: without the message it replies to itself. */
export function asQuoted(message: Message): Message {
	const { reply_to_message: _, ...rest } = message;
	return rest;
}

/** Gives the time in whole seconds, as Telegram dates messages. */
export function unixTime(): number {
	return Math.floor(Date.now() / 1000);
}

/** Takes a chat_id and gives that chat; refuses as Telegram does, also where the bot may not write. */
export function writableChat(world: World, chatId: number | string | undefined): ChatState {
	if (isUnstarted(world, chatId)) throw circumstance(403, "bot can't initiate conversation with a user");
	const state = readableChat(world, chatId);
	const { type } = state.chat;
	if (state.bot === 'blocked') throw circumstance(403, 'bot was blocked by the user');
	if (state.bot === 'kicked') throw circumstance(403, `bot was kicked from the ${type} chat`);
	if (state.bot === 'left') throw circumstance(403, `bot is not a member of the ${type} chat`);
	return state;
}

/** Takes a chat_id and gives that chat, also one the bot may not write to. */
export function readableChat(world: World, chatId: number | string | undefined): ChatState {
	if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty');
	if (isUnstarted(world, chatId)) throw circumstance(400, 'chat not found');
	const state =
		typeof chatId === 'number'
			? world.chats.get(chatId)
			: [...world.chats.values()].find(({ chat }) => chat.username && `@${chat.username}` === chatId);
	if (!state) throw badRequest('chat not found');
	if (state.migratedTo !== undefined) {
		const parameters = { migrate_to_chat_id: state.migratedTo };
		throw circumstance(400, 'group chat was upgraded to a supergroup chat', parameters);
	}
	return state;
}

// Whether a person has started the bot is theirs to decide, and nothing the bot can know.
function isUnstarted(world: World, chatId: number | string | undefined): boolean {
	if (typeof chatId !== 'number' || !world.people.has(chatId)) return false;
	const state = world.chats.get(chatId);
	return !state || state.bot === 'unstarted';
}
