/**
 * What is published: the shipped files plus the revisions published from the chat. It is worked out at each start and never
 * stored, so that it also comes out right on older or newer files.
 */
import { applyChanges, isLent, recordFinder } from './apply-changes.ts';
import { contentOf, type RecordChange } from './changes.ts';
import { checkRecords } from './check.ts';
import type { KnowledgeRecords } from './records.ts';

/** What one revision changes. */
export interface PublishedChanges {
	/** What it is about: the id of an entry or word. */
	subject: string;
	changes: readonly RecordChange[];
}

/** A record that the files and the revisions have changed differently: `live` stands, and `inFiles` waits for a decision. */
export interface Conflict {
	change: RecordChange;
	/** Why the revision cannot stand although it was published; undefined when it stands. */
	problem?: string;
}

export interface Merged {
	records: KnowledgeRecords;
	/** In the order of the log. A conflict's change leads from what is published to the other version. */
	conflicts: Conflict[];
}

/** A log knows all that its own exports have written: this one was restored from a backup, or is another one. */
const UNKNOWN_EXPORT = 'an export wrote into them what this database does not know.';

/** Names a record among those of all types. */
export function recordKey({ type, id }: Pick<RecordChange, 'type' | 'id'>): string {
	return `${type}:${id}`;
}

/**
 * Merges `revisions`, oldest first, into the records of the files. `exported` holds, for each record that an export has
 * written into the files, the mark (`markOf`) of the content that it wrote last: changes up to that one are in the files, and what the
 * files say of the record since is newer than they are.
 */
export function mergeRevisions(
	files: KnowledgeRecords,
	revisions: readonly PublishedChanges[],
	exported: Readonly<Record<string, string>>,
	markOf: (content: unknown) => string,
): Merged {
	const inFiles = recordFinder(files);
	const chains = new Map<string, { subject: string; chain: RecordChange[] }>();
	const lent: RecordChange[] = [];
	for (const { subject, changes } of revisions)
		for (const change of changes) {
			if (isLent(change)) {
				lent.push(change);
				continue;
			}
			const known = chains.get(recordKey(change));
			if (known) known.chain.push(change);
			else chains.set(recordKey(change), { subject, chain: [change] });
		}

	const live: { subject: string; change: RecordChange }[] = [];
	const conflicts: Conflict[] = [];
	for (const [key, { subject, chain }] of chains) {
		const file = inFiles(chain[0] as RecordChange);
		const mark = exported[key];
		const written = mark === undefined ? -1 : chain.findLastIndex(({ after }) => markOf(after) === mark);
		const rest = chain.slice(written + 1);
		const last = rest.at(-1);
		const content = contentOf(file);
		if (!last || contentOf(last.after) === content) continue;
		if (mark !== undefined && written < 0 && !chain.some(({ before }) => markOf(before) === mark)) {
			conflicts.push({ change: { ...last, before: file } as RecordChange, problem: UNKNOWN_EXPORT });
			continue;
		}
		// Also a state that the record had in between counts as not edited: an older export, or a rollback.
		const states = [...rest.map(({ before }) => before), ...rest.map(({ after }) => after)].map(contentOf);
		live.push({ subject, change: { ...last, before: file } as RecordChange });
		if (!states.includes(content))
			conflicts.push({ change: { ...last, before: last.after, after: file } as RecordChange });
	}
	return settle(files, live, lent, conflicts);
}

/**
 * Files that have changed under a revision may not go together with it any more. Good files must not be kept from starting
 * by that: such revisions are set aside as conflicts until the rest passes the checker.
 */
function settle(
	files: KnowledgeRecords,
	live: { subject: string; change: RecordChange }[],
	lent: readonly RecordChange[],
	conflicts: Conflict[],
): Merged {
	for (let standing = live; ; ) {
		const records = applyChanges(files, [...lent, ...standing.map(({ change }) => change)]);
		if (standing.length === 0) return { records, conflicts };
		const problems = checkRecords(records);
		if (problems.length === 0) return { records, conflicts };
		const faulty = new Map(problems.map(({ record, message }) => [record, message]));
		const culprits = new Set(
			standing.filter(({ change }) => change.after !== null && faulty.has(change.after)).map(({ subject }) => subject),
		);
		// The fault may show at a record of the files: then all go, and the files stand as they were shipped.
		const out = culprits.size > 0 ? standing.filter(({ subject }) => culprits.has(subject)) : standing;
		const [problem = ''] = faulty.values();
		for (const { change } of out) {
			// It does not stand over the files after all.
			const earlier = conflicts.findIndex((known) => recordKey(known.change) === recordKey(change));
			if (earlier >= 0) conflicts.splice(earlier, 1);
			conflicts.push({ change, problem: (change.after === null ? undefined : faulty.get(change.after)) ?? problem });
		}
		standing = standing.filter((one) => !out.includes(one));
	}
}
