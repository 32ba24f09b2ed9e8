/** Every change of the tables, oldest first. One that has been released is never edited: the next one changes what it made. */
import type { Migration } from 'kysely/migration';
import type { DatabaseKind } from './database-kind.ts';
import { firstTables } from './first-tables.ts';

/** By name; they are carried out in the order of their names. */
export function migrationsFor(kind: DatabaseKind): Record<string, Migration> {
	return { '0001-first-tables': firstTables(kind) };
}
