/** Answers made of dated events: the timeline of a place or topic, what is new, what comes next. */
import { firstDay } from '../knowledge/partial-date.ts';
import type { Question } from '../question/question.ts';
import { encodeAction } from './actions.ts';
import type { Answer } from './answer.ts';
import { overviewAction } from './compose-section.ts';
import { composeNotCovered } from './compose-unanswered.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';
import { findChanges, findTimeline, type TimelineEvent } from './find-events.ts';
import { addLine, paged, subjectOf } from './lines.ts';
import { periodText } from './period-words.ts';

export function composeTimeline(question: Extract<Question, { kind: 'timeline' }>, context: AnswerContext): Answer {
	const { messages: m, names } = context;
	const { jurisdiction, topic, period } = question;
	const { events, via } = findTimeline(question, context.base, context.day);
	const topics = topic === undefined ? [] : [topic];
	if (events.length === 0) return composeNotCovered(jurisdiction === undefined ? [] : [jurisdiction], topics, context);
	const draft = new Draft(context);
	const subject = [
		...(jurisdiction === undefined ? [] : [names.label(jurisdiction)]),
		...topics.map((id) => names.topic(id)),
		...(period ? [periodText(period, m)] : []),
	];
	draft.title = m.timelineOf(subject.join(' · '));
	if (jurisdiction !== undefined && via !== undefined) draft.noteVia(jurisdiction, via);
	addEvents(draft, paged(draft, events, question, context), jurisdiction === undefined, false, context);
	if (jurisdiction !== undefined) draft.offer(m.buttonCountry(names.place(jurisdiction)), overviewAction(jurisdiction));
	else if (topic !== undefined)
		draft.offer(
			m.aroundTheWorld(names.topic(topic)),
			encodeAction({ question: { kind: 'list', topic, statuses: [] } }),
		);
	return draft.finish(
		'answered',
		jurisdiction === undefined ? placesOf(events) : [jurisdiction],
		topic === undefined ? undefined : topics,
	);
}

export function composeChanges(asked: Extract<Question, { kind: 'changes' }>, context: AnswerContext): Answer {
	const { messages: m, names, day } = context;
	const { jurisdictions, topics, regions = [], period } = asked;
	// A period that is over or has not begun leaves no choice: "which rules start in 2027", "started in 2025".
	const direction = period && period.from > day ? 'coming' : period && period.to < day ? 'recent' : asked.direction;
	const question = { ...asked, direction };
	const { events, borrowed } = findChanges(question, context.base, context.day);
	const subject = [
		...jurisdictions.map((code) => names.label(code)),
		...regions.map((id) => names.region(id)),
		...topics.map((id) => names.topic(id)),
		...(period ? [periodText(period, m)] : []),
	].join(' · ');
	if (events.length === 0) {
		const answer = composeNotCovered(jurisdictions, topics, context);
		return { ...answer, notes: [...answer.notes, direction === 'coming' ? m.nothingComing : m.nothingNew] };
	}
	const draft = new Draft(context);
	draft.title = (direction === 'coming' ? m.comingIn : m.newIn)(subject);
	for (const [place, via] of borrowed) draft.noteVia(place, via);
	addEvents(
		draft,
		paged(draft, events, question, context),
		jurisdictions.length !== 1 || borrowed.size > 0,
		topics.length !== 1,
		context,
	);
	const other = direction === 'coming' ? 'recent' : 'coming';
	const label = other === 'coming' ? m.buttonComing : m.buttonNew;
	const { period: _period, ...always } = question;
	draft.offer(label, encodeAction({ question: { ...always, direction: other } }));
	for (const code of jurisdictions.slice(0, 2)) draft.offer(m.buttonCountry(names.place(code)), overviewAction(code));
	return draft.finish(
		'answered',
		jurisdictions.length > 0 ? jurisdictions : placesOf(events),
		topics.length > 0 ? topics : undefined,
	);
}

/** A line an event: "8 August 2024, announced: Mining legalised with a register of miners". */
function addEvents(
	draft: Draft,
	events: readonly TimelineEvent[],
	withPlace: boolean,
	withTopic: boolean,
	context: AnswerContext,
): void {
	const { messages: m, day } = context;
	const words = {
		announced: m.eventAnnounced,
		'in-force': m.eventInForce,
		ended: m.eventEnded,
		pending: m.eventPending,
	};
	for (const { date, event, fact } of events) {
		const isAhead = date !== undefined && firstDay(date) > day;
		const ahead = { 'in-force': m.inForceFrom, ended: m.inForceUntil, announced: m.announced, pending: m.announced }[
			event
		];
		const then = isAhead ? ahead(m.date(date)) : date && `${m.date(date)}, ${words[event]}`;
		const when = then ?? words[event];
		const subject = subjectOf(fact, context, withPlace, withTopic);
		addLine(draft, fact, `${when}: ${subject ? `${subject}: ` : ''}${fact.title}`, '');
	}
}

function placesOf(events: readonly TimelineEvent[]): string[] {
	return [...new Set(events.map(({ fact }) => fact.jurisdiction))];
}
