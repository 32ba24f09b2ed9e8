/**
 * Fuse.js with token search, which its documentation advises for queries of several words over titles and body text:
 * each word is a fuzzy pattern, and rare words count more.
 */
import Fuse from 'fuse.js';
import { FIELDS } from '../corpus.ts';
import { type EngineKind, LIMIT } from '../engine.ts';

export const fuseToken: EngineKind = {
	name: 'Fuse.js, token search',
	setup: '`useTokenSearch`, which its documentation advises for queries of several words',
	package: 'fuse.js',
	scored: true,
	build(documents) {
		const index = new Fuse(documents, { keys: [...FIELDS], includeScore: true, useTokenSearch: true });
		return {
			search: (text) =>
				index.search(text, { limit: LIMIT }).map(({ item, score = 1 }) => ({ id: item.id, score: 1 - score })),
		};
	},
};
