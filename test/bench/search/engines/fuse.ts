/** Fuse.js as it comes: the question is one fuzzy pattern, sought near the beginning of each field. */
import Fuse from 'fuse.js';
import { FIELDS } from '../corpus.ts';
import { type EngineKind, LIMIT } from '../engine.ts';

export const fuse: EngineKind = {
	name: 'Fuse.js, default',
	setup: '`keys` only, as it comes',
	package: 'fuse.js',
	scored: true,
	build(documents) {
		const index = new Fuse(documents, { keys: [...FIELDS], includeScore: true });
		return {
			search: (text) =>
				index.search(text, { limit: LIMIT }).map(({ item, score = 1 }) => ({ id: item.id, score: 1 - score })),
		};
	},
};
