/** Makes what was deleted from a SQLite file unreadable: its write-ahead log has pages as they were before. */
import { DatabaseSync } from 'node:sqlite';

/** A script may wait for another process's transaction. In milliseconds. */
const PATIENCE = 5_000;

/** Empties the log into the file, where deleted content is overwritten; false when another process is reading just then. */
export function overwriteDeleted(file: string): boolean {
	const database = new DatabaseSync(file, { timeout: PATIENCE });
	try {
		return database.prepare('pragma wal_checkpoint(truncate)').get()?.busy === 0;
	} finally {
		database.close();
	}
}
