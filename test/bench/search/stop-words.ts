/** English words that tell nothing apart, for engines whose documentation advises to leave them out and ships no list. */
import { stopwords } from '@orama/stopwords/english';

export const STOP_WORDS: ReadonlySet<string> = new Set(stopwords);

/** The words of a question without stop words, or all of them when nothing else is left. */
export function contentWords(text: string): string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	const content = words.filter((word) => !STOP_WORDS.has(word));
	return content.length > 0 ? content : words;
}
