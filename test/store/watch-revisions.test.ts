/** Whoever watches is told soon of a new revision. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, onPostgres, runSql, twoStores } from '../support/databases.ts';
import { aRevision } from './samples.ts';

/** Within which a watcher is to be told, in milliseconds. */
const SOON = 1_000;

let url: string;
let store: Store;
let watcher: Store;
async function openBoth(name: 'sqlite' | 'postgres'): Promise<void> {
	({ url, store, other: watcher } = await twoStores(name));
}

async function publish(): Promise<void> {
	const revision = await aRevision(store);
	await store.publish(({ revisions }) => revisions.append(revision));
}

/** What a watcher does: reads up to the newest number each time it is told. */
function follow(): { seen: () => number; stop: () => void } {
	let head = 0;
	const stop = watcher.watchRevisions(async () => {
		head = await watcher.revisions.head();
	});
	return { seen: () => head, stop };
}

async function expectSeen(seen: () => number): Promise<void> {
	const head = await store.revisions.head();
	await expect.poll(seen, { timeout: SOON, interval: 10 }).toBe(head);
}

eachDatabase((name) => {
	beforeEach(() => openBoth(name));

	test('another store is told within a second, each time', async () => {
		const { seen, stop } = follow();
		for (let round = 0; round < 3; round += 1) {
			await publish();
			await expectSeen(seen);
		}
		stop();
	});

	test('what was published just before the watch began is told as well', async () => {
		await publish();
		const { seen, stop } = follow();
		await expectSeen(seen);
		stop();
	});

	test('nothing is told after the end, or after the close', async () => {
		let told = 0;
		const stop = watcher.watchRevisions(() => {
			told += 1;
		});
		watcher.watchRevisions(() => {
			told += 1;
		});
		await expect.poll(() => told).toBeGreaterThan(1);
		stop();
		await watcher.close();
		const before = told;
		await publish();
		await sleep(SOON);
		expect(told).toBe(before);
	});
});

onPostgres(() => {
	beforeEach(() => openBoth('postgres'));

	test('an append is announced by the database when it is committed, and only then', async () => {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		let heard = 0;
		client.on('notification', () => {
			heard += 1;
		});
		await client.query('listen revisions');
		const revision = await aRevision(store);
		await store
			.transaction(async ({ revisions }) => {
				await revisions.append(revision);
				throw new Error('undone');
			})
			.catch(() => undefined);
		await store.transaction(async ({ revisions }) => {
			await revisions.append(revision);
			await sleep(100);
			await client.query('select 1');
			expect(heard).toBe(0);
		});
		await expect.poll(() => heard).toBe(1);
		await client.end();
	});

	test('a watcher whose connections are cut is told all the same, and listens again', async () => {
		const listening = () =>
			runSql(url, `select pid from pg_stat_activity where datname = current_database() and query = 'listen revisions'`);
		const { seen, stop } = follow();
		await expect.poll(listening).toHaveLength(1);
		const [before] = await listening();
		await runSql(url, `select pg_terminate_backend(${before?.pid})`);
		await publish();
		await expectSeen(seen);
		await expect.poll(listening, { timeout: 5_000 }).toHaveLength(1);
		expect(await listening()).not.toEqual([before]);
		await publish();
		await expectSeen(seen);
		stop();
		await expect.poll(listening).toHaveLength(0);
	});

	test('a watcher goes on when the database has been out of reach', async () => {
		const { seen, stop } = follow();
		await sleep(100);
		const database = new URL(url).pathname.slice(1);
		const server = new URL(url);
		server.pathname = 'postgres';
		await runSql(server.href, `alter database ${database} allow_connections false`);
		await runSql(
			server.href,
			`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${database}'`,
		);
		await expect(store.revisions.head()).rejects.toMatchObject({ id: 'store-unreachable' });
		await sleep(SOON);
		await runSql(server.href, `alter database ${database} allow_connections true`);
		await publish();
		await expectSeen(seen);
		stop();
	});
});
