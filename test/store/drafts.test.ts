/** Drafts and dialogues are kept until they are removed. */
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, testStore } from '../support/databases.ts';
import { LATER, MUCH_LATER, NOW } from './samples.ts';

eachDatabase((name) => {
	let store: Store;
	beforeAll(async () => {
		store = await testStore(name);
	});

	test('a draft is replaced by its next version, and gone once removed', async () => {
		const draft = { id: 'a', author: 'ann', data: '{"step":1}', updatedAt: NOW };
		await store.drafts.save(draft);
		expect(await store.drafts.get('a')).toEqual(draft);
		await store.drafts.save({ ...draft, data: '{"step":2}', updatedAt: LATER });
		expect(await store.drafts.get('a')).toEqual({ ...draft, data: '{"step":2}', updatedAt: LATER });
		await store.drafts.remove('a');
		expect(await store.drafts.get('a')).toBeUndefined();
		await store.drafts.remove('a');
	});

	test('the drafts of an author come newest first', async () => {
		for (const [id, author, updatedAt] of [
			['1', 'ben', LATER],
			['2', 'ben', MUCH_LATER],
			['3', 'ben', NOW],
			['4', 'cleo', NOW],
		] as const)
			await store.drafts.save({ id, author, data: '{}', updatedAt });
		expect((await store.drafts.of('ben')).map(({ id }) => id)).toEqual(['2', '1', '3']);
		expect(await store.drafts.of('nobody')).toEqual([]);
	});

	test('a person has one dialogue in a chat', async () => {
		const dialogue = { person: 'ann', chat: '-100', data: 'first', updatedAt: NOW };
		await store.dialogues.save(dialogue);
		await store.dialogues.save({ ...dialogue, chat: '-200', data: 'elsewhere' });
		await store.dialogues.save({ ...dialogue, data: 'second', updatedAt: LATER });
		expect(await store.dialogues.get('ann', '-100')).toEqual({ ...dialogue, data: 'second', updatedAt: LATER });
		await store.dialogues.remove('ann', '-100');
		expect(await store.dialogues.get('ann', '-100')).toBeUndefined();
		expect((await store.dialogues.get('ann', '-200'))?.data).toBe('elsewhere');
		expect(await store.dialogues.get('ben', '-200')).toBeUndefined();
	});

	test('drafts that were not touched for long can be removed, unless they have been touched meanwhile', async () => {
		for (const [id, updatedAt] of [
			['old', NOW],
			['older', NOW],
			['new', MUCH_LATER],
		] as const)
			await store.drafts.save({ id, author: 'dora', data: '{}', updatedAt });
		const old = (await store.drafts.untouchedSince(LATER)).filter(({ author }) => author === 'dora');
		expect(old.map(({ id }) => id)).toEqual(['old', 'older']);
		await store.drafts.save({ id: 'older', author: 'dora', data: 'again', updatedAt: MUCH_LATER });
		expect(await store.drafts.removeUntouched('old', LATER)).toBe(true);
		expect(await store.drafts.removeUntouched('older', LATER)).toBe(false);
		expect(await store.drafts.removeUntouched('none', LATER)).toBe(false);
		expect((await store.drafts.of('dora')).map(({ id }) => id)).toEqual(['new', 'older']);
	});

	test('dialogues that nobody goes on with can be removed', async () => {
		await store.dialogues.save({ person: 'eve', chat: '1', data: '{}', updatedAt: NOW });
		await store.dialogues.save({ person: 'eve', chat: '2', data: '{}', updatedAt: MUCH_LATER });
		expect(await store.dialogues.prune(NOW)).toBe(0);
		expect(await store.dialogues.prune(MUCH_LATER)).toBeGreaterThan(0);
		expect(await store.dialogues.get('eve', '1')).toBeUndefined();
		expect(await store.dialogues.get('eve', '2')).toBeDefined();
	});
});
