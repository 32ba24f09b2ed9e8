/** Cuts a question into the longest phrases that the lexicon knows, with typos corrected. */

import type { Token } from '../text/tokens.ts';
import type { EntryName, Lexicon, Meaning } from './lexicon.ts';

export interface Span {
	/** Token positions, end exclusive. */
	start: number;
	end: number;
	/** Normalised and corrected. */
	words: string[];
	/** Empty when nothing is known of it. */
	meanings: readonly Meaning[];
}

/** Words that put a place behind them, so that "in IT" and "the US" are countries. */
const PLACE_BEFORE = new Set(['in', 'the', 'of', 'for', 'from', 'to', 'within', 'and', 'vs', 'or']);

/** The spans of `tokens`, in order and without gaps. */
export function findSpans(tokens: readonly Token[], lexicon: Lexicon): Span[] {
	const words = tokens.map((token) => token.text);
	const codes = findCodes(tokens, lexicon);
	let spans = cut(words, codes, lexicon);
	let corrected = false;
	for (const span of spans) {
		if (span.meanings.length > 0) continue;
		const better = lexicon.correct(words[span.start] as string);
		if (better === undefined) continue;
		words[span.start] = better;
		corrected = true;
	}
	if (corrected) spans = cut(words, codes, lexicon);
	return spans;
}

/** The entries that phrases in these spans name, and the token positions of the phrases. */
export function findEntryNames(
	spans: readonly Span[],
	lexicon: Lexicon,
): (EntryName & { start: number; end: number })[] {
	const words = spans.flatMap((span) => span.words);
	const found: (EntryName & { start: number; end: number })[] = [];
	for (let start = 0; start < words.length; start++) {
		const longest = lexicon.entryNames.longestAt(words, start);
		if (!longest) continue;
		for (const name of longest.meanings) found.push({ ...name, start, end: longest.end });
		start = longest.end - 1;
	}
	return found;
}

function cut(words: readonly string[], codes: ReadonlyMap<number, string>, lexicon: Lexicon): Span[] {
	const spans: Span[] = [];
	for (let at = 0; at < words.length; ) {
		const found = lexicon.phrases.longestAt(words, at);
		const code = codes.get(at);
		if (code !== undefined && (found?.end ?? at) <= at + 1) {
			// The code of a part, such as US-GA, is two tokens.
			const end = at + (code.includes('-') ? 2 : 1);
			spans.push(makeSpan(words, at, end, [{ kind: 'jurisdiction', code }]));
			at = end;
			continue;
		}
		const end = found?.end ?? at + 1;
		spans.push(makeSpan(words, at, end, found?.meanings ?? []));
		at = end;
	}
	return spans;
}

function makeSpan(words: readonly string[], start: number, end: number, meanings: readonly Meaning[]): Span {
	return { start, end, words: words.slice(start, end), meanings };
}

/** ISO codes among the tokens: in capitals beside small letters, or where only a place can stand. */
function findCodes(tokens: readonly Token[], lexicon: Lexicon): Map<number, string> {
	const codes = new Map<number, string>();
	const shouting = tokens.length > 1 && tokens.every(({ raw }) => raw === raw.toUpperCase());
	for (const [at, { raw, text }] of tokens.entries()) {
		const part = lexicon.codes.get(`${raw}-${tokens[at + 1]?.raw}`);
		if (part !== undefined) {
			codes.set(at, part);
			continue;
		}
		const small = lexicon.smallCode(text);
		if (small !== undefined) {
			codes.set(at, small);
			continue;
		}
		const code = lexicon.codes.get(raw.toUpperCase());
		if (code === undefined) continue;
		const meanings = lexicon.phrases.get([text]);
		// "VAT" is a tax before it is the Vatican.
		if (meanings.some(({ kind }) => kind === 'topic' || kind === 'crypto' || kind === 'actor')) continue;
		const isWord = meanings.some(({ kind }) => kind === 'function' || kind === 'neutral');
		const placed = PLACE_BEFORE.has(tokens[at - 1]?.text ?? '') && at === tokens.length - 1;
		const isUs = text === 'us' && tokens[at - 1]?.text === 'the';
		const capital = raw === raw.toUpperCase() && !shouting;
		if (isUs || (capital && (!isWord || placed || text === 'us' || tokens.length === 1)) || (shouting && placed))
			codes.set(at, code);
	}
	return codes;
}
