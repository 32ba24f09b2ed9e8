/** The names in a text, without working out what is asked: for commands whose options come as one piece of text. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { NameKind } from '../search/name-search.ts';
import { type Token, tokenise } from '../text/tokens.ts';
import { detectLanguage } from './detect-language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { findEntryNames, findSpans, type Span } from './spans.ts';

export type Mentions = Record<NameKind, string[]>;

/** Words that say nothing a command could take: its text may hold them all the same. */
function isIdle(meaning: Meaning): boolean {
	if (meaning.kind === 'cue') return meaning.cue !== 'off_topic' && meaning.cue !== 'other-meaning';
	return meaning.kind === 'function' || meaning.kind === 'neutral' || meaning.kind === 'crypto';
}

/** The known phrases of a text, in the language that it is in. */
function spansOf(tokens: readonly Token[], lexicon: Lexicon): Span[] {
	return findSpans(tokens, lexicon, lexicon.wordsOf(detectLanguage(tokens, lexicon)));
}

/** The words of `text` that name nothing of these kinds, as they were typed. */
export function findLeftOver(text: string, kinds: ReadonlySet<NameKind>, lexicon: Lexicon): string {
	const tokens = tokenise(text);
	const spans = spansOf(tokens, lexicon);
	const entries = kinds.has('entry') ? findEntryNames(spans, lexicon) : [];
	const isUsed = ({ start, meanings }: Span) =>
		meanings.some((meaning) => isIdle(meaning) || (kinds as ReadonlySet<string>).has(meaning.kind)) ||
		entries.some((entry) => start >= entry.start && start < entry.end);
	return spans
		.filter((span) => !isUsed(span))
		.flatMap(({ start, end }) => tokens.slice(start, end).map(({ raw }) => raw))
		.join(' ');
}

/** The ids of all places, topics, people, organisations and entries named in `text`, in the order of naming. */
export function findMentions(text: string, lexicon: Lexicon, base: KnowledgeBase): Mentions {
	const found = {
		jurisdiction: new Set<string>(),
		topic: new Set<string>(),
		actor: new Set<string>(),
		entry: new Set<string>(),
		status: new Set<string>(),
		region: new Set<string>(),
	};
	const spans = spansOf(tokenise(text), lexicon);
	for (const { id } of findEntryNames(spans, lexicon)) found.entry.add(id);
	for (const { meanings } of spans)
		for (const meaning of meanings) {
			if (meaning.kind === 'jurisdiction') found.jurisdiction.add(meaning.code);
			else if ('id' in meaning) found[meaning.kind].add(meaning.id);
		}
	// "Mining banned" names mining; "banned" alone would name legality.
	const specific = [...found.topic].filter((id) => base.topics.get(id)?.role !== 'general');
	return {
		jurisdiction: [...found.jurisdiction],
		topic: specific.length > 0 ? specific : [...found.topic],
		actor: [...found.actor],
		entry: [...found.entry],
		status: [...found.status],
		region: [...found.region],
	};
}
