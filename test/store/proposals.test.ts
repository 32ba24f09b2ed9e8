/** Proposals and their reviews. */
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, twoStores } from '../support/databases.ts';
import { aProposal, LATER, MUCH_LATER, NOW } from './samples.ts';

eachDatabase((name) => {
	let store: Store;
	let other: Store;
	beforeAll(async () => {
		({ store, other } = await twoStores(name));
	});

	const add = async (fields?: Parameters<typeof aProposal>[0]) => {
		const proposal = await store.proposals.add(aProposal(fields));
		if (!proposal) throw new Error('the proposal was not entered');
		return proposal;
	};

	test('a proposal is open, numbered and as it was entered', async () => {
		const proposal = await add({ fromMember: true, author: null });
		expect(proposal).toEqual({
			...aProposal({ fromMember: true, author: null }),
			id: expect.any(Number),
			state: 'open',
			version: 1,
			updatedAt: NOW,
		});
		expect(await store.proposals.get(proposal.id)).toEqual(proposal);
		expect((await add()).id).toBeGreaterThan(proposal.id);
		expect(await store.proposals.get(9_999)).toBeUndefined();
	});

	test('proposals are found by state and by subject, oldest first', async () => {
		const [first, second, third] = [
			await add({ subject: 'x' }),
			await add({ subject: 'x' }),
			await add({ subject: 'x' }),
		];
		await store.proposals.update(second.id, 1, { state: 'rejected' }, LATER);
		const ids = (list: { id: number; subject: string }[]) =>
			list.filter(({ subject }) => subject === 'x').map(({ id }) => id);
		expect(ids(await store.proposals.in(['open', 'changes-asked']))).toEqual([first.id, third.id]);
		expect(ids(await store.proposals.in(['rejected']))).toEqual([second.id]);
		expect(await store.proposals.in([])).toEqual([]);
		expect(ids(await store.proposals.on('x'))).toEqual([first.id, second.id, third.id]);
		expect(await store.proposals.on('y')).toEqual([]);
	});

	test('a change needs the version that was seen, and raises it', async () => {
		const { id, ...fields } = await add();
		expect(await store.proposals.update(id, 1, { state: 'changes-asked' }, LATER)).toBe(true);
		expect(await store.proposals.update(id, 1, { state: 'published' }, LATER)).toBe(false);
		const change = { changes: '[1]', reason: 'Other', title: 'Else' };
		expect(await store.proposals.update(id, 2, change, MUCH_LATER)).toBe(true);
		expect(await store.proposals.get(id)).toEqual({
			...fields,
			...change,
			id,
			state: 'changes-asked',
			version: 3,
			updatedAt: MUCH_LATER,
		});
		expect(await store.proposals.update(9_999, 1, { state: 'rejected' }, LATER)).toBe(false);
	});

	test('of two changes of the same version one wins', async () => {
		for (let round = 0; round < 10; round += 1) {
			const { id } = await add();
			const won = await Promise.all([
				store.proposals.update(id, 1, { state: 'published' }, LATER),
				other.proposals.update(id, 1, { state: 'rejected' }, LATER),
			]);
			expect(won.filter(Boolean)).toHaveLength(1);
			expect(await other.proposals.get(id)).toMatchObject({ state: won[0] ? 'published' : 'rejected', version: 2 });
		}
	});

	test('of two transactions that change the same version one wins', async () => {
		const { id } = await add();
		const decide = ({ transaction }: Store, state: 'published' | 'rejected') =>
			transaction(async ({ proposals, reviews }) => {
				const seen = await proposals.get(id);
				if (seen?.version !== 1 || !(await proposals.update(id, 1, { state }, LATER))) return false;
				await reviews.add({ proposal: id, reviewer: state, decision: 'approved', note: '', at: LATER });
				return true;
			});
		const won = await Promise.all([decide(store, 'published'), decide(other, 'rejected')]);
		expect(won.filter(Boolean)).toHaveLength(1);
		expect(await store.reviews.of(id)).toHaveLength(1);
	});

	test('one version of the files is entered once, whatever became of it', async () => {
		const fromFiles = aProposal({ subject: 'us-sec', fileVersion: 'hash-1', author: null });
		const entered = await Promise.all([store, other].map(({ proposals }) => proposals.add(fromFiles)));
		const [proposal] = entered.filter((one) => one !== undefined);
		expect(entered.filter((one) => one !== undefined)).toHaveLength(1);
		await store.proposals.update(proposal?.id ?? 0, 1, { state: 'rejected' }, LATER);
		expect(await store.proposals.add(fromFiles)).toBeUndefined();
		expect(await store.proposals.add({ ...fromFiles, fileVersion: 'hash-2' })).toBeDefined();
		expect(await store.proposals.add({ ...fromFiles, subject: 'us-cftc' })).toBeDefined();
	});

	test('what the files bring again uses up no number', async () => {
		const fromFiles = aProposal({ subject: 'jp-fsa', fileVersion: 'hash-1' });
		const { id } = await add(fromFiles);
		for (let start = 0; start < 3; start += 1) await store.proposals.add(fromFiles);
		expect((await add()).id).toBe(id + 1);
	});

	test('reviews come in their order, each of its own proposal', async () => {
		const [first, second] = [await add(), await add()];
		const review = (proposal: number, decision: 'asked' | 'approved', at: string) => ({
			proposal,
			reviewer: 'rita',
			decision,
			note: 'Cite the law.',
			at,
		});
		await store.reviews.add(review(first.id, 'asked', NOW));
		await store.reviews.add(review(second.id, 'approved', NOW));
		await store.reviews.add(review(first.id, 'approved', LATER));
		expect(await store.reviews.of(first.id)).toEqual([
			review(first.id, 'asked', NOW),
			review(first.id, 'approved', LATER),
		]);
		await expect(store.reviews.add(review(9_999, 'asked', NOW))).rejects.toThrow(/foreign key/i);
	});
});
