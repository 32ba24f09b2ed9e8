import { z } from 'zod';
import { badRequest, circumstance } from '../api-error.ts';
import { type ChatState, unixTime, writableChat } from '../chat-state.ts';
import { formatText } from '../formatted-text.ts';
import { readInlineKeyboard } from '../keyboard.ts';
import { apiMethod } from '../method.ts';
import { type InlineKeyboard, type Message, messageSchema } from '../objects.ts';
import { params } from '../params.ts';
import type { World } from '../world.ts';
import { judgePreview } from './send.ts';

interface Target {
	chat_id?: number | string | undefined;
	message_id?: number | undefined;
	inline_message_id?: string | undefined;
}

/** Changing and removing messages. */
export const edit = {
	editMessageText: apiMethod(params.editMessageText, messageSchema, (world, request, call) => {
		const shown = formatText(request, call.violate);
		judgePreview(call, shown, request);
		const keyboard = readInlineKeyboard(request.reply_markup, call.violate);
		const { state, message } = ownMessage(world, request, 'edit');
		if (message.text === undefined) throw badRequest('there is no text in the message to edit');
		return change(world, state, message, {
			text: shown.text,
			entities: shown.entities.length > 0 ? shown.entities : undefined,
			reply_markup: keyboard,
			link_preview_options: request.link_preview_options,
		});
	}),
	editMessageReplyMarkup: apiMethod(params.editMessageReplyMarkup, messageSchema, (world, request, call) => {
		const keyboard = readInlineKeyboard(request.reply_markup, call.violate);
		const { state, message } = ownMessage(world, request, 'edit');
		return change(world, state, message, { reply_markup: keyboard });
	}),
	deleteMessage: apiMethod(params.deleteMessage, z.literal(true), (world, request) => {
		if (request.chat_id === undefined) throw badRequest('chat identifier is not specified');
		if (!request.message_id) throw badRequest('message identifier is not specified');
		const { state, message } = someMessage(world, request, 'delete');
		const own = message.from?.id === world.bot.id;
		if (!own && state.chat.type !== 'private' && state.bot !== 'administrator')
			throw badRequest("message can't be deleted");
		state.messages.delete(message.message_id);
		state.deleted.add(message.message_id);
		world.journal.add({ kind: 'deleted', chatId: state.chat.id, messageId: message.message_id });
		return true as const;
	}),
};

function someMessage(world: World, target: Target, purpose: string): { state: ChatState; message: Message } {
	// No message of this server was sent in inline mode.
	if (target.inline_message_id) throw badRequest('MESSAGE_ID_INVALID');
	const state = writableChat(world, target.chat_id);
	const id = target.message_id ?? 0;
	const message = state.messages.get(id);
	if (message) return { state, message };
	const reason = `message to ${purpose} not found`;
	throw state.deleted.has(id) ? circumstance(400, reason) : badRequest(reason);
}

function ownMessage(world: World, target: Target, purpose: string): { state: ChatState; message: Message } {
	const found = someMessage(world, target, purpose);
	const { state, message } = found;
	// A message that forces a reply or brought a keyboard stays as it is.
	const isFixed = state.interfaces.has(message.message_id);
	if (message.from?.id !== world.bot.id || isFixed) throw badRequest("message can't be edited");
	return found;
}

interface Changes {
	text?: string;
	entities?: Message['entities'];
	reply_markup: InlineKeyboard | undefined;
	link_preview_options?: Message['link_preview_options'];
}

function change(world: World, state: ChatState, message: Message, changes: Changes): Message {
	const edited: Message = { ...message, ...changes, edit_date: unixTime() };
	for (const key of ['entities', 'reply_markup', 'link_preview_options'] as const) {
		if (edited[key] === undefined) delete edited[key];
	}
	if (look(edited) === look(message)) throw notModified(world, state, message);
	state.messages.set(message.message_id, edited);
	world.journal.add({ kind: 'edited', chatId: state.chat.id, message: structuredClone(edited) });
	return edited;
}

function look({ text, entities, reply_markup }: Message): string {
	return JSON.stringify([text, entities, reply_markup]);
}

// Two people, or one impatient person, press the same button: the second edit changes nothing, which no bot can know.
function notModified(world: World, state: ChatState, message: Message): Error {
	const reason =
		'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
		'content and reply markup of the message';
	const presses = [...world.callbacks.values()].filter(
		({ chatId, messageId }) => chatId === state.chat.id && messageId === message.message_id,
	);
	const twice = presses.some((press, index) => presses.findIndex(({ data }) => data === press.data) < index);
	return twice ? circumstance(400, reason) : badRequest(reason);
}
