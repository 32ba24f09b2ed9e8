/** What an export writes: what the files lack of what is published, and what marks it as taken over. */
import { isLent, LISTS, recordFinder } from '../core/knowledge/apply-changes.ts';
import type { RecordChange } from '../core/knowledge/changes.ts';
import { type Conflict, recordKey } from '../core/knowledge/merge.ts';
import type { KnowledgeRecords } from '../core/knowledge/records.ts';
import type { Revision } from '../store/store.ts';
import { markOf, mergePublished, readChanges, type Shipped } from './published.ts';

export interface Export {
	/** From the files to what is published. */
	changes: RecordChange[];
	/** The marks that go into the files with the changes. */
	exported: Record<string, string>;
	/** What the files and the revisions have changed differently; one with a problem is not exported. */
	conflicts: Conflict[];
}

export function exportOf(shipped: Shipped, revisions: readonly Revision[]): Export {
	const { records, conflicts } = mergePublished(shipped, revisions);
	const latest = new Map<string, RecordChange>();
	for (const change of revisions.flatMap(readChanges)) if (!isLent(change)) latest.set(recordKey(change), change);
	const setAside = new Set(
		conflicts.flatMap(({ change, problem }) => (problem === undefined ? [] : recordKey(change))),
	);
	const exported = { ...shipped.exported };
	const words: RecordChange[] = [];
	const [before, after] = [recordFinder(shipped.records), recordFinder(records)];
	for (const [key, change] of latest) {
		// The files do not have it, and must not be taken to be newer than it is.
		if (setAside.has(key)) continue;
		// Also where the files have been edited since an earlier export: then this still is what they are newer than.
		exported[key] = markOf(change.after);
		if (change.type === 'word') words.push({ ...change, before: before(change), after: after(change) } as RecordChange);
	}
	const changes = [...differences(shipped.records, records), ...words.filter((change) => !isLent(change))];
	return { changes, exported, conflicts };
}

/** The changes that lead from one set of records to another. */
function differences(from: KnowledgeRecords, to: KnowledgeRecords): RecordChange[] {
	return Object.entries(LISTS).flatMap(([type, list]) => {
		const before = new Map<string, unknown>(from[list].map((record) => [record.id, record]));
		const after = new Map<string, unknown>(to[list].map((record) => [record.id, record]));
		const ids = new Set([...before.keys(), ...after.keys()]);
		return [...ids].flatMap((id): RecordChange[] => {
			const change = { type, id, before: before.get(id) ?? null, after: after.get(id) ?? null } as RecordChange;
			return isLent(change) ? [] : [change];
		});
	});
}
