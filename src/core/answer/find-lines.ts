/** Looks up answers of one line an entry: where a topic stands around the world, and what happened when. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Day, firstDay, lastDay } from '../knowledge/partial-date.ts';
import { startOf } from '../knowledge/phase.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import { dateOf, type FoundFact, LEAD, PHASE, phaseIn, sortBy } from './found-fact.ts';

/** A word in at most this share of a topic's facts singles some of them out. */
const UNCOMMON = 0.15;

/** One line of a list: where a jurisdiction stands on the topic. */
export interface ListItem extends FoundFact {
	jurisdiction: string;
}

/** The jurisdictions with a fact of these statuses (any status when none is named): those of today, then those of before. */
export function findList(question: Extract<Question, { kind: 'list' }>, base: KnowledgeBase, day: Day): ListItem[] {
	const { topic, statuses, period } = question;
	const items: ListItem[] = [];
	const singled = singledOut(base.factsOn(topic), question.stems ?? [], base);
	for (const [jurisdiction, facts] of Map.groupBy(singled, (fact) => fact.jurisdiction)) {
		const found = facts
			.map((fact) => ({ jurisdiction, fact, phase: period ? phaseIn(fact, period, base, day) : base.phase(fact, day) }))
			.filter(({ phase }) => phase !== 'unknown');
		const best = sortBy(
			found,
			({ fact, phase }) => PHASE[phase] * OVER_LEAD + (fact.lead ? LEAD : 0),
			({ fact }) => dateOf(fact),
		);
		if (statuses.length === 0) {
			if (best[0]) items.push(best[0]);
			continue;
		}
		const fitting = best.filter(({ fact }) => statuses.includes(fact.status));
		// A status that a lead entry contradicts today belongs to a detail, not to the jurisdiction as a whole.
		const lead = best.find(({ fact, phase }) => fact.lead && phase === 'current');
		const now = fitting.find(({ fact, phase }) => phase !== 'past' && (fact.lead || !lead || phase === 'coming'));
		const chosen = now ?? fitting.find(({ phase }) => phase === 'past');
		if (chosen) items.push(chosen);
	}
	return items.sort(
		(a, b) => PHASE[b.phase] - PHASE[a.phase] || base.nameOf(a.jurisdiction).localeCompare(base.nameOf(b.jurisdiction)),
	);
}

/** In a list what holds comes before a lead fact of another time. */
const OVER_LEAD = 5;

/** The facts that hold the asker's uncommon words ("race"), if any do; otherwise all. */
function singledOut(facts: readonly Fact[], stems: readonly string[], base: KnowledgeBase): readonly Fact[] {
	const telling = stems.filter((word) => {
		const share = facts.filter((fact) => base.holds(fact, word)).length / facts.length;
		return share > 0 && share <= UNCOMMON;
	});
	const holding = facts.filter((fact) => telling.every((word) => base.holds(fact, word)));
	return telling.length > 0 && holding.length > 0 ? holding : facts;
}

/** One dated event of a fact. */
export interface TimelineEvent {
	date: string;
	event: 'announced' | 'in-force' | 'ended';
	fact: Fact;
}

/** The dated events of a jurisdiction known by `day`, on one topic or all, in a period or all, oldest first. */
export function findTimeline(
	{ jurisdiction, topic, period }: Extract<Question, { kind: 'timeline' }>,
	base: KnowledgeBase,
	day: Day,
): TimelineEvent[] {
	const topics = topic === undefined ? [...base.topics.keys()] : [topic];
	const events: TimelineEvent[] = [];
	for (const fact of topics.flatMap((id) => base.factsOf(jurisdiction, id))) {
		if (startOf(fact) > day) continue;
		if (fact.announced !== undefined && fact.announced !== fact.in_force)
			events.push({ date: fact.announced, event: 'announced', fact });
		if (fact.in_force !== undefined) events.push({ date: fact.in_force, event: 'in-force', fact });
		if (fact.until !== undefined) events.push({ date: fact.until, event: 'ended', fact });
	}
	return events
		.filter(({ date }) => !period || (firstDay(date) <= period.to && lastDay(date) >= period.from))
		.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
