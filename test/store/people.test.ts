/** People are known by a key that says nothing of them, and can be forgotten. */
import { beforeAll, expect, test } from 'vitest';
import type { Identity, Store } from '../../src/store/store.ts';
import { eachDatabase, testStore } from '../support/databases.ts';
import { LATER, NOW } from './samples.ts';

eachDatabase((name) => {
	let store: Store;
	beforeAll(async () => {
		store = await testStore(name);
	});

	const person = (platformId: string, fields: Partial<Identity> = {}): Identity => ({
		platform: 'discord',
		platformId,
		name: 'Ann',
		...fields,
	});

	test('a person keeps the key, and the newest name', async () => {
		const key = await store.people.keyOf(person('1'), NOW);
		expect(await store.people.keyOf(person('1', { name: 'Ann B.' }), LATER)).toBe(key);
		expect(await store.people.find(key)).toEqual(person('1', { name: 'Ann B.' }));
	});

	test('the same id on another platform is another person', async () => {
		const keys = [
			await store.people.keyOf(person('2'), NOW),
			await store.people.keyOf(person('2', { platform: 'telegram' }), NOW),
		];
		expect(new Set(keys).size).toBe(2);
	});

	test('a key does not tell the id', async () => {
		expect(await store.people.keyOf(person('123456789'), NOW)).not.toContain('123456789');
	});

	test('one who is met twice at the same moment is entered once', async () => {
		const keys = await Promise.all(Array.from({ length: 8 }, () => store.people.keyOf(person('3'), NOW)));
		expect(new Set(keys).size).toBe(1);
	});

	test('names are given of those who are known, however many are asked for', async () => {
		const key = await store.people.keyOf(person('4', { name: 'Dora' }), NOW);
		const unknown = Array.from({ length: 2_500 }, (_, index) => `unknown-${index}`);
		expect(await store.people.namesOf([...unknown, key])).toEqual(new Map([[key, 'Dora']]));
		expect(await store.people.namesOf([])).toEqual(new Map());
	});

	test('a person who was forgotten is unknown, and gets a new key when met again', async () => {
		const key = await store.people.keyOf(person('5'), NOW);
		expect(await store.people.forget('discord', '5')).toMatchObject({ drafts: 0, settings: 0 });
		expect(await store.people.find(key)).toBeUndefined();
		expect(await store.people.namesOf([key])).toEqual(new Map());
		expect(await store.people.forget('discord', '5')).toBeUndefined();
		expect(await store.people.keyOf(person('5'), LATER)).not.toBe(key);
	});

	test('asking for a key enters nobody', async () => {
		expect(await store.people.known('discord', '6')).toBeUndefined();
		const key = await store.people.keyOf(person('6'), NOW);
		expect(await store.people.known('discord', '6')).toBe(key);
		expect(await store.people.known('telegram', '6')).toBeUndefined();
	});
});
