/** "Is mining legal in Russia?": what holds in jurisdictions on topics, with dates and citations. */
import type { Entry } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import { encodeAction, lookupOf } from './actions.ts';
import type { Answer } from './answer.ts';
import { composeChoices, composeNotCovered } from './compose-unanswered.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';
import { type FoundFact, findByWords, findSections, jurisdictionsOf, type Section } from './find.ts';
import { MAX_CITATIONS, MAX_ENTRIES, MAX_PAIRS } from './limits.ts';

type Lookup = Extract<Question, { kind: 'lookup' }>;

export function composeLookup(question: Lookup, context: AnswerContext): Answer {
	const { base, day, messages: m } = context;
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
	const asked = question.jurisdictions.length > 0 ? question.jurisdictions : unique(sections, 'jurisdiction');
	return draft.finish('answered', asked, question.topics.length > 0 ? question.topics : unique(sections, 'topic'));
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

/** Adds entries in full, as many as one answer holds; gives the number left out. */
export function addEntries(draft: Draft, entries: readonly Entry[]): number {
	let shown = 0;
	for (const entry of entries) {
		if (shown >= MAX_ENTRIES || (shown > 0 && draft.cited + draft.newCitations(entry) > MAX_CITATIONS)) break;
		draft.addEntry(entry);
		shown += 1;
	}
	return entries.length - shown;
}

/** One pair in full: its status, what holds, what is coming, what was. */
function addSection(draft: Draft, section: Section, question: Lookup, context: AnswerContext): void {
	const { base, messages: m } = context;
	const { jurisdiction, topic, via, facts } = section;
	const from = context.page * MAX_ENTRIES;
	const shown = takeFitting(draft, facts.slice(from, from + MAX_ENTRIES));
	const lead = facts.find(({ fact, phase }) => fact.lead && phase === 'current') ?? facts[0];
	// A status of an earlier time must not look like today's.
	if (lead && lead.phase !== 'past' && !question.period) {
		const status = base.statusOf(lead.fact);
		if (status) draft.verdict = { label: status.label, meaning: status.meaning, severity: status.severity };
	}
	const headings = { current: undefined, coming: m.coming, past: question.period ? m.atThatTime : m.past };
	let heading: string | undefined;
	for (const phase of ['current', 'coming', 'past'] as const)
		for (const { fact } of shown.filter((found) => found.phase === phase)) {
			const next = headings[phase];
			draft.addFact(fact, phase, next === heading ? undefined : next);
			heading = next;
		}
	const left = facts.length - from - shown.length;
	if (left > 0) {
		draft.note(m.more(left));
		draft.offer(
			m.buttonMore,
			encodeAction({ question: lookupOf(jurisdiction, topic), page: context.page + 1, sources: false }),
		);
	}
	draft.offer(
		m.buttonTimeline,
		encodeAction({ question: { kind: 'timeline', jurisdiction: via, topic }, page: 0, sources: false }),
	);
	draft.offer(m.buttonCountry(base.nameOf(jurisdiction)), overviewAction(jurisdiction));
}

/** The facts of `found` that fit beside what the draft cites already; always at least the first. */
function takeFitting(draft: Draft, found: readonly FoundFact[]): FoundFact[] {
	const cited = new Set<string>();
	const fitting: FoundFact[] = [];
	for (const item of found) {
		const sources = [...item.fact.sources, ...item.fact.disputes.flatMap((dispute) => dispute.sources)];
		const all = cited.union(new Set(sources));
		if (fitting.length > 0 && draft.cited + all.size > MAX_CITATIONS) break;
		for (const id of sources) cited.add(id);
		fitting.push(item);
	}
	return fitting;
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
		draft.offer(
			pairTitle(section, context),
			encodeAction({ question: lookupOf(section.jurisdiction, section.topic), page: 0, sources: false }),
		);
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
	return encodeAction({ question: { kind: 'overview', jurisdiction }, page: 0, sources: false });
}

function unique(sections: readonly Section[], key: 'jurisdiction' | 'topic'): string[] {
	return [...new Set(sections.map((section) => section[key]))];
}

/** The jurisdictions of entries, each once. */
export function placesOf(entries: readonly Entry[]): string[] {
	return [...new Set(entries.flatMap(jurisdictionsOf))];
}
