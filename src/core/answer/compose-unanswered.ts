/** The outcomes without an answer: several readings, not covered, out of scope. Each offers helpful next steps. */
import type { Choices, OutOfScope } from '../question/question.ts';
import { MAX_QUESTION_LENGTH } from '../question/understand.ts';
import { encodeAction, lookupOf } from './actions.ts';
import type { Answer } from './answer.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';
import { topicsKnown } from './find-pairs.ts';
import { MAX_SUGGESTIONS } from './limits.ts';

export function composeChoices(choices: Choices, context: AnswerContext): Answer {
	const { base, messages: m, names } = context;
	const draft = new Draft(context);
	const { reason, jurisdictions, topics } = choices;
	const [topic] = topics;
	switch (reason) {
		case 'which-place':
			draft.title = m.whichPlaceTitle;
			draft.add({ text: m.whichPlace, citations: [] });
			for (const code of jurisdictions) suggest(draft, code, topic, context);
			break;
		case 'which-topic':
			draft.title = m.whichTopicTitle(jurisdictions.map((code) => names.label(code)).join(', '));
			draft.add({ text: m.whichTopic, citations: [] });
			suggestTopics(draft, jurisdictions, context, choices.likely);
			break;
		case 'place-missing':
			draft.title = m.placeMissingTitle;
			draft.add({ text: m.placeMissing(topic === undefined ? '' : names.topic(topic)), citations: [] });
			for (const code of base.bestKnown(topic).slice(0, MAX_SUGGESTIONS - 1)) suggest(draft, code, topic, context);
			if (draft.suggestions.length === 0) suggestExamples(draft, context);
			else if (topic !== undefined) {
				const all = m.askList(names.topic(topic));
				draft.suggest(all);
				draft.offer(all, encodeAction({ question: { kind: 'list', topic, statuses: [] }, replace: true }));
			}
			break;
		case 'nothing-specific':
			draft.title = m.nothingSpecificTitle;
			draft.add({ text: m.nothingSpecific, citations: [] });
			suggestExamples(draft, context);
	}
	return draft.finish('clarify', jurisdictions, topics);
}

/** In scope, but no approved entry: what is known nearby. */
export function composeNotCovered(
	jurisdictions: readonly string[],
	topics: readonly string[],
	context: AnswerContext,
	{ actors = [], text }: { actors?: readonly string[]; text?: string | undefined } = {},
): Answer {
	const { base, messages: m, names } = context;
	const draft = new Draft(context);
	draft.title = m.notCoveredTitle;
	const subject = [
		...actors.map((id) => base.actor(id)?.name ?? id),
		...topics.map((id) => names.topic(id)),
		...jurisdictions.map((code) => names.place(code)),
	].join(' · ');
	draft.add({ text: text ?? (subject ? m.notCovered(subject) : m.notCoveredWords), citations: [] });
	for (const code of jurisdictions) {
		const { state, on } = base.jurisdictions.get(code)?.research ?? { state: 'not-researched' as const, on: undefined };
		if (state === 'not-researched') draft.add({ text: m.notResearched(names.place(code)), citations: [] });
		if (state === 'nothing-found')
			draft.add({ text: m.nothingFound(names.place(code), on === undefined ? '' : m.date(on)), citations: [] });
	}
	for (const id of actors)
		if (base.entriesAbout(id).length > 0) draft.suggest(m.askStatements(base.actor(id)?.name ?? id));
	suggestTopics(draft, jurisdictions, context);
	const [topic] = topics;
	if (topic !== undefined) for (const code of base.bestKnown(topic).slice(0, 3)) suggest(draft, code, topic, context);
	if (draft.suggestions.length === 0) suggestExamples(draft, context);
	return draft.finish('not-covered', jurisdictions, topics);
}

export function composeOutOfScope({ reason }: OutOfScope, context: AnswerContext): Answer {
	const { messages: m } = context;
	const draft = new Draft(context);
	const [title, text] = {
		greeting: [m.helpTitle, `${m.welcome} ${m.helpIsNot}`],
		empty: [m.emptyTitle, m.empty],
		'too-long': [m.tooLongTitle, m.tooLong(MAX_QUESTION_LENGTH)],
		'unknown-place': [m.outOfScopeTitle, m.noSuchPlace],
		'other-field': [m.outOfScopeTitle, m.outOfScope],
		'not-understood': [m.outOfScopeTitle, m.notUnderstood],
	}[reason] as [string, string];
	draft.title = title;
	draft.add({ text, citations: [] });
	suggestExamples(draft, context);
	// Nobody else needs to read that somebody asked about the weather.
	return { ...draft.finish('out-of-scope', [], []), private: true };
}

/** Suggests the topic in the place, or the place alone, as text and as a button. */
function suggest(draft: Draft, code: string, topic: string | undefined, { messages: m, names }: AnswerContext): void {
	if (draft.suggestions.length >= MAX_SUGGESTIONS) return;
	const name = names.clearPlace(code);
	const text = topic === undefined ? name : m.askPair(names.topic(topic), name);
	const question = topic === undefined ? ({ kind: 'overview', jurisdiction: code } as const) : lookupOf(code, topic);
	draft.suggest(text);
	draft.offer(text, encodeAction({ question, replace: true }));
}

/** Suggests what is known of the places, topics that are likely meant before the others. */
function suggestTopics(
	draft: Draft,
	jurisdictions: readonly string[],
	context: AnswerContext,
	likely: readonly string[] = [],
): void {
	const order = new Map(likely.map((id, at) => [id, at]));
	const rank = (id: string) => order.get(id) ?? likely.length;
	for (const code of jurisdictions) {
		const known = topicsKnown(code, context.base, context.day);
		for (const topic of known.toSorted((a, b) => rank(a) - rank(b))) suggest(draft, code, topic, context);
	}
}

/** A few questions that have an answer today. */
function suggestExamples(draft: Draft, context: AnswerContext): void {
	const { base } = context;
	for (const topic of ['mining', 'tax', 'stablecoins', 'cbdc'].filter((id) => base.topics.has(id))) {
		const known = base.bestKnown(topic);
		const code = known[draft.suggestions.length % Math.max(1, known.length)];
		if (code !== undefined) suggest(draft, code, topic, context);
	}
}
