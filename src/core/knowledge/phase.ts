/** What a fact is on a given day. Decided for each question, never when loading (a fact that comes into force needs no edit). */
import { type Day, firstDay, lastDay, type PartialDate } from './partial-date.ts';
import type { Fact } from './schema.ts';

/**
 * current: holds on that day; coming: announced and not in force yet; past: ended or replaced;
 * unknown: nobody could have known it on that day.
 */
export type Phase = 'current' | 'coming' | 'past' | 'unknown';

/**
 * The phase of `fact` on `day`. `successors` are the facts that name it in `supersedes`. A fact in force is replaced
 * only by one in force; a plan is replaced as soon as the newer plan or rule is announced.
 */
export function phaseOf(fact: Fact, day: Day, successors: readonly Fact[] = []): Phase {
	if (!isKnown(fact, day)) return 'unknown';
	if (fact.until !== undefined && lastDay(fact.until) < day) return 'past';
	const inForce = isInForce(fact, day);
	const replaced = successors.some((later) => (inForce ? isInForce(later, day) : isKnown(later, day)));
	if (replaced) return 'past';
	return inForce ? 'current' : 'coming';
}

/** The first day on which `fact` was announced or held, whichever is earlier. */
export function startOf(fact: Fact): Day {
	// The checker asks for at least one of them.
	if (fact.in_force === undefined) return firstDay(fact.announced as PartialDate);
	const held = firstDay(fact.in_force);
	const announced = fact.announced === undefined ? held : firstDay(fact.announced);
	return [announced, held].sort()[0] as Day;
}

function isKnown(fact: Fact, day: Day): boolean {
	return startOf(fact) <= day;
}

function isInForce(fact: Fact, day: Day): boolean {
	return fact.in_force !== undefined && hasBegun(fact.in_force, fact.verified, day);
}

/**
 * A whole day has begun when it is reached. A month or year has begun for certain when it is over; before that only
 * if someone verified the fact inside it or later, so that "2027" written in 2026 does not come true on 1 January.
 */
function hasBegun(date: PartialDate, verified: Day, day: Day): boolean {
	return lastDay(date) <= day || (firstDay(date) <= day && firstDay(date) <= verified);
}
