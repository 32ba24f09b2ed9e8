/** Rows for the tests, complete and plausible. */
import type { NewProposal, NewRevision, Store } from '../../src/store/store.ts';

export const NOW = '2026-11-24T10:00:00.000Z';
export const LATER = '2026-11-24T10:05:00.000Z';
export const MUCH_LATER = '2026-11-25T10:00:00.000Z';

export function aProposal(fields: Partial<NewProposal> = {}): NewProposal {
	return {
		kind: 'supersede',
		subject: 'ru-mining',
		title: 'Mining in Russia',
		author: 'author-key',
		fromMember: false,
		reason: 'The law has been amended.',
		changes: '[]',
		fileVersion: null,
		createdAt: NOW,
		...fields,
	};
}

/** Enters a proposal and gives the revision that would publish it. */
export async function aRevision(store: Store, fields: Partial<NewRevision> = {}): Promise<NewRevision> {
	const proposal = await store.proposals.add(aProposal());
	return {
		proposal: proposal?.id ?? 0,
		kind: 'supersede',
		subject: 'ru-mining',
		title: 'Mining in Russia',
		author: 'author-key',
		reviewer: 'reviewer-key',
		reason: 'The law has been amended.',
		changes: '[]',
		at: LATER,
		...fields,
	};
}
