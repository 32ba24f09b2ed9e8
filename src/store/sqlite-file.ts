/** Opens a SQLite file, which only its owner may read when it is made here: it tells which person is behind a key. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { whenFree } from './sqlite-patience.ts';
import { StoreError } from './store.ts';

/** Written to disk before a statement counts as done, and what is deleted is overwritten: it may be of a person. */
const SETTINGS = [
	'pragma journal_mode = wal',
	'pragma synchronous = full',
	'pragma secure_delete = on',
	'pragma foreign_keys = on',
	'pragma recursive_triggers = on',
];

/** `file` is a path, or ":memory:". Rejects with a StoreError. */
export async function openSqliteFile(file: string): Promise<DatabaseSync> {
	if (file === '') throw new StoreError('store-broken', 'DATABASE_URL names no file; write sqlite:data/bot.db, say.');
	if (file !== ':memory:') makeFile(file);
	// The first thing to touch the file may also be what finds it in use.
	const database = await whenFree(() => new DatabaseSync(file, { timeout: 0 }));
	try {
		for (const setting of SETTINGS) await whenFree(() => database.exec(setting));
		await whenFree(() => check(database));
	} catch (error) {
		database.close();
		throw error;
	}
	return database;
}

function makeFile(file: string): void {
	try {
		mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
		closeSync(openSync(file, 'a', 0o600));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new StoreError('store-broken', `The database file ${file} cannot be written (${code}). ${adviceFor(code)}`);
	}
}

function adviceFor(code: string | undefined): string {
	if (code === 'EISDIR') return 'It is a folder; set DATABASE_URL to a file.';
	if (code === 'ENOSPC') return 'Free space on the disk.';
	return 'Set DATABASE_URL to a file in a folder that this user may write to.';
}

function check(database: DatabaseSync): void {
	const problem = database.prepare('pragma quick_check(1)').get()?.quick_check;
	if (problem !== 'ok')
		throw new StoreError(
			'store-broken',
			'The database file is damaged. Restore it from a backup, or move it away to begin anew.',
			{ cause: problem },
		);
}
