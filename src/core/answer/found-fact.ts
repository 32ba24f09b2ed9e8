/** A fact that was found, what it is on the day asked for, and in which order such facts come. */

import { isFact } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Day, lastDay } from '../knowledge/partial-date.ts';
import { type Phase, startOf } from '../knowledge/phase.ts';
import type { Fact, Statement } from '../knowledge/schema.ts';
import type { Period } from '../question/period.ts';

export interface FoundFact {
	fact: Fact;
	phase: Phase;
}

/** Among equals the fact that leads its topic comes first, and what holds before what is coming and what was. */
export const LEAD = 0.3;
export const PHASE = { current: 0.2, coming: 0.1, past: 0, unknown: -9 };

/** What a fact was in a period: shown as past unless it still holds today. */
export function phaseIn(fact: Fact, period: Period, base: KnowledgeBase, day: Day): Phase {
	const end = period.to < day ? period.to : day;
	if (startOf(fact) > end) return 'unknown';
	if (fact.until !== undefined && lastDay(fact.until) < period.from) return 'unknown';
	const then = base.phase(fact, period.from);
	if (then === 'past') return 'unknown';
	return base.phase(fact, day);
}

/** The latest date an entry gives of itself. */
export function dateOf(entry: Fact | Statement): string {
	return isFact(entry) ? (entry.in_force ?? entry.announced ?? '') : entry.date;
}

/** Sorted by `score`, the higher first; equals by `date`. */
export function sortBy<T>(
	items: readonly T[],
	score: (item: T) => number,
	date: (item: T) => string,
	first: 'latest' | 'earliest' = 'latest',
): T[] {
	const direction = first === 'latest' ? 1 : -1;
	return items
		.map((item) => ({ item, score: score(item), date: date(item) }))
		.sort((a, b) => b.score - a.score || direction * (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
		.map(({ item }) => item);
}
