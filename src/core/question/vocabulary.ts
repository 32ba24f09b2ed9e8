/** Words by the languages they are of, to tell in which language a question is asked. */
import type { Language } from '../knowledge/language-schema.ts';
import { wordsOf } from './language-words.ts';

export class Vocabulary {
	/** ISO 639-1 codes, in the order of their bits. */
	readonly #codes: string[];
	/** A bit for each language that has the word. */
	readonly #languages = new Map<string, number>();

	constructor(languages: readonly Language[]) {
		this.#codes = languages.filter(({ words }) => words).map(({ code }) => code);
		for (const { code, words } of languages) {
			if (!words) continue;
			const bit = 1 << this.#codes.indexOf(code);
			const topics = Object.values(words.topics).flatMap(({ terms, words: said }) => [...terms, ...said]);
			const small = [words.function, words.joins, words.about, words.place_before, words.opens_list];
			const lists = [...small, words.neutral, words.crypto, topics, ...Object.values(words.cues)];
			for (const phrase of lists.flat())
				for (const word of wordsOf(phrase)) {
					// "S Korea" is not French.
					if (word.length === 1 && /[a-z]/.test(word)) continue;
					this.#languages.set(word, (this.#languages.get(word) ?? 0) | bit);
				}
		}
	}

	has(language: string): boolean {
		return this.#codes.includes(language);
	}

	/** How many of these words (normalised) each language has, by code. */
	count(words: readonly string[]): Map<string, number> {
		const counts = new Map(this.#codes.map((code) => [code, 0]));
		for (const word of words) {
			const bits = this.#languages.get(word) ?? 0;
			for (const [at, code] of this.#codes.entries())
				if (bits & (1 << at)) counts.set(code, (counts.get(code) as number) + 1);
		}
		return counts;
	}
}
