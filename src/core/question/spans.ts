/** Cuts a question into the longest phrases that the lexicon knows, with typos corrected. */

import type { Token } from '../text/tokens.ts';
import { ENGLISH, type LanguageWords } from './language-words.ts';
import type { Lexicon } from './lexicon.ts';
import type { EntryName, Meaning } from './meaning.ts';

export interface Span {
	/** Token positions, end exclusive. */
	start: number;
	end: number;
	/** Normalised and corrected. */
	words: string[];
	/** Empty when nothing is known of it. */
	meanings: readonly Meaning[];
}

/** What English words say to a question in another language: names and terms, which people borrow, but no grammar. */
const BORROWED: ReadonlySet<Meaning['kind']> = new Set([
	'jurisdiction',
	'region',
	'implied-place',
	'nowhere',
	'topic',
	'status',
	'actor',
	'crypto',
]);

/** Words before the pronoun: "tell us", "for us", "most of us". */
const BEFORE_PRONOUN = new Set(
	'tell let give show help allow make for to of with by on from teach explain affect hurt cost send pay ask remind stop bring take'.split(
		' ',
	),
);

/** Whether a small "us" is the country: before another word ("us banks"), behind "in the" or a word of the field ("crypto tax us"), but not "tell us". */
function isUnitedStates(before: string | undefined, after: string | undefined, { english }: Lexicon): boolean {
	if (before !== undefined && BEFORE_COUNTRY.has(before)) return true;
	if (before === undefined || BEFORE_PRONOUN.has(before)) return before === undefined && after !== undefined;
	return after !== undefined || english.meaningsOf([before]).some(({ kind }) => OF_FIELD.has(kind));
}

const BEFORE_COUNTRY = new Set(['the', 'in', 'or', 'vs', 'versus']);
const OF_FIELD: ReadonlySet<Meaning['kind']> = new Set(['topic', 'status', 'crypto']);

/** The spans of `tokens`, in order and without gaps. */
export function findSpans(tokens: readonly Token[], lexicon: Lexicon, language: LanguageWords): Span[] {
	const words = tokens.map((token) => token.text);
	const codes = findCodes(tokens, lexicon, language);
	let spans = cut(words, codes, lexicon, language);
	let corrected = false;
	for (const span of spans) {
		if (span.meanings.length > 0) continue;
		const at = span.start;
		const better = lexicon.correct(words[at] as string, language.code);
		if (better !== undefined) words[at] = better;
		corrected ||= better !== undefined;
		for (const first of [at - 1, at]) {
			const pair = better === undefined && first >= 0 && first + 1 < words.length;
			const both = pair ? lexicon.correctPair(words[first] as string, words[first + 1] as string) : undefined;
			if (!both) continue;
			[words[first], words[first + 1]] = both;
			corrected = true;
			break;
		}
	}
	if (corrected) spans = cut(words, codes, lexicon, language);
	return spans;
}

/** The terms with a definition in these spans, in the question's language or in English. */
export function findDefinitions(
	spans: readonly Span[],
	lexicon: Lexicon,
	language: LanguageWords,
): { id: string; start: number; end: number }[] {
	const words = spans.flatMap((span) => span.words);
	const stems = words.map(language.stem);
	const found: { id: string; start: number; end: number }[] = [];
	for (let start = 0; start < words.length; start++) {
		const longest = language.definitions.longestAt(stems, start) ?? lexicon.english.definitions.longestAt(words, start);
		if (!longest) continue;
		for (const id of longest.meanings) found.push({ id, start, end: longest.end });
		start = longest.end - 1;
	}
	return found;
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

function cut(
	words: readonly string[],
	codes: ReadonlyMap<number, string>,
	lexicon: Lexicon,
	language: LanguageWords,
): Span[] {
	const stems = language.code === ENGLISH ? words : words.map(language.stem);
	const spans: Span[] = [];
	for (let at = 0; at < words.length; ) {
		const found = longestAt(words, stems, at, lexicon, language);
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

/** The longest phrase that begins here, in the question's language or, as long as that knows none longer, borrowed from English. */
function longestAt(
	words: readonly string[],
	stems: readonly string[],
	at: number,
	{ english }: Lexicon,
	language: LanguageWords,
): { end: number; meanings: readonly Meaning[] } | undefined {
	const shared = english.phrases.longestAt(words, at);
	if (language === english) return shared;
	const found = language.phrases.longestAt(stems, at);
	const own = found && withLikeness(found, words[at] as string);
	// Portuguese "Líbia" has the stem of "libera": where a word only looks like one of the language, the name counts.
	const isName = shared?.meanings.some(({ kind }) => kind === 'jurisdiction');
	const isAlike = own?.end === at + 1 && own.meanings.every(({ kind }) => kind !== 'jurisdiction');
	const isOnlyAlike = isName && isAlike && !language.lists(words[at] as string);
	if (!shared || (own && own.end >= shared.end && !isOnlyAlike)) return own;
	const meanings = shared.meanings.filter(({ kind }) => BORROWED.has(kind));
	if (meanings.length > 0) return { end: shared.end, meanings };
	return own ?? { end: shared.end, meanings: [{ kind: 'function' }] };
}

/** Without the names of places that share no more than a stem with the word; undefined when nothing is left. */
function withLikeness(
	found: { end: number; meanings: readonly Meaning[] },
	word: string,
): { end: number; meanings: readonly Meaning[] } | undefined {
	const likenessOf = (meaning: Meaning) =>
		meaning.kind === 'jurisdiction' && meaning.like !== undefined ? sharedLength(word, meaning.like) : undefined;
	// Nigeria is more like "Nigerii" than Niger is.
	const most = Math.max(...found.meanings.map((meaning) => likenessOf(meaning) ?? 0));
	const meanings = found.meanings.filter((meaning) => {
		const likeness = likenessOf(meaning);
		if (likeness === undefined || meaning.kind !== 'jurisdiction') return true;
		return likeness === most && isLike(word, meaning.like as string);
	});
	return meanings.length > 0 ? { end: found.end, meanings } : undefined;
}

/** How many letters two words have in common at their beginning. */
function sharedLength(one: string, other: string): number {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length += 1;
	return length;
}

/** Whether a word may be a form of a name: all but the last letter of the name are its beginning. */
function isLike(word: string, name: string): boolean {
	return word.startsWith(name.length > 3 ? name.slice(0, -1) : name);
}

function makeSpan(words: readonly string[], start: number, end: number, meanings: readonly Meaning[]): Span {
	return { start, end, words: words.slice(start, end), meanings };
}

/** ISO codes among the tokens: in capitals beside small letters, or where only a place can stand. */
function findCodes(tokens: readonly Token[], lexicon: Lexicon, language: LanguageWords): Map<number, string> {
	const codes = new Map<number, string>();
	const inCapitals = tokens.every(({ raw }) => raw === raw.toUpperCase());
	// "RU, CN, IR" is a row of codes, "IS IT LEGAL IN THE US" a shout.
	const onlyCodes = inCapitals && tokens.every(({ raw }) => lexicon.codes.has(raw));
	const shouting = inCapitals && !onlyCodes && tokens.length > 1;
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
		if (onlyCodes) {
			codes.set(at, code);
			continue;
		}
		const meanings = [
			...lexicon.english.meaningsOf([text]),
			...(language === lexicon.english ? [] : language.meaningsOf([text])),
		];
		// "VAT" is a tax before it is the Vatican.
		if (meanings.some(({ kind }) => kind === 'topic' || kind === 'crypto' || kind === 'actor')) continue;
		const isWord = meanings.some(({ kind }) => kind === 'function' || kind === 'neutral');
		const placed = language.placeBefore.has(tokens[at - 1]?.text ?? '') && at === tokens.length - 1;
		const isUs = text === 'us' && isUnitedStates(tokens[at - 1]?.text, tokens[at + 1]?.text, lexicon);
		const capital = raw === raw.toUpperCase() && !shouting;
		if (isUs || (capital && (!isWord || placed || text === 'us' || tokens.length === 1)) || (shouting && placed))
			codes.set(at, code);
	}
	return codes;
}
