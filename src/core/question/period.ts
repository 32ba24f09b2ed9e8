/** The time a question is about: "in 2018", "mid 2018", "February 2018". */
import { type Day, firstDay, lastDay } from '../knowledge/partial-date.ts';

export interface Period {
	from: Day;
	to: Day;
	/** As an answer's title says it: "2018", "February 2018". */
	label: string;
}

const MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];
/** Years that a question can mean; before 2009 there was nothing to know, and the answer says so. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2039;
/** Parts of a year as first and last month. */
const PARTS: Record<string, [first: string, last: string]> = {
	early: ['01', '04'],
	beginning: ['01', '04'],
	start: ['01', '04'],
	mid: ['05', '08'],
	middle: ['05', '08'],
	midpoint: ['05', '08'],
	late: ['09', '12'],
	end: ['09', '12'],
};

/** The period that `words` (normalised tokens) name, and which of them name it; undefined when none does. */
export function findPeriod(words: readonly string[]): { period: Period; used: Set<number> } | undefined {
	for (const [at, word] of words.entries()) {
		if (!/^\d{4}$/.test(word) || Number(word) < FIRST_YEAR || Number(word) > LAST_YEAR) continue;
		const month = MONTHS.indexOf(words[at - 1] ?? '');
		if (month >= 0) {
			const date = `${word}-${String(month + 1).padStart(2, '0')}`;
			const name = words[at - 1] as string;
			const label = `${name[0]?.toUpperCase()}${name.slice(1)} ${word}`;
			return { period: { from: firstDay(date), to: lastDay(date), label }, used: new Set([at - 1, at]) };
		}
		for (const back of [1, 2, 3]) {
			const part = PARTS[words[at - back] ?? ''];
			if (!part || words.slice(at - back + 1, at).some((between) => between !== 'of' && between !== 'the')) continue;
			const [first, last] = part;
			const period = { from: firstDay(`${word}-${first}`), to: lastDay(`${word}-${last}`), label: word };
			return { period, used: new Set([at - back, at]) };
		}
		return { period: { from: firstDay(word), to: lastDay(word), label: word }, used: new Set([at]) };
	}
	return undefined;
}
