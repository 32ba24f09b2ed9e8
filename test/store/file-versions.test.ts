/** How the shipped files had an entry. */
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, twoStores } from '../support/databases.ts';
import { LATER, NOW } from './samples.ts';

eachDatabase((name) => {
	let store: Store;
	let other: Store;
	beforeAll(async () => {
		({ store, other } = await twoStores(name));
	});

	const seen = (subject: string, version: string, seenAt = NOW) => ({
		subject,
		version,
		content: `{"version":"${version}"}`,
		seenAt,
	});

	test('versions that are new are entered, in order', async () => {
		await store.fileVersions.add([seen('a', '1'), seen('b', '1')]);
		await store.fileVersions.add([seen('a', '1', LATER), seen('b', '2', LATER)]);
		expect(await store.fileVersions.on('a')).toEqual([seen('a', '1')]);
		expect(await store.fileVersions.on('b')).toEqual([seen('b', '1'), seen('b', '2', LATER)]);
		expect(await store.fileVersions.on('c')).toEqual([]);
		expect(await store.fileVersions.latest()).toEqual(
			new Map([
				['a', '1'],
				['b', '2'],
			]),
		);
	});

	test('files that went back to an older version are entered as they are', async () => {
		for (const version of ['1', '2', '1', '1']) await store.fileVersions.add([seen('d', version)]);
		expect((await store.fileVersions.on('d')).map(({ version }) => version)).toEqual(['1', '2', '1']);
		expect((await store.fileVersions.latest()).get('d')).toBe('1');
	});

	test('several versions of one entry can come at once', async () => {
		await store.fileVersions.add([seen('e', '1'), seen('e', '2'), seen('e', '2'), seen('e', '3')]);
		expect((await store.fileVersions.on('e')).map(({ version }) => version)).toEqual(['1', '2', '3']);
		await store.fileVersions.add([]);
	});

	test('processes that start at once enter the same files once, however many records they have', async () => {
		const files = Array.from({ length: 3_000 }, (_, index) => seen(`entry-${index}`, '1'));
		await Promise.all([store, other, store, other].map(({ fileVersions }) => fileVersions.add(files)));
		const latest = await store.fileVersions.latest();
		expect(files.every(({ subject }) => latest.get(subject) === '1')).toBe(true);
		expect(await store.fileVersions.on('entry-2999')).toHaveLength(1);
	});
});
