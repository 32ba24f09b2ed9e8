/** Copies a SQLite file whole, and judges copies. */
import { closeSync, openSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { migrationsFor } from './migrations/migrations.ts';
import { fromSqlite } from './sqlite-errors.ts';
import { StoreError } from './store.ts';

/** In one step: it copies one state of the file, and neither waits for those who write meanwhile nor holds them up. */
const ALL_PAGES = 2_147_483_647;

/** Puts what `source` holds in the place of what `target` holds, all or nothing; a new file is for its owner alone. */
export async function copySqlite(source: DatabaseSync, target: string): Promise<void> {
	closeSync(openSync(target, 'a', 0o600));
	await backup(source, target, { rate: ALL_PAGES });
}

/** Why `file` cannot be the bot's database; undefined when it can. The message goes behind the name of the file. */
export function faultOf(file: string): string | undefined {
	try {
		const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
		try {
			return faultIn(database);
		} finally {
			database.close();
		}
	} catch (error) {
		const fault = fromSqlite(error);
		return `cannot be used: ${fault instanceof StoreError ? fault.message : (error as Error).message}`;
	}
}

function faultIn(database: DatabaseSync): string | undefined {
	if (database.prepare('pragma integrity_check(1)').get()?.integrity_check !== 'ok') return 'is damaged.';
	const known = migrationsFor('sqlite');
	const isOurs = database.prepare(`select 1 from sqlite_master where name = 'kysely_migration'`).get() !== undefined;
	if (!isOurs) return 'is no database of this bot.';
	const names = database.prepare('select name from kysely_migration').all();
	if (names.some(({ name }) => !(String(name) in known)))
		return 'was made by a newer version of this program. Use that version.';
	return undefined;
}
