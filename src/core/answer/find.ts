/** Looks up the entries that answer a question, ranked. Decides what is said, not how. */
import { isFact, topicsOf } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Day, firstDay, lastDay } from '../knowledge/partial-date.ts';
import { type Phase, startOf } from '../knowledge/phase.ts';
import type { Entry, Fact, Statement } from '../knowledge/schema.ts';
import type { Period } from '../question/period.ts';
import type { Question } from '../question/question.ts';

export interface FoundFact {
	fact: Fact;
	phase: Phase;
}

/** What is known of one jurisdiction on one topic, best first. */
export interface Section {
	jurisdiction: string;
	topic: string;
	/** The code whose rule this is: another one when a bloc or country answers for the jurisdiction. */
	via: string;
	facts: FoundFact[];
}

type Lookup = Extract<Question, { kind: 'lookup' }>;
type About = Extract<Question, { kind: 'about' }>;

/** A named entry outranks any likeness of words, a lead entry and one in force outrank equals. */
const NAMED = 2;
const LEAD = 0.3;
const MENTIONED = 0.5;
const WITH_STATUS = 0.4;
const PHASE = { current: 0.2, coming: 0.1, past: 0, unknown: -9 };
/** A statement found by its words alone must hold this share of them, weighted by rarity. */
const ENOUGH_WORDS = 0.6;
const HALF = 0.5;
const SPOKEN = 0.2;
const CLEAR_FIT = 1;
/** A word in at most this share of a topic's facts singles some of them out. */
const UNCOMMON = 0.15;
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
	const likeness = (fact: Fact) => base.overlap(fact, question.stems);
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
	const hasStatus = (fact: Fact) =>
		question.statuses.some(({ topic, status }) => topic === fact.topic && status === fact.status);
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

/** What a fact was in a period: shown as past unless it still holds today. */
function phaseIn(fact: Fact, period: Period, base: KnowledgeBase, day: Day): Phase {
	const end = period.to < day ? period.to : day;
	if (startOf(fact) > end) return 'unknown';
	if (fact.until !== undefined && lastDay(fact.until) < period.from) return 'unknown';
	const then = base.phase(fact, period.from);
	if (then === 'past') return 'unknown';
	return base.phase(fact, day);
}

/** Entries about or by someone, or statements on a subject, best first. */
export function findEntriesAbout(question: About, base: KnowledgeBase, day: Day): Entry[] {
	const { actors, jurisdictions, topics, stems, required, period } = question;
	let entries: readonly Entry[] =
		actors.length > 0 ? [...new Set(actors.flatMap((id) => base.entriesAbout(id)))] : base.statements;
	entries = entries.filter((entry) => beginOf(entry) <= day);
	if (question.statementsOnly) {
		const statements = entries.filter((entry) => !isFact(entry));
		if (statements.length > 0) entries = statements;
	}
	if (jurisdictions.length > 0)
		entries = entries.filter((entry) =>
			isFact(entry)
				? jurisdictions.includes(entry.jurisdiction)
				: entry.jurisdictions.some((code) => jurisdictions.includes(code)),
		);
	if (period) entries = entries.filter((entry) => overlaps(entry, period));
	if (topics.length > 0) {
		const onTopic = entries.filter((entry) => topicsOf(entry).some((topic) => topics.includes(topic)));
		entries = onTopic.length > 0 ? onTopic : entries.filter((entry) => base.overlap(entry, stems) >= ENOUGH_WORDS);
	}
	if (required.length > 0) entries = entries.filter((entry) => base.overlap(entry, required) >= HALF);
	else if (actors.length === 0 && jurisdictions.length === 0 && topics.length === 0)
		entries = entries.filter((entry) => base.overlap(entry, stems) >= ENOUGH_WORDS);
	const mentioned = actors.map((id) => new Set(base.entriesAbout(id)));
	const score = (entry: Entry) =>
		base.overlap(entry, stems) +
		(isFact(entry) ? 0 : spokenScore(entry, actors)) +
		MENTIONED * mentioned.filter((entriesAbout) => entriesAbout.has(entry)).length;
	const ranked = sortBy([...entries], score, dateOf);
	// Where one entry fits clearly, entries that only name the same people do not belong to the answer.
	const top = ranked[0] ? score(ranked[0]) : 0;
	return top < CLEAR_FIT ? ranked : ranked.filter((entry) => score(entry) >= top * HALF);
}

/** "What did Gref tell Putin": the first one named speaks, the second one is spoken to. */
function spokenScore(statement: Statement, [speaker, listener]: readonly string[]): number {
	return (
		(statement.speaker === speaker ? SPOKEN : 0) + (listener !== undefined && statement.to === listener ? SPOKEN : 0)
	);
}

/** The entries of a jurisdiction that hold all of the asker's telling words, best first. */
export function findByWords(question: Extract<Question, { kind: 'words' }>, base: KnowledgeBase, day: Day): Entry[] {
	const places = [question.jurisdiction, ...base.fallbacksOf(question.jurisdiction)];
	const entries = [...base.facts, ...base.statements].filter(
		(entry) =>
			(isFact(entry) ? places.includes(entry.jurisdiction) : entry.jurisdictions.includes(question.jurisdiction)) &&
			question.required.every((word) => base.holds(entry, word)) &&
			beginOf(entry) <= day,
	);
	const present = entries.filter((entry) => !isFact(entry) || base.phase(entry, day) !== 'past');
	return sortBy(
		question.past || present.length === 0 ? entries : present,
		(entry) => base.overlap(entry, question.stems),
		dateOf,
	);
}

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
			({ fact, phase }) => PHASE[phase] * 5 + (fact.lead ? LEAD : 0),
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

/** The facts that hold the asker's uncommon words ("race"), if any do; otherwise all. */
function singledOut(facts: readonly Fact[], stems: readonly string[], base: KnowledgeBase): readonly Fact[] {
	const telling = stems.filter((word) => {
		const share = facts.filter((fact) => base.holds(fact, word)).length / facts.length;
		return share > 0 && share <= UNCOMMON;
	});
	const holding = facts.filter((fact) => telling.every((word) => base.holds(fact, word)));
	return telling.length > 0 && holding.length > 0 ? holding : facts;
}

/** The best fact of each topic that a jurisdiction has anything on, in the order of topics.yaml. */
export function findOverview(jurisdiction: string, base: KnowledgeBase, day: Day): Section[] {
	const sections: Section[] = [];
	for (const topic of base.topics.keys()) {
		const question = { ...NOTHING_ELSE, jurisdictions: [jurisdiction], topics: [topic] };
		const section = findPair(jurisdiction, topic, question, base, day);
		if (section) sections.push(section);
	}
	return sections;
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

/** The first day an entry speaks of. */
function beginOf(entry: Entry): Day {
	return isFact(entry) ? startOf(entry) : firstDay(entry.date);
}

/** The latest date an entry gives of itself. */
function dateOf(entry: Fact | Statement): string {
	return isFact(entry) ? (entry.in_force ?? entry.announced ?? '') : entry.date;
}

function overlaps(entry: Entry, period: Period): boolean {
	if (!isFact(entry)) return firstDay(entry.date) <= period.to && lastDay(entry.date) >= period.from;
	return startOf(entry) <= period.to && (entry.until === undefined || lastDay(entry.until) >= period.from);
}

/** Sorted by `score`, the higher first; equals by `date`. */
function sortBy<T>(
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
