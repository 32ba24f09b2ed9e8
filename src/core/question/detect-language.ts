/** Tells in which language a question is asked. */
import type { Token } from '../text/tokens.ts';
import { ENGLISH } from './language-words.ts';
import type { Lexicon } from './lexicon.ts';

/** Scripts that only one of the known languages is written in. */
const SCRIPTS: readonly [script: RegExp, language: string][] = [
	[/\p{Script=Cyrillic}/u, 'ru'],
	[/\p{Script=Arabic}/u, 'ar'],
	[/\p{Script=Devanagari}/u, 'hi'],
	[/\p{Script=Han}/u, 'zh'],
];
/** The asker's own language, or else English, is so much likelier than another before a word is read (a logarithm). */
const FALLBACK = Math.log(60);
const LATIN = /^[\p{Script=Latin}\p{N}]+$/u;
const NUMBER = /^\d+$/;

/**
 * The language (ISO 639-1) of a question given as its tokens; `hint`, the asker's own language if the chat tells it, decides
 * where the words fit it as well as any other. English when nothing speaks for another.
 */
export function detectLanguage(tokens: readonly Token[], lexicon: Lexicon, hint?: string): string {
	const { vocabulary } = lexicon;
	const own = hint?.slice(0, 2).toLowerCase();
	const words = withoutNames(
		tokens.map(({ text }) => text),
		lexicon,
	).filter((word) => !NUMBER.test(word));
	const fallback = own !== undefined && vocabulary.has(own) ? own : ENGLISH;
	const latin = words.filter((word) => LATIN.test(word));
	// Among equals the other script wins: Latin words such as "ICO" stand in all of them.
	if (words.length > 0 && latin.length * 2 <= words.length) {
		for (const [script, language] of SCRIPTS)
			if (vocabulary.has(language) && words.filter((word) => script.test(word)).length * 2 >= words.length)
				return language;
		return fallback;
	}
	const likelihoods = vocabulary.likelihoods(latin);
	if (!likelihoods) return fallback;
	const likely = (code: string, at: number) => (likelihoods[at] as number) + (code === fallback ? FALLBACK : 0);
	const scores = vocabulary.codes.map((code, at) => ({ code, score: likely(code, at) }));
	return scores.reduce((best, next) => (next.score > best.score ? next : best)).code;
}

/** The words without names of places, people, organisations and laws and without crypto words, which are said alike in many languages. */
function withoutNames(words: readonly string[], { english, entryNames }: Lexicon): string[] {
	const left: string[] = [];
	for (let at = 0; at < words.length; ) {
		const name = english.phrases.longestAt(words, at);
		const isName = name?.meanings.every(({ kind }) => kind === 'jurisdiction' || kind === 'actor' || kind === 'crypto');
		if (name && isName) {
			at = name.end;
			continue;
		}
		const law = entryNames.longestAt(words, at);
		if (law?.meanings.some(({ certain }) => certain)) {
			at = law.end;
			continue;
		}
		left.push(words[at] as string);
		at += 1;
	}
	return left;
}
