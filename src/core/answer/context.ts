/** What composing an answer needs beside the question. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Day } from '../knowledge/partial-date.ts';
import type { Messages } from '../messages/messages.ts';
import type { Names } from './names.ts';

export interface AnswerContext {
	base: KnowledgeBase;
	/** The day the question is asked. */
	day: Day;
	messages: Messages;
	/** Of places, topics and statuses, in the answer's language. */
	names: Names;
	/** From 0. */
	page: number;
	/** Lines on a page of a list; Infinity where there is no limit, as in a terminal. */
	pageSize: number;
}
