/** The core as a value: one immutable snapshot of knowledge that understands questions and answers them. */
import type { Answer } from './answer/answer.ts';
import { compose, composeAction } from './answer/compose.ts';
import { composeExplained, type Explained } from './answer/compose-explained.ts';
import { MAX_CITATIONS } from './answer/limits.ts';
import { Names } from './answer/names.ts';
import { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { Day } from './knowledge/partial-date.ts';
import type { KnowledgeRecords } from './knowledge/records.ts';
import { messagesFor } from './messages/messages.ts';
import { Classifiers } from './question/classifiers.ts';
import { explainUnderstanding } from './question/explain.ts';
import { ENGLISH } from './question/language-words.ts';
import { Lexicon } from './question/lexicon.ts';
import { findLeftOver, findMentions } from './question/mentions.ts';
import type { Question } from './question/question.ts';
import { understand } from './question/understand.ts';
import { type NameKind, NameSearch } from './search/name-search.ts';

export interface AskOptions {
	/** The day the question is asked, YYYY-MM-DD. */
	day: Day;
	/** An IETF tag such as "en-GB"; English when it is not known. */
	language?: string | undefined;
	/** From 0. */
	page?: number;
	/** The title of an earlier answer that the question follows: what it does not name itself ("and in Japan?") is taken from there. */
	about?: string | undefined;
	/** Lines on a page of a list; by default what fits the smallest chat message. */
	pageSize?: number;
}

export class PolicyCore {
	readonly base: KnowledgeBase;
	readonly names: NameSearch;
	readonly #lexicon: Lexicon;
	readonly #classifiers: Classifiers;

	/**
	 * `records` must have passed the checker. With `learnt` the topics are not learnt anew from the examples, but taken from
	 * that core: for records that differ from its own by a few entries or words.
	 */
	constructor(records: KnowledgeRecords, learnt?: PolicyCore) {
		this.base = new KnowledgeBase(records);
		this.names = new NameSearch(this.base);
		this.#classifiers = learnt ? learnt.#classifiers : new Classifiers(this.base);
		const english = this.#classifiers.of(ENGLISH);
		this.#lexicon = new Lexicon(this.base, (word) => english.isUsual(word));
	}

	/** The answer to `text`, which may be any string. Never throws. */
	ask(text: string, options: AskOptions): Answer {
		const about = options.about === undefined ? undefined : this.mentioned(options.about);
		const understood = understand(text, this.#knowing, { day: options.day, hint: options.language, about });
		const context = this.#context({ ...options, language: understood.language });
		return compose(understood.kind === 'question' ? understood.question : understood, context);
	}

	/** Why `text` is understood as it is, in a few lines of English. */
	explainUnderstanding(text: string, { day, language }: Pick<AskOptions, 'day' | 'language'>): string[] {
		return explainUnderstanding(text, this.#knowing, { day, hint: language });
	}

	/** The answer to a question that a command has put together. */
	answer(question: Question, options: AskOptions): Answer {
		return compose(question, this.#context(options));
	}

	/** The answer that a button asks for; undefined when `action` is of no known form. */
	act(action: string, options: AskOptions): Answer | undefined {
		return composeAction(action, this.#context(options));
	}

	/** Whether `id` is that of an entry or a definition. */
	isEntry(id: string): boolean {
		return this.base.entries.has(id) || this.base.definitions.has(id);
	}

	/** One entry in full, by its id. */
	answerEntry(id: string, options: AskOptions): Answer {
		return this.answer(
			this.base.definitions.has(id) ? { kind: 'definition', ids: [id] } : { kind: 'entry', id },
			options,
		);
	}

	/** An answer about the bot itself or about how it was asked. */
	explain(what: Explained, options: AskOptions): Answer {
		return composeExplained(what, this.#context(options));
	}

	/**
	 * Answers the question that `build` makes of ids, for names as people type them (a code, an id, a name, a typo).
	 * A name that fits nothing, or several places, gives an answer that says so.
	 */
	withNames<Key extends string>(
		names: Record<Key, readonly [kind: NameKind, name: string | undefined]>,
		options: AskOptions,
		build: (ids: Partial<Record<Key, string>>) => Question,
	): Answer {
		const ids: Partial<Record<Key, string>> = {};
		for (const [key, [kind, name]] of Object.entries(names) as [Key, readonly [NameKind, string | undefined]][]) {
			if (name === undefined) continue;
			const meant = this.meant(kind, name);
			if (meant.length > 1 && kind === 'jurisdiction')
				return compose(
					{ kind: 'clarify', reason: 'which-place', jurisdictions: meant, topics: [] },
					this.#context(options),
				);
			const [id, ...others] = meant;
			if (id === undefined || others.length > 0)
				return this.explain(
					{ kind: 'unknown-name', nameKind: kind, name, near: this.names.suggest(kind, name, 5) },
					options,
				);
			ids[key] = id;
		}
		return this.answer(build(ids), options);
	}

	/** The ids that `name` can mean; more than one when it is ambiguous, none when it means nothing of this kind. */
	meant(kind: NameKind, name: string): string[] {
		const mentioned = this.mentioned(name)[kind];
		if (kind === 'jurisdiction' && mentioned.length > 1) return mentioned;
		const exact = this.names.exact(kind, name);
		return exact ? [exact.id] : mentioned;
	}

	/** The ids of everything that `text` names, in the order of naming. */
	mentioned(text: string): Record<NameKind, string[]> {
		return findMentions(text, this.#lexicon, this.base);
	}

	/** The words of `text` that name nothing of these kinds, as they were typed. */
	leftOver(text: string, kinds: readonly NameKind[]): string {
		return findLeftOver(text, new Set(kinds), this.#lexicon);
	}

	/**
	 * Prepares the languages but English one by one, which otherwise happens when each is first asked in and takes that
	 * question some tenths of a second. Yields after each step, so that a server can answer in between.
	 */
	*prepareLanguages(): Generator<string> {
		this.#lexicon.vocabulary.prepare();
		yield 'words that tell the languages';
		for (const code of this.base.languages.keys()) {
			this.#lexicon.wordsOf(code);
			yield `words of ${code}`;
			this.#classifiers.of(code);
			yield `examples of ${code}`;
		}
	}

	get #knowing() {
		return { base: this.base, lexicon: this.#lexicon, classifiers: this.#classifiers };
	}

	#context({ day, language, page = 0, pageSize = MAX_CITATIONS }: AskOptions) {
		const messages = messagesFor(language);
		return { base: this.base, day, messages, names: new Names(this.base, messages.language), page, pageSize };
	}
}
