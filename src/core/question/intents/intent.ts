/** What an intent is: a question, a choice, or a reason for silence; and what reads one from a question's parts. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Asked } from '../asked.ts';
import type { Choices, OutOfScope, Question } from '../question.ts';

export type Intent = { kind: 'question'; question: Question } | Choices | OutOfScope;

export type Reader = (asked: Asked, base: KnowledgeBase) => Intent | undefined;

export function question(asked: Question): Intent {
	return { kind: 'question', question: asked };
}
