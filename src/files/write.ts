/** Writes changes into the files of a knowledge folder, so that nothing but what they say changes in the text. */
import {
	closeSync,
	fchmodSync,
	fsyncSync,
	mkdirSync,
	openSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { contentOf, type RecordChange } from '../core/knowledge/changes.ts';
import { OpenFolder } from './open-folder.ts';
import { putChanges } from './put-changes.ts';
import { rewrite } from './rewrite.ts';

interface PlannedWrites {
	/** The new text of each file that changes, by its path below the folder. An empty text means that the file goes. */
	files: Map<string, string>;
	/** What cannot be written, and why. All else is in `files`. */
	problems: string[];
}

/** What `changes` make of the files below `folder`. What the files hold already is not written again. */
export function planWrites(folder: string, changes: readonly RecordChange[]): PlannedWrites {
	const open = new OpenFolder(folder);
	const problems = putChanges(open, changes);
	for (const [file, why] of open.unreadable) problems.push(`${file} cannot be read: ${why}`);
	const files = new Map<string, string>();
	for (const opened of open.files) {
		const { file, current, wanted, isNew, isRemoved } = opened;
		if (isRemoved) {
			files.set(file, '');
			continue;
		}
		if (!isNew && contentOf(current) === contentOf(wanted)) continue;
		const result = rewrite(opened);
		if ('problem' in result) problems.push(`${file} ${result.problem}`);
		else files.set(file, result.text);
	}
	return { files, problems };
}

/** Writes planned files. Whenever this is cut off, each file is whole: as it was or as it is to be. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
	const folders = new Set<string>();
	for (const [file, text] of files) {
		const path = join(folder, file);
		folders.add(dirname(path));
		if (text === '') rmSync(path, { force: true });
		else replaceFile(path, text);
	}
	for (const changed of folders) sync(changed);
}

function replaceFile(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	// In the same folder, since a file is renamed at one stroke within a file system only.
	const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
	try {
		const old = statSync(path, { throwIfNoEntry: false });
		const handle = openSync(temporary, 'w');
		try {
			writeFileSync(handle, text);
			if (old) fchmodSync(handle, old.mode);
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		renameSync(temporary, path);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}

/** Makes sure that the names of a folder's files outlast a power failure. */
function sync(folder: string): void {
	const handle = openSync(folder, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
