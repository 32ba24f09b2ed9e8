/** The tables as they began. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseKind } from './database-kind.ts';
import { POSTGRES_TRIGGERS } from './postgres-triggers.ts';
import { SQLITE_TRIGGERS } from './sqlite-triggers.ts';

export function firstTables(kind: DatabaseKind): Migration {
	const isSqlite = kind === 'sqlite';
	return {
		async up(db: Kysely<unknown>) {
			const statements = [...tables(isSqlite), ...INDEXES, ...(isSqlite ? SQLITE_TRIGGERS : POSTGRES_TRIGGERS)];
			for (const statement of statements) await sql.raw(statement).execute(db);
		},
	};
}

function tables(isSqlite: boolean): string[] {
	// Numbers are not given twice, so that a button from before means nothing else later.
	const number = isSqlite ? 'integer primary key autoincrement' : 'integer generated always as identity primary key';
	// Times are compared as text, which the language of a PostgreSQL server must not change.
	const time = isSqlite ? 'text' : 'text collate "C"';
	const platform = `text not null check (platform in ('discord', 'telegram'))`;
	return [
		`create table people (
			key text primary key not null,
			platform ${platform},
			platform_id text not null,
			name text not null,
			changed_at ${time} not null,
			unique (platform, platform_id)
		)`,
		`create table drafts (
			id text primary key not null,
			author text not null,
			data text not null,
			updated_at ${time} not null
		)`,
		`create table dialogues (
			person text not null,
			chat text not null,
			data text not null,
			updated_at ${time} not null,
			primary key (person, chat)
		)`,
		`create table proposals (
			id ${number},
			kind text not null,
			subject text not null,
			title text not null,
			author text,
			from_member integer not null check (from_member in (0, 1)),
			reason text not null,
			changes text not null,
			file_version text,
			state text not null check (state in ('open', 'changes-asked', 'published', 'rejected', 'withdrawn')),
			version integer not null check (version > 0),
			created_at ${time} not null,
			updated_at ${time} not null
		)`,
		`create table reviews (
			id ${number},
			proposal integer not null references proposals (id),
			reviewer text not null,
			decision text not null check (decision in ('approved', 'asked', 'rejected', 'withdrawn')),
			note text not null,
			at ${time} not null
		)`,
		`create table revisions (
			seq ${number},
			proposal integer not null unique references proposals (id),
			kind text not null,
			subject text not null,
			title text not null,
			author text,
			reviewer text not null,
			reason text not null,
			changes text not null,
			at ${time} not null
		)`,
		`create table file_versions (
			subject text not null,
			place integer not null check (place > 0),
			version text not null,
			content text not null,
			seen_at ${time} not null,
			primary key (subject, place)
		)`,
		`create table gaps (
			id ${number},
			key text not null unique,
			data text not null,
			count integer not null check (count > 0),
			first_at ${time} not null,
			last_at ${time} not null,
			closed integer not null check (closed in (0, 1))
		)`,
		`create table feedback (
			entry text not null,
			person text not null,
			helpful integer not null check (helpful in (0, 1)),
			reason text not null,
			at ${time} not null,
			primary key (entry, person)
		)`,
		`create table updates (
			platform ${platform},
			id text not null,
			at ${time} not null,
			primary key (platform, id)
		)`,
		`create table chat_settings (
			platform ${platform},
			chat text not null,
			settings text not null,
			primary key (platform, chat)
		)`,
		`create table notices (
			id ${number},
			platform ${platform},
			person text,
			chat text,
			content text not null,
			created_at ${time} not null,
			held_until ${time},
			check ((person is null) <> (chat is null))
		)`,
	];
}

const INDEXES = [
	'create index drafts_of_author on drafts (author)',
	'create unique index proposals_from_files on proposals (subject, file_version) where file_version is not null',
	'create index proposals_on_subject on proposals (subject)',
	'create index proposals_in_state on proposals (state)',
	'create index reviews_of_proposal on reviews (proposal)',
	'create index revisions_on_subject on revisions (subject)',
	'create index open_gaps on gaps (count) where closed = 0',
	'create index updates_by_time on updates (at)',
	'create index notices_of_platform on notices (platform, id)',
];
