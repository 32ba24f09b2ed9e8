/** What words and phrases mean, built from the knowledge base and the country names of the world. */
import { daleChall } from 'dale-chall';
import { COUNTRIES, flagOf } from '../knowledge/countries.ts';
import { isFact } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { PhraseTrie } from '../text/phrase-trie.ts';
import { tokenise } from '../text/tokens.ts';
import { TypoIndex } from './typos.ts';

/** What asks for something: statements, a list, history, the past, or nothing that the bot answers. */
export type Cue =
	| 'quote'
	| 'speech'
	| 'timeline'
	| 'greeting'
	| 'list'
	| 'history'
	| 'past'
	| 'off-topic'
	| 'other-meaning';

export type Meaning =
	| {
			kind: 'jurisdiction';
			code: string;
			/** The name of a city or region, which also says something of its own. */
			part?: true;
	  }
	| { kind: 'implied-place'; code: string }
	| { kind: 'other-place' }
	| { kind: 'topic'; id: string; certain: boolean }
	| { kind: 'status'; topic: string; status: string }
	| { kind: 'actor'; id: string }
	| { kind: 'crypto' }
	| { kind: 'cue'; cue: Cue }
	| { kind: 'neutral' }
	| { kind: 'function' };

/** Codes that people write in small letters too, since no English word is spelt so. */
const SMALL_CODES = new Set(['uk', 'eu', 'uae', 'usa', 'ru', 'cn', 'jp', 'kr', 'hk', 'sg', 'gb', 'tr', 'br']);

/** An entry that a phrase names; `certain` when the phrase can mean nothing else ("282-FZ", "GENIUS Act"), so that it needs no place. */
export interface EntryName {
	id: string;
	certain: boolean;
}

/** Everyday words of this length are corrected to as well; shorter ones are too like names. */
const LONG_WORD = 7;
/** The titles of laws that name an entry, in words. */
const MIN_TITLE = 3;
const MAX_TITLE = 7;

export class Lexicon {
	readonly phrases = new PhraseTrie<Meaning>();
	/** Names of single entries. Kept apart, since "digital euro" names an entry and a topic at once. */
	readonly entryNames = new PhraseTrie<EntryName>();
	/** ISO codes as written: "RU", "RUS". */
	readonly codes = new Map<string, string>();
	readonly #typos = new TypoIndex();
	/** Words of entry names, which are no mistypings of anything. */
	readonly #entryWords = new Set<string>();
	readonly #common = new Set<string>(daleChall);

	readonly #base: KnowledgeBase;

	constructor(base: KnowledgeBase) {
		this.#base = base;
		this.#addWords(base);
		this.#addTopics(base);
		this.#addJurisdictions(base);
		this.#addActors(base);
		this.#addEntries(base);
	}

	/** The code that `raw` spells, if it is one of those written in small letters too. */
	smallCode(raw: string): string | undefined {
		return SMALL_CODES.has(raw) ? this.codes.get(raw.toUpperCase()) : undefined;
	}

	/** The word that `word` is probably a mistyping of; undefined for everyday words and when none is near. */
	correct(word: string): string | undefined {
		if (this.#typos.has(word) || this.#entryWords.has(word) || this.#base.isWord(word) || this.#isEnglish(word))
			return undefined;
		return this.#typos.correct(word);
	}

	/** A common English word, also in one of its regular forms. */
	#isEnglish(word: string): boolean {
		if (this.#common.has(word)) return true;
		const base = word.replace(/(?:ers|er|ing|ed|es|s|ly)$/, '');
		return base.length >= 3 && [base, `${base}e`, `${base}y`].some((form) => form !== word && this.#common.has(form));
	}

	#add(text: string, meaning: Meaning): string[] {
		const tokens = tokenise(text).map((token) => token.text);
		if (!this.phrases.get(tokens).some((known) => sameMeaning(known, meaning))) this.phrases.add(tokens, meaning);
		return tokens;
	}

	/** Adds a phrase whose words are also what typos are corrected to. */
	#addWithTypos(text: string, meaning: Meaning, weight: number): void {
		for (const token of this.#add(text, meaning)) this.#typos.add(token, weight);
	}

	#addWords({ words }: KnowledgeBase): void {
		const all = (lists: Record<string, string[]>) => Object.values(lists).flat();
		for (const word of all(words.crypto)) this.#addWithTypos(word, { kind: 'crypto' }, 2);
		const cues: [Cue, Record<string, string[]>][] = [
			['quote', words.quote],
			['speech', words.speech],
			['list', words.list],
			['timeline', words.timeline],
			['greeting', words.greeting],
			['history', words.history],
			['past', words.past],
			['off-topic', words.off_topic],
		];
		for (const [cue, lists] of cues) for (const word of all(lists)) this.#add(word, { kind: 'cue', cue });
		for (const [name, code] of Object.entries(words.implied_places))
			this.#addWithTypos(name, { kind: 'implied-place', code }, 1);
		for (const name of all(words.other_places)) this.#add(name, { kind: 'other-place' });
		for (const word of all(words.neutral))
			for (const token of this.#add(word, { kind: 'neutral' })) {
				this.#common.add(token);
				if (token.length >= LONG_WORD) this.#typos.add(token, 0);
			}
		for (const word of all(words.function))
			for (const token of this.#add(word, { kind: 'function' })) this.#common.add(token);
	}

	#addTopics({ topics }: KnowledgeBase): void {
		for (const topic of topics.values()) {
			this.#addWithTypos(topic.name, { kind: 'topic', id: topic.id, certain: false }, 1);
			for (const terms of Object.values(topic.terms))
				for (const term of terms) this.#addWithTypos(term, { kind: 'topic', id: topic.id, certain: true }, 1);
			for (const words of Object.values(topic.words))
				for (const word of words) this.#addWithTypos(word, { kind: 'topic', id: topic.id, certain: false }, 1);
			for (const phrases of Object.values(topic.other_meanings))
				for (const phrase of phrases) this.#add(phrase, { kind: 'cue', cue: 'other-meaning' });
			for (const status of topic.statuses)
				for (const word of status.words) this.#add(word, { kind: 'status', topic: topic.id, status: status.id });
		}
	}

	#addJurisdictions({ jurisdictions, words }: KnowledgeBase): void {
		const ambiguous = new Map(Object.entries(words.ambiguous).map(([name, codes]) => [name.toLowerCase(), codes]));
		const add = (name: string, code: string, typos: boolean) => {
			const tokens = tokenise(name).map((token) => token.text);
			if (ambiguous.has(tokens.join(' '))) return;
			// "U.S." is a code: as a word it would be found in "tell us".
			if (tokens.length === 1 && /^[a-z]{2,3}$/.test(tokens[0] ?? '')) {
				this.codes.set((tokens[0] ?? '').toUpperCase(), code);
				return;
			}
			if (this.phrases.get(tokens).some(({ kind }) => kind === 'function' || kind === 'neutral')) return;
			const meaning: Meaning = { kind: 'jurisdiction', code };
			if (typos) this.#addWithTypos(name, meaning, 3);
			else this.#add(name, meaning);
		};
		const sovereign = new Set([...COUNTRIES.values()].filter((c) => c.sovereign).flatMap((c) => c.demonyms));
		for (const country of COUNTRIES.values()) {
			this.codes.set(country.code, country.code);
			this.codes.set(country.alpha3, country.code);
			add(country.flag, country.code, false);
			for (const name of country.names) add(name, country.code, true);
			// Other cities are too like capitals to be taken for them (Ajman, Amman).
			for (const name of country.capitals) add(name, country.code, false);
			for (const demonym of country.demonyms) {
				// "American" is of the United States, not of a territory that shares the word.
				if (!country.sovereign && sovereign.has(demonym)) continue;
				add(demonym, country.code, true);
				if (/(?:an|i)$/.test(demonym)) add(`${demonym}s`, country.code, false);
			}
		}
		for (const jurisdiction of jurisdictions.values()) {
			const { code } = jurisdiction;
			this.codes.set(code, code);
			if (code.length === 2) add(flagOf(code), code, false);
			add(jurisdiction.name, code, true);
			if (jurisdiction.official_name !== undefined) add(jurisdiction.official_name, code, true);
			for (const name of [...jurisdiction.aliases, ...jurisdiction.demonyms])
				add(name, code, /^[\p{Script=Latin}\s]+$/u.test(name));
			for (const name of jurisdiction.places)
				if (this.phrases.get(tokenise(name).map((token) => token.text)).length === 0)
					this.#add(name, { kind: 'jurisdiction', code, part: true });
		}
		// A name in another language may be an everyday word, a topic's word or another country's own name; those win.
		for (const country of COUNTRIES.values())
			for (const name of country.foreignNames) {
				const tokens = tokenise(name).map((token) => token.text);
				const [first] = tokens;
				if (first === undefined || (tokens.length === 1 && (first.length < 3 || this.#common.has(first)))) continue;
				const known = this.phrases.get(tokens);
				if (known.length === 0) add(name, country.code, false);
			}
		this.codes.set('UK', 'GB');
		for (const [name, codes] of ambiguous)
			for (const code of codes) {
				this.codes.set(code, code);
				this.#addWithTypos(name, { kind: 'jurisdiction', code }, 3);
			}
	}

	#addActors({ people, organisations }: KnowledgeBase): void {
		for (const actor of [...people.values(), ...organisations.values()])
			for (const name of [actor.name, ...actor.aliases]) {
				const tokens = tokenise(name).map((token) => token.text);
				if (tokens.length === 1 && this.#isEveryday(tokens)) continue;
				if (this.phrases.get(tokens).some(({ kind }) => kind === 'jurisdiction')) continue;
				if (people.has(actor.id)) this.#addWithTypos(name, { kind: 'actor', id: actor.id }, 2);
				else this.#add(name, { kind: 'actor', id: actor.id });
			}
	}

	#addEntries({ entries }: KnowledgeBase): void {
		for (const entry of entries.values()) {
			for (const name of entry.keywords) this.#addEntryName(name, entry.id);
			if (!isFact(entry) || !entry.instrument) continue;
			const { number, title } = entry.instrument;
			if (number !== undefined) this.#addEntryName(number, entry.id);
			// A title of a word or two ("Notice", "Tax Act") is shared by many laws.
			const [name = ''] = title.split('(');
			const length = tokenise(name).length;
			if (length >= MIN_TITLE && length <= MAX_TITLE) this.#addEntryName(name, entry.id);
		}
	}

	#addEntryName(name: string, id: string): void {
		const tokens = tokenise(name).map((token) => token.text);
		// A bare number or an everyday word names no entry.
		const isNumber = tokens.every((token) => /^\d+$/.test(token));
		if (isNumber || tokens.join('').length < 3 || this.#isEveryday(tokens)) return;
		if (this.entryNames.get(tokens).some((known) => known.id === id)) return;
		const known = this.phrases.get(tokens).some(({ kind }) => kind !== 'implied-place');
		const certain = !known && (/\d/.test(name) || /\p{Lu}.*\p{Lu}/u.test(name));
		for (const token of tokens) this.#entryWords.add(token);
		const distinct = tokens.some((token) => this.#isDistinct(token));
		this.entryNames.add(tokens, { id, certain: certain && distinct });
	}

	/** Whether a word is a name rather than a word of every day or of the field. */
	#isDistinct(token: string): boolean {
		const meanings = this.phrases.get([token]);
		if (meanings.length === 0) return !this.#isEnglish(token);
		return meanings.every(
			(meaning) => meaning.kind === 'actor' || meaning.kind === 'jurisdiction' || meaning.kind === 'implied-place',
		);
	}

	/** Whether all these words are words of every day, which an alias or keyword must not claim. */
	#isEveryday(tokens: readonly string[]): boolean {
		return tokens.every((token) => this.#common.has(token));
	}
}

function sameMeaning(a: Meaning, b: Meaning): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
