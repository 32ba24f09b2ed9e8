import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import { formatText } from '../formatted-text.ts';
import { readKeyboard } from '../keyboard.ts';
import { limits } from '../limits.ts';
import { apiMethod, type Call } from '../method.ts';
import type { InlineArticle } from '../objects.ts';
import { params } from '../params.ts';
import { judgePreview } from './send.ts';

/** Answering inline queries. */
export const inline = {
	answerInlineQuery: apiMethod(params.answerInlineQuery, z.literal(true), (world, request, call) => {
		const id = request.inline_query_id ?? '';
		const results = request.results ?? [];
		if (results.length > limits.inlineResults) throw badRequest('too many inline query results specified');
		for (const result of results) checkResult(result, call);
		if (new Set(results.map((result) => result.id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE');
		if (Buffer.byteLength(request.next_offset ?? '') > limits.inlineOffsetBytes)
			throw badRequest('NEXT_OFFSET_INVALID');
		const start = request.button?.start_parameter ?? request.switch_pm_parameter;
		if (start !== undefined && !limits.startParameter.test(start)) throw badRequest('START_PARAM_INVALID');
		if (request.button && start === undefined && request.button.web_app === undefined) {
			throw badRequest(
				"can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
			);
		}
		if (!world.inlineQueries.has(id) || world.inlineQueries.get(id)) {
			throw badRequest('query is too old and response timeout expired or query ID is invalid');
		}
		world.inlineQueries.set(id, request);
		world.journal.add({ kind: 'inline answered', id, answer: request });
		return true as const;
	}),
};

function checkResult(result: InlineArticle, call: Call): void {
	const size = Buffer.byteLength(result.id);
	if (size < 1 || size > limits.inlineResultIdBytes) throw badRequest('RESULT_ID_INVALID');
	readKeyboard(result.reply_markup, call.violate);
	if (result.type !== 'article') return;
	if (!result.title) throw badRequest('ARTICLE_TITLE_EMPTY');
	const content = result.input_message_content;
	if (!content) throw badRequest("can't parse inline query result: Input message content is not specified");
	if (content.message_text === undefined) return;
	const shown = formatText(
		{ text: content.message_text, parse_mode: content.parse_mode, entities: content.entities },
		call.violate,
	);
	judgePreview(call, shown, content);
}
