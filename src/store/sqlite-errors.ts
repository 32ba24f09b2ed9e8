/** What a fault of SQLite means to the operator. */
import { StoreError } from './store.ts';

/** Result codes. sqlite.org/rescode.html */
const BUSY = 5;
const CORRUPT = 11;
const NO_DATABASE = 26;
const FAULTS = new Map<number, [id: StoreError['id'], message: string]>([
	[BUSY, ['store-locked', 'Another program is writing to the database file. Stop it, or try again when it is done.']],
	[3, ['store-broken', 'The database file may not be used by this user. Change its owner or permissions.']],
	[8, ['store-broken', 'The database file, or the folder it is in, is not writable. Change its owner or permissions.']],
	[10, ['store-broken', 'The database file cannot be read or written. Check the disk.']],
	[CORRUPT, ['store-broken', 'The database file is damaged. Restore it from a backup, or move it away to begin anew.']],
	[13, ['store-broken', 'There is no room for the database file. Free space on the disk.']],
	[14, ['store-broken', 'The database file cannot be opened. Check that it is a file this user may read and write.']],
	[
		NO_DATABASE,
		['store-broken', 'The file is no SQLite database. Set DATABASE_URL to another file, or move this one away.'],
	],
]);

/** The StoreError that `error` amounts to; what is no fault of the database, such as a broken rule, comes back as it is. */
export function fromSqlite(error: unknown): unknown {
	const fault = FAULTS.get(codeOf(error));
	return fault ? new StoreError(...fault, { cause: error }) : error;
}

export function isBusy(error: unknown): boolean {
	return codeOf(error) === BUSY;
}

/** Whether the file holds something else than a sound database. */
export function isNoDatabase(error: unknown): boolean {
	return [CORRUPT, NO_DATABASE].includes(codeOf(error));
}

/** The primary result code: the extended one has more in its higher bits. */
function codeOf(error: unknown): number {
	return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
}
