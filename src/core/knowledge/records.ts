/** All records of a knowledge base, and what can be wrong with them. */
import type { Fact, Jurisdiction, Organisation, Person, Source, Statement, Topic } from './schema.ts';

export interface KnowledgeRecords {
	topics: Topic[];
	jurisdictions: Jurisdiction[];
	facts: Fact[];
	statements: Statement[];
	sources: Source[];
	people: Person[];
	organisations: Organisation[];
}

/** No records at all. */
export function emptyRecords(): KnowledgeRecords {
	return { topics: [], jurisdictions: [], facts: [], statements: [], sources: [], people: [], organisations: [] };
}

/** Something wrong with one record: where inside it, and what to do about it. */
export interface RecordProblem {
	record: object;
	path: (string | number)[];
	message: string;
}
