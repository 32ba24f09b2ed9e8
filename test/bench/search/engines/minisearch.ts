/**
 * MiniSearch as its readme shows it: the title counts twice, words of more than three letters may differ by a fifth of
 * their letters, and stop words are left out by `processTerm`. Words are joined by OR (the default), since a question
 * holds words that no entry has.
 */
import MiniSearch from 'minisearch';
import { FIELDS, type SearchDocument } from '../corpus.ts';
import { type EngineKind, LIMIT } from '../engine.ts';
import { STOP_WORDS } from '../stop-words.ts';

export const miniSearch: EngineKind = {
	name: 'MiniSearch',
	setup: 'title × 2, `fuzzy: 0.2` for words over three letters, stop words left out; words joined by OR',
	package: 'minisearch',
	scored: true,
	build(documents) {
		const index = new MiniSearch<SearchDocument>({
			fields: [...FIELDS],
			processTerm(term) {
				const word = term.toLowerCase();
				return STOP_WORDS.has(word) ? null : word;
			},
			searchOptions: { boost: { title: 2 }, fuzzy: (term) => (term.length > 3 ? 0.2 : false) },
		});
		index.addAll(documents);
		return {
			search: (text) =>
				index
					.search(text)
					.slice(0, LIMIT)
					.map(({ id, score }) => ({ id, score })),
		};
	},
};
