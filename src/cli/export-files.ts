/** Writes what is published into the knowledge files, and marks it as taken over. */
import { join, relative } from 'node:path';
import { contentOf, type RecordChange } from '../core/knowledge/changes.ts';
import { EXPORTED_FILE, exportedText } from '../files/exported.ts';
import { planWrites, writeFiles } from '../files/write.ts';
import type { Desk } from '../moderation/desk.ts';
import { type Export, exportOf } from '../moderation/export.ts';
import { proposeConflicts } from '../moderation/files.ts';
import { Published, type Shipped } from '../moderation/published.ts';

export interface Outcome {
	code: 0 | 1;
	/** What was done, a line each. */
	done: string[];
	/** What the operator should look into. */
	amiss: string[];
}

/** `shipped` is what `folder` holds. */
export async function exportFiles(folder: string, shipped: Shipped, desk: Omit<Desk, 'published'>): Promise<Outcome> {
	const wanted = exportOf(shipped, await desk.store.revisions.after(0));
	// Their version in the files is about to be written over: from now on the queue has it, as if a bot had seen it.
	if (wanted.conflicts.length > 0) {
		const published = new Published(shipped);
		await published.catchUp(desk.store.revisions);
		await proposeConflicts({ ...desk, published }, shipped);
	}
	return write(folder, shipped, wanted);
}

function write(folder: string, shipped: Shipped, { changes, exported, conflicts }: Export): Outcome {
	const { files, problems } = planWrites(folder, changes);
	if (problems.length > 0) {
		// Changes that belong together would be torn apart.
		const amiss = ['Nothing was written. Correct this by hand, and run it again:', ...problems.map(indented)];
		return { code: 1, done: [], amiss };
	}
	if (contentOf(exported) !== contentOf(shipped.exported)) files.set(EXPORTED_FILE, exportedText(exported));
	try {
		writeFiles(folder, files);
	} catch (error) {
		const { code, path = folder } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		const amiss = `${relative('.', path)} cannot be written (${code}). Correct that, and run it again for the rest.`;
		return { code: 1, done: [], amiss: [amiss] };
	}
	const done = [
		...[...files].map(([file, text]) => `${text === '' ? 'removed' : 'wrote'} ${relative('.', join(folder, file))}`),
		...changes.map((change) => indented(`${labelOf(change)} ${whatOf(change)}`)),
	];
	const amiss = conflicts.map(({ change, problem }) =>
		problem === undefined
			? `${labelOf(change)}: the files had been edited as well. What is published was written; /review has the files' version.`
			: `${labelOf(change)}: not written, since it no longer goes together with the files: ${problem}`,
	);
	return { code: 0, done: done.length > 0 ? done : [`${folder} holds all that is published.`], amiss };
}

function labelOf({ type, id }: RecordChange): string {
	return `${type} ${id}`;
}

function whatOf({ before, after }: RecordChange): string {
	if (after === null) return 'removed';
	return before === null ? 'added' : 'changed';
}

function indented(line: string): string {
	return `  ${line}`;
}
