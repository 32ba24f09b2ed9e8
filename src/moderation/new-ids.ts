/** Ids for what is new: readable, and nobody else's. */
import { keyOf } from '../core/knowledge/entry.ts';
import type { Day } from '../core/knowledge/partial-date.ts';
import type { KnowledgeRecords } from '../core/knowledge/records.ts';
import { MAX_ID_LENGTH } from '../core/knowledge/schema.ts';
import type { DraftContent } from './draft.ts';

/** The id of a new entry: its place and subject, words of its title, and the year it is of. */
export function newEntryId(
	prefix: string,
	fields: DraftContent['fields'],
	day: Day,
	records: KnowledgeRecords,
): string {
	const year = yearOf(fields.in_force) ?? yearOf(fields.date) ?? yearOf(fields.announced) ?? day.slice(0, 4);
	const room = MAX_ID_LENGTH - prefix.length - year.length - 4;
	const middle = room > 3 ? slug(fields.title ?? '', room) : '';
	const base = [prefix, middle, year]
		.filter(Boolean)
		.join('-')
		.slice(0, MAX_ID_LENGTH - 3);
	const all = [...records.facts, ...records.statements, ...records.definitions, ...records.sources];
	const keys = new Set(all.map(({ id }) => keyOf(id)));
	return unique(base, (id) => all.some((known) => known.id === id) || keys.has(keyOf(id)));
}

/** The id of a new source: its place, its publisher, and the year. */
export function newSourceId(place: string, fields: DraftContent['fields'], records: KnowledgeRecords): string {
	const prefix = `${place.toLowerCase().replace(':', '-')}-src-`;
	const name = slug(fields.source_publisher || fields.source_title || 'page', MAX_ID_LENGTH - prefix.length - 8);
	const year = yearOf(fields.source_published);
	const taken = new Set(
		[...records.sources, ...records.facts, ...records.statements, ...records.definitions].map(({ id }) => id),
	);
	return unique([prefix + name, year].filter(Boolean).join('-'), (id) => taken.has(id));
}

/** The year that a date begins with. */
function yearOf(date: string | undefined): string | undefined {
	return /^\s*(\d{4})/.exec(date ?? '')?.[1];
}

/** Text as part of an id: a-z, 0-9 and "-", at most `length` characters, cut between words. */
export function slug(text: string, length: number): string {
	const plain = text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	if (plain.length <= length) return plain || 'x';
	const cut = plain.slice(0, length + 1);
	return (cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, length)) || 'x';
}

/** `base`, or the first of "base-2", "base-3" … that is free. */
export function unique(base: string, isTaken: (id: string) => boolean): string {
	for (let at = 1; ; at++) {
		const id = at === 1 ? base : `${base}-${at}`;
		if (!isTaken(id)) return id;
	}
}
