/** Tells in which language a question is asked. */
import type { Token } from '../text/tokens.ts';
import { ENGLISH, type LanguageWords } from './language-words.ts';
import type { Lexicon } from './lexicon.ts';

/** Scripts that only one of the known languages is written in. */
const SCRIPTS: readonly [script: RegExp, language: string][] = [
	[/\p{Script=Cyrillic}/u, 'ru'],
	[/\p{Script=Arabic}/u, 'ar'],
	[/\p{Script=Devanagari}/u, 'hi'],
	[/\p{Script=Han}/u, 'zh'],
];
const LATIN = /^[\p{Script=Latin}\p{N}]+$/u;
/** A word that a language lists tells more of it than a form that shares a stem with one. */
const LISTED = 1;
const BY_STEM = 0.6;

/**
 * The language (ISO 639-1) of a question given as its tokens; `hint`, the asker's own language if the chat tells it, decides
 * where the words fit it as well as any other. English when nothing speaks for another.
 */
export function detectLanguage(tokens: readonly Token[], lexicon: Lexicon, hint?: string): string {
	const own = hint?.slice(0, 2).toLowerCase();
	const words = withoutNames(
		tokens.map(({ text }) => text),
		lexicon,
	);
	const latin = words.filter((word) => LATIN.test(word));
	if (latin.length * 2 < words.length) {
		for (const [script, language] of SCRIPTS)
			if (lexicon.others.has(language) && words.filter((word) => script.test(word)).length * 2 > words.length)
				return language;
		return own !== undefined && lexicon.others.has(own) ? own : ENGLISH;
	}
	let best = ENGLISH;
	let bestScore = scoreOf(latin, lexicon.english);
	if (own === ENGLISH) bestScore += Number.EPSILON;
	for (const language of lexicon.others.values()) {
		const score = scoreOf(latin, language);
		if (score > bestScore || (score === bestScore && score > 0 && language.code === own)) {
			best = language.code;
			bestScore = score;
		}
	}
	if (bestScore > 0) return best;
	return own !== undefined && lexicon.others.has(own) ? own : ENGLISH;
}

/** How many of these words are of the language. */
function scoreOf(words: readonly string[], language: LanguageWords): number {
	let score = 0;
	for (const word of words)
		if (language.vocabulary.has(word)) score += LISTED;
		else if (language.code !== ENGLISH && word.length > 3 && language.meaningsOf([word]).length > 0) score += BY_STEM;
	return score;
}

/** The words without names of places, people and organisations and without crypto words, which are said alike in many languages. */
function withoutNames(words: readonly string[], { english }: Lexicon): string[] {
	const left: string[] = [];
	for (let at = 0; at < words.length; ) {
		const found = english.phrases.longestAt(words, at);
		const isName = found?.meanings.every(
			({ kind }) => kind === 'jurisdiction' || kind === 'actor' || kind === 'crypto',
		);
		const end = found && isName ? found.end : at + 1;
		if (!isName) left.push(words[at] as string);
		at = end;
	}
	return left;
}
