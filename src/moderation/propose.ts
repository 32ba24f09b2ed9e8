/** Writing a proposal: it is kept as a draft from the first step, and becomes a proposal when it is sent. */
import { randomBytes } from 'node:crypto';
import { isLent } from '../core/knowledge/apply-changes.ts';
import { contentOf } from '../core/knowledge/changes.ts';
import type { Entry } from '../core/knowledge/schema.ts';
import type { Draft, Proposal, Tables } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { type DraftContent, readDraft } from './draft.ts';
import { type Built, buildChanges, type Known } from './draft-changes.ts';
import { enterProposal } from './enter.ts';
import { fieldsOf } from './entry-fields.ts';
import { tellAuthor, tellModerators } from './notices.ts';
import { readChanges } from './published.ts';
import { entryIn } from './records.ts';

/** What a draft is judged against now. */
export function knownNow({ published, day }: Desk): Known {
	return { records: published.records, day: day(), meant: (kind, name) => published.core.meant(kind, name) };
}

/** A new draft of `author`, filled in with what the entry says. */
export async function startDraft(
	desk: Desk,
	author: string,
	start: Omit<DraftContent, 'fields' | 'done'> & { fields?: DraftContent['fields'] },
): Promise<{ id: string; content: DraftContent }> {
	const day = desk.day();
	const entry = start.entry === undefined ? undefined : entryIn(desk.published.records, start.entry);
	const content: DraftContent = {
		...start,
		fields: { ...filledIn(start.kind, entry, day), ...start.fields },
		done: [],
	};
	const id = randomBytes(6).toString('hex');
	await desk.store.drafts.save({ id, author, data: JSON.stringify(content), updatedAt: desk.now() });
	return { id, content };
}

function filledIn(kind: DraftContent['kind'], entry: Entry | undefined, day: string): DraftContent['fields'] {
	if (!entry) return { verified: day };
	// Better words do not mean that the sources were read again.
	const fields = fieldsOf(entry, kind === 'change' ? entry.verified : day);
	// What supersedes an entry has dates and sources of its own.
	if (kind === 'supersede') return { ...fields, announced: '', in_force: '', until: '', sources: '', evidence: '' };
	return fields;
}

/** The draft, when `author` is its writer. */
export async function findDraft({ store }: Desk, id: string, author: string): Promise<DraftContent | undefined> {
	const draft = await ownDraft(store, id, author);
	return draft && readDraft(draft.data);
}

async function ownDraft({ drafts }: Pick<Tables, 'drafts'>, id: string, author: string): Promise<Draft | undefined> {
	const draft = await drafts.get(id);
	return draft?.author === author ? draft : undefined;
}

/** Their newest draft that was not sent, which they may have lost from sight; or the one that became this proposal. */
export async function draftOf({ store }: Desk, author: string, proposal?: number): Promise<Draft | undefined> {
	return (await store.drafts.of(author)).find(({ data }) => readDraft(data).proposal === proposal);
}

/**
 * The draft of a proposal that is to be changed. If others have changed the entry since it was proposed, what the author did not
 * touch is as it is now, so that their changes are not undone unseen.
 */
export async function reopenDraft(
	desk: Desk,
	author: string,
	proposal: Proposal,
): Promise<{ id: string; content: DraftContent } | undefined> {
	const draft = await draftOf(desk, author, proposal.id);
	if (!draft) return undefined;
	const content = readDraft(draft.data);
	const current = content.entry === undefined ? undefined : entryIn(desk.published.records, content.entry);
	const change = readChanges(proposal).find(({ id, type }) => id === current?.id && type !== 'source');
	if (!current || !change?.before || contentOf(change.before) === contentOf(current)) return { id: draft.id, content };
	const day = desk.day();
	const before = filledIn(content.kind, change.before as Entry, day);
	const now = filledIn(content.kind, current, day);
	const fields = { ...content.fields };
	for (const [name, value] of Object.entries(now)) if (fields[name] === before[name]) fields[name] = value;
	const rebased: DraftContent = { ...content, fields };
	await desk.store.drafts.save({ ...draft, data: JSON.stringify(rebased), updatedAt: desk.now() });
	return { id: draft.id, content: rebased };
}

/** Keeps what was typed in one step, or beside the steps. Nothing is thrown away because it is wrong. */
export async function fillStep(
	desk: Desk,
	id: string,
	author: string,
	step: number | undefined,
	values: Record<string, string>,
): Promise<DraftContent | undefined> {
	return desk.store.transaction(async (tables) => {
		const draft = await ownDraft(tables, id, author);
		if (!draft) return undefined;
		const content = readDraft(draft.data);
		const filled: DraftContent = {
			...content,
			fields: { ...content.fields, ...values },
			done: step === undefined ? content.done : [...new Set([...content.done, step])],
		};
		await tables.drafts.save({ id, author, data: JSON.stringify(filled), updatedAt: desk.now() });
		return filled;
	});
}

export async function discardDraft({ store }: Desk, id: string, author: string): Promise<boolean> {
	return store.transaction(async (tables) => {
		if (!(await ownDraft(tables, id, author))) return false;
		await tables.drafts.remove(id);
		return true;
	});
}

export type Sent =
	| { kind: 'sent'; proposal: Proposal }
	| { kind: 'gone' }
	| { kind: 'faulty'; content: DraftContent; problems: Built['problems'] };

/** Makes the draft a proposal, or puts it into the place of the one that a reviewer wanted changed. */
export async function sendDraft(desk: Desk, id: string, author: string, reason: string): Promise<Sent> {
	const sent = await desk.store.transaction(async (tables): Promise<Sent> => {
		const draft = await ownDraft(tables, id, author);
		if (!draft) return { kind: 'gone' };
		const content = readDraft(draft.data);
		const { changes, problems } = buildChanges(content, knownNow(desk));
		if (problems.length > 0) return { kind: 'faulty', content, problems };
		const [first] = changes.filter((change) => !isLent(change));
		const proposal = await enter(tables, desk, content, {
			kind: content.kind,
			subject: first?.id ?? '',
			title: titleOf(content, first),
			author,
			fromMember: false,
			reason,
			changes: JSON.stringify(changes),
			fileVersion: null,
			createdAt: desk.now(),
		});
		if (!proposal) return { kind: 'gone' };
		// Kept, since a reviewer may want it changed.
		const kept: DraftContent = { ...content, proposal: proposal.id };
		await tables.drafts.save({ ...draft, data: JSON.stringify(kept), updatedAt: desk.now() });
		if (content.report !== undefined) await takeUp(tables, desk, content.report, author, proposal.id);
		if (content.gap !== undefined) await tables.gaps.close(content.gap);
		await tellModerators(tables, desk, proposal.id);
		return { kind: 'sent', proposal };
	});
	if (sent.kind === 'sent') desk.onNotices?.();
	return sent;
}

async function enter(
	tables: Tables,
	desk: Desk,
	content: DraftContent,
	fresh: Parameters<Tables['proposals']['add']>[0],
): Promise<Proposal | undefined> {
	if (content.proposal === undefined) return tables.proposals.add(fresh);
	const earlier = await tables.proposals.get(content.proposal);
	if (earlier?.state !== 'changes-asked' && earlier?.state !== 'open') return tables.proposals.add(fresh);
	const { changes, reason, title } = fresh;
	const isChanged = await tables.proposals.update(
		earlier.id,
		earlier.version,
		{ state: 'open', changes, reason, title },
		desk.now(),
	);
	return isChanged ? tables.proposals.get(earlier.id) : undefined;
}

/** Closes a member's report, since a proposal has come of it. */
async function takeUp(tables: Tables, desk: Desk, report: number, by: string, proposal: number): Promise<void> {
	const reported = await tables.proposals.get(report);
	if (reported?.kind !== 'report' || reported.state !== 'open') return;
	if (!(await tables.proposals.update(report, reported.version, { state: 'published' }, desk.now()))) return;
	const note = `Taken up in proposal ${proposal}.`;
	await tables.reviews.add({ proposal: report, reviewer: by, decision: 'approved', note, at: desk.now() });
	await tellAuthor(tables, desk, reported, 'approved', note);
}

function titleOf(content: DraftContent, change: { before: unknown; after: unknown } | undefined): string {
	const record = (change?.after ?? change?.before ?? {}) as { title?: string; word?: string };
	return record.title ?? record.word ?? content.kind;
}

/** A member's words on an entry, or on anything, for the moderators to look into. */
export async function report(
	desk: Desk,
	author: string,
	{ subject, title, text, fromMember }: { subject: string; title: string; text: string; fromMember: boolean },
): Promise<Proposal> {
	const entered = await enterProposal(desk, {
		kind: 'report',
		subject,
		title,
		author,
		fromMember,
		reason: text,
		changes: '[]',
		fileVersion: null,
	});
	if (!entered) throw new Error('a report is never entered twice');
	return entered;
}
