/** /ask: a question in plain words. */
import { z } from 'zod';
import { MAX_QUESTION_LENGTH } from '../src/core/question/understand.ts';
import { defineCommand, textOption } from './command.ts';

export const ask = defineCommand({
	name: 'ask',
	description: (m) => m.commands.ask,
	access: 'everyone',
	options: z.object({
		question: textOption(MAX_QUESTION_LENGTH, { description: (m) => m.options.question, suggest: 'entry' }),
	}),
	// What is chosen from the suggestions comes as an entry's id.
	run: ({ question }, { core, ...options }) =>
		core.isEntry(question) ? core.answerEntry(question, options) : core.ask(question, options),
});
