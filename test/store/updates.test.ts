/** An update of a platform is carried out once. */
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, twoStores } from '../support/databases.ts';
import { LATER, MUCH_LATER, NOW } from './samples.ts';

eachDatabase((name) => {
	let store: Store;
	let other: Store;
	beforeAll(async () => {
		({ store, other } = await twoStores(name));
	});

	test('an update can be claimed once, on each platform', async () => {
		expect(await store.updates.claim('telegram', '1', NOW)).toBe(true);
		expect(await other.updates.claim('telegram', '1', LATER)).toBe(false);
		expect(await other.updates.claim('discord', '1', LATER)).toBe(true);
	});

	test('of many who claim one update at once one wins', async () => {
		for (let round = 0; round < 10; round += 1) {
			const claims = [store, other, store, other].map(({ updates }) => updates.claim('telegram', `rush-${round}`, NOW));
			expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
		}
	});

	test('an update whose work failed can be claimed again', async () => {
		const failing = store.transaction(async ({ updates }) => {
			expect(await updates.claim('telegram', 'failing', NOW)).toBe(true);
			throw new Error('the work failed');
		});
		await expect(failing).rejects.toThrow('the work failed');
		expect(await other.updates.claim('telegram', 'failing', NOW)).toBe(true);
	});

	test('old claims are forgotten, newer ones are not', async () => {
		await store.updates.claim('telegram', 'old', NOW);
		await store.updates.claim('telegram', 'new', MUCH_LATER);
		await store.updates.prune(MUCH_LATER);
		expect(await store.updates.claim('telegram', 'old', MUCH_LATER)).toBe(true);
		expect(await store.updates.claim('telegram', 'new', MUCH_LATER)).toBe(false);
	});
});
