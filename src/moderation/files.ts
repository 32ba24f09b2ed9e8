/** What the shipped files bring to a start: versions of entries for the history, and conflicts with what was published. */
import type { RecordChange } from '../core/knowledge/changes.ts';
import type { Entry } from '../core/knowledge/schema.ts';
import type { FileVersion } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { lend } from './draft-changes.ts';
import { enterProposal } from './enter.ts';
import { markOf, type Shipped } from './published.ts';

/** Enters each entry of the files whose content has not been seen in the last start, and those that have gone. */
export async function recordFileVersions({ store, now }: Desk, { records }: Shipped): Promise<void> {
	const latest = await store.fileVersions.latest();
	const seenAt = now();
	const gone = markOf(null);
	const entries: Entry[] = [...records.facts, ...records.statements];
	const present = new Set(entries.map(({ id }) => id));
	const fresh = entries.flatMap((entry): FileVersion[] => {
		const version = markOf(entry);
		if (latest.get(entry.id) === version) return [];
		return [{ subject: entry.id, version, content: JSON.stringify(entry), seenAt }];
	});
	const lost = [...latest].flatMap(([subject, version]): FileVersion[] =>
		present.has(subject) || version === gone ? [] : [{ subject, version: gone, content: 'null', seenAt }],
	);
	if (fresh.length + lost.length > 0) await store.fileVersions.add([...fresh, ...lost]);
}

/** Makes one proposal of each conflict between the files and what was published, once for each version of the files. */
export async function proposeConflicts(desk: Desk, shipped: Shipped): Promise<number> {
	let entered = 0;
	for (const { change, problem } of desk.published.conflicts) {
		const { before, after } = change;
		const reason =
			problem === undefined
				? 'The files and a published revision have both changed it. The revision stands; approving this takes the version of the files.'
				: `The published revision no longer goes together with the files, which stand now: ${problem}`;
		const changes = [change, ...lentFor(change, shipped)];
		const proposal = await enterProposal(desk, {
			kind: 'files',
			subject: change.id,
			title: titleOf(after ?? before) ?? change.id,
			author: null,
			fromMember: false,
			reason,
			changes: JSON.stringify(changes),
			// Whatever is published meanwhile, a version of the files is asked about once.
			fileVersion: markOf(problem === undefined ? after : before),
		});
		if (proposal) entered += 1;
	}
	return entered;
}

function titleOf(record: RecordChange['after']): string | undefined {
	return record && 'title' in record ? record.title : undefined;
}

/** The sources that the files' version cites. */
function lentFor({ type, after }: RecordChange, { records }: Shipped): RecordChange[] {
	if (!after || (type !== 'fact' && type !== 'statement')) return [];
	return lend(after as Entry, [], records);
}
