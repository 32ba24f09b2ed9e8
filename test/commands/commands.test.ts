/** The commands as text, as Telegram and the terminal take them, over the shipped knowledge. */
import { expect, test } from 'vitest';
import { QUESTION_COMMANDS } from '../../commands/index.ts';
import { runLine } from '../../src/adapters/terminal/run-line.ts';
import type { Answer } from '../../src/core/answer/answer.ts';
import { PolicyCore } from '../../src/core/core.ts';
import { loadKnowledge } from '../../src/files/load.ts';

const DAY = '2026-11-24';
const core = new PolicyCore(loadKnowledge('knowledge', DAY).records);
const run = (line: string, previous?: Answer) => runLine(line, QUESTION_COMMANDS, { core, day: DAY }, previous);

test.each([
	['/list mining Atlantis', 'region called “Atlantis”'],
	['/topic mining in Asia', 'place called “Asia”'],
	['/timeline Japan 2017', 'topic called “2017”'],
	['/compare Japan Brazil football', 'topic called “football”'],
	['/country Atlantis', 'place called “Atlantis”'],
	['/topic tax mining', 'topic called “tax mining”'],
])('%s says what it cannot take', async (line, text) => {
	const answer = await run(line);
	expect(answer.outcome).toBe('clarify');
	expect(answer.blocks[0]?.text).toContain(text);
});

test.each([
	['/compare Japan', '“second” is missing'],
	['/topic', '“topic” is missing'],
	['/country', '“country” is missing'],
])('%s says what is missing', async (line, text) => {
	expect((await run(line)).blocks[0]?.text).toContain(text);
});

test.each([
	['/country Japan please', 'Japan'],
	['/topic mining in the United States', 'United States · Mining'],
	['/list stablecoins regulated G20', 'Stablecoins: Regulated · the G20'],
	['/compare Deutschland Schweiz Steuern', 'Germany · 🇨🇭 Switzerland · Tax'],
	['/quote Putin on mining', 'What Vladimir Putin said'],
	['/timeline Hong Kong stablecoins', 'Hong Kong · Stablecoins'],
])('%s is taken with small words', async (line, title) => {
	expect(await run(line)).toMatchObject({ outcome: 'answered', title: expect.stringContaining(title) });
});

test('places that have no room in a comparison are named', async () => {
	const answer = await run('compare tax in japan, south korea, india, brazil, iran and russia');
	expect(answer.jurisdictions).toEqual(['JP', 'KR', 'IN', 'BR']);
	expect(answer.notes.join()).toContain('left out: Iran, Russia');
});

test('a number presses a button of the answer before, and says so where there is none', async () => {
	const answer = await run('crypto tax japan');
	expect((await run('1', answer)).outcome).toBe('answered');
	expect((await run('99', answer)).blocks[0]?.text).toContain('button');
});
