/** Deciding on a proposal. An approval publishes it: checked, committed in one transaction, and swapped in. */
import { isLent, recordFinder } from '../core/knowledge/apply-changes.ts';
import { contentOf, type RecordChange } from '../core/knowledge/changes.ts';
import type { Proposal, Review, Revision, Tables } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { readDraft } from './draft.ts';
import { type FieldProblem, problemsOf } from './draft-changes.ts';
import { tellAuthor } from './notices.ts';
import { type Candidate, readChanges } from './published.ts';

export type Outcome =
	| { kind: 'published'; proposal: Proposal; revision: Revision }
	| { kind: 'asked' | 'rejected'; proposal: Proposal }
	/** There is no such proposal. */
	| { kind: 'unknown' }
	/** Someone was faster. */
	| { kind: 'decided'; proposal: Proposal; review: Review | undefined }
	/** It has been written anew since it was looked at. */
	| { kind: 'rewritten'; proposal: Proposal }
	/** It is the reviewer's own. */
	| { kind: 'own' }
	/** Nothing to publish: a member's report. */
	| { kind: 'report'; proposal: Proposal }
	/** What it starts from has been changed since. */
	| { kind: 'overtaken'; proposal: Proposal; by: Revision | undefined }
	/** It no longer passes the checker. */
	| { kind: 'faulty'; proposal: Proposal; problems: FieldProblem[] };

export interface Decided {
	proposal: number;
	/** The version that the reviewer has seen. */
	version: number;
	/** Key of the reviewer. */
	reviewer: string;
	note: string;
}

/** Whether a proposal still waits for a decision. */
function isWaiting({ state }: Proposal): boolean {
	return state === 'open' || state === 'changes-asked';
}

/** The proposal to decide on, or why no decision can be taken. */
async function find(
	tables: Tables,
	{ proposal: id, version }: Decided,
): Promise<{ proposal: Proposal } | { outcome: Outcome }> {
	const proposal = await tables.proposals.get(id);
	if (!proposal) return { outcome: { kind: 'unknown' } };
	if (!isWaiting(proposal))
		return { outcome: { kind: 'decided', proposal, review: (await tables.reviews.of(id)).at(-1) } };
	return proposal.version === version ? { proposal } : { outcome: { kind: 'rewritten', proposal } };
}

/** The changes whose record is no longer as it was when they were proposed. */
export function overtaken(desk: Desk, changes: readonly RecordChange[]): RecordChange[] {
	const current = recordFinder(desk.published.records);
	return changes.filter((change) => !isLent(change) && contentOf(current(change)) !== contentOf(change.before));
}

export async function approve(desk: Desk, decided: Decided): Promise<Outcome> {
	const { store, published } = desk;
	const done = await store.publish(async (tables): Promise<Done> => {
		await published.catchUp(tables.revisions);
		const found = await find(tables, decided);
		if ('outcome' in found) return found;
		const { proposal } = found;
		if (desk.needsSecond && proposal.author === decided.reviewer) return { outcome: { kind: 'own' } };
		if (proposal.kind === 'report') return { outcome: { kind: 'report', proposal } };
		const changes = readChanges(proposal);
		if (overtaken(desk, changes).length > 0) {
			const by = (await tables.revisions.on(proposal.subject)).at(-1);
			return { outcome: { kind: 'overtaken', proposal, by } };
		}
		const problems = problemsOf(changes, { records: published.records, day: desk.day() });
		if (problems.length > 0) return { outcome: { kind: 'faulty', proposal, problems } };
		// Built before anything is written: what cannot be built is not published.
		const candidate = published.candidate(changes);
		const at = desk.now();
		if (!(await tables.proposals.update(proposal.id, decided.version, { state: 'published' }, at)))
			return { outcome: { kind: 'rewritten', proposal } };
		await tables.reviews.add({ ...decided, decision: 'approved', at });
		const { kind, subject, title, author, reason } = proposal;
		const revision = await tables.revisions.append({
			proposal: proposal.id,
			kind,
			subject,
			title,
			author,
			reviewer: decided.reviewer,
			reason,
			changes: proposal.changes,
			at,
		});
		await closeDrafts(tables, proposal);
		await tellAuthor(tables, desk, proposal, 'approved', decided.note);
		return { outcome: { kind: 'published', proposal, revision }, candidate };
	});
	if (done.candidate && done.outcome.kind === 'published') {
		published.accept(done.candidate, done.outcome.revision);
		desk.onNotices?.();
	}
	return done.outcome;
}

interface Done {
	outcome: Outcome;
	candidate?: Candidate;
}

/** Asks the author for a change, or rejects. A moderator may reject a proposal of their own: that is taking it back. */
export async function turnDown(desk: Desk, decided: Decided, decision: 'asked' | 'rejected'): Promise<Outcome> {
	const outcome = await desk.store.transaction(async (tables): Promise<Outcome> => {
		const found = await find(tables, decided);
		if ('outcome' in found) return found.outcome;
		const { proposal } = found;
		const at = desk.now();
		const isOwn = decision === 'rejected' && proposal.author === decided.reviewer;
		const state = decision === 'asked' ? 'changes-asked' : isOwn ? 'withdrawn' : 'rejected';
		if (!(await tables.proposals.update(proposal.id, decided.version, { state }, at)))
			return { kind: 'rewritten', proposal };
		await tables.reviews.add({ ...decided, decision: isOwn ? 'withdrawn' : decision, at });
		if (decision === 'rejected') await closeDrafts(tables, proposal);
		if (!isOwn) await tellAuthor(tables, desk, proposal, decision, decided.note);
		return { kind: decision, proposal };
	});
	if (outcome.kind === 'asked' || outcome.kind === 'rejected') desk.onNotices?.();
	return outcome;
}

/** A draft is kept while its proposal can still be asked to change. */
async function closeDrafts({ drafts }: Tables, { id, author }: Proposal): Promise<void> {
	if (author === null) return;
	for (const draft of await drafts.of(author)) if (readDraft(draft.data).proposal === id) await drafts.remove(draft.id);
}
