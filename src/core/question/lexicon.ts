/** What words and phrases mean, built from the knowledge base and the country names of the world. */
import { daleChall } from 'dale-chall';
import { COUNTRIES, flagOf } from '../knowledge/countries.ts';
import { isFact } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Organisation } from '../knowledge/schema.ts';
import { PhraseTrie } from '../text/phrase-trie.ts';
import { ENGLISH, LanguageWords, wordsOf } from './language-words.ts';
import type { EntryName, Meaning } from './meaning.ts';
import { TypoIndex } from './typos.ts';
import { Vocabulary } from './vocabulary.ts';

/** Codes that people write in small letters too, since no English word is spelt so. */
const SMALL_CODES = new Set(['uk', 'eu', 'uae', 'usa', 'ru', 'cn', 'jp', 'kr', 'hk', 'sg', 'gb', 'tr', 'br']);

/** Everyday words of this length are corrected to as well; shorter ones are too like names. */
const LONG_WORD = 7;
/** The titles of laws that name an entry, in words. */
const MIN_TITLE = 3;
const MAX_TITLE = 7;
/** What decides between equally near corrections; a question in another language is corrected to names alone. */
const TYPO_WEIGHT: Partial<Record<Meaning['kind'], number>> = {
	jurisdiction: 3,
	region: 3,
	actor: 2,
	crypto: 2,
	topic: 1,
	'implied-place': 1,
};
const NAMES_ONLY = 2;
const KIND_WORDS: Partial<Record<Organisation['kind'], readonly string[]>> = {
	bank: ['bank'],
	'central-bank': ['bank'],
	regulator: ['regulator'],
	court: ['court'],
	parliament: ['parliament'],
};

export class Lexicon {
	/** English words, and names in all languages. */
	readonly english: LanguageWords;
	/** Words that tell the languages from one another. */
	readonly vocabulary: Vocabulary;
	/** The other languages met so far, by ISO 639-1 code: each is built when it is first asked in. */
	readonly #others = new Map<string, LanguageWords>();
	/** Names of single entries. Kept apart, since "digital euro" names an entry and a topic at once. */
	readonly entryNames = new PhraseTrie<EntryName>();
	/** ISO codes as written: "RU", "RUS". */
	readonly codes = new Map<string, string>();
	readonly #typos = new TypoIndex();
	/** Names of places in two words, by both words written together. */
	readonly #pairs = new Map<string, readonly [string, string]>();
	readonly #pairTypos = new TypoIndex(1);
	/** Words of entry names, which are no mistypings of anything. */
	readonly #entryWords = new Set<string>();
	readonly #common = new Set<string>(daleChall);

	readonly #base: KnowledgeBase;
	readonly #isUsual: (word: string) => boolean;

	/** `isUsual` tells words that people use, which are no mistypings of rarer ones. */
	constructor(base: KnowledgeBase, isUsual: (word: string) => boolean = () => false) {
		this.#base = base;
		this.#isUsual = isUsual;
		const english = base.languages.get(ENGLISH) ?? { code: ENGLISH };
		this.english = new LanguageWords(english, base, (words, meaning) => this.#addEnglish(words, meaning));
		this.#addJurisdictions(base);
		this.#addActors(base);
		this.#addEntries(base);
		this.vocabulary = new Vocabulary([...base.languages.values()]);
	}

	/** The words of a language; English when there are none. */
	wordsOf(code: string): LanguageWords {
		const language = this.#base.languages.get(code);
		if (!language?.words || code === ENGLISH) return this.english;
		let words = this.#others.get(code);
		if (!words) {
			words = new LanguageWords(language, this.#base);
			this.#others.set(code, words);
		}
		return words;
	}

	/** The code that `raw` spells, if it is one of those written in small letters too. */
	smallCode(raw: string): string | undefined {
		return SMALL_CODES.has(raw) ? this.codes.get(raw.toUpperCase()) : undefined;
	}

	/** What an organisation is, in words that say something of the topic: a bank is asked about banking. */
	kindWordsOf(id: string): readonly string[] | undefined {
		const kind = this.#base.organisations.get(id)?.kind;
		return kind && KIND_WORDS[kind];
	}

	/** The word that `word` is probably a mistyping of; undefined for everyday words and when none is near. */
	correct(word: string, language: string): string | undefined {
		const isKnown = this.#typos.has(word) || this.#entryWords.has(word) || this.#isUsual(word);
		if (isKnown || this.#base.isWord(word) || this.#isEnglish(word)) return undefined;
		return this.#typos.correct(word, language === ENGLISH ? 0 : NAMES_ONLY);
	}

	/** The two words of a place's name that these are probably mistypings of ("honk kong"). */
	correctPair(first: string, second: string): readonly [string, string] | undefined {
		const joined = first + second;
		const known = this.#pairTypos.has(joined) ? joined : this.#pairTypos.correct(joined);
		return known === undefined ? undefined : this.#pairs.get(known);
	}

	/** A common English word, also in one of its regular forms. */
	#isEnglish(word: string): boolean {
		if (this.#common.has(word)) return true;
		const base = word.replace(/(?:ers|er|ing|ed|es|s|ly)$/, '');
		return base.length >= 3 && [base, `${base}e`, `${base}y`].some((form) => form !== word && this.#common.has(form));
	}

	/** What the English words say of typos and of everyday words. */
	#addEnglish(words: readonly string[], { kind }: Meaning): void {
		if (kind === 'neutral' || kind === 'function') for (const word of words) this.#common.add(word);
		if (kind === 'neutral') {
			for (const word of words) if (word.length >= LONG_WORD) this.#typos.add(word, 0);
			return;
		}
		const weight = TYPO_WEIGHT[kind];
		if (weight !== undefined) for (const word of words) this.#typos.add(word, weight);
	}

	/** Adds a phrase whose words are also what typos are corrected to. */
	#addWithTypos(words: readonly string[], meaning: Meaning): void {
		this.english.addName(words, meaning);
		for (const word of words) this.#typos.add(word, TYPO_WEIGHT[meaning.kind] ?? 0);
	}

	/** A name in two words is also found when they are written together. */
	#addPair([first, second, ...others]: readonly string[], meaning: Meaning): void {
		if (first === undefined || second === undefined || others.length > 0) return;
		const joined = first + second;
		this.#pairs.set(joined, [first, second]);
		this.#pairTypos.add(joined, 0);
		this.english.addName([joined], meaning);
	}

	#meaningsOf(words: readonly string[]): readonly Meaning[] {
		return this.english.meaningsOf(words);
	}

	#addJurisdictions({ jurisdictions, languages }: KnowledgeBase): void {
		const ambiguous = new Map(
			Object.entries(languages.get(ENGLISH)?.words?.ambiguous ?? {}).map(([name, codes]) => [
				name.toLowerCase(),
				codes,
			]),
		);
		const add = (name: string, code: string, typos: boolean, words = wordsOf(name)) => {
			if (ambiguous.has(words.join(' '))) return;
			// "U.S." is a code: as a word it would be found in "tell us".
			if (/^[A-Z]{2,3}$/.test(name.replaceAll('.', ''))) {
				this.codes.set((words[0] ?? '').toUpperCase(), code);
				return;
			}
			if (this.#meaningsOf(words).some(({ kind }) => kind === 'function' || kind === 'neutral')) return;
			const meaning: Meaning = { kind: 'jurisdiction', code };
			if (typos) this.#addPair(words, meaning);
			if (typos) this.#addWithTypos(words, meaning);
			else this.english.addName(words, meaning);
		};
		// Abu Dhabi is an emirate before it is a capital.
		const named = new Set(Object.values(languages.get(ENGLISH)?.words?.places ?? {}).flat());
		const sovereign = new Set([...COUNTRIES.values()].filter((c) => c.sovereign).flatMap((c) => c.demonyms));
		const cldr = new Intl.DisplayNames([ENGLISH], { type: 'region', fallback: 'none' });
		for (const country of COUNTRIES.values()) {
			this.codes.set(country.code, country.code);
			this.codes.set(country.alpha3, country.code);
			add(country.flag, country.code, false);
			for (const name of country.names) add(name, country.code, true);
			// "Hong Kong SAR China", as Unicode's CLDR has it.
			const usual = cldr.of(country.code);
			if (usual !== undefined) add(usual.replace(' & ', ' and '), country.code, false);
			// Other cities are too like capitals to be taken for them (Ajman, Amman).
			for (const name of country.capitals) if (!named.has(name)) add(name, country.code, false);
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
			for (const name of jurisdiction.places) this.#addPart(name, code);
		}
		for (const [code, names] of Object.entries(languages.get(ENGLISH)?.words?.places ?? {})) {
			if (code.includes('-')) this.codes.set(code, code);
			for (const name of names) {
				if (ambiguous.has(wordsOf(name).join(' '))) continue;
				if (code.includes('-')) add(name, code, true);
				else this.#addPart(name, code);
			}
		}
		// A name in another language may be an everyday word, a topic's word or another country's own name; those win.
		for (const country of COUNTRIES.values())
			for (const name of country.foreignNames) {
				const words = wordsOf(name);
				const [first] = words;
				if (first === undefined || (words.length === 1 && (first.length < 3 || this.#common.has(first)))) continue;
				if (this.#meaningsOf(words).length === 0) add(name, country.code, false, words);
			}
		// Parts are named in their own languages by people of all ("crypto tax Bayern").
		for (const { words } of languages.values())
			for (const [code, names] of Object.entries(words?.places ?? {}))
				if (code.includes('-'))
					for (const name of names) {
						const words = wordsOf(name);
						const isUsual = words.length === 1 && ((words[0]?.length ?? 0) < 4 || this.#common.has(words[0] ?? ''));
						if (!isUsual && this.#meaningsOf(words).length === 0)
							this.english.addName(words, { kind: 'jurisdiction', code });
					}
		this.codes.set('UK', 'GB');
		for (const [name, codes] of ambiguous)
			for (const code of codes) {
				this.codes.set(code, code);
				this.#addWithTypos(wordsOf(name), { kind: 'jurisdiction', code });
			}
	}

	/** The name of a city or region of a country, which gives way to any other meaning. */
	#addPart(name: string, code: string): void {
		const words = wordsOf(name);
		if (this.#meaningsOf(words).length === 0) this.english.addName(words, { kind: 'jurisdiction', code, part: true });
	}

	#addActors({ people, organisations }: KnowledgeBase): void {
		for (const actor of [...people.values(), ...organisations.values()])
			for (const name of [actor.name, ...actor.aliases]) {
				const words = wordsOf(name);
				if (words.length === 1 && this.#isEveryday(words)) continue;
				if (this.#meaningsOf(words).some(({ kind }) => kind === 'jurisdiction')) continue;
				if (people.has(actor.id)) this.#addWithTypos(words, { kind: 'actor', id: actor.id });
				else this.english.addName(words, { kind: 'actor', id: actor.id });
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
			const length = wordsOf(name).length;
			if (length >= MIN_TITLE && length <= MAX_TITLE) this.#addEntryName(name, entry.id);
		}
	}

	#addEntryName(name: string, id: string): void {
		const words = wordsOf(name);
		// A bare number or an everyday word names no entry.
		const isNumber = words.every((word) => /^\d+$/.test(word));
		if (isNumber || words.join('').length < 3 || this.#isEveryday(words)) return;
		if (this.entryNames.get(words).some((known) => known.id === id)) return;
		const known = this.#meaningsOf(words).some(({ kind }) => kind !== 'implied-place');
		const certain = !known && (/\d/.test(name) || /\p{Lu}.*\p{Lu}/u.test(name));
		for (const word of words) this.#entryWords.add(word);
		const distinct = words.some((word) => this.#isDistinct(word));
		this.entryNames.add(words, { id, certain: certain && distinct });
	}

	/** Whether a word is a name rather than a word of every day or of the field. */
	#isDistinct(word: string): boolean {
		const meanings = this.#meaningsOf([word]);
		if (meanings.length === 0) return !this.#isEnglish(word);
		return meanings.every(
			(meaning) => meaning.kind === 'actor' || meaning.kind === 'jurisdiction' || meaning.kind === 'implied-place',
		);
	}

	/** Whether all these words are words of every day, which an alias or keyword must not claim. */
	#isEveryday(words: readonly string[]): boolean {
		return words.every((word) => this.#common.has(word));
	}
}
