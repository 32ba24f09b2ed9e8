/** What an update asks of the bot: a command, a question, a pressed button, or nothing. */
import type { Message, Update, User } from 'telegraf/types';

/** Where an answer goes. */
export interface Place {
	chatId: number;
	/** The forum topic, if it is one. */
	threadId: number | undefined;
	/** The message to answer or, for a button, the one that holds it. */
	messageId: number;
	private: boolean;
}

/** Who wrote or pressed. */
export interface Sender {
	id: number;
	name: string;
	/** Writes in the name of the chat: Telegram does not tell who it is. */
	anonymous: boolean;
}

interface FromSomeone {
	/** Grows with every update. */
	update: number;
	from: Sender;
	language: string | undefined;
}

export type Incoming = FromSomeone &
	(
		| { kind: 'command'; place: Place; name: string; text: string }
		| {
				kind: 'question';
				place: Place;
				text: string;
				/** When it was sent, in seconds since 1970. */
				sentAt: number;
				/** The title of the bot's own answer that the question is a reply to. */
				about: string | undefined;
				/** What the buttons under that message lead to. */
				buttons: readonly string[];
		  }
		| { kind: 'button'; place: Place | undefined; queryId: string; action: string }
	);

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?:\s+([\s\S]*))?$/i;

/** Reads an update; undefined when it is nothing for this bot. `username` is the bot's own, without @. */
export function readUpdate(update: Update, username: string): Incoming | undefined {
	if ('callback_query' in update) {
		const { callback_query: query } = update;
		if (!('data' in query)) return undefined;
		const { message } = query;
		return {
			kind: 'button',
			update: update.update_id,
			from: senderOf(query.from),
			place: message && placeOf(message),
			queryId: query.id,
			action: query.data,
			language: query.from.language_code,
		};
	}
	if (!('message' in update) || !('text' in update.message)) return undefined;
	const { message } = update;
	if (!message.from) return undefined;
	const place = placeOf(message);
	const shared = {
		update: update.update_id,
		from: senderOf(message.from, message.sender_chat !== undefined),
		language: message.from.language_code,
	};
	const command = COMMAND.exec(message.text);
	if (command) {
		const [, name = '', addressee, text = ''] = command;
		if (addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase()) return undefined;
		return { ...shared, kind: 'command', place, name: name.toLowerCase(), text };
	}
	const about = titleOf(message.reply_to_message, username);
	// In a group only a reply to the bot itself is meant for it.
	return place.private || about !== undefined
		? {
				...shared,
				kind: 'question',
				place,
				text: message.text,
				sentAt: message.date,
				about,
				buttons: about === undefined ? [] : buttonsOf(message.reply_to_message),
			}
		: undefined;
}

/** The first line of a message of the bot's own, which is the answer's title. */
function titleOf(message: Message.TextMessage['reply_to_message'], username: string): string | undefined {
	if (message?.from?.username?.toLowerCase() !== username.toLowerCase() || !('text' in message)) return undefined;
	return message.text.split('\n', 1)[0];
}

function buttonsOf(message: Message.TextMessage['reply_to_message']): string[] {
	const rows = message && 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : [];
	return rows.flat().flatMap((button) => ('callback_data' in button ? button.callback_data : []));
}

function senderOf({ id, first_name: first, last_name: last }: User, anonymous = false): Sender {
	return { id, name: last === undefined ? first : `${first} ${last}`, anonymous };
}

/** A message that the bot can no longer see (older than 48 hours) still has its chat and its id. */
function placeOf(message: Pick<Message, 'chat' | 'message_id'>): Place {
	const topic = message as { is_topic_message?: boolean; message_thread_id?: number };
	return {
		chatId: message.chat.id,
		threadId: topic.is_topic_message ? topic.message_thread_id : undefined,
		messageId: message.message_id,
		private: message.chat.type === 'private',
	};
}
