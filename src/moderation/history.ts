/** How an entry came to be what it is: every version that the files shipped or a revision published, oldest first. */

import { isLent } from '../core/knowledge/apply-changes.ts';
import { contentOf, type RecordChange } from '../core/knowledge/changes.ts';
import { type Entry, recordId, type Source } from '../core/knowledge/schema.ts';
import type { Proposal, Revision } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { differencesOf, type RecordDifference } from './differences.ts';
import { restoreChanges } from './draft-changes.ts';
import { enterProposal } from './enter.ts';
import { readChanges } from './published.ts';
import { entryIn } from './records.ts';

export interface Version {
	at: string;
	/** The revision that made it; undefined for a version of the files. */
	revision: Revision | undefined;
	/** What it changed against the version before it. */
	differences: RecordDifference[];
	/** The entry as of this version; null when it was taken out. */
	content: Entry | null;
}

/** The versions of an entry. Empty when there never was one. */
export async function versionsOf({ store }: Desk, subject: string): Promise<Version[]> {
	if (!recordId.safeParse(subject).success) return [];
	const [files, revisions] = await Promise.all([store.fileVersions.on(subject), store.revisions.on(subject)]);
	const fromFiles = files.map(({ seenAt, content }) => ({
		at: seenAt,
		revision: undefined as Revision | undefined,
		content: JSON.parse(content) as Entry | null,
		changes: undefined as RecordChange[] | undefined,
	}));
	const fromChat = revisions.map((revision) => {
		const changes = readChanges(revision);
		const own = changes.find(({ id, type }) => id === subject && (type === 'fact' || type === 'statement'));
		return { at: revision.at, revision, content: (own?.after ?? null) as Entry | null, changes };
	});
	const inOrder = [...fromFiles, ...fromChat].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
	// Files that have taken in what was published bring nothing new.
	const all = inOrder.filter(
		({ revision, content }, at) => revision || at === 0 || contentOf(content) !== contentOf(inOrder[at - 1]?.content),
	);
	return all.map(({ at, revision, content, changes }, index) => {
		const before = all[index - 1]?.content ?? null;
		const type = content && 'said' in content ? 'statement' : 'fact';
		const whole = [{ type, id: subject, before, after: content } as RecordChange];
		return { at, revision, content, differences: differencesOf(changes ?? whole) };
	});
}

export type Reverting = { kind: 'sent'; proposal: Proposal } | { kind: 'unknown' } | { kind: 'same' };

/** Proposes to bring an entry back to one of its versions (by its place in versionsOf). It goes through review as any change. */
export async function proposeRevert(
	desk: Desk,
	author: string,
	subject: string,
	version: number,
	reason: string,
): Promise<Reverting> {
	const versions = await versionsOf(desk, subject);
	const wanted = versions[version];
	if (!wanted) return { kind: 'unknown' };
	const { records } = desk.published;
	const current = entryIn(records, subject) ?? null;
	const type = (wanted.content ?? current) && 'said' in ((wanted.content ?? current) as Entry) ? 'statement' : 'fact';
	const sources = await sourcesEverLent(desk, subject);
	const changes = restoreChanges(type, subject, wanted.content, [...records.sources, ...sources], records);
	if (changes.every(isLent)) return { kind: 'same' };
	const proposal = await enterProposal(desk, {
		kind: 'revert',
		subject,
		title: (wanted.content ?? current)?.title ?? subject,
		author,
		fromMember: false,
		reason,
		changes: JSON.stringify(changes),
		fileVersion: null,
	});
	if (!proposal) throw new Error('a revert is never entered twice');
	return { kind: 'sent', proposal };
}

/** Sources that revisions of the entry cited and that nothing may cite any more. */
async function sourcesEverLent({ store }: Desk, subject: string): Promise<Source[]> {
	const revisions = await store.revisions.on(subject);
	return revisions.flatMap((revision) =>
		readChanges(revision).flatMap(({ type, before, after }) =>
			type === 'source' ? ([after ?? before].filter((source) => source !== null) as Source[]) : [],
		),
	);
}
