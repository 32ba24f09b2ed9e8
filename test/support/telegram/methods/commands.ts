import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import { type ChatState, readableChat, writableChat } from '../chat-state.ts';
import { limits } from '../limits.ts';
import { apiMethod, type Call } from '../method.ts';
import { type BotCommand, botCommandSchema } from '../objects.ts';
import { params } from '../params.ts';
import type { World } from '../world.ts';

const plainScopes = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];
const chatScopes = ['chat', 'chat_administrators', 'chat_member'];

/** Takes a scope and a language and gives the key under which the world keeps that list of commands. */
export function commandKey(scope: Record<string, unknown>, languageCode = ''): string {
	return [scope.type, scope.chat_id ?? '', scope.user_id ?? '', languageCode].join('|');
}

/** Refuses a language_code that is neither empty nor two lower-case letters. */
export function checkLanguage(languageCode: string | undefined): void {
	if (languageCode && !/^[a-z]{2}$/.test(languageCode)) throw badRequest('invalid language code specified');
}

/** The lists of commands a person sees, by scope and language. */
export const commands = {
	setMyCommands: apiMethod(params.setMyCommands, z.literal(true), (world, request, call) => {
		const key = requestKey(world, request);
		const list = request.commands ?? [];
		// The wording for too many is not public; names such as this one are what the real server gives.
		if (list.length > limits.commands) throw badRequest('BOT_COMMANDS_TOO_MUCH');
		const stored = list.map((command) => readCommand(command, call));
		const names = stored.map(({ command }) => command);
		if (new Set(names).size < names.length) call.violate('the same command twice in one scope');
		world.commands.set(key, stored);
		return true as const;
	}),
	getMyCommands: apiMethod(
		params.commandScope,
		z.array(botCommandSchema),
		(world, request) => world.commands.get(requestKey(world, request)) ?? [],
	),
	deleteMyCommands: apiMethod(params.commandScope, z.literal(true), (world, request) => {
		world.commands.delete(requestKey(world, request));
		return true as const;
	}),
};

function requestKey(world: World, request: { scope?: unknown; language_code?: string | undefined }): string {
	const { language_code: language } = request;
	checkLanguage(language);
	const scope = z.record(z.string(), z.unknown()).safeParse(request.scope ?? { type: 'default' });
	if (!scope.success) throw badRequest("can't parse BotCommandScope: BotCommandScope must be an Object");
	const { type, chat_id: chatId, user_id: userId } = scope.data;
	if (typeof type !== 'string') throw badRequest('can\'t parse BotCommandScope: Can\'t find field "type"');
	if (!plainScopes.includes(type)) {
		if (!chatScopes.includes(type)) throw badRequest("can't parse BotCommandScope: Unsupported type specified");
		if (typeof chatId !== 'number' && typeof chatId !== 'string') {
			throw badRequest('can\'t parse BotCommandScope: Can\'t find field "chat_id"');
		}
		if (type === 'chat_member' && !(Number(userId) > 0)) {
			throw badRequest("can't parse BotCommandScope: Invalid user_id specified");
		}
		const { chat } = scopedChat(world, numberIfWhole(chatId));
		if (type === 'chat_member' && !world.people.has(Number(userId))) throw badRequest('user not found');
		if (chat.type === 'private' && type !== 'chat') throw badRequest("can't use specified scope in private chats");
		if (chat.type === 'channel') throw badRequest("can't change commands in channel chats");
		return commandKey({ type, chat_id: chat.id, ...(type === 'chat_member' && { user_id: Number(userId) }) }, language);
	}
	return commandKey({ type }, language);
}

function numberIfWhole(chatId: number | string): number | string {
	return /^-?\d+$/.test(String(chatId)) ? Number(chatId) : chatId;
}

// Whether the bot is in a group is asked first, whether a person blocked it is not.
function scopedChat(world: World, chatId: number | string): ChatState {
	const state = readableChat(world, chatId);
	return state.chat.type === 'private' ? state : writableChat(world, chatId);
}

function readCommand({ command, description }: BotCommand, call: Call): BotCommand {
	const name = command.trim().replace(/^\//, '');
	if (name === '') throw badRequest('command must be non-empty');
	if ([...name].length > limits.commandNameLength) {
		throw badRequest(`command length must not exceed ${limits.commandNameLength}`);
	}
	const shown = description.trim();
	if (shown === '') throw badRequest('command description must be non-empty');
	if ([...shown].length > limits.commandDescription) {
		throw badRequest(`command description length must not exceed ${limits.commandDescription}`);
	}
	if (!limits.commandName.test(name)) throw badRequest('BOT_COMMAND_INVALID');
	if (name !== command) call.violate(`command "${command}" is not of a-z, 0-9 and _ alone`);
	return { command: name, description: shown };
}
