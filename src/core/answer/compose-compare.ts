/** Jurisdictions side by side: one topic, or all of them; every cell has its citation. */
import type { Question } from '../question/question.ts';
import { encodeAction } from './actions.ts';
import type { Answer } from './answer.ts';
import { overviewAction, pairAction } from './compose-section.ts';
import { composeNotCovered } from './compose-unanswered.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';
import { bestFactOf } from './find-pairs.ts';
import { MAX_CITATIONS, MAX_COMPARED } from './limits.ts';
import { datesOf, paged } from './lines.ts';
import { titleAt } from './period-words.ts';

export function composeCompare(question: Extract<Question, { kind: 'compare' }>, context: AnswerContext): Answer {
	const { base, messages: m, names } = context;
	const { period } = question;
	const jurisdictions = question.jurisdictions.slice(0, MAX_COMPARED);
	const leftOut = question.jurisdictions.slice(MAX_COMPARED);
	const topics = question.topics.length > 0 ? question.topics : [...base.topics.keys()];
	const cell = (code: string, topic: string) => bestFactOf(code, topic, base, context.day, period);
	const rows = topics.filter((topic) => jurisdictions.some((code) => cell(code, topic)));
	if (rows.length === 0) return composeNotCovered(jurisdictions, question.topics, context);
	const draft = new Draft(context);
	const places = jurisdictions.map((code) => names.label(code)).join(' · ');
	const [first] = question.topics;
	const only = rows.length === 1 ? first : undefined;
	const title = only === undefined ? places : m.pair(places, names.topic(only));
	draft.title = m.comparisonOf(titleAt(title, period, m));
	if (leftOut.length > 0) draft.note(m.leftOut(MAX_COMPARED, leftOut.map((code) => names.place(code)).join(', ')));
	// As many topics as have room for a citation in every cell.
	const perPage = Math.min(context.pageSize, Math.max(1, Math.floor(MAX_CITATIONS / jurisdictions.length)));
	for (const topic of paged(
		draft,
		rows,
		question,
		context,
		Number.isFinite(context.pageSize) ? perPage : context.pageSize,
	)) {
		const cells = jurisdictions.map((code) => {
			const found = cell(code, topic);
			if (!found) return { place: names.label(code), text: m.noEntry, citations: [] };
			const { fact, phase, via } = found;
			const [best] = draft.bestSources(fact.sources);
			draft.use(fact);
			draft.noteVia(code, via);
			const status = phase === 'past' && !period ? m.past : names.statusOf(fact);
			return {
				place: names.label(code),
				status,
				text: fact.title,
				details: datesOf(fact, context),
				citations: best === undefined ? [] : draft.cite([best]),
			};
		});
		draft.add({
			...(only === undefined ? { heading: names.topic(topic) } : {}),
			text: '',
			cells,
			citations: cells.flatMap(({ citations }) => citations),
		});
	}
	if (only !== undefined)
		for (const code of jurisdictions) draft.offer(m.pair(names.label(code), names.topic(only)), pairAction(code, only));
	else for (const code of jurisdictions) draft.offer(m.buttonCountry(names.place(code)), overviewAction(code));
	if (first !== undefined)
		draft.offer(m.buttonAllTopics, encodeAction({ question: { kind: 'compare', jurisdictions, topics: [] } }));
	return draft.finish('answered', jurisdictions, question.topics.length > 0 ? question.topics : rows);
}
