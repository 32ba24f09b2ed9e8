/**
 * Orama with what its documentation names for text in one language: English stemming, the stop words of
 * @orama/stopwords, a title that counts twice and a tolerance of one letter for typing errors.
 */
import { create, insertMultiple, search } from '@orama/orama';
import { stopwords } from '@orama/stopwords/english';
import { FIELDS } from '../corpus.ts';
import { type EngineKind, LIMIT } from '../engine.ts';

export const orama: EngineKind = {
	name: 'Orama',
	setup: 'English stemmer and stop words, title × 2, `tolerance: 1`',
	package: '@orama/orama',
	scored: true,
	build(documents) {
		const index = create({
			schema: {
				title: 'string',
				keywords: 'string',
				text: 'string',
				places: 'string',
				topics: 'string',
				speaker: 'string',
			},
			components: { tokenizer: { language: 'english', stemming: true, stopWords: stopwords } },
		});
		insertMultiple(
			index,
			// What is not in the schema is stored all the same, so it is left out.
			documents.map(({ jurisdictions: _jurisdictions, topicIds: _topicIds, ...texts }) => texts),
		);
		return {
			search(text) {
				// Without hooks the search is synchronous, whatever its type says.
				const found = search(index, {
					term: text,
					properties: [...FIELDS],
					boost: { title: 2 },
					tolerance: 1,
					limit: LIMIT,
				}) as { hits: { id: string; score: number }[] };
				return found.hits.map(({ id, score }) => ({ id, score }));
			},
		};
	},
};
