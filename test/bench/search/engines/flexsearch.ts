/**
 * FlexSearch with the three things that its readme says matter most: the "tolerant" tokenizer for typing errors, the
 * English encoder (stop words and stemmer), and suggestions, without which every word of a question must match. One index
 * over the whole text: its index of several fields merges their results by the number of fields and finds far less here.
 * It ranks in slots and gives no score.
 */
import { Charset, Encoder, Index } from 'flexsearch';
import english from 'flexsearch/lang/en';
import { FIELDS } from '../corpus.ts';
import { type EngineKind, LIMIT } from '../engine.ts';

export const flexSearch: EngineKind = {
	name: 'FlexSearch',
	setup:
		'one index, `tolerant` tokenizer, English stemmer and stop words, `suggest` (not every word must match); gives no score',
	package: 'flexsearch',
	scored: false,
	build(documents) {
		const index = new Index({ tokenize: 'tolerant', encoder: new Encoder(Charset.Normalize).assign(english) });
		for (const [at, document] of documents.entries()) index.add(at, FIELDS.map((field) => document[field]).join(' '));
		return {
			search: (text) =>
				(index.search(text, { limit: LIMIT, suggest: true }) as number[]).map((at) => ({
					id: documents[at]?.id as string,
					score: 0,
				})),
		};
	},
};
