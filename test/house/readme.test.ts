/** The README's answers are what the bot really answers: word for word, but for what "…" leaves out. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { QUESTION_COMMANDS } from '../../commands/index.ts';
import { runLine } from '../../src/adapters/terminal/run-line.ts';
import { toPlainText } from '../../src/core/answer/plain-text.ts';
import { PolicyCore } from '../../src/core/core.ts';
import { messagesFor } from '../../src/core/messages/messages.ts';
import { loadKnowledge } from '../../src/files/load.ts';

/** The day of the README's answers: an answer depends on the day. */
const DAY = '2026-11-24';

const core = new PolicyCore(loadKnowledge('knowledge', DAY).records);

/** What is typed behind "> " in the README, with the answer below it. */
const shown = [...readFileSync('README.md', 'utf8').matchAll(/^```text\n(> .*?)^```/gms)]
	.flatMap(([, block = '']) => block.split(/^> /m).slice(1))
	.map((part) => {
		const [typed = '', ...answer] = part.split('\n');
		return { typed, answer: answer.join('\n') };
	});

/** Expects the pieces of `shown` between its "…" to stand in `text`, in their order. */
function expectPieces(text: string, shown: string): void {
	let rest = oneLine(text);
	for (const piece of oneLine(shown).split(/ ?… ?/).filter(Boolean)) {
		expect(rest).toContain(piece);
		rest = rest.slice(rest.indexOf(piece) + piece.length);
	}
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

describe('the answers that the README shows', () => {
	test('are there for every command', () => {
		expect(shown.length).toBeGreaterThan(20);
		// What /ask and /compare give stands there as the answer to a question.
		const commands = QUESTION_COMMANDS.filter(({ name }) => name !== 'ask' && name !== 'compare');
		expect(shown.map(({ typed }) => typed.split(' ')[0])).toEqual(
			expect.arrayContaining(commands.map(({ name }) => `/${name}`)),
		);
	});

	test('and why a question is understood as it is', () => {
		const [, block = ''] = /^```text\n(question: .*?)^```/ms.exec(readFileSync('README.md', 'utf8')) ?? [];
		const lines = core.explainUnderstanding('crypto tax japan', { day: DAY, language: undefined });
		expectPieces(lines.join('\n'), block);
	});

	test.each(shown)('$typed', async ({ typed, answer: wanted }) => {
		const answer = await runLine(typed, QUESTION_COMMANDS, {
			core,
			day: DAY,
			language: 'en',
			pageSize: Number.POSITIVE_INFINITY,
		});
		expectPieces(toPlainText(answer, messagesFor(answer.language)), wanted);
	});
});
