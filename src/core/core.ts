/** The core as a value: one immutable snapshot of knowledge that understands questions and answers them. */
import type { Answer } from './answer/answer.ts';
import { compose, composeAction } from './answer/compose.ts';
import { PAGE_SIZE } from './answer/limits.ts';
import { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { Day } from './knowledge/partial-date.ts';
import type { KnowledgeRecords } from './knowledge/records.ts';
import { messagesFor } from './messages/messages.ts';
import { Lexicon } from './question/lexicon.ts';
import type { Question } from './question/question.ts';
import { understand } from './question/understand.ts';
import { NameSearch } from './search/name-search.ts';

export interface AskOptions {
	/** The day the question is asked, YYYY-MM-DD. */
	day: Day;
	/** An IETF tag such as "en-GB"; English when it is not known. */
	language?: string | undefined;
	/** From 0. */
	page?: number;
	/** Lines on a page of a list; by default what fits the smallest chat message. */
	pageSize?: number;
}

export class PolicyCore {
	readonly base: KnowledgeBase;
	readonly names: NameSearch;
	readonly #lexicon: Lexicon;

	/** `records` must have passed the checker. */
	constructor(records: KnowledgeRecords) {
		this.base = new KnowledgeBase(records);
		this.names = new NameSearch(this.base);
		this.#lexicon = new Lexicon(this.base);
	}

	/** The answer to `text`, which may be any string. Never throws. */
	ask(text: string, options: AskOptions): Answer {
		const understood = understand(text, this.base, this.#lexicon);
		return compose(understood.kind === 'question' ? understood.question : understood, this.#context(options));
	}

	/** The answer to a question that a command has put together. */
	answer(question: Question, options: AskOptions): Answer {
		return compose(question, this.#context(options));
	}

	/** The answer that a button asks for; undefined when `action` is of no known form. */
	act(action: string, options: AskOptions): Answer | undefined {
		return composeAction(action, this.#context(options));
	}

	#context({ day, language, page = 0, pageSize = PAGE_SIZE }: AskOptions) {
		return { base: this.base, day, messages: messagesFor(language), page, pageSize };
	}
}
