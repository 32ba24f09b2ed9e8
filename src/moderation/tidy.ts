/** Throws away what was begun and left: it may hold what people typed, and nobody comes back to it. */
import type { Store } from '../store/store.ts';
import { readDraft } from './draft.ts';

const DAY = 24 * 3_600_000;

/** How long it is kept since it was last touched, in milliseconds. */
const KEPT = {
	draft: 90 * DAY,
	dialogue: 7 * DAY,
	/** Telegram offers an update for a day; what was handled is remembered a little longer. */
	update: 2 * DAY,
};

/** As of `now`. A draft is kept as long as what it became waits for review, since its author may be asked to change it. */
export async function tidy(store: Store, now: Date): Promise<void> {
	const before = (age: number) => new Date(now.getTime() - age).toISOString();
	await store.updates.prune(before(KEPT.update));
	await store.dialogues.prune(before(KEPT.dialogue));
	const left = await store.drafts.untouchedSince(before(KEPT.draft));
	if (left.length === 0) return;
	const waiting = new Set((await store.proposals.in(['open', 'changes-asked'])).map(({ id }) => id));
	for (const { id, data } of left) {
		const proposal = proposalOf(data);
		if (proposal !== undefined && waiting.has(proposal)) continue;
		// Its author may have come back at this moment.
		await store.drafts.removeUntouched(id, before(KEPT.draft));
	}
}

/** The proposal that a draft became. One that an earlier version wrote in another way cannot be gone on with either. */
function proposalOf(data: string): number | undefined {
	try {
		return readDraft(data).proposal;
	} catch {
		return undefined;
	}
}
