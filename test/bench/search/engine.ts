/** What every engine of the comparison offers, this core among them. */
import type { KnowledgeRecords } from '../../../src/core/knowledge/records.ts';
import type { SearchDocument } from './corpus.ts';

export interface Hit {
	id: string;
	/** Higher is better; 0 from an engine that gives no score. */
	score: number;
}

export interface Engine {
	/** At most LIMIT results, the best first. */
	search(text: string): Hit[];
	/** Work that may wait until after the start, measured apart. */
	prepare?(): void;
	/** Bytes that the engine holds outside the memory that Node sees. */
	outside?(): number;
}

export interface EngineKind {
	name: string;
	/** How it is configured, in a few words for the report. */
	setup: string;
	/** The npm package, for its version; none for what is part of Node or of this project. */
	package?: string;
	/** It gives scores, so that a threshold can be set below which it stays silent. */
	scored: boolean;
	build(documents: readonly SearchDocument[], records: KnowledgeRecords): Engine;
}

/** A page of results. The first three are judged; a page is what a site search shows and so what it works out. */
export const LIMIT = 10;
