/** A copy of the SQLite file that needs no other file beside it, made while the bot writes. */
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { copySqlite, faultOf } from './sqlite-copy.ts';
import { fromSqlite } from './sqlite-errors.ts';

/** Copies `file` to `target`, which must not exist. Gives why that could not be done; undefined when the copy is there and sound. */
export async function backupSqlite(file: string, target: string): Promise<string | undefined> {
	try {
		// The name is taken at once, so that nothing that appears meanwhile is written over.
		closeSync(openSync(target, 'wx', 0o600));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EEXIST') return `${target} exists already. Choose another name.`;
		return `${target} cannot be written (${code}). Choose another place.`;
	}
	const unfinished = `${target}.unfinished`;
	try {
		rmSync(unfinished, { force: true });
		await copyWhole(file, unfinished);
		const fault = faultOf(unfinished);
		if (fault !== undefined) throw new Error(`it ${fault}`);
		renameSync(unfinished, target);
		return undefined;
	} catch (error) {
		for (const left of [target, unfinished, `${unfinished}-journal`]) rmSync(left, { force: true });
		return `The copy could not be made: ${(fromSqlite(error) as Error).message}`;
	}
}

async function copyWhole(file: string, target: string): Promise<void> {
	const source = new DatabaseSync(file, { timeout: 5_000 });
	try {
		await copySqlite(source, target);
	} finally {
		source.close();
	}
	const copy = new DatabaseSync(target);
	try {
		// The file itself is kept with a log beside it.
		copy.exec('pragma journal_mode = delete');
	} finally {
		copy.close();
	}
}
