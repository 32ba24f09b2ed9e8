/** "Is mining legal in Russia?": what holds in jurisdictions on topics, with dates and citations. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { dayBefore } from '../knowledge/partial-date.ts';
import { startOf } from '../knowledge/phase.ts';
import { periodOf } from '../question/period.ts';
import type { Question } from '../question/question.ts';
import type { Answer } from './answer.ts';
import { composeTimeline } from './compose-events.ts';
import { addSection, pairAction, pairTitle } from './compose-section.ts';
import { composeNotCovered } from './compose-unanswered.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';
import { findTimeline } from './find-events.ts';
import { findSections, type Section } from './find-pairs.ts';
import type { FoundFact } from './found-fact.ts';
import { MAX_CITATIONS, MAX_PAIRS } from './limits.ts';
import { titleAt } from './period-words.ts';

type Lookup = Extract<Question, { kind: 'lookup' }>;

export function composeLookup(asked: Lookup, context: AnswerContext): Answer {
	const { base, day, messages: m } = context;
	const history = eventsOf(asked);
	if (history && findTimeline(history, base, day).events.length > 0) return composeTimeline(history, context);
	const present = withoutPresent(asked, day);
	const before = untilStatus(present, base);
	const then = before ? findSections(before, base, day) : [];
	const question = before && then.length > 0 ? before : present;
	const sections = then.length > 0 ? then : findSections(present, base, day);
	const [first] = sections;
	if (!first) return composeNotCovered(question.jurisdictions, question.topics, context);

	const draft = new Draft(context);
	const subject = sections.length === 1 ? pairTitle(first, context) : joinTitles(sections, context);
	draft.title = titleAt(subject, question.period, m);
	if (asked.period && asked.period.from > day) draft.note(m.notYet(m.date(asked.period.label)));
	if (sections.length === 1)
		addSection(
			draft,
			first,
			{ keepOrder: question.past, isThen: question.period !== undefined, question: asked },
			context,
		);
	else addBriefly(draft, sections, question.past || question.period !== undefined, context);
	for (const { jurisdiction, via } of sections) draft.noteVia(jurisdiction, via);
	addMissing(draft, question, sections, context);
	const places = question.jurisdictions.length > 0 ? question.jurisdictions : unique(sections, 'jurisdiction');
	return draft.finish('answered', places, question.topics.length > 0 ? question.topics : unique(sections, 'topic'));
}

/** What happened in a span of time ("since 2017") is the answer to a question about it. */
function eventsOf({
	jurisdictions,
	topics,
	entries,
	period,
}: Lookup): Extract<Question, { kind: 'timeline' }> | undefined {
	const [jurisdiction, ...otherPlaces] = jurisdictions;
	const [topic, ...otherTopics] = topics;
	if (period?.until === undefined || jurisdiction === undefined || topic === undefined) return undefined;
	if (otherPlaces.length + otherTopics.length + entries.length > 0) return undefined;
	return { kind: 'timeline', jurisdiction, topic, period };
}

/** The current year asked for by its number is the present, and of the future nothing but today is known. */
function withoutPresent({ period, ...question }: Lookup, day: string): Lookup {
	return !period || period.to >= day ? question : { ...question, period };
}

/** The question as of the day before the first fact of the status asked for was announced; undefined when there is no such fact. */
function untilStatus(question: Lookup, base: KnowledgeBase): Lookup | undefined {
	const { before = [], jurisdictions, topics, period } = question;
	if (before.length === 0 || period) return undefined;
	const days = jurisdictions
		.flatMap((code) => [code, ...base.fallbacksOf(code)])
		.flatMap((code) => topics.flatMap((topic) => base.factsOf(code, topic)))
		.filter(({ status }) => before.includes(status))
		.map(startOf);
	const first = days.sort()[0];
	if (first === undefined) return undefined;
	return { ...question, period: periodOf(dayBefore(first)) };
}

/** Several pairs side by side: the best fact of each. What does not fit is offered. */
function addBriefly(draft: Draft, sections: readonly Section[], past: boolean, context: AnswerContext): void {
	const { messages: m, names } = context;
	let shown = 0;
	for (const section of sections) {
		const best = bestOf(section, past);
		const title = pairTitle(section, context);
		const fits = shown === 0 || draft.cited + draft.newCitations(best.fact) <= MAX_CITATIONS;
		if (shown === MAX_PAIRS || !fits) {
			draft.suggest(m.askPair(names.topic(section.topic), names.clearPlace(section.jurisdiction)));
			continue;
		}
		// What is only history must not read as today's state.
		const status = best.phase === 'past' ? m.past : names.statusOf(best.fact);
		draft.addFact(best.fact, best.phase, [title, status].filter(Boolean).join(': '));
		draft.offer(title, pairAction(section.jurisdiction, section.topic));
		shown += 1;
	}
}

/** The fact that stands for a pair: one that holds or is coming, unless the past is asked for. */
function bestOf({ facts }: Section, past: boolean): FoundFact {
	const [first] = facts;
	return (past ? first : (facts.find(({ phase }) => phase !== 'past') ?? first)) as FoundFact;
}

/** Says of each pair asked for and not found that it is not covered: silence would read as "the same". */
function addMissing(
	draft: Draft,
	question: Lookup,
	sections: readonly Section[],
	{ messages: m, names }: AnswerContext,
): void {
	for (const jurisdiction of question.jurisdictions)
		for (const topic of question.topics) {
			if (sections.some((section) => section.jurisdiction === jurisdiction && section.topic === topic)) continue;
			const pair = m.pair(names.place(jurisdiction), names.topic(topic));
			draft.add({ text: m.notCovered(pair), citations: [] });
		}
}

function joinTitles(sections: readonly Section[], { messages: m, names }: AnswerContext): string {
	const places = unique(sections, 'jurisdiction').map((code) => names.label(code));
	const topics = unique(sections, 'topic').map((id) => names.topic(id));
	return m.pair(places.join(', '), topics.join(', '));
}

function unique(sections: readonly Section[], key: 'jurisdiction' | 'topic'): string[] {
	return [...new Set(sections.map((section) => section[key]))];
}
