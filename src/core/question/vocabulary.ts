/** How often each language says a word, to tell in which language a question is asked. */
import type { Language, Words } from '../knowledge/language-schema.ts';
import { wordsOf } from './language-words.ts';

/** A word never seen in a language counts as a tenth of one seen once. */
const UNSEEN = 0.1;

/** Half of the examples tell the languages apart as well as all do, in half of the time. */
const EVERY = 2;
const OTHER = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** A language of another script is told by that: one with fewer texts in Latin letters than one in so many. */
const LATIN_SHARE = 10;

export class Vocabulary {
	/** ISO 639-1 codes, in the order of the counts. */
	readonly codes: readonly string[];
	readonly #languages: readonly Language[];
	/** Occurrences by language, of each word. */
	#counts: ReadonlyMap<string, Float64Array> | undefined;
	/** All occurrences, by language. */
	readonly #sizes: Float64Array;

	constructor(languages: readonly Language[]) {
		this.#languages = languages.filter(({ words }) => words);
		this.codes = this.#languages.map(({ code }) => code);
		this.#sizes = new Float64Array(this.codes.length);
	}

	has(language: string): boolean {
		return this.codes.includes(language);
	}

	/**
	 * How likely each language is by these words (normalised), in the order of `codes`: the logarithms of the probabilities of
	 * naive Bayes, but for what is the same for all. Undefined when no language has any of the words.
	 */
	likelihoods(words: readonly string[]): Float64Array | undefined {
		const counts = this.prepare();
		const sums = new Float64Array(this.codes.length);
		let isKnown = false;
		for (const word of words) {
			const said = counts.get(word);
			if (!said) continue;
			isKnown = true;
			for (const [at, size] of this.#sizes.entries())
				if (size === 0) sums[at] = Number.NEGATIVE_INFINITY;
				else
					sums[at] = (sums[at] as number) + Math.log(((said[at] as number) + UNSEEN) / (size + UNSEEN * counts.size));
		}
		return isKnown ? sums : undefined;
	}

	/** Counts the words of all languages, from their lists and example questions: some hundredths of a second, once. */
	prepare(): ReadonlyMap<string, Float64Array> {
		if (this.#counts) return this.#counts;
		const counts = new Map<string, Float64Array>();
		for (const [at, { words, wordings, labels }] of this.#languages.entries()) {
			const examples = Object.values(wordings ?? {}).flat();
			const names = Object.values(labels?.topics ?? {}).map(({ name }) => name);
			const texts = [
				...names,
				...(words ? phrasesOf(words) : []),
				...examples.filter((_text, index) => index % EVERY === 0),
			];
			const latin = texts.filter((text) => !OTHER.test(text));
			if (latin.length * LATIN_SHARE < texts.length) continue;
			for (const word of latin.flatMap(wordsOf)) {
				const said = counts.get(word) ?? new Float64Array(this.codes.length);
				counts.set(word, said);
				said[at] = (said[at] as number) + 1;
				this.#sizes[at] = (this.#sizes[at] as number) + 1;
			}
		}
		this.#counts = counts;
		return counts;
	}
}

function phrasesOf(words: Words): string[] {
	const topics = Object.values(words.topics).flatMap(({ terms, words: said }) => [...terms, ...said]);
	const small = [words.function, words.joins, words.about, words.place_before, words.opens_list];
	return [
		...small,
		words.neutral,
		words.crypto,
		topics,
		...Object.values(words.cues),
		...Object.values(words.statuses),
	].flat();
}
