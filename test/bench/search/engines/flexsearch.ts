import { Document } from 'flexsearch';
import { FIELDS, type SearchDocument } from '../corpus.ts';
import { type EngineKind, LIMIT } from '../engine.ts';

export const flexSearch: EngineKind = {
	name: 'FlexSearch',
	package: 'flexsearch',
	scored: false,
	build(documents) {
		throw new Error('todo');
	},
};
