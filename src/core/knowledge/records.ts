/** All records of a knowledge base, and what can be wrong with them. */
import type { Fact, Jurisdiction, Organisation, Person, Source, Statement, Topic, Words } from './schema.ts';

export interface KnowledgeRecords {
	topics: Topic[];
	words: Words;
	jurisdictions: Jurisdiction[];
	facts: Fact[];
	statements: Statement[];
	sources: Source[];
	people: Person[];
	organisations: Organisation[];
}

/** No records at all. */
export function emptyRecords(): KnowledgeRecords {
	const words = {
		crypto: {},
		quote: {},
		speech: {},
		list: {},
		timeline: {},
		greeting: {},
		history: {},
		past: {},
		off_topic: {},
		ambiguous: {},
		implied_places: {},
		other_places: {},
		function: {},
		neutral: {},
	};
	return {
		topics: [],
		words,
		jurisdictions: [],
		facts: [],
		statements: [],
		sources: [],
		people: [],
		organisations: [],
	};
}

/** Something wrong with one record: where inside it, and what to do about it. */
export interface RecordProblem {
	record: object;
	path: (string | number)[];
	message: string;
	/** It says that something named does not exist, which may be because its file could not be read. */
	missing?: true;
}
