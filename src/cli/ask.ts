/**
 * `npm run ask -- --json [--today YYYY-MM-DD]`: one question a line on standard input, one JSON object a line on standard output.
 * `npm run ask -- --explain`: for each question, why it is understood as it is.
 */
import { parseArgs } from 'node:util';
import type { Answer } from '../core/answer/answer.ts';
import { toPlainText } from '../core/answer/plain-text.ts';
import { isDay } from '../core/knowledge/partial-date.ts';
import { messagesFor } from '../core/messages/messages.ts';
import { knowledgeDir } from './knowledge-dir.ts';
import { linesOf } from './lines.ts';
import { loadCore } from './load-core.ts';
import { today } from './today.ts';
import { watchOutput, write } from './write.ts';

const USAGE =
	'usage: npm run --silent ask -- --json [--today YYYY-MM-DD] | --explain  (questions on standard input, one a line)';

interface Options {
	day: string;
	explain: boolean;
}

function readArguments(): Options | { error: string } {
	try {
		const { values } = parseArgs({
			options: { json: { type: 'boolean' }, explain: { type: 'boolean' }, today: { type: 'string' } },
		});
		if (!values.json === !values.explain) return { error: 'give either --json or --explain' };
		const day = values.today ?? today();
		return isDay(day)
			? { day, explain: values.explain === true }
			: { error: `--today "${day}" is not a day written YYYY-MM-DD` };
	} catch (error) {
		return { error: (error as Error).message };
	}
}

/** The answer as the JSON contract has it. */
function toJson(question: string, answer: Answer): string {
	const { outcome, jurisdictions, topics, citations, entries, suggestions } = answer;
	const text = toPlainText(answer, messagesFor(answer.language));
	return JSON.stringify({ question, outcome, jurisdictions, topics, text, citations, entries, suggestions });
}

async function main(): Promise<number> {
	const options = readArguments();
	if ('error' in options) {
		console.error(`${options.error}\n${USAGE}`);
		return 2;
	}
	const folder = knowledgeDir();
	const core = folder === undefined ? undefined : loadCore(folder);
	if (!core) return 2;
	watchOutput();
	for await (const question of linesOf(process.stdin))
		if (options.explain) await write(`${core.explainUnderstanding(question, { day: options.day }).join('\n')}\n\n`);
		else
			await write(
				`${toJson(question, core.ask(question, { day: options.day, pageSize: Number.POSITIVE_INFINITY }))}\n`,
			);
	return 0;
}

process.exitCode = await main();
