/** One voice a person and entry. */
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, testStore } from '../support/databases.ts';
import { LATER, NOW } from './samples.ts';

eachDatabase((name) => {
	let store: Store;
	beforeAll(async () => {
		store = await testStore(name);
	});

	test('voices are counted by entry', async () => {
		await store.feedback.give('a', 'ann', true, NOW);
		await store.feedback.give('a', 'ben', false, NOW);
		await store.feedback.give('a', 'cleo', true, NOW);
		await store.feedback.give('b', 'ann', false, NOW);
		expect(await store.feedback.countsOf(['a', 'b', 'none'])).toEqual(
			new Map([
				['a', { helpful: 2, unhelpful: 1, reasons: [] }],
				['b', { helpful: 0, unhelpful: 1, reasons: [] }],
			]),
		);
		expect(await store.feedback.countsOf([])).toEqual(new Map());
	});

	test('a later voice of a person replaces the one before, with its reason', async () => {
		await store.feedback.give('c', 'ann', false, NOW);
		await store.feedback.explain('c', 'ann', 'It is out of date.');
		expect((await store.feedback.countsOf(['c'])).get('c')?.reasons).toEqual(['It is out of date.']);
		await store.feedback.give('c', 'ann', true, LATER);
		expect((await store.feedback.countsOf(['c'])).get('c')).toEqual({ helpful: 1, unhelpful: 0, reasons: [] });
	});

	test('a reason needs a voice', async () => {
		await store.feedback.explain('d', 'ann', 'No voice.');
		expect(await store.feedback.countsOf(['d'])).toEqual(new Map());
	});

	test('the five newest reasons are shown, newest first', async () => {
		for (let minute = 0; minute < 7; minute += 1) {
			await store.feedback.give('e', `person-${minute}`, false, `2026-11-24T10:0${minute}:00.000Z`);
			await store.feedback.explain('e', `person-${minute}`, `reason ${minute}`);
		}
		expect((await store.feedback.countsOf(['e'])).get('e')).toEqual({
			helpful: 0,
			unhelpful: 7,
			reasons: ['reason 6', 'reason 5', 'reason 4', 'reason 3', 'reason 2'],
		});
	});
});
