/** Answers of one line an entry, in pages: a topic around the world, all of a jurisdiction. */
import type { Question } from '../question/question.ts';
import { encodeAction } from './actions.ts';
import type { Answer } from './answer.ts';
import { composeChanges, composeTimeline } from './compose-events.ts';
import { overviewAction } from './compose-section.ts';
import { composeChoices, composeNotCovered } from './compose-unanswered.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';
import { findList } from './find-lines.ts';
import { findOverview } from './find-pairs.ts';
import { addLine, datesOf, paged } from './lines.ts';
import { titleAt } from './period-words.ts';

/** So many words that no entry and no status answers to ask for something in particular. */
const PARTICULAR = 2;

export function composeList(question: Extract<Question, { kind: 'list' }>, context: AnswerContext): Answer {
	const { base, day, messages: m, names } = context;
	const topic = base.topics.get(question.topic);
	const { items, singled, statuses } = findList(question, base, day);
	if (!topic) return composeNotCovered([], [question.topic], context);
	const labels = (items.length > 0 ? statuses : question.statuses)
		.map((id) => names.status(topic.id, id)?.label)
		.filter((label) => label !== undefined);
	const regions = (question.regions ?? []).map((id) => names.region(id));
	if (items.length === 0) {
		// There may well be entries on the topic, only none of this kind.
		const kind = [...labels, ...regions].join(', ');
		const isKind = kind !== '' && base.factsOn(topic.id).length > 0;
		return composeNotCovered([], [topic.id], context, {
			text: isKind ? m.nowhere(names.topic(topic.id), kind) : undefined,
		});
	}
	// Everything on the topic is no answer to a question that asked for something of its own.
	const isParticular =
		(question.stems ?? []).length >= PARTICULAR && question.statuses.length === 0 && question.terms === undefined;
	if (isParticular && !singled)
		return composeChoices({ kind: 'clarify', reason: 'place-missing', jurisdictions: [], topics: [topic.id] }, context);
	const draft = new Draft(context);
	const subject =
		labels.length > 0 ? m.listed(names.topic(topic.id), labels.join(', ')) : m.aroundTheWorld(names.topic(topic.id));
	const title =
		regions.length > 0
			? m.pair(m.listed(names.topic(topic.id), labels.join(', ') || m.allStatuses), regions.join(', '))
			: subject;
	draft.title = titleAt(title, question.period, m);
	draft.note(m.listCount(items.length));
	// A button cannot carry the words that singled some out.
	const { stems: _stems, ...plain } = question;
	const repeatable: Question = singled ? question : plain;
	// What holds needs no heading before anything else, and for another time the title says which.
	let heading: string = m.now;
	for (const { jurisdiction, fact, phase, via } of paged(draft, items, repeatable, context)) {
		const next: string = question.period
			? heading
			: { current: m.now, coming: m.coming, past: m.past, unknown: m.past }[phase];
		const line = `${names.label(jurisdiction)}: ${names.statusOf(fact)}. ${fact.title}`;
		addLine(draft, fact, line, datesOf(fact, context), next === heading ? undefined : next);
		draft.noteVia(jurisdiction, via);
		heading = next;
	}
	return draft.finish(
		'answered',
		items.map(({ jurisdiction }) => jurisdiction),
		[question.topic],
	);
}

export function composeOverview(question: Extract<Question, { kind: 'overview' }>, context: AnswerContext): Answer {
	const { base, day, messages: m, names } = context;
	const { jurisdiction, period } = question;
	if (period && period.from > day)
		return composeChanges(
			{ kind: 'changes', jurisdictions: [jurisdiction], topics: [], direction: 'coming', period },
			context,
		);
	const then = period && period.to < day ? period : undefined;
	if (period?.until !== undefined) return composeTimeline({ kind: 'timeline', jurisdiction, period }, context);
	const sections = findOverview(jurisdiction, base, day, then);
	const statements = then
		? base.statements.filter(
				({ jurisdictions, date }) =>
					jurisdictions.includes(jurisdiction) && date >= then.from.slice(0, date.length) && date <= then.to,
			)
		: [];
	if (sections.length + statements.length === 0) return composeNotCovered([jurisdiction], [], context);
	const draft = new Draft(context);
	draft.title = then ? m.asOf(names.label(jurisdiction), m.date(then.label)) : names.label(jurisdiction);
	const items = [...sections, ...statements];
	for (const item of paged(draft, items, question, context)) {
		if ('said' in item) {
			const speaker = base.actor(item.speaker)?.name ?? item.speaker;
			addLine(draft, item, `${speaker}: ${item.title}`, m.date(item.date));
			continue;
		}
		const { topic, via, facts } = item;
		const [best] = facts;
		if (!best) continue;
		// What is only history must not read as today's state.
		const label = best.phase === 'past' && !then ? m.past : names.statusOf(best.fact);
		addLine(draft, best.fact, `${names.topic(topic)}: ${label}. ${best.fact.title}`, datesOf(best.fact, context));
		draft.noteVia(jurisdiction, via);
	}
	if (then) draft.offer(m.buttonCountry(names.place(jurisdiction)), overviewAction(jurisdiction));
	draft.offer(m.buttonTimeline, encodeAction({ question: { kind: 'timeline', jurisdiction } }));
	return draft.finish('answered', [jurisdiction]);
}
