/** The words of questions in one language, as phrases of stems with their meanings. */
import { COUNTRIES } from '../knowledge/countries.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Language, NO_WORDS, type Words } from '../knowledge/language-schema.ts';
import { PhraseTrie } from '../text/phrase-trie.ts';
import { stemmerOf } from '../text/stemmers.ts';
import { tokenise } from '../text/tokens.ts';
import { type Meaning, sameMeaning } from './meaning.ts';

/** English is also what people of other languages say crypto words in. */
export const ENGLISH = 'en';
/** A shorter name of a country would be found by chance. */
const SHORTEST_NAME = 2;

/** What the signs + and & are read as, in whatever language. */
const AND = 'and';

/** "Oct" */
const SHORT_MONTH = 3;
/** Languages that put articles and prepositions before a word without a space. */
const PREFIXED = new Set(['ar']);

/** Languages whose "before" and "since" stand behind the date. */
const POSTPOSITIONS = new Set(['hi', 'tr', 'zh']);

/** Called with each phrase's normalised words and what it means. */
type OnPhrase = (words: readonly string[], meaning: Meaning) => void;

export class LanguageWords {
	/** ISO 639-1. */
	readonly code: string;
	readonly stem: (word: string) => string;
	readonly phrases = new PhraseTrie<Meaning>();
	/** Terms that have a definition, by its id. Kept apart, since most of them mean a topic too. */
	readonly definitions = new PhraseTrie<string>();
	/** Between two places or topics: "and". */
	readonly joins: ReadonlySet<string>;
	/** At the beginning of a question: "what", "can". */
	readonly asks: ReadonlySet<string>;
	/** At the beginning of a question that asks for a list. */
	readonly opensList: ReadonlySet<string>;
	/** Before what was spoken about: "about". */
	readonly about: ReadonlySet<string>;
	/** Words that ask for a rule: "rules", "law". */
	readonly rules: ReadonlySet<string>;
	/** Beside a status or a date, for the time before it: "before the ban". */
	readonly before: ReadonlySet<string>;
	/** Beside a date, for the time from it on. */
	readonly since: ReadonlySet<string>;
	/** Words such as "before" stand behind what they belong to. */
	readonly marksAfter: boolean;
	/** Before a place: "in", "of". */
	readonly placeBefore: ReadonlySet<string>;
	/** The plainest of them, which comes first in the list: "in". */
	readonly in: ReadonlySet<string>;
	/** Number of the month, from 1, by name, as phrases of stems like the next ones. */
	readonly months = new PhraseTrie<number>();
	/** "Last year", "next month": the unit, and how many of them from the question's day. */
	readonly relative = new PhraseTrie<{ unit: 'year' | 'month'; steps: number }>();
	readonly partsOfYear = new Map<string, 'early' | 'middle' | 'late'>();
	/** Single words as they are listed, before any stemming. */
	readonly #listed = new Set<string>();
	readonly #ambiguous = new Set<string>();
	readonly #onPhrase: OnPhrase;

	/** `onPhrase` is told of every phrase. English words are not stemmed: their forms are listed, and typos are mended instead. */
	constructor(language: Language, base: KnowledgeBase, onPhrase: OnPhrase = () => {}) {
		this.code = language.code;
		this.stem = language.code === ENGLISH ? (word) => word : stemmerOf(language.code);
		this.#onPhrase = onPhrase;
		const words = language.words ?? NO_WORDS;
		this.joins = setOf([...words.joins, AND]);
		this.asks = setOf(words.asks);
		this.opensList = setOf(words.opens_list);
		this.about = setOf(words.about);
		this.rules = setOf(words.rules);
		this.before = setOf(words.before);
		this.since = setOf(words.since);
		this.marksAfter = POSTPOSITIONS.has(language.code);
		this.placeBefore = setOf(words.place_before);
		this.in = setOf(words.place_before.slice(0, 1));
		for (const [index, name] of words.months.entries()) {
			this.months.add(wordsOf(name).map(this.stem), index + 1);
			if (this.code === ENGLISH) this.months.add([name.slice(0, SHORT_MONTH)], index + 1);
		}
		for (const [unit, names] of [
			['year', words.relative_years],
			['month', words.relative_months],
		] as const)
			for (const [steps, named] of [
				[-1, names?.last],
				[0, names?.this],
				[1, names?.next],
			] as const)
				for (const name of named ?? []) this.relative.add(wordsOf(name).map(this.stem), { unit, steps });
		for (const part of ['early', 'middle', 'late'] as const)
			for (const name of words.parts_of_year?.[part] ?? [])
				for (const word of wordsOf(name)) this.partsOfYear.set(word, part);
		this.#addWords(words);
		this.#addTopics(words, language, base);
		this.#addPlaces(words);
		for (const { id, term, aliases, names } of base.definitions.values())
			for (const name of this.code === ENGLISH ? [term, ...aliases] : (names[this.code] ?? []))
				this.definitions.add(wordsOf(name).map(this.stem), id);
	}

	/** Adds a name, given as its words, unless it has this meaning already. */
	addName(words: readonly string[], meaning: Meaning): void {
		const stems = words.map(this.stem);
		this.#addPhrase(stems, meaning);
		// A stemmer can take an ending for granted that is part of the word: Kazakhstan and "in Kazakhstan" meet only so.
		if (stems.some((stem, at) => stem !== words[at])) this.#addPhrase(words, meaning);
	}

	#addPhrase(stems: readonly string[], meaning: Meaning): void {
		if (!this.phrases.get(stems).some((known) => sameMeaning(known, meaning))) this.phrases.add(stems, meaning);
	}

	/** The meanings of exactly this phrase. */
	meaningsOf(words: readonly string[]): readonly Meaning[] {
		return this.phrases.get(words.map(this.stem));
	}

	/** Whether the word is one of the language's own just as it is, and not by its stem alone. */
	lists(word: string): boolean {
		return this.#listed.has(word);
	}

	/** Adds a phrase of the language itself. */
	#add(text: string, meaning: Meaning): void {
		const words = wordsOf(text);
		const [only, ...others] = words;
		if (only !== undefined && others.length === 0) this.#listed.add(only);
		this.addName(words, meaning);
		this.#onPhrase(words, meaning);
	}

	#addWords(words: Words): void {
		for (const word of words.function) this.#add(word, { kind: 'function' });
		for (const word of words.neutral) this.#add(word, { kind: 'neutral' });
		for (const word of words.crypto) this.#add(word, { kind: 'crypto' });
		for (const cue of Object.keys(words.cues) as (keyof typeof words.cues)[])
			for (const word of words.cues[cue] ?? []) this.#add(word, { kind: 'cue', cue });
		for (const [name, code] of Object.entries(words.implied)) this.#add(name, { kind: 'implied-place', code });
		for (const name of words.nowhere) this.#add(name, { kind: 'nowhere' });
	}

	#addTopics(words: Words, { labels }: Language, { topics, regions }: KnowledgeBase): void {
		for (const topic of topics.values()) {
			const own = words.topics[topic.id];
			const name = this.code === ENGLISH ? topic.name : labels?.topics[topic.id]?.name;
			if (name !== undefined) this.#add(name, { kind: 'topic', id: topic.id, certain: false });
			for (const term of own?.terms ?? []) this.#add(term, { kind: 'topic', id: topic.id, certain: true });
			for (const word of own?.words ?? []) this.#add(word, { kind: 'topic', id: topic.id, certain: false });
			for (const phrase of own?.other_meanings ?? []) this.#add(phrase, { kind: 'cue', cue: 'other-meaning' });
		}
		for (const [id, names] of Object.entries(words.statuses))
			for (const name of names) this.#add(name, { kind: 'status', id });
		for (const [id, names] of Object.entries(words.regions))
			if (id in regions) for (const name of names) this.#add(name, { kind: 'region', id });
	}

	/** Names of countries as Unicode's CLDR has them, and what people say beside them. English names come with all other names. */
	#addPlaces(words: Words): void {
		if (this.code === ENGLISH) return;
		for (const [name, codes] of Object.entries(words.ambiguous)) {
			this.#ambiguous.add(wordsOf(name).join(' '));
			for (const code of codes) this.addName(wordsOf(name), { kind: 'jurisdiction', code });
		}
		const names = new Intl.DisplayNames([this.code], { type: 'region', fallback: 'none' });
		for (const code of COUNTRIES.keys()) {
			const name = names.of(code);
			if (name !== undefined && name.length >= SHORTEST_NAME) this.#addPlace(name, code);
		}
		const union = names.of('EU');
		if (union !== undefined) this.#addPlace(union, 'EU');
		for (const [code, said] of Object.entries(words.places)) for (const name of said) this.#addPlace(name, code);
	}

	#addPlace(name: string, code: string): void {
		if (this.#ambiguous.has(wordsOf(name).join(' '))) return;
		// An everyday word is not a country: French "chypre" is, Turkish "mali" (financial) is not.
		const words = wordsOf(name);
		if (this.meaningsOf(words).some(({ kind }) => kind !== 'jurisdiction')) return;
		const [first = '', ...others] = words;
		const isChecked = others.length === 0 && !PREFIXED.has(this.code);
		this.addName(words, { kind: 'jurisdiction', code, ...(isChecked ? { like: first } : {}) });
	}
}

/** The normalised words of a text. */
export function wordsOf(text: string): string[] {
	return tokenise(text).map((token) => token.text);
}

function setOf(texts: readonly string[]): ReadonlySet<string> {
	return new Set(texts.flatMap(wordsOf));
}
