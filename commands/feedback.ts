/** The buttons under an answer by which people say what they think of it. */
import type { Action, Answer } from '../src/core/answer/answer.ts';
import { keyOf } from '../src/core/knowledge/entry.ts';
import type { Messages } from '../src/core/messages/messages.ts';
import { buttonId, formId } from './screen.ts';

/** Entries whose keys fit into one button. */
const MAX_ENTRIES = 8;

/** The answer with these buttons, when it is made of entries. */
export function withFeedback(answer: Answer, m: Messages): Answer {
	const { outcome, entries, citations } = answer;
	if (outcome !== 'answered' || entries.length === 0 || citations.length === 0) return answer;
	const keys = entries.slice(0, MAX_ENTRIES).map(keyOf).join('.');
	const feedback: Action[] = [
		{ label: m.buttonHelpful, action: buttonId('helpful', keys) },
		{ label: m.buttonUnhelpful, action: buttonId('unhelpful', keys) },
		{ label: m.buttonReport, action: formId('report', keys) },
	];
	return { ...answer, feedback };
}
