/** What chats have been set to. */
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, testStore } from '../support/databases.ts';

eachDatabase((name) => {
	let store: Store;
	beforeAll(async () => {
		store = await testStore(name);
	});

	test('a chat is as it was set last, on its platform', async () => {
		expect(await store.chatSettings.get('discord', '1')).toEqual({});
		await store.chatSettings.set('discord', '1', { proposals: true });
		await store.chatSettings.set('discord', '1', { proposals: false, language: 'ar', list: [1, { a: null }] });
		expect(await store.chatSettings.get('discord', '1')).toEqual({
			proposals: false,
			language: 'ar',
			list: [1, { a: null }],
		});
		expect(await store.chatSettings.get('telegram', '1')).toEqual({});
	});

	test('the chats of a platform that have anything set are listed', async () => {
		await store.chatSettings.set('telegram', '20', { proposals: true });
		await store.chatSettings.set('telegram', '10', { proposals: true });
		await store.chatSettings.set('telegram', '30', { proposals: true });
		await store.chatSettings.set('telegram', '30', {});
		expect(await store.chatSettings.all('telegram')).toEqual([
			{ chat: '10', settings: { proposals: true } },
			{ chat: '20', settings: { proposals: true } },
		]);
	});
});
