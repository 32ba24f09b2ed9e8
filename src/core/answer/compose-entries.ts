/** Answers made of given entries: one by its id, those an earlier answer showed, those that hold the asker's words. */
import { isFact, jurisdictionsOf, keyOf, topicsOf } from '../knowledge/entry.ts';
import type { Entry } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import type { Answer } from './answer.ts';
import { composeExplained } from './compose-explained.ts';
import { addSection, overviewAction, pairAction, pairTitle } from './compose-section.ts';
import { composeChoices } from './compose-unanswered.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';
import { findByWords } from './find-entries.ts';
import { intoPages, offerRest, placesOf } from './pages.ts';

/** Words that name no topic: answered when entries of the jurisdiction hold them, else the choice of topics. */
export function composeWords(question: Extract<Question, { kind: 'words' }>, context: AnswerContext): Answer {
	const { base, day, messages: m, names } = context;
	const { jurisdiction } = question;
	const entries = findByWords(question, base, day);
	if (entries.length === 0)
		return composeChoices(
			{ kind: 'clarify', reason: 'which-topic', jurisdictions: [jurisdiction], topics: [] },
			context,
		);
	const draft = new Draft(context);
	draft.title = names.label(jurisdiction);
	for (const entry of addPage(draft, entries, question, context)) {
		const [via] = jurisdictionsOf(entry);
		if (via !== undefined && !jurisdictionsOf(entry).includes(jurisdiction)) draft.noteVia(jurisdiction, via);
	}
	draft.offer(m.buttonCountry(names.place(jurisdiction)), overviewAction(jurisdiction));
	return draft.finish('answered', [jurisdiction]);
}

/** One entry in full; an answer that says so when it is gone. */
export function composeEntry(id: string, context: AnswerContext): Answer {
	const { base } = context;
	const entry = base.entries.get(id);
	if (!entry) return composeExplained({ kind: 'expired-action' }, context);
	const draft = new Draft(context);
	draft.title = entry.title;
	draft.addEntry(entry);
	const [jurisdiction] = jurisdictionsOf(entry);
	const [topic] = topicsOf(entry);
	if (jurisdiction !== undefined && topic !== undefined)
		draft.offer(pairTitle({ jurisdiction, topic }, context), pairAction(jurisdiction, topic));
	return draft.finish('answered', jurisdictionsOf(entry));
}

/** The entries of these keys in full, as an earlier answer showed or offered them. */
export function composeEntries(question: Extract<Question, { kind: 'entries' }>, context: AnswerContext): Answer {
	const { base, day, messages: m, names } = context;
	const byKey = new Map([...base.entries.values()].map((entry) => [keyOf(entry.id), entry]));
	const entries = question.keys.map((key) => byKey.get(key)).filter((entry) => entry !== undefined);
	if (entries.length === 0) return composeExplained({ kind: 'expired-action' }, context);
	const draft = new Draft(context);
	const places = placesOf(entries);
	const topics = [...new Set(entries.flatMap(topicsOf))];
	const facts = entries.filter(isFact);
	const [jurisdiction] = places;
	const [topic] = topics;
	const isPair = places.length === 1 && topics.length === 1 && facts.length === entries.length;
	if (isPair && jurisdiction !== undefined && topic !== undefined) {
		const found = facts.map((fact) => ({ fact, phase: base.phase(fact, day) }));
		const section = { jurisdiction, topic, via: jurisdiction, facts: found };
		draft.title = pairTitle(section, context);
		addSection(draft, section, { keepOrder: true, isThen: false, question }, context);
		return draft.finish('answered', places);
	}
	draft.title = m.pair(
		places.map((code) => names.label(code)).join(', '),
		topics.map((id) => names.topic(id)).join(', '),
	);
	addPage(draft, entries, question, context);
	for (const code of places.slice(0, 2)) draft.offer(m.buttonCountry(names.place(code)), overviewAction(code));
	return draft.finish('answered', places);
}

/** Adds the asked page of entries in full, with a button to the rest; gives the entries added. */
function addPage(
	draft: Draft,
	entries: readonly Entry[],
	question: Question,
	context: AnswerContext,
): readonly Entry[] {
	const pages = intoPages(entries, draft);
	const page = Math.min(context.page, pages.length - 1);
	const shown = pages[page] ?? [];
	for (const entry of shown) draft.addEntry(entry);
	offerRest(draft, pages.slice(page + 1).flat(), { question, page: page + 1 }, context);
	return shown;
}
