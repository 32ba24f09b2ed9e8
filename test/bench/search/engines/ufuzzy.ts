/**
 * uFuzzy over each document as one line, in its universal Unicode form and its default mode, with words in any order (up
 * to five, as its documentation limits it). All words must match, so stop words are left out. Its mode that forgives one
 * error a word finds no more here, and over lines of this length some questions take it minutes. It ranks by counters and
 * has no score.
 */
import UFuzzy from '@leeoniya/ufuzzy';
import { FIELDS } from '../corpus.ts';
import { type EngineKind, LIMIT } from '../engine.ts';
import { contentWords } from '../stop-words.ts';

const MAX_PERMUTED = 5;

export const uFuzzy: EngineKind = {
	name: 'uFuzzy',
	setup: 'universal Unicode form, words in any order, stop words left out; every word must match; gives no score',
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
