/** Puts a backup in the place of the SQLite file, which is kept. */
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { copySqlite, faultOf } from './sqlite-copy.ts';
import { fromSqlite, isBusy, isNoDatabase } from './sqlite-errors.ts';

const HEADER = 'SQLite format 3\0';
const IN_USE = 'A running bot has the database open. Stop it, and run this again.';

/** `kept` is where what was replaced is; undefined when there was nothing. */
export type Restored = { kept: string | undefined } | { problem: string };

/** Replaces what `file` holds by what `from` holds; `stamp` makes the name of the file that keeps it. */
export async function restoreSqlite(from: string, file: string, stamp: string): Promise<Restored> {
	const fault = existsSync(from) ? faultOf(from) : 'does not exist.';
	if (fault !== undefined) return { problem: `${from} ${fault}` };
	const old = statSync(file, { throwIfNoEntry: false });
	if (old && !old.isFile()) return { problem: `${file} is no file. Set DATABASE_URL to a file.` };
	if (old && realpathSync(file) === realpathSync(from))
		return { problem: `${from} is the database itself. Give a backup of it.` };
	const kept = old && `${file}.before-restore-${stamp}`;
	const source = new DatabaseSync(from, { readOnly: true });
	try {
		await replace(source, file, kept);
		const wrong = faultOf(file);
		if (wrong !== undefined) return { problem: `What was restored ${wrong}` };
		// Nobody can be kept from starting a bot at this very moment: it would go on with what it has read before.
		lockWhole(file).close();
		return { kept };
	} catch (error) {
		if (isBusy(error)) return { problem: IN_USE };
		return { problem: `It could not be restored: ${(fromSqlite(error) as Error).message}` };
	} finally {
		source.close();
	}
}

async function replace(source: DatabaseSync, file: string, kept: string | undefined): Promise<void> {
	if (kept === undefined) {
		mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
		return copySqlite(source, file);
	}
	// Not even opened: SQLite would throw its log away.
	if (!isSqlite(file)) return exchange(source, file, kept);
	try {
		await keep(file, kept);
	} catch (error) {
		if (!isNoDatabase(error)) throw error;
		return exchange(source, file, kept);
	}
	// All or nothing, in the file where it is: a bot that starts just now, on a file that is moved, would write to the wrong one.
	await copySqlite(source, file);
}

/** Copies what `file` and its log hold to `kept`. */
async function keep(file: string, kept: string): Promise<void> {
	const locked = lockWhole(file);
	try {
		// A killed bot leaves it, and it is of no use without the log.
		rmSync(`${file}-shm`, { force: true });
		await copySqlite(locked, kept);
	} catch (error) {
		for (const left of [kept, `${kept}-journal`]) rmSync(left, { force: true });
		throw error;
	} finally {
		locked.close();
	}
}

/** Whether a file begins as SQLite's do; an empty one becomes a database. */
function isSqlite(file: string): boolean {
	const begin = Buffer.alloc(HEADER.length);
	const handle = openSync(file, 'r');
	try {
		return readSync(handle, begin) === 0 || begin.toString('latin1') === HEADER;
	} finally {
		closeSync(handle);
	}
}

/** Takes away a file that holds no database, so that no bot can have it open. Its log stays with it, for who tries to mend it. */
async function exchange(source: DatabaseSync, file: string, kept: string): Promise<void> {
	const unfinished = `${file}.unfinished`;
	await copySqlite(source, unfinished);
	for (const end of ['', '-wal', '-shm', '-journal']) if (existsSync(file + end)) renameSync(file + end, kept + end);
	renameSync(unfinished, file);
}

/**
 * A connection that is the only one; throws when there is another. As long as a bot runs, it holds a shared lock on the file,
 * against which leaving the write-ahead log fails. This also takes into the file what the log of a killed bot holds.
 */
function lockWhole(file: string): DatabaseSync {
	const database = new DatabaseSync(file, { timeout: 0 });
	try {
		database.exec('pragma locking_mode = exclusive');
		database.exec('pragma journal_mode = delete');
		database.exec('begin exclusive');
		database.exec('commit');
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
}
