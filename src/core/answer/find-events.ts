/** Looks up dated events: what happened when, what is new, what comes next. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Day, firstDay, lastDay, type PartialDate } from '../knowledge/partial-date.ts';
import { startOf } from '../knowledge/phase.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Period } from '../question/period.ts';
import type { Question } from '../question/question.ts';

/** One dated event of a fact. */
export interface TimelineEvent {
	/** None for a plan without a day. */
	date: PartialDate | undefined;
	event: 'announced' | 'in-force' | 'ended' | 'pending';
	fact: Fact;
}

/** What is new is what happened in the year before the question. */
const NEW_FOR_YEARS = 1;

/**
 * The events known by `day`, oldest first: of a jurisdiction (or what answers for it: `via`), of a topic around the
 * world, or of both; in a period or of all time.
 */
export function findTimeline(
	{ jurisdiction, topic, period }: Extract<Question, { kind: 'timeline' }>,
	base: KnowledgeBase,
	day: Day,
): { events: TimelineEvent[]; via: string | undefined } {
	const eventsOf = (facts: readonly Fact[]) =>
		facts
			.filter((fact) => startOf(fact) <= day)
			.flatMap(eventsOfFact)
			.filter(({ date }) => !period || (date !== undefined && isIn(date, period)))
			.sort(byDate);
	if (jurisdiction === undefined)
		return { events: topic === undefined ? [] : eventsOf(base.factsOn(topic)), via: undefined };
	const topics = topic === undefined ? [...base.topics.keys()] : [topic];
	for (const via of [jurisdiction, ...base.fallbacksOf(jurisdiction)]) {
		const events = eventsOf(topics.flatMap((id) => base.factsOf(via, id)));
		if (events.length > 0) return { events, via };
	}
	return { events: [], via: undefined };
}

/** What happened lately (newest first) or is to come (soonest first, then plans without a day). `borrowed` says whose rules stand for whom. */
export function findChanges(
	{ jurisdictions, topics, regions = [], direction, period }: Extract<Question, { kind: 'changes' }>,
	base: KnowledgeBase,
	day: Day,
): { events: TimelineEvent[]; borrowed: Map<string, string> } {
	const borrowed = new Map<string, string>();
	const onTopic = (fact: Fact) => topics.length === 0 || topics.includes(fact.topic);
	const eventsIn = (place?: string) => {
		const facts = base.facts.filter((fact) => (place === undefined || fact.jurisdiction === place) && onTopic(fact));
		return direction === 'coming' ? comingOf(facts, period, base, day) : recentOf(facts, period, day);
	};
	const members = regions.flatMap((id) => base.membersOf(id));
	if (jurisdictions.length === 0 && regions.length === 0) return { events: sorted(eventsIn(), direction), borrowed };
	const events: TimelineEvent[] = [];
	for (const place of new Set([...jurisdictions, ...members])) {
		const own = eventsIn(place);
		events.push(...own);
		if (own.length > 0 || !jurisdictions.includes(place)) continue;
		for (const via of base.fallbacksOf(place)) {
			const others = eventsIn(via);
			if (others.length === 0) continue;
			borrowed.set(place, via);
			events.push(...others);
			break;
		}
	}
	return { events: sorted([...new Set(events)], direction), borrowed };
}

function recentOf(facts: readonly Fact[], period: Period | undefined, day: Day): TimelineEvent[] {
	const yearAgo = `${Number(day.slice(0, 4)) - NEW_FOR_YEARS}${day.slice(4)}`;
	const isLate = (date: string) => (period ? isIn(date, period) : lastDay(date) >= yearAgo);
	const isRecent = ({ date }: TimelineEvent) => firstDay(date as string) <= day && isLate(date as string);
	// What has come into force is no longer news for having been announced.
	return facts.filter((fact) => startOf(fact) <= day).flatMap((fact) => eventsOfFact(fact).filter(isRecent).slice(-1));
}

function comingOf(facts: readonly Fact[], period: Period | undefined, base: KnowledgeBase, day: Day): TimelineEvent[] {
	return facts.flatMap((fact): TimelineEvent[] => {
		const phase = base.phase(fact, day);
		if (phase !== 'coming' && phase !== 'current') return [];
		// A year that has begun lies ahead only for what is not in force yet.
		const isAhead = (date: string) => (phase === 'coming' ? lastDay(date) : firstDay(date)) > day;
		const ahead = eventsOfFact(fact).filter(({ date, event }) => event !== 'announced' && isAhead(date as string));
		const events = ahead.filter(({ date }) => !period || (date !== undefined && isIn(date, period)));
		if (events.length > 0) return events;
		return phase === 'coming' && fact.in_force === undefined && !period
			? [{ date: undefined, event: 'pending', fact }]
			: [];
	});
}

function eventsOfFact(fact: Fact): TimelineEvent[] {
	const events: TimelineEvent[] = [];
	if (fact.announced !== undefined && fact.announced !== fact.in_force)
		events.push({ date: fact.announced, event: 'announced', fact });
	if (fact.in_force !== undefined) events.push({ date: fact.in_force, event: 'in-force', fact });
	if (fact.until !== undefined) events.push({ date: fact.until, event: 'ended', fact });
	return events;
}

/** Whether it surely happened then: what is known to be of 2026 is no news of May. */
function isIn(date: PartialDate, { from, to }: Period): boolean {
	return firstDay(date) >= from && lastDay(date) <= to;
}

function sorted(events: TimelineEvent[], direction: 'recent' | 'coming'): TimelineEvent[] {
	return direction === 'coming' ? events.sort(byDate) : events.sort((a, b) => byDate(b, a));
}

/** Earlier first; what has no date comes last. */
function byDate(a: TimelineEvent, b: TimelineEvent): number {
	const [one, other] = [a.date ?? '9', b.date ?? '9'];
	return one < other ? -1 : one > other ? 1 : 0;
}
