/**
 * Waits until a SQLite file is free. SQLite's own waiting (busy_timeout) would hold up the whole process, and with it the
 * transaction that is waited for when that is in the same process.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fromSqlite, isBusy } from './sqlite-errors.ts';

/** Between tries, in milliseconds; another process's transaction takes a few. */
const PAUSE = 5;
/** In milliseconds. */
const PATIENCE = 5_000;

/** Repeats `work` while the file is in use; `work` must do all or nothing. Rejects with a StoreError for a database's fault. */
export async function whenFree<T>(work: () => T): Promise<T> {
	const start = performance.now();
	for (;;) {
		try {
			return work();
		} catch (error) {
			if (!isBusy(error) || performance.now() - start > PATIENCE) throw fromSqlite(error);
			await sleep(PAUSE);
		}
	}
}
