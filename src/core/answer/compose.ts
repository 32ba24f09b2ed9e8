/** Turns what is asked into an Answer. Every sentence of it is an approved entry or a word of the frame. */
import { keyOf } from '../knowledge/entry.ts';
import type { Choices, OutOfScope, Question } from '../question/question.ts';
import { decodeAction, encodeAction, type View } from './actions.ts';
import type { Answer } from './answer.ts';
import { composeAbout } from './compose-about.ts';
import { composeCompare } from './compose-compare.ts';
import { composeDefinition } from './compose-definition.ts';
import { composeEntries, composeEntry, composeWords } from './compose-entries.ts';
import { composeChanges, composeTimeline } from './compose-events.ts';
import { composeList, composeOverview } from './compose-lines.ts';
import { composeLookup } from './compose-lookup.ts';
import { composeChoices, composeOutOfScope } from './compose-unanswered.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';

/** The answer to a question, or to what could not be read as one. */
export function compose(asked: Question | Choices | OutOfScope, context: AnswerContext): Answer {
	switch (asked.kind) {
		case 'clarify':
			return composeChoices(asked, context);
		case 'out-of-scope':
			return composeOutOfScope(asked, context);
		default:
			return withSourcesButton(asked, composeQuestion(asked, context), context);
	}
}

/** The answer that a button asks for; undefined when the button is of no known form. */
export function composeAction(action: string, context: Omit<AnswerContext, 'page'>): Answer | undefined {
	const view = decodeAction(action);
	return view && composeView(view, { ...context, page: view.page });
}

function composeView(view: View, context: AnswerContext): Answer {
	const answer = compose(view.question, context);
	return view.sources ? onlySources(answer, view, context) : answer;
}

function composeQuestion(question: Question, context: AnswerContext): Answer {
	switch (question.kind) {
		case 'lookup':
			return composeLookup(question, context);
		case 'words':
			return composeWords(question, context);
		case 'entry':
			return composeEntry(question.id, context);
		case 'entries':
			return composeEntries(question, context);
		case 'overview':
			return composeOverview(question, context);
		case 'list':
			return composeList(question, context);
		case 'about':
			return composeAbout(question, context);
		case 'timeline':
			return composeTimeline(question, context);
		case 'changes':
			return composeChanges(question, context);
		case 'compare':
			return composeCompare(question, context);
		case 'definition':
			return composeDefinition(question.ids, context);
	}
}

function withSourcesButton(question: Question, answer: Answer, context: AnswerContext): Answer {
	// A definition shows its sources, and has no more to say of them.
	if (answer.outcome !== 'answered' || answer.citations.length === 0 || question.kind === 'definition') return answer;
	const action = encodeAction({ question: repeatable(question, answer, context), page: context.page, sources: true });
	if (action === undefined) return answer;
	return { ...answer, actions: [...answer.actions, { label: context.messages.buttonSources, action }] };
}

/** The question in a form that a button can carry and that gives the same entries again. */
function repeatable(question: Question, answer: Answer, context: AnswerContext): Question {
	// The asker's words, which a button cannot carry, may have chosen the entries or their order.
	const plain: Question = 'stems' in question ? { ...question, stems: [] } : question;
	if (encodeAction({ question: plain }) !== undefined) {
		const again = 'stems' in question ? composeQuestion(plain, context) : answer;
		if (again.entries.join() === answer.entries.join()) return plain;
	}
	return { kind: 'entries', keys: answer.entries.map(keyOf) };
}

/** What in the sources supports each entry of the answer, instead of the answer's text. */
function onlySources(answer: Answer, view: View, context: AnswerContext): Answer {
	const { messages: m, base } = context;
	// An entry may have gone since the button was made.
	if (answer.outcome !== 'answered') return answer;
	const draft = new Draft(context);
	// An overview cites one source of each entry; citing all of them here would overflow the message.
	const cited = new Set(answer.citations.map(({ url }) => url));
	for (const id of answer.entries) {
		const entry = base.entries.get(id);
		if (entry) draft.addEvidence(entry, (source) => cited.has(source.url));
	}
	draft.title = m.sourcesOf(answer.title);
	draft.offer(m.buttonBack, encodeAction({ ...view, sources: false, replace: true }));
	return draft.finish('answered', answer.jurisdictions, answer.topics);
}
