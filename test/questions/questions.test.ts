/**
 * Asks the shipped knowledge what people ask, and prints how many answers are right, wrong or missing, by kind and language.
 * Which questions of measured/ fail is not printed, so that nobody tunes on them by accident.
 */
import { afterAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/core/answer/answer.ts';
import { loadKnowledge } from '../../src/files/load.ts';
import { askAll, DAY, type Expected, type Tally, type Verdict } from './judge.ts';

const { records, problems } = loadKnowledge('knowledge', DAY);
const figures: string[] = [];

afterAll(() => console.log(`\n${figures.join('\n')}\n`));

test('the shipped knowledge has no problems', () => {
	expect(problems).toEqual([]);
});

/** Asks a set and notes its figures. With `printed` every question that is not answered right is noted too. */
function ask(folder: 'tuned' | 'measured', printed: boolean): Tally {
	const { files, total } = askAll(folder, records, (expected, answer, verdict) => {
		if (verdict !== 'right' && printed) figures.push(failure(expected, answer, verdict));
	});
	for (const { file, tally } of files) figures.push(`${folder}/${file}: ${tally.lines()[0]}`);
	figures.push(`${folder}: ${total.lines().join('\n')}`);
	return total;
}

function failure(expected: Expected, { outcome, jurisdictions, topics, entries }: Answer, verdict: Verdict): string {
	const { q, jurisdictions: places, jurisdictions_include, jurisdictions_exclude } = expected;
	const want = [expected.outcome, places ?? { with: jurisdictions_include, without: jurisdictions_exclude }];
	return [
		`${verdict}: ${q}`,
		`  want ${JSON.stringify([...want, expected.topics, expected.entries])}`,
		`  got  ${JSON.stringify([outcome, jurisdictions, topics, entries.slice(0, 3)])}`,
	].join('\n');
}

/** The floors lie a little below what was measured; docs/benchmark.md names the goals and what falls short of them. */
describe('questions', () => {
	test('that the core was tuned on', () => {
		const { all, count } = ask('tuned', process.env.PRINT_FAILURES === 'yes');
		expect(all.right / count).toBeGreaterThanOrEqual(0.85);
		expect(all.wrong / count).toBeLessThanOrEqual(0.07);
	});

	test('that nothing was tuned on', () => {
		const { all, count, silence } = ask('measured', false);
		expect(count).toBeGreaterThanOrEqual(400);
		expect(all.right / count).toBeGreaterThanOrEqual(0.83);
		expect(all.wrong / count).toBeLessThanOrEqual(0.07);
		expect(silence.kept / silence.due).toBeGreaterThanOrEqual(0.9);
	});
});
