/** What was begun and left is thrown away after a while, and nothing else. */
import { beforeEach, expect, test } from 'vitest';
import { tidy } from '../../src/moderation/tidy.ts';
import type { ProposalState, Store } from '../../src/store/store.ts';
import { aProposal } from '../store/samples.ts';
import { eachDatabase, testStore } from '../support/databases.ts';

const NOW = new Date('2026-11-24T10:00:00.000Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3_600_000).toISOString();

eachDatabase((name) => {
	let store: Store;
	beforeEach(async () => {
		store = await testStore(name);
	});

	const saveDraft = (id: string, days: number, proposal?: number) => {
		const content = { kind: 'change', entry: 'ru-mining', fields: {}, done: [], proposal };
		return store.drafts.save({ id, author: 'ann', data: JSON.stringify(content), updatedAt: daysAgo(days) });
	};
	const drafts = async () => (await store.drafts.of('ann')).map(({ id }) => id);

	test('drafts go when nobody has touched them for ninety days', async () => {
		await saveDraft('young', 89);
		await saveDraft('old', 91);
		await store.drafts.save({ id: 'of an earlier version', author: 'ann', data: '{}', updatedAt: daysAgo(91) });
		await tidy(store, NOW);
		expect(await drafts()).toEqual(['young']);
	});

	test('a draft stays as long as the proposal that it became waits for review', async () => {
		for (const state of ['open', 'changes-asked', 'published', 'rejected', 'withdrawn'] satisfies ProposalState[]) {
			const proposal = await store.proposals.add(aProposal({ subject: state }));
			if (state !== 'open') await store.proposals.update(proposal?.id ?? 0, 1, { state }, daysAgo(100));
			await saveDraft(state, 100, proposal?.id);
		}
		await tidy(store, NOW);
		expect((await drafts()).sort()).toEqual(['changes-asked', 'open']);
	});

	test('forms that nobody goes on with go after a week, and handled updates after two days', async () => {
		for (const days of [6, 8])
			await store.dialogues.save({ person: 'ann', chat: String(days), data: '{}', updatedAt: daysAgo(days) });
		for (const days of [1, 3]) await store.updates.claim('telegram', String(days), daysAgo(days));
		await tidy(store, NOW);
		expect(await store.dialogues.get('ann', '6')).toBeDefined();
		expect(await store.dialogues.get('ann', '8')).toBeUndefined();
		expect(await store.updates.among('telegram', ['1', '3'])).toEqual(new Set(['1']));
	});
});
