/** Looks up what holds in jurisdictions on topics, ranked. Decides what is said, not how. */
import { isFact } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Day } from '../knowledge/partial-date.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Period } from '../question/period.ts';
import type { Question } from '../question/question.ts';
import { dateOf, type FoundFact, LEAD, PHASE, phaseIn, sortBy } from './found-fact.ts';

/** What is known of one jurisdiction on one topic, best first. */
export interface Section {
	jurisdiction: string;
	topic: string;
	/** The code whose rule this is: another one when a bloc or country answers for the jurisdiction. */
	via: string;
	facts: FoundFact[];
}

type Lookup = Extract<Question, { kind: 'lookup' }>;

/** A named entry outranks any likeness of words (0 to 1); one that names the asker's organisation outranks half of it. */
const NAMED = 2;
const MENTIONED = 0.5;
/** "When did X ban …": the ban outranks a fact that holds somewhat more of the words. */
const WITH_STATUS = 0.4;

/** A fact of the past that holds so much more of the asker's words than any of today is what was asked for. */
const FITS_BETTER = 0.2;

/** One section for each jurisdiction and topic asked for; sections without facts are left out. */
export function findSections(question: Lookup, base: KnowledgeBase, day: Day): Section[] {
	const sections: Section[] = [];
	for (const jurisdiction of question.jurisdictions)
		for (const topic of question.topics) {
			const section = findPair(jurisdiction, topic, question, base, day);
			if (section) sections.push(section);
		}
	return sections.length > 0 || question.entries.length === 0 ? sections : namedSections(question, base, day);
}

/** The facts of one pair, from the jurisdiction itself or what answers for it; undefined when there are none. */
function findPair(jurisdiction: string, topic: string, question: Lookup, base: KnowledgeBase, day: Day) {
	for (const via of [jurisdiction, ...base.fallbacksOf(jurisdiction)]) {
		const facts = rank(base.factsOf(via, topic), question, base, day);
		if (facts.length > 0) return { jurisdiction, topic, via, facts };
	}
	return undefined;
}

/** The entries named outright ("the GENIUS Act"), by jurisdiction and topic. */
function namedSections(question: Lookup, base: KnowledgeBase, day: Day): Section[] {
	const named = question.entries.map((id) => base.entries.get(id)).filter((entry) => entry !== undefined);
	const facts = named.filter(
		(entry): entry is Fact =>
			isFact(entry) &&
			(question.jurisdictions.length === 0 ||
				question.jurisdictions.some((code) => [code, ...base.fallbacksOf(code)].includes(entry.jurisdiction))),
	);
	const onTopic = facts.filter((fact) => question.topics.includes(fact.topic));
	const groups = Map.groupBy(
		rank(onTopic.length > 0 ? onTopic : facts, question, base, day),
		({ fact }) => `${fact.jurisdiction} ${fact.topic}`,
	);
	return [...groups.values()].map((found) => {
		const { jurisdiction: via, topic } = (found[0] as FoundFact).fact;
		const asked = question.jurisdictions.find((code) => code === via || base.fallbacksOf(code).includes(via));
		return { jurisdiction: asked ?? via, topic, via, facts: found };
	});
}

/**
 * Facts that may be shown, best first. Without a period those of today, and what was only when nothing else is known or
 * the past is asked for; with a period what held or was announced then.
 */
function rank(facts: readonly Fact[], question: Lookup, base: KnowledgeBase, day: Day): FoundFact[] {
	const { period } = question;
	const found = facts
		.map((fact) => ({ fact, phase: period ? phaseIn(fact, period, base, day) : base.phase(fact, day) }))
		.filter(({ phase }) => phase !== 'unknown');
	const present = found.filter(({ phase }) => phase !== 'past');
	const named = new Set(question.entries);
	const likeness = base.overlapWith(question.stems);
	const bestLikeness = Math.max(0, ...present.map(({ fact }) => likeness(fact)));
	const shown =
		question.past || period || present.length === 0
			? found
			: found.filter(
					({ fact, phase }) =>
						phase !== 'past' ||
						named.has(fact.id) ||
						// One word alone ("legal") tells nothing of the time that is meant.
						(question.stems.length > 1 && likeness(fact) >= bestLikeness + FITS_BETTER),
				);
	const mentioned = new Set(question.actors.flatMap((id) => base.entriesAbout(id)));
	const hasStatus = (fact: Fact) => question.statuses.includes(fact.status);
	// "When did X ban …" looks for the ban; "is it banned" must not prefer it.
	const score = ({ fact, phase }: FoundFact) =>
		likeness(fact) +
		(named.has(fact.id) ? NAMED : 0) +
		(mentioned.has(fact) ? MENTIONED : 0) +
		(question.past && hasStatus(fact) ? WITH_STATUS : 0) +
		(question.past ? 0 : fact.lead ? LEAD : 0) +
		(question.past || period ? 0 : PHASE[phase]);
	// "When did …" asks for the first time; otherwise the latest word counts.
	return sortBy(shown, score, ({ fact }) => dateOf(fact), question.past && !period ? 'earliest' : 'latest');
}

/** The best facts of each topic that a jurisdiction has anything on, in the order of topics.yaml; with a period, of that time. */
export function findOverview(jurisdiction: string, base: KnowledgeBase, day: Day, period?: Period): Section[] {
	const sections: Section[] = [];
	for (const topic of base.topics.keys()) {
		const section = findPair(jurisdiction, topic, withPeriod(period), base, day);
		if (section) sections.push(section);
	}
	return sections;
}

/** The topics that a jurisdiction, or what answers for it, has anything on, in the order of topics.yaml. */
export function topicsKnown(jurisdiction: string, base: KnowledgeBase, day: Day): string[] {
	const codes = [jurisdiction, ...base.fallbacksOf(jurisdiction)];
	return [...base.topics.keys()].filter((topic) =>
		codes.some((code) => base.factsOf(code, topic).some((fact) => base.phase(fact, day) !== 'unknown')),
	);
}

/** The fact that stands for a pair today, or in a period; undefined when there is none. */
export function bestFactOf(
	jurisdiction: string,
	topic: string,
	base: KnowledgeBase,
	day: Day,
	period?: Period,
): (FoundFact & { via: string }) | undefined {
	const section = findPair(jurisdiction, topic, withPeriod(period), base, day);
	const [best] = section?.facts ?? [];
	return section && best && { ...best, via: section.via };
}

function withPeriod(period: Period | undefined): Lookup {
	return period ? { ...NOTHING_ELSE, period } : NOTHING_ELSE;
}

const NOTHING_ELSE: Lookup = {
	kind: 'lookup',
	jurisdictions: [],
	topics: [],
	entries: [],
	actors: [],
	stems: [],
	statuses: [],
	past: false,
};
