/**
 * lunr with its stemmer and stop words, queried as its searching guide shows: the words are joined by OR, each also with
 * one error, and an exact word counts ten times as much. The query is built by code, since in a text that a person typed
 * characters such as ":" would be operators.
 */
import lunr from 'lunr';
import { FIELDS } from '../corpus.ts';
import { type EngineKind, LIMIT } from '../engine.ts';

export const lunrEngine: EngineKind = {
	name: 'lunr',
	setup: 'stemmer and stop words, words joined by OR, an exact word × 10 beside one error, title × 2',
	package: 'lunr',
	scored: true,
	build(documents) {
		const index = lunr((builder) => {
			builder.ref('id');
			for (const field of FIELDS) builder.field(field, { boost: field === 'title' ? 2 : 1 });
			for (const document of documents) builder.add(document);
		});
		// The index stems the words of a query but keeps the stop words.
		const words = new lunr.Pipeline();
		words.add(lunr.trimmer, lunr.stopWordFilter);
		return {
			search(text) {
				const terms = words.run(lunr.tokenizer(text)).map(String).filter(Boolean);
				if (terms.length === 0) return [];
				return index
					.query((query) => {
						query.term(terms, { boost: 10 });
						query.term(
							terms.filter((term) => term.length > 3),
							{ editDistance: 1, boost: 1 },
						);
					})
					.slice(0, LIMIT)
					.map(({ ref, score }) => ({ id: ref, score }));
			},
		};
	},
};
