/** Asks the shipped knowledge what people ask, and counts right and wrong answers. Prints the figures. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Answer } from '../../src/core/answer/answer.ts';
import { PolicyCore } from '../../src/core/core.ts';
import { loadKnowledge } from '../../src/files/load.ts';

/** The fixed day of all questions: an answer depends on the day. */
const DAY = '2026-11-24';

const questionSchema = z.strictObject({
	q: z.string(),
	outcome: z.enum(['answered', 'clarify', 'not-covered', 'out-of-scope']),
	jurisdictions: z.array(z.string()).optional(),
	jurisdictions_include: z.array(z.string()).optional(),
	topics: z.array(z.string()).optional(),
	entries: z.array(z.string()).optional(),
});
type Expected = z.infer<typeof questionSchema>;

/** right: all that is expected; wrong: an answer on another country or topic; otherwise missed. */
type Verdict = 'right' | 'wrong' | 'missed';

function judge(expected: Expected, answer: Answer): Verdict {
	const places =
		matches(expected.jurisdictions, answer.jurisdictions) &&
		includes(answer.jurisdictions, expected.jurisdictions_include);
	const topics = matches(expected.topics, answer.topics);
	const entries = includes(answer.entries, expected.entries);
	if (answer.outcome === expected.outcome && places && topics && entries) return 'right';
	return answer.outcome === 'answered' && !(places && topics && expected.outcome === 'answered') ? 'wrong' : 'missed';
}

function matches(wanted: readonly string[] | undefined, given: readonly string[]): boolean {
	return wanted === undefined || (wanted.length === given.length && includes(given, wanted));
}

function includes(given: readonly string[], wanted: readonly string[] = []): boolean {
	return wanted.every((item) => given.includes(item));
}

const { records, problems } = loadKnowledge('knowledge', DAY);
const core = new PolicyCore(records);
const figures: string[] = [];

afterAll(() => console.log(`\n${figures.join('\n')}\n`));

test('the shipped knowledge has no problems', () => {
	expect(problems).toEqual([]);
});

/** Asks all questions of a file; every one that is not right is printed, so that a failure can be read. */
function ask(file: string, printed: boolean): { right: number; wrong: number; all: number } {
	const questions = z.array(questionSchema).parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
	const count = { right: 0, wrong: 0, missed: 0 };
	for (const expected of questions) {
		const answer = core.ask(expected.q, { day: DAY, pageSize: Number.POSITIVE_INFINITY });
		const verdict = judge(expected, answer);
		count[verdict] += 1;
		if (verdict === 'right' || !printed) continue;
		const { outcome, jurisdictions, topics, entries } = answer;
		const want = [
			expected.outcome,
			expected.jurisdictions ?? expected.jurisdictions_include,
			expected.topics,
			expected.entries,
		];
		figures.push(
			`${verdict}: ${expected.q}\n  want ${JSON.stringify(want)}\n  got  ${JSON.stringify([outcome, jurisdictions, topics, entries])}`,
		);
	}
	const all = questions.length;
	const share = (number: number) => `${((100 * number) / all).toFixed(1)} %`;
	figures.push(
		`${file}: ${all} questions, ${count.right} right (${share(count.right)}), ${count.wrong} on a wrong country or topic, ${count.missed} missed`,
	);
	return { right: count.right, wrong: count.wrong, all };
}

test('questions on the sixteen jurisdictions and the article of 2018 get the right entries', () => {
	const { right, wrong, all } = ask('./tuned/sixteen-jurisdictions.yaml', true);
	expect(all).toBeGreaterThanOrEqual(150);
	expect(right / all).toBeGreaterThanOrEqual(0.95);
	expect(wrong).toBe(0);
});

test('questions that nothing was tuned on', () => {
	// Only measured: what fails here must not be looked at while the core is worked on.
	const { right, all } = ask('./measured/held-out.yaml', false);
	expect(right / all).toBeGreaterThan(0.5);
});
