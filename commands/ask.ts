/** /ask: a question in plain words. */
import { z } from 'zod';
import { MAX_QUESTION_LENGTH } from '../src/core/question/understand.ts';
import { defineCommand, textOption } from './command.ts';

export const ask = defineCommand({
	name: 'ask',
	description: { en: 'Ask about crypto policy in plain words' },
	access: 'everyone',
	options: z.object({
		question: textOption(MAX_QUESTION_LENGTH, {
			description: { en: 'For example: Is crypto mining legal in Russia?' },
			suggest: 'entry',
		}),
	}),
	run: ({ question }, { core, ...options }) =>
		core.base.entries.has(question) ? core.answerEntry(question, options) : core.ask(question, options),
});
