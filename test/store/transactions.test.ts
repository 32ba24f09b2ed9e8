/** Transactions happen as a whole, and publishing one at a time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store, Tables } from '../../src/store/store.ts';
import { eachDatabase, freshDatabase, onPostgres, runSql, testStore, twoStores } from '../support/databases.ts';
import { aProposal, aRevision, LATER, NOW } from './samples.ts';

eachDatabase((name) => {
	let store: Store;
	let other: Store;
	beforeAll(async () => {
		({ store, other } = await twoStores(name));
	});

	const draft = (id: string) => ({ id, author: 'ann', data: '{}', updatedAt: NOW });

	test('a transaction gives what its work gives, and is seen by others afterwards', async () => {
		const given = await store.transaction(async ({ drafts, proposals }) => {
			await drafts.save(draft('kept'));
			return proposals.add(aProposal());
		});
		expect(given).toMatchObject({ state: 'open' });
		expect(await other.drafts.get('kept')).toEqual(draft('kept'));
		expect(await other.proposals.get(given?.id ?? 0)).toEqual(given);
	});

	test('what fails leaves nothing behind, and its error is thrown on', async () => {
		const revision = await aRevision(store);
		const head = await store.revisions.head();
		for (const attempt of [store.transaction, store.publish]) {
			const failing = attempt(async (tables) => {
				await tables.drafts.save(draft('undone'));
				await tables.proposals.update(revision.proposal, 1, { state: 'published' }, LATER);
				await tables.revisions.append(revision);
				await tables.people.keyOf({ platform: 'discord', platformId: 'undone', name: 'U' }, NOW);
				await tables.fileVersions.add([{ subject: 'undone', version: '1', content: '', seenAt: NOW }]);
				throw new RangeError('changed my mind');
			});
			await expect(failing).rejects.toThrow(new RangeError('changed my mind'));
		}
		expect(await store.drafts.get('undone')).toBeUndefined();
		expect(await store.proposals.get(revision.proposal)).toMatchObject({ state: 'open', version: 1 });
		expect(await store.revisions.head()).toBe(head);
		expect(await store.people.forget('discord', 'undone')).toBeUndefined();
		expect(await store.fileVersions.on('undone')).toEqual([]);
	});

	test('a broken rule undoes the transaction as well', async () => {
		const failing = store.transaction(async ({ drafts, reviews }) => {
			await drafts.save(draft('rule'));
			await reviews.add({ proposal: 9_999, reviewer: 'r', decision: 'asked', note: '', at: NOW });
		});
		await expect(failing).rejects.toThrow(/foreign key/i);
		expect(await store.drafts.get('rule')).toBeUndefined();
	});

	test('what is not finished is not seen by others', async () => {
		const seen = Promise.withResolvers<unknown>();
		const written = Promise.withResolvers<void>();
		const whole = store.transaction(async ({ drafts }) => {
			await drafts.save(draft('unfinished'));
			written.resolve();
			await seen.promise;
		});
		await written.promise;
		expect(await other.drafts.get('unfinished')).toBeUndefined();
		seen.resolve(undefined);
		await whole;
		expect(await other.drafts.get('unfinished')).toBeDefined();
	});

	test('queries beside a transaction wait for it or go past it, and none gets into it', async () => {
		const failing = store.transaction(async ({ drafts }) => {
			await drafts.save(draft('inside'));
			await sleep(50);
			throw new Error('undone');
		});
		const beside = store.drafts.save(draft('beside'));
		await expect(failing).rejects.toThrow('undone');
		await beside;
		expect(await other.drafts.get('inside')).toBeUndefined();
		expect(await other.drafts.get('beside')).toEqual(draft('beside'));
	});

	test('a transaction in a transaction is refused, instead of waiting for ever', async () => {
		const mistakes: ((tables: Tables) => Promise<unknown>)[] = [
			() => store.drafts.get('a'),
			() => store.people.forget('discord', '1'),
			() => store.transaction(async () => 1),
			() => store.publish(async () => 1),
		];
		for (const mistake of mistakes) {
			await expect(store.transaction(mistake)).rejects.toThrow(/Inside a transaction/);
			await expect(store.publish(mistake)).rejects.toThrow(/Inside a transaction/);
		}
		expect(await store.transaction(({ drafts }) => drafts.get('kept'))).toEqual(draft('kept'));
	});

	test('work that outlives its transaction may use the store', async () => {
		let later: Promise<unknown> | undefined;
		await store.transaction(async () => {
			later = sleep(50).then(() => store.drafts.get('kept'));
		});
		expect(await later).toEqual(draft('kept'));
	});

	test('one at a time publishes, over all stores', async () => {
		let inside = 0;
		let most = 0;
		const order: string[] = [];
		const publish = (publisher: Store, id: string) =>
			publisher.publish(async ({ drafts }) => {
				inside += 1;
				most = Math.max(most, inside);
				// Read, wait, write: the count is right only when nobody else comes in between.
				const count = Number((await drafts.get('count'))?.data ?? 0);
				await sleep(5);
				await drafts.save({ ...draft('count'), data: String(count + 1) });
				order.push(id);
				inside -= 1;
			});
		const all = Array.from({ length: 24 }, (_, index) => publish(index % 2 ? store : other, String(index)));
		await Promise.all(all);
		expect(most).toBe(1);
		expect((await store.drafts.get('count'))?.data).toBe('24');
		// Within one process it is first come, first served.
		const ofStore = order.map(Number).filter((id) => id % 2 === 1);
		expect(ofStore).toEqual(ofStore.toSorted((a, b) => a - b));
	});

	test('a publication that failed does not hold up the next', async () => {
		const failing = store.publish(async () => {
			throw new Error('failed');
		});
		const next = store.publish(async () => 'done');
		await expect(failing).rejects.toThrow('failed');
		expect(await next).toBe('done');
	});

	test('what is under way at the close is finished', async () => {
		const url = await freshDatabase(name);
		const closing = await testStore(name, url);
		const writing = closing.transaction(async ({ drafts }) => {
			await sleep(100);
			await drafts.save(draft('last'));
		});
		await closing.close();
		await writing;
		expect(await (await testStore(name, url)).drafts.get('last')).toBeDefined();
		await expect(closing.drafts.get('last')).rejects.toThrow();
		await closing.close();
	});
});

onPostgres(() => {
	describe('between connections', () => {
		let url: string;
		let store: Store;
		let other: Store;
		beforeAll(async () => {
			({ url, store, other } = await twoStores('postgres'));
		});

		test('transactions that stand in each other’s way both succeed', async () => {
			const save = (id: string) => ({ id, author: 'ann', data: '{}', updatedAt: NOW });
			for (const id of ['x', 'y']) await store.drafts.save(save(id));
			const met = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
			let attempts = 0;
			const crossing = (publisher: Store, [first, second]: [string, string], mine: 0 | 1) =>
				publisher.transaction(async ({ drafts }) => {
					attempts += 1;
					await drafts.save({ ...save(first), data: `${mine}` });
					met[mine].resolve();
					await met[mine === 0 ? 1 : 0].promise;
					await drafts.save({ ...save(second), data: `${mine}` });
				});
			await Promise.all([crossing(store, ['x', 'y'], 0), crossing(other, ['y', 'x'], 1)]);
			// PostgreSQL gives up one of them, or both when they find out at the same moment.
			expect(attempts).toBeGreaterThanOrEqual(3);
			expect((await store.drafts.get('x'))?.data).toBe((await store.drafts.get('y'))?.data);
		});

		test('connections that were cut are replaced; what was under way says that the database was out of reach', async () => {
			const cut = () =>
				runSql(
					url,
					'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
				);
			await Promise.all(Array.from({ length: 5 }, () => store.drafts.of('ann')));
			await cut();
			await sleep(100);
			await store.drafts.save({ id: 'after', author: 'ann', data: '{}', updatedAt: NOW });
			const interrupted = store.transaction(async ({ drafts }) => {
				await drafts.save({ id: 'interrupted', author: 'ann', data: '{}', updatedAt: NOW });
				await cut();
				await sleep(100);
				await drafts.save({ id: 'never', author: 'ann', data: '{}', updatedAt: NOW });
			});
			await expect(interrupted).rejects.toMatchObject({ name: 'StoreError', id: 'store-unreachable' });
			expect((await store.drafts.of('ann')).map(({ id }) => id)).toContain('after');
			expect(await store.drafts.get('interrupted')).toBeUndefined();
			const own = store.transaction(async () => {
				await cut();
				throw new RangeError('my own');
			});
			await expect(own).rejects.toThrow(new RangeError('my own'));
		});

		test('a publisher that is cut off lets the next one in', async () => {
			const held = store.publish(async () => {
				await runSql(
					url,
					`select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and granted
						and database = (select oid from pg_database where datname = current_database())`,
				);
				await sleep(500);
			});
			const next = other.publish(async () => 'published');
			await expect(held).rejects.toMatchObject({ id: 'store-unreachable' });
			expect(await next).toBe('published');
		});
	});
});
