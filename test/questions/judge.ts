/** Asks the question sets, and judges the answers: for the test, which prints how many are right, and for the benchmark. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Answer } from '../../src/core/answer/answer.ts';
import { PolicyCore } from '../../src/core/core.ts';
import type { KnowledgeRecords } from '../../src/core/knowledge/records.ts';
import { normalise } from '../../src/core/text/tokens.ts';

/** The fixed day of all questions: an answer depends on the day. */
export const DAY = '2026-11-24';

const codes = z.array(z.string());
const questionSchema = z.strictObject({
	q: z.string(),
	kind: z.string().default('lookup'),
	language: z.string().default('en'),
	outcome: z.enum(['answered', 'clarify', 'not-covered', 'out-of-scope']),
	/** Exactly these; for a list those that must be in it and those that must not. */
	jurisdictions: codes.optional(),
	jurisdictions_include: codes.default([]),
	jurisdictions_exclude: codes.default([]),
	topics: codes.optional(),
	entries: codes.default([]),
});
export type Expected = z.infer<typeof questionSchema>;

/** right: all that is expected; wrong: an answer where none was due, or on another country or topic; otherwise missed. */
export type Verdict = 'right' | 'wrong' | 'missed';
export type Counts = Record<Verdict, number>;

function judge(expected: Expected, answer: Answer): Verdict {
	const places =
		matches(expected.jurisdictions, answer.jurisdictions) &&
		includes(answer.jurisdictions, expected.jurisdictions_include) &&
		!expected.jurisdictions_exclude.some((code) => answer.jurisdictions.includes(code));
	const topics = matches(expected.topics, answer.topics);
	const entries = includes(answer.entries, expected.entries);
	if (answer.outcome === expected.outcome && places && topics && entries) return 'right';
	return answer.outcome === 'answered' && !(places && topics && expected.outcome === 'answered') ? 'wrong' : 'missed';
}

function matches(wanted: readonly string[] | undefined, given: readonly string[]): boolean {
	return wanted === undefined || (wanted.length === given.length && includes(given, wanted));
}

function includes(given: readonly string[], wanted: readonly string[]): boolean {
	return wanted.every((item) => given.includes(item));
}

/** Everyday wordings in whatever language. */
export const EVERYDAY = 'everyday, all languages';

export class Tally {
	readonly all: Counts = { right: 0, wrong: 0, missed: 0 };
	/** Questions to which no answer is due, and those of them that get none. */
	readonly silence = { due: 0, kept: 0 };
	readonly groups = new Map<string, Counts>();

	add(expected: Expected, answer: Answer, verdict: Verdict): void {
		this.all[verdict] += 1;
		const group = expected.language === 'en' ? expected.kind : `${expected.kind} in ${expected.language}`;
		for (const name of expected.kind === 'everyday' ? [group, EVERYDAY] : [group]) {
			const counts = this.groups.get(name) ?? { right: 0, wrong: 0, missed: 0 };
			counts[verdict] += 1;
			this.groups.set(name, counts);
		}
		if (expected.outcome === 'answered') return;
		this.silence.due += 1;
		if (answer.outcome !== 'answered') this.silence.kept += 1;
	}

	get count(): number {
		return this.all.right + this.all.wrong + this.all.missed;
	}

	lines(): string[] {
		const { right, wrong, missed } = this.all;
		const { due, kept } = this.silence;
		const groups = [...this.groups].map(
			([name, counts]) => `${name} ${counts.right}/${counts.right + counts.wrong + counts.missed}`,
		);
		return [
			`${this.count} questions, ${right} right (${percent(right, this.count)}), ${wrong} wrong (${percent(wrong, this.count)}), ${missed} missed; silent when due ${kept}/${due} (${percent(kept, due)})`,
			`  ${groups.join(', ')}`,
		];
	}
}

export function percent(part: number, all: number): string {
	return `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;
}

/** One file of a set with its figures. */
interface Asked {
	file: string;
	tally: Tally;
}

/**
 * Asks all questions of a folder of a core over the shipped knowledge. `tuned` is what the core was tuned on; `measured` is only
 * measured, without the questions that happen to be an example question word for word: what was learnt says nothing. `notice`
 * is told of every verdict.
 */
export function askAll(
	folder: 'tuned' | 'measured',
	records: KnowledgeRecords,
	notice: (expected: Expected, answer: Answer, verdict: Verdict) => void = () => {},
): { files: Asked[]; total: Tally } {
	const core = new PolicyCore(records);
	const learnt = new Set(
		records.languages.flatMap(({ wordings }) => Object.values(wordings ?? {}).flat()).map((text) => normalise(text)),
	);
	const total = new Tally();
	const files = readdirSync(new URL(folder, import.meta.url))
		.sort()
		.map((file) => {
			const tally = new Tally();
			const text = readFileSync(new URL(`${folder}/${file}`, import.meta.url), 'utf8');
			for (const expected of z.array(questionSchema).parse(parse(text))) {
				if (folder === 'measured' && learnt.has(normalise(expected.q))) continue;
				const answer = core.ask(expected.q, { day: DAY, pageSize: Number.POSITIVE_INFINITY });
				const verdict = judge(expected, answer);
				for (const each of [tally, total]) each.add(expected, answer, verdict);
				notice(expected, answer, verdict);
			}
			return { file, tally };
		});
	return { files, total };
}
