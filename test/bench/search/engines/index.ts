/** The engines that are compared, this core first. */
import type { EngineKind } from '../engine.ts';
import { core } from './core.ts';
import { flexSearch } from './flexsearch.ts';
import { fts5 } from './fts5.ts';
import { fuse } from './fuse.ts';
import { fuseToken } from './fuse-token.ts';
import { lunrEngine } from './lunr.ts';
import { miniSearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { uFuzzy } from './ufuzzy.ts';

export const ENGINES = {
	core,
	fuse: fuse,
	'fuse-token': fuseToken,
	minisearch: miniSearch,
	flexsearch: flexSearch,
	orama,
	lunr: lunrEngine,
	ufuzzy: uFuzzy,
	fts5,
} satisfies Record<string, EngineKind>;

export type EngineId = keyof typeof ENGINES;
