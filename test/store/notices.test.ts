/** Notices are kept until they have been sent, each by one process. */
import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, twoStores } from '../support/databases.ts';
import { LATER, MUCH_LATER, NOW } from './samples.ts';

eachDatabase((name) => {
	let store: Store;
	let other: Store;
	beforeEach(async () => {
		({ store, other } = await twoStores(name));
	});

	const add = (content: string, platform: 'discord' | 'telegram' = 'discord') =>
		store.notices.add({ platform, to: { chat: '1' }, content, createdAt: NOW });
	const contents = (list: { content: string }[]) => list.map(({ content }) => content);

	test('the oldest of a platform are taken first, with whom they are for', async () => {
		await store.notices.add({ platform: 'discord', to: { person: 'ann' }, content: 'a', createdAt: NOW });
		await add('b');
		await add('c', 'telegram');
		await add('d');
		expect(await store.notices.take('discord', NOW, LATER, 2)).toEqual([
			{ id: expect.any(Number), platform: 'discord', to: { person: 'ann' }, content: 'a', createdAt: NOW },
			{ id: expect.any(Number), platform: 'discord', to: { chat: '1' }, content: 'b', createdAt: NOW },
		]);
		expect(contents(await store.notices.take('discord', NOW, LATER, 10))).toEqual(['d']);
		expect(contents(await store.notices.take('telegram', NOW, LATER, 10))).toEqual(['c']);
	});

	test('one that was taken is free again after its time, unless it was sent', async () => {
		await add('sent');
		await add('unsent');
		const [sent] = await store.notices.take('discord', NOW, LATER, 10);
		await store.notices.done(sent?.id ?? 0);
		expect(await other.notices.take('discord', NOW, LATER, 10)).toEqual([]);
		expect(contents(await other.notices.take('discord', LATER, MUCH_LATER, 10))).toEqual(['unsent']);
		expect(await store.notices.take('discord', LATER, MUCH_LATER, 10)).toEqual([]);
	});

	test('no notice is taken twice, however many take at once', async () => {
		const all = Array.from({ length: 40 }, (_, index) => `notice ${index}`);
		for (const content of all) await add(content);
		const taken: string[] = [];
		while (taken.length < all.length) {
			const takes = [store, other, store, other].map(({ notices }) => notices.take('discord', NOW, LATER, 5));
			const some = (await Promise.all(takes)).flat();
			expect(some.length).toBeGreaterThan(0);
			taken.push(...contents(some));
		}
		expect(taken.sort()).toEqual(all.sort());
	});
});
