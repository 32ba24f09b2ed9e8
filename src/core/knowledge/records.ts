/** All records of a knowledge base, and what can be wrong with them. */
import type { Language, Regions } from './language-schema.ts';
import type { Definition, Fact, Jurisdiction, Organisation, Person, Source, Statement, Topic } from './schema.ts';

export interface KnowledgeRecords {
	topics: Topic[];
	regions: Regions;
	languages: Language[];
	definitions: Definition[];
	jurisdictions: Jurisdiction[];
	facts: Fact[];
	statements: Statement[];
	sources: Source[];
	people: Person[];
	organisations: Organisation[];
}

/** No records at all. */
export function emptyRecords(): KnowledgeRecords {
	return {
		topics: [],
		regions: {},
		languages: [],
		definitions: [],
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
