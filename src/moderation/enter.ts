/** Enters proposals that are not written as drafts: members' reports, reverts, and what the files bring. */
import type { NewProposal, Proposal } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { tellModerators } from './notices.ts';

/**
 * Enters a proposal and tells the moderators, both or neither; undefined when this version of the files was entered before,
 * which only what comes from the files can have been.
 */
export async function enterProposal(
	desk: Desk,
	proposal: Omit<NewProposal, 'createdAt'>,
): Promise<Proposal | undefined> {
	const entered = await desk.store.transaction(async (tables) => {
		const added = await tables.proposals.add({ ...proposal, createdAt: desk.now() });
		if (added) await tellModerators(tables, desk, added.id);
		return added;
	});
	if (entered) desk.onNotices?.();
	return entered;
}
