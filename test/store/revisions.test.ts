/** The log of what was published. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, testStore, twoStores } from '../support/databases.ts';
import { aRevision } from './samples.ts';

eachDatabase((name) => {
	let store: Store;
	let other: Store;
	let url: string;
	beforeAll(async () => {
		({ url, store, other } = await twoStores(name));
	});

	test('an empty log has the head 0', async () => {
		expect(await store.revisions.head()).toBe(0);
		expect(await store.revisions.after(0)).toEqual([]);
	});

	test('revisions are numbered from 1, and found by number and subject', async () => {
		const [a, b] = [await aRevision(store), await aRevision(store, { subject: 'us-sec', author: null })];
		const first = await store.revisions.append(a);
		const second = await store.revisions.append(b);
		expect(first).toEqual({ ...a, seq: 1 });
		expect(second).toEqual({ ...b, seq: expect.any(Number) });
		expect(second.seq).toBeGreaterThan(1);
		expect(await store.revisions.head()).toBe(second.seq);
		expect(await store.revisions.get(second.seq)).toEqual(second);
		expect(await store.revisions.get(9_999)).toBeUndefined();
		expect(await other.revisions.after(0)).toEqual([first, second]);
		expect(await other.revisions.after(first.seq)).toEqual([second]);
		expect(await other.revisions.on('us-sec')).toEqual([second]);
	});

	test('a proposal is published once, and must be there', async () => {
		const revision = await aRevision(store);
		await store.revisions.append(revision);
		await expect(store.revisions.append(revision)).rejects.toThrow();
		await expect(store.revisions.append({ ...revision, proposal: 9_999 })).rejects.toThrow();
		expect((await store.revisions.after(0)).filter(({ proposal }) => proposal === revision.proposal)).toHaveLength(1);
	});

	test('whoever reads the log in order misses nothing that was still being written', async () => {
		const [a, b] = [await aRevision(store), await aRevision(store)];
		const reader = await testStore(name, url);
		let head = await reader.revisions.head();
		const read: number[] = [];
		const readOn = async () => {
			for (const { seq, proposal } of await reader.revisions.after(head)) {
				read.push(proposal);
				head = seq;
			}
		};
		let second: Promise<unknown> | undefined;
		await store.transaction(async ({ revisions }) => {
			await revisions.append(a);
			second = other.revisions.append(b);
			await sleep(300);
			await readOn();
		});
		await second;
		await readOn();
		expect(read).toEqual([a.proposal, b.proposal]);
	});
});
