/** The tables as kysely types them: fields in camel case here, columns in snake case in the database. */
import type { Generated, Kysely } from 'kysely';
import type {
	Dialogue,
	Draft,
	FileVersion,
	Gap,
	Identity,
	Notice,
	Platform,
	Proposal,
	Review,
	Revision,
} from './store.ts';

export type { Platform } from './store.ts';

/** SQLite has no truth values. */
type Flag = 0 | 1;

/** A row that gets its number from the database. */
type Numbered<Row, Key extends string = 'id'> = Omit<Row, Key> & Record<Key, Generated<number>>;

export interface Schema {
	people: Identity & { key: string; changedAt: string };
	drafts: Draft;
	dialogues: Dialogue;
	proposals: Numbered<Omit<Proposal, 'fromMember'>> & { fromMember: Flag };
	reviews: Review & { id: Generated<number> };
	revisions: Numbered<Revision, 'seq'>;
	/** `place` counts the versions of one subject from 1. */
	fileVersions: FileVersion & { place: number };
	gaps: Numbered<Gap> & { closed: Flag };
	feedback: { entry: string; person: string; helpful: Flag; reason: string; at: string };
	updates: { platform: Platform; id: string; at: string };
	chatSettings: { platform: Platform; chat: string; settings: string };
	notices: Numbered<Omit<Notice, 'to'>> & { person: string | null; chat: string | null; heldUntil: string | null };
}

/** The database, or a transaction in it. */
export type Queries = Kysely<Schema>;

/** Runs several queries as one: in a transaction of its own, or in the one that is under way. */
export type Atomically = <T>(work: (db: Queries) => Promise<T>) => Promise<T>;

export function flag(value: boolean): Flag {
	return value ? 1 : 0;
}
