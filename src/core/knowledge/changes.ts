/** A change of the knowledge base: records as they were and as they are to be. Proposals, revisions and exports are made of these. */
import type { Fact, Person, Source, Statement } from './schema.ts';

/** A word that people use for something, in one language: an alias of a place or person, or a word of a topic. */
export interface Word {
	/** What it names. A topic has terms, which stand for it alone, and words, which only hint at it. */
	kind: 'place' | 'actor' | 'topic-term' | 'topic-word';
	/** ISO 3166 code, id of the person or organisation, or id of the topic. */
	target: string;
	/** ISO 639-1; for a topic only. */
	language?: string | undefined;
	word: string;
}

interface ChangedRecords {
	fact: Fact;
	statement: Statement;
	source: Source;
	person: Person;
	word: Word;
}
export type RecordType = keyof ChangedRecords;

/** One record before and after a change; null where there is none. */
export type RecordChange = {
	[Type in RecordType]: {
		type: Type;
		id: string;
		before: ChangedRecords[Type] | null;
		after: ChangedRecords[Type] | null;
	};
}[RecordType];

/** The id of a word, which has none of its own. */
export function wordId({ kind, target, language = '', word }: Word): string {
	return [kind, target, language, word].join(':');
}

/** The same text for the same content, whatever the order of its fields: what is undefined counts as absent. */
export function contentOf(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
			: part,
	);
}
