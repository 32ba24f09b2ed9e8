/** Looks into a database after a kill: what was acknowledged must be there, and nothing may be half done. */
import { expect } from 'vitest';
import type { RecordChange } from '../../../src/core/knowledge/changes.ts';
import { openStore } from '../../../src/store/open.ts';

/** What the bot has said of a proposal. */
export interface Acknowledged {
	claim: string;
	published: boolean;
}

export interface Found {
	proposed: number;
	published: number;
	/** By entry, what was published last. */
	lastClaims: Map<string, string>;
}

interface Claimed {
	claim?: string;
}

export async function audit(url: string, acknowledged: ReadonlyMap<number, Acknowledged>): Promise<Found> {
	const store = await openStore(url);
	try {
		const all = await store.proposals.in(['open', 'changes-asked', 'published', 'rejected', 'withdrawn']);
		const byId = new Map(all.map((proposal) => [proposal.id, proposal]));
		for (const [id, { claim, published }] of acknowledged) {
			const proposal = byId.get(id);
			expect(proposal, `proposal ${id} was acknowledged`).toBeDefined();
			expect(proposal?.changes).toContain(claim);
			if (published) expect(proposal?.state, `proposal ${id} was acknowledged as published`).toBe('published');
		}
		const revisions = await store.revisions.after(0);
		const published = all.filter(({ state }) => state === 'published');
		expect(revisions.map(({ proposal }) => proposal).toSorted()).toEqual(published.map(({ id }) => id).toSorted());
		for (const { id } of published) {
			const reviews = await store.reviews.of(id);
			expect(reviews.map(({ decision }) => decision)).toEqual(['approved']);
		}
		const lastClaims = new Map<string, string>();
		for (const { subject, changes } of revisions) {
			const [change] = JSON.parse(changes) as RecordChange[];
			const before = lastClaims.get(subject);
			// Each revision starts from what the one before it left.
			if (before !== undefined) expect((change?.before as Claimed | undefined)?.claim).toBe(before);
			lastClaims.set(subject, (change?.after as Claimed | undefined)?.claim ?? '');
		}
		return { proposed: all.length, published: published.length, lastClaims };
	} finally {
		await store.close();
	}
}
