/** "Who said what": statements by or to someone, and what an organisation did. */
import { isFact, jurisdictionsOf } from '../knowledge/entry.ts';
import type { Entry } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import { encodeAction } from './actions.ts';
import type { Answer } from './answer.ts';
import { composeNotCovered } from './compose-unanswered.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';
import { findEntriesAbout } from './find-entries.ts';
import { intoPages, offerRest, placesOf } from './pages.ts';
import { titleAt } from './period-words.ts';

/** The places that all entries share; every place when they share none. */
function sharedPlaces(entries: readonly Entry[]): string[] {
	const all = placesOf(entries);
	const shared = all.filter((code) => entries.every((entry) => jurisdictionsOf(entry).includes(code)));
	return shared.length > 0 ? shared : all;
}

export function composeAbout(question: Extract<Question, { kind: 'about' }>, context: AnswerContext): Answer {
	const { base, day, messages: m, names: called, page } = context;
	const { actors, jurisdictions, topics } = question;
	const entries = findEntriesAbout(question, base, day);
	if (entries.length === 0) return composeNotCovered(jurisdictions, topics, context, { actors });

	const draft = new Draft(context);
	const names = actors.map((id) => base.actor(id)?.name ?? id).join(', ');
	const subject = [...jurisdictions.map((code) => called.label(code)), ...topics.map((id) => called.topic(id))].join(
		' · ',
	);
	const pages = intoPages(entries, draft);
	const at = Math.min(page, pages.length - 1);
	const used = pages[at] ?? [];
	const allStatements = used.every((entry) => !isFact(entry));
	draft.title = names
		? allStatements && entries.some((entry) => !isFact(entry) && actors.includes(entry.speaker))
			? m.statementsBy(names)
			: m.about(names)
		: subject
			? m.statementsOn(subject)
			: m.statements;
	draft.title = titleAt(draft.title, question.period, m);
	for (const entry of used) draft.addEntry(entry);
	offerRest(draft, pages.slice(at + 1).flat(), { question, page: at + 1 }, context);
	for (const code of placesOf(used).slice(0, 2))
		draft.offer(
			m.buttonCountry(called.place(code)),
			encodeAction({ question: { kind: 'overview', jurisdiction: code } }),
		);
	return draft.finish(
		'answered',
		jurisdictions.length > 0 ? jurisdictions : sharedPlaces(used),
		topics.length > 0 ? topics : undefined,
	);
}
