/** Answers of one line an entry, in pages: a topic around the world, all of a jurisdiction, a timeline. */
import type { Fact } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import { encodeAction } from './actions.ts';
import type { Answer } from './answer.ts';
import { overviewAction } from './compose-section.ts';
import { composeNotCovered } from './compose-unanswered.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';
import { findList, findTimeline } from './find-lines.ts';
import { findOverview } from './find-pairs.ts';

export function composeList(question: Extract<Question, { kind: 'list' }>, context: AnswerContext): Answer {
	const { base, day, messages: m } = context;
	const topic = base.topics.get(question.topic);
	const items = findList(question, base, day);
	const isAll = items.length === findList({ ...question, stems: [] }, base, day).length;
	if (!topic || items.length === 0) return composeNotCovered([], [question.topic], context);
	const draft = new Draft(base, m, day);
	const labels = topic.statuses.filter(({ id }) => question.statuses.includes(id)).map(({ label }) => label);
	const title = labels.length > 0 ? m.listed(topic.name, labels.join(', ')) : m.aroundTheWorld(topic.name);
	draft.title = question.period ? m.asOf(title, question.period.label) : title;
	draft.note(m.listCount(items.length));
	// A button cannot carry the words that singled some out.
	const { stems: _stems, ...plain } = question;
	const repeatable: Question = isAll ? plain : question;
	let heading: string | undefined;
	for (const { jurisdiction, fact, phase } of paged(draft, items, repeatable, context)) {
		const next = question.period
			? m.atThatTime
			: { current: m.now, coming: m.coming, past: m.past, unknown: m.past }[phase];
		const line = `${base.labelOf(jurisdiction)}: ${base.statusOf(fact)?.label ?? fact.status}. ${fact.title}`;
		addLine(draft, fact, line, datesOf(fact, context), next === heading ? undefined : next);
		heading = next;
	}
	return draft.finish(
		'answered',
		items.map(({ jurisdiction }) => jurisdiction),
		[question.topic],
	);
}

export function composeOverview(
	{ jurisdiction }: Extract<Question, { kind: 'overview' }>,
	context: AnswerContext,
): Answer {
	const { base, day, messages: m } = context;
	const sections = findOverview(jurisdiction, base, day);
	if (sections.length === 0) return composeNotCovered([jurisdiction], [], context);
	const draft = new Draft(base, m, day);
	draft.title = base.labelOf(jurisdiction);
	for (const { topic, via, facts } of paged(draft, sections, { kind: 'overview', jurisdiction }, context)) {
		const [best] = facts;
		if (!best) continue;
		const name = base.topics.get(topic)?.name ?? topic;
		const status = base.statusOf(best.fact)?.label ?? best.fact.status;
		// What is only history must not read as today's state.
		const label = best.phase === 'past' ? m.past : status;
		addLine(draft, best.fact, `${name}: ${label}. ${best.fact.title}`, datesOf(best.fact, context));
		if (via !== jurisdiction) draft.note(m.blocRule(base.nameOf(jurisdiction), base.nameOf(via)));
	}
	draft.offer(m.buttonTimeline, encodeAction({ question: { kind: 'timeline', jurisdiction } }));
	return draft.finish('answered', [jurisdiction]);
}

export function composeTimeline(question: Extract<Question, { kind: 'timeline' }>, context: AnswerContext): Answer {
	const { base, day, messages: m } = context;
	const { jurisdiction, topic, period } = question;
	const via = [jurisdiction, ...base.fallbacksOf(jurisdiction)].find(
		(code) => findTimeline({ ...question, jurisdiction: code }, base, day).length > 0,
	);
	if (via === undefined) return composeNotCovered([jurisdiction], topic === undefined ? [] : [topic], context);
	const events = findTimeline({ ...question, jurisdiction: via }, base, day);
	const draft = new Draft(base, m, day);
	const name = topic === undefined ? undefined : (base.topics.get(topic)?.name ?? topic);
	const subject = name === undefined ? base.labelOf(jurisdiction) : m.pair(base.labelOf(jurisdiction), name);
	draft.title = m.timelineOf(period ? m.pair(subject, period.label) : subject);
	if (via !== jurisdiction) draft.note(m.blocRule(base.nameOf(jurisdiction), base.nameOf(via)));
	const words = { announced: m.eventAnnounced, 'in-force': m.eventInForce, ended: m.eventEnded };
	for (const { date, event, fact } of paged(draft, events, question, context))
		addLine(draft, fact, `${m.date(date)}, ${words[event]}: ${fact.title}`, '');
	draft.offer(m.buttonCountry(base.nameOf(jurisdiction)), overviewAction(jurisdiction));
	return draft.finish('answered', [jurisdiction], topic === undefined ? undefined : [topic]);
}

/** One line with the entry's best source. */
function addLine(draft: Draft, fact: Fact, text: string, details: string, heading?: string): void {
	const [best] = draft.bestSources(fact.sources);
	draft.add({
		...(heading === undefined ? {} : { heading }),
		text,
		line: true,
		citations: best === undefined ? [] : draft.cite([best]),
		...(details ? { details } : {}),
	});
	draft.use(fact);
}

function datesOf(fact: Fact, { messages: m }: AnswerContext): string {
	if (fact.until !== undefined && fact.in_force !== undefined)
		return m.fromTo(m.date(fact.in_force), m.date(fact.until));
	if (fact.in_force !== undefined) return m.inForceSince(m.date(fact.in_force));
	return fact.announced === undefined ? '' : m.announced(m.date(fact.announced));
}

/** The items of the asked page; adds the page's number and the buttons to the pages beside it. */
function paged<T>(draft: Draft, items: readonly T[], question: Question, context: AnswerContext): readonly T[] {
	const { messages: m, pageSize } = context;
	const pages = Math.max(1, Math.ceil(items.length / pageSize));
	if (pages === 1) return items;
	const page = Math.min(context.page, pages - 1);
	draft.note(m.pageOf(page + 1, pages));
	if (page > 0) draft.offer(m.buttonPrevious, encodeAction({ question, page: page - 1, replace: true }));
	if (page < pages - 1) draft.offer(m.buttonNext, encodeAction({ question, page: page + 1, replace: true }));
	return items.slice(page * pageSize, (page + 1) * pageSize);
}
