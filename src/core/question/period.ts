/** The time a question is about: "in 2018", "mid 2018", "February 2018", "last year", "since 2024". */
import { type Day, firstDay, lastDay, type PartialDate } from '../knowledge/partial-date.ts';
import type { LanguageWords } from './language-words.ts';

export interface Period {
	from: Day;
	to: Day;
	/** As precise as the words: what an answer's title names. */
	label: PartialDate;
}

/** Years that a question can mean. Before there was bitcoin a number is a year only where it is said to be one: "in 1999". */
const FIRST_YEAR = 1980;
const FIRST_BITCOIN_YEAR = 2009;
const LAST_YEAR = 2039;
/** Parts of a year as first and last month. */
const PARTS = { early: ['01', '04'], middle: ['05', '08'], late: ['09', '12'] } as const;
/** How many words may stand between "end" and "2018". */
const REACH = 3;

/** The period that `words` (normalised tokens) name, and which of them name it; undefined when none does. */
export function findPeriod(
	words: readonly string[],
	language: LanguageWords,
): { period: Period; used: Set<number> } | undefined {
	for (const [at, word] of words.entries()) {
		if (!/^\d{4}$/.test(word) || Number(word) < FIRST_YEAR || Number(word) > LAST_YEAR) continue;
		if (Number(word) < FIRST_BITCOIN_YEAR && !language.placeBefore.has(words[at - 1] ?? '')) continue;
		for (const beside of [at - 1, at - 2, at + 1]) {
			const month = language.months.get(words[beside] ?? '');
			if (month === undefined || (beside === at - 2 && !language.placeBefore.has(words[at - 1] ?? ''))) continue;
			const date = `${word}-${String(month).padStart(2, '0')}`;
			return { period: { from: firstDay(date), to: lastDay(date), label: date }, used: new Set([beside, at]) };
		}
		for (let back = 1; back <= REACH; back++) {
			const part = language.partsOfYear.get(words[at - back] ?? '');
			if (!part || !words.slice(at - back + 1, at).every((between) => language.placeBefore.has(between))) continue;
			const [first, last] = PARTS[part];
			const period = { from: firstDay(`${word}-${first}`), to: lastDay(`${word}-${last}`), label: word };
			return { period, used: new Set([at - back, at]) };
		}
		return { period: { from: firstDay(word), to: lastDay(word), label: word }, used: new Set([at]) };
	}
	return undefined;
}
