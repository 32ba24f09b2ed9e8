/** Questions that found nothing, counted. */
import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, testStore } from '../support/databases.ts';
import { LATER, MUCH_LATER, NOW } from './samples.ts';

eachDatabase((name) => {
	let store: Store;
	beforeEach(async () => {
		store = await testStore(name);
	});

	const count = (key: string, at = NOW, most = 100) => store.gaps.count(key, `{"key":"${key}"}`, at, most);
	const keys = async (limit = 10, offset?: number) => (await store.gaps.list(limit, offset)).map(({ key }) => key);

	test('a gap is counted, and knows when it was asked first and last', async () => {
		await count('mars', NOW);
		await count('mars', LATER);
		const [gap] = await store.gaps.list(10);
		expect(gap).toEqual({
			id: expect.any(Number),
			key: 'mars',
			data: '{"key":"mars"}',
			count: 2,
			firstAt: NOW,
			lastAt: LATER,
		});
		expect(await store.gaps.get(gap?.id ?? 0)).toEqual(gap);
		expect(await store.gaps.get(9_999)).toBeUndefined();
	});

	test('those counted most come first, in pages', async () => {
		for (const key of ['once', 'thrice', 'thrice', 'twice', 'thrice', 'twice']) await count(key);
		expect(await keys()).toEqual(['thrice', 'twice', 'once']);
		expect(await keys(2)).toEqual(['thrice', 'twice']);
		expect(await keys(2, 2)).toEqual(['once']);
	});

	test('a gap that was closed is not listed, until it is asked again', async () => {
		await count('mars');
		await count('venus');
		const mars = (await store.gaps.list(10)).find(({ key }) => key === 'mars');
		await store.gaps.close(mars?.id ?? 0);
		expect(await keys()).toEqual(['venus']);
		await count('mars', MUCH_LATER);
		expect(await keys()).toEqual(['mars', 'venus']);
		expect(await store.gaps.get(mars?.id ?? 0)).toMatchObject({ count: 2, lastAt: MUCH_LATER });
	});

	test('only so many are kept open; those that are known are still counted', async () => {
		for (const key of ['a', 'b', 'c', 'a']) await count(key, NOW, 2);
		expect(await keys()).toEqual(['a', 'b']);
		const [first] = await store.gaps.list(1);
		expect(first?.count).toBe(2);
		await store.gaps.close(first?.id ?? 0);
		await count('c', NOW, 2);
		expect((await keys()).sort()).toEqual(['b', 'c']);
	});

	test('no count is lost when many ask at once', async () => {
		await Promise.all(Array.from({ length: 20 }, () => count('rush')));
		expect(await store.gaps.list(10)).toMatchObject([{ key: 'rush', count: 20 }]);
	});
});
