/**
 * uFuzzy over each document as one line, in its universal Unicode form, with one error a word ("SingleError") and words
 * in any order (up to five, as its documentation limits it). All words must match, so stop words are left out. It ranks
 * by counters and has no score.
 */
import UFuzzy from '@leeoniya/ufuzzy';
import { FIELDS } from '../corpus.ts';
import { type EngineKind, LIMIT } from '../engine.ts';
import { contentWords } from '../stop-words.ts';

const MAX_PERMUTED = 5;

export const uFuzzy: EngineKind = {
	name: 'uFuzzy',
	package: '@leeoniya/ufuzzy',
	scored: false,
	build(documents) {
		const matcher = new UFuzzy({
			unicode: true,
			interSplit: "[^\\p{L}\\d']+",
			intraSplit: '\\p{Ll}\\p{Lu}',
			intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
			intraChars: "[\\p{L}\\d']",
			intraContr: "'\\p{L}{1,2}\\b",
			intraMode: 1,
		});
		const lines = documents.map((document) => FIELDS.map((field) => document[field]).join(' '));
		return {
			search(text) {
				const [found, info, order] = matcher.search(lines, contentWords(text).join(' '), MAX_PERMUTED);
				const best = info && order ? order.slice(0, LIMIT).map((at) => info.idx[at]) : (found ?? []).slice(0, LIMIT);
				return best.map((at) => ({ id: documents[at as number]?.id as string, score: 0 }));
			},
		};
	},
};
