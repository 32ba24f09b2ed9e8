import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import { checkLink } from '../check-link.ts';
import { limits } from '../limits.ts';
import { apiMethod } from '../method.ts';
import { params } from '../params.ts';

/** Answering pressed buttons. */
export const callbacks = {
	answerCallbackQuery: apiMethod(params.answerCallbackQuery, z.literal(true), (world, request) => {
		const callback = world.callbacks.get(request.callback_query_id ?? '');
		if (!callback || callback.answer) {
			throw badRequest('query is too old and response timeout expired or query ID is invalid');
		}
		if ((request.text ?? '').length > limits.callbackAnswer) throw badRequest('MESSAGE_TOO_LONG');
		// Only a game's page or the bot's own deep link may be opened.
		if (request.url && ('reason' in checkLink(request.url) || !isOwnDeepLink(request.url, world.bot.username))) {
			throw badRequest('URL_INVALID');
		}
		callback.answer = request;
		world.journal.add({ kind: 'callback answered', id: callback.id, answer: request });
		return true as const;
	}),
};

function isOwnDeepLink(url: string, username = ''): boolean {
	return new RegExp(`^(https://t\\.me/|tg://resolve\\?domain=)${username}([?&]|$)`, 'i').test(url);
}
