/** Cuts entries into answers that hold all of their citations, and offers what is left behind a button. */
import { jurisdictionsOf, keyOf, sourceIdsOf } from '../knowledge/entry.ts';
import type { Entry } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import { encodeAction } from './actions.ts';
import type { AnswerContext } from './context.ts';
import type { Draft } from './draft.ts';
import { MAX_CITATIONS, MAX_ENTRIES } from './limits.ts';

/** As many keys of entries as fit into a button beside the rest of it. */
const MAX_KEYS = 9;

/** Pages of at most MAX_ENTRIES entries and, but for a single entry, MAX_CITATIONS citations beside those of the draft. */
export function intoPages<Item extends Entry>(entries: readonly Item[], draft: Draft): Item[][] {
	const pages: Item[][] = [];
	let page: Item[] = [];
	let cited = new Set<string>();
	for (const entry of entries) {
		const ids = new Set(sourceIdsOf(entry));
		const all = draft.cited + cited.size + ids.difference(cited).size;
		if (page.length > 0 && (page.length === MAX_ENTRIES || all > MAX_CITATIONS)) {
			pages.push(page);
			page = [];
			cited = new Set();
		}
		for (const id of ids) cited.add(id);
		page.push(entry);
	}
	if (page.length > 0) pages.push(page);
	return pages;
}

/** Says how many entries are left, with a button to them: the next page where the question can be repeated, else their keys. */
export function offerRest(
	draft: Draft,
	rest: readonly Entry[],
	next: { question: Question; page: number },
	{ messages: m }: AnswerContext,
): void {
	if (rest.length === 0) return;
	draft.note(m.more(rest.length));
	const keys = rest.slice(0, MAX_KEYS).map(({ id }) => keyOf(id));
	draft.offer(
		m.buttonMore,
		encodeAction({ ...next, replace: true }) ?? encodeAction({ question: { kind: 'entries', keys }, replace: true }),
	);
}

/** The jurisdictions of entries, each once. */
export function placesOf(entries: readonly Entry[]): string[] {
	return [...new Set(entries.flatMap(jurisdictionsOf))];
}
