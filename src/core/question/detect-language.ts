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
const LATIN = /^[\p{Script=Latin}\p{N}]+$/u;

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
	);
	const fallback = own !== undefined && vocabulary.has(own) ? own : ENGLISH;
	const latin = words.filter((word) => LATIN.test(word));
	if (latin.length * 2 < words.length) {
		for (const [script, language] of SCRIPTS)
			if (vocabulary.has(language) && words.filter((word) => script.test(word)).length * 2 > words.length)
				return language;
		return fallback;
	}
	const counts = vocabulary.count(latin);
	const most = Math.max(0, ...counts.values());
	if (most === 0) return fallback;
	// Among equals the asker's own language comes first, then English.
	for (const code of [own, ENGLISH]) if (code !== undefined && counts.get(code) === most) return code;
	return [...counts].find(([, count]) => count === most)?.[0] ?? fallback;
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
