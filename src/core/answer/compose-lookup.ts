/** "Is mining legal in Russia?": what holds in jurisdictions on topics, with dates and citations. */
import { isFact, jurisdictionsOf, topicsOf } from '../knowledge/entry.ts';
import type { Phase } from '../knowledge/phase.ts';
import type { Entry } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import { encodeAction, keyOf, lookupOf } from './actions.ts';
import type { Answer } from './answer.ts';
import { composeChoices, composeNotCovered } from './compose-unanswered.ts';
import type { AnswerContext } from './context.ts';
import { Draft, sourceIdsOf } from './draft.ts';
import { type FoundFact, findByWords, findSections, type Section } from './find.ts';
import { MAX_CITATIONS, MAX_ENTRIES, MAX_PAIRS } from './limits.ts';

const PHASES: readonly Phase[] = ['current', 'coming', 'past'];

type Lookup = Extract<Question, { kind: 'lookup' }>;

export function composeLookup(asked: Lookup, context: AnswerContext): Answer {
	const { base, day, messages: m } = context;
	const question = withoutPresent(asked, day);
	const sections = findSections(question, base, day).slice(0, MAX_PAIRS);
	const [first] = sections;
	if (!first) return composeNotCovered(question.jurisdictions, question.topics, context);

	const draft = new Draft(base, m, day);
	const subject = sections.length === 1 ? pairTitle(first, context) : joinTitles(sections, context);
	draft.title = question.period ? m.asOf(subject, question.period.label) : subject;
	if (sections.length === 1) addSection(draft, first, question, context);
	else addBriefly(draft, sections, context);
	for (const { jurisdiction, via } of sections)
		if (via !== jurisdiction) draft.note(m.blocRule(base.nameOf(jurisdiction), base.nameOf(via)));
	const places = question.jurisdictions.length > 0 ? question.jurisdictions : unique(sections, 'jurisdiction');
	return draft.finish('answered', places, question.topics.length > 0 ? question.topics : unique(sections, 'topic'));
}

/** The current year asked for by its number is the present. */
function withoutPresent({ period, ...question }: Lookup, day: string): Lookup {
	if (!period || (period.from <= day && day <= period.to)) return question;
	return { ...question, period };
}

/** Words that name no topic: answered when entries of the jurisdiction hold them, else the choice of topics. */
export function composeWords(question: Extract<Question, { kind: 'words' }>, context: AnswerContext): Answer {
	const { base, day, messages: m } = context;
	const entries = findByWords(question, base, day);
	if (entries.length === 0)
		return composeChoices(
			{ kind: 'clarify', reason: 'which-topic', jurisdictions: [question.jurisdiction], topics: [] },
			context,
		);
	const draft = new Draft(base, m, day);
	draft.title = base.labelOf(question.jurisdiction);
	addEntries(draft, entries);
	draft.offer(m.buttonCountry(base.nameOf(question.jurisdiction)), overviewAction(question.jurisdiction));
	return draft.finish('answered', [question.jurisdiction]);
}

/** One entry in full. */
export function composeEntry(id: string, context: AnswerContext): Answer {
	const { base, day, messages: m } = context;
	const entry = base.entries.get(id);
	if (!entry) return composeNotCovered([], [], context);
	const [place] = jurisdictionsOf(entry);
	const [topic] = topicsOf(entry);
	const draft = new Draft(base, m, day);
	draft.title = entry.title;
	draft.addEntry(entry);
	if (place !== undefined && topic !== undefined)
		draft.offer(
			m.pair(base.labelOf(place), base.topics.get(topic)?.name ?? topic),
			encodeAction({ question: lookupOf(place, topic) }),
		);
	return draft.finish('answered', jurisdictionsOf(entry));
}

/** The entries of these keys in full, as an earlier answer showed them. */
export function composeEntries(keys: readonly string[], context: AnswerContext): Answer {
	const { base, day, messages: m } = context;
	const byKey = new Map([...base.entries.values()].map((entry) => [keyOf(entry.id), entry]));
	const entries = keys.map((key) => byKey.get(key)).filter((entry) => entry !== undefined);
	if (entries.length === 0) return composeNotCovered([], [], context);
	const draft = new Draft(base, m, day);
	const places = placesOf(entries);
	const topics = [...new Set(entries.flatMap(topicsOf))];
	const [place] = places;
	const [topic] = topics;
	const facts = entries.filter(isFact);
	if (
		place !== undefined &&
		topic !== undefined &&
		places.length + topics.length === 2 &&
		facts.length === entries.length
	) {
		const section = {
			jurisdiction: place,
			topic,
			via: place,
			facts: facts.map((fact) => ({ fact, phase: base.phase(fact, day) })),
		};
		draft.title = pairTitle(section, context);
		// The order is the one that the earlier answer had.
		addSection(draft, section, { ...(lookupOf(place, topic) as Lookup), past: true }, context);
		return draft.finish('answered', places);
	}
	const names = topics.map((id) => base.topics.get(id)?.name ?? id);
	draft.title = m.pair(places.map((code) => base.labelOf(code)).join(', '), names.join(', '));
	addEntries(draft, entries, entries.length);
	for (const code of places.slice(0, 2)) draft.offer(m.buttonCountry(base.nameOf(code)), overviewAction(code));
	return draft.finish('answered', places);
}

/** Adds entries in full, as many as one answer holds; gives the number left out. */
export function addEntries(draft: Draft, entries: readonly Entry[], most = MAX_ENTRIES): number {
	let shown = 0;
	for (const entry of entries) {
		if (shown >= most || (shown > 0 && draft.cited + draft.newCitations(entry) > MAX_CITATIONS)) break;
		draft.addEntry(entry);
		shown += 1;
	}
	return entries.length - shown;
}

/** One pair in full: its status, what holds, what is coming, what was. */
function addSection(draft: Draft, section: Section, question: Lookup, context: AnswerContext): void {
	const { base, messages: m } = context;
	const { jurisdiction, topic, via, facts } = section;
	const pages = intoPages(draft, facts);
	const page = Math.min(context.page, pages.length - 1);
	const shown = pages[page] ?? [];
	const lead = facts.find(({ fact, phase }) => fact.lead && phase === 'current') ?? facts[0];
	// A status of an earlier time must not look like today's.
	if (lead && lead.phase !== 'past' && !question.period) {
		const status = base.statusOf(lead.fact);
		if (status) draft.verdict = { label: status.label, meaning: status.meaning, severity: status.severity };
	}
	const headings: Record<Phase, string | undefined> = {
		current: undefined,
		coming: m.coming,
		unknown: undefined,
		past: question.period ? m.atThatTime : m.past,
	};
	// What was asked for comes first; otherwise what holds comes before what is coming.
	const ordered = question.past ? shown : shown.toSorted((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
	let heading: string | undefined;
	for (const { fact, phase } of ordered) {
		const next = headings[phase];
		draft.addFact(fact, phase, next === heading ? undefined : (next ?? m.now));
		heading = next;
	}
	const left = facts.length - pages.slice(0, page + 1).flat().length;
	if (left > 0) {
		draft.note(m.more(left));
		draft.offer(m.buttonMore, nextPage(section, shown, page, question, context));
	}
	draft.offer(m.buttonTimeline, encodeAction({ question: { kind: 'timeline', jurisdiction: via, topic } }));
	draft.offer(m.buttonCountry(base.nameOf(jurisdiction)), overviewAction(jurisdiction));
}

/** The facts in pages: each holds at most MAX_ENTRIES facts and, but for a single fact, MAX_CITATIONS citations. */
function intoPages(draft: Draft, found: readonly FoundFact[]): FoundFact[][] {
	const pages: FoundFact[][] = [];
	let page: FoundFact[] = [];
	let cited = new Set<string>();
	for (const item of found) {
		const all = cited.union(new Set(sourceIdsOf(item.fact)));
		if (page.length > 0 && (page.length === MAX_ENTRIES || draft.cited + all.size > MAX_CITATIONS)) {
			pages.push(page);
			page = [];
			cited = new Set(sourceIdsOf(item.fact));
		} else cited = all;
		page.push(item);
	}
	if (page.length > 0) pages.push(page);
	return pages;
}

/**
 * The button to the facts that follow. It cannot carry the asker's words, which may have changed the order, so it leads
 * to the first page in the usual order that holds anything new.
 */
function nextPage(
	section: Section,
	shown: readonly FoundFact[],
	page: number,
	question: Lookup,
	context: AnswerContext,
) {
	const { jurisdiction, topic } = section;
	const plain = lookupOf(jurisdiction, topic) as Lookup;
	const [usual] = findSections(plain, context.base, context.day);
	const pages = intoPages(new Draft(context.base, context.messages, context.day), usual?.facts ?? []);
	const seen = new Set(shown.map(({ fact }) => fact.id));
	const from = question.stems.length > 0 ? 0 : page + 1;
	const next = pages.findIndex((facts, at) => at >= from && facts.some(({ fact }) => !seen.has(fact.id)));
	return next < 0 ? undefined : encodeAction({ question: plain, page: next, replace: true });
}

/** Several pairs side by side: the best fact of each. */
function addBriefly(draft: Draft, sections: readonly Section[], context: AnswerContext): void {
	const { base, messages: m } = context;
	for (const section of sections) {
		const best = section.facts[0] as FoundFact;
		if (draft.blocks.length > 0 && draft.cited + draft.newCitations(best.fact) > MAX_CITATIONS) {
			draft.suggest(
				m.askPair(base.topics.get(section.topic)?.name ?? section.topic, base.nameOf(section.jurisdiction)),
			);
			continue;
		}
		const status = base.statusOf(best.fact)?.label;
		draft.addFact(best.fact, best.phase, [pairTitle(section, context), status].filter(Boolean).join(': '));
		draft.offer(pairTitle(section, context), encodeAction({ question: lookupOf(section.jurisdiction, section.topic) }));
	}
}

function pairTitle({ jurisdiction, topic }: Section, { base, messages: m }: AnswerContext): string {
	return m.pair(base.labelOf(jurisdiction), base.topics.get(topic)?.name ?? topic);
}

function joinTitles(sections: readonly Section[], { base, messages: m }: AnswerContext): string {
	const places = unique(sections, 'jurisdiction').map((code) => base.labelOf(code));
	const topics = unique(sections, 'topic').map((id) => base.topics.get(id)?.name ?? id);
	return m.pair(places.join(', '), topics.join(', '));
}

function overviewAction(jurisdiction: string): string | undefined {
	return encodeAction({ question: { kind: 'overview', jurisdiction } });
}

function unique(sections: readonly Section[], key: 'jurisdiction' | 'topic'): string[] {
	return [...new Set(sections.map((section) => section[key]))];
}

/** The jurisdictions of entries, each once. */
export function placesOf(entries: readonly Entry[]): string[] {
	return [...new Set(entries.flatMap(jurisdictionsOf))];
}
