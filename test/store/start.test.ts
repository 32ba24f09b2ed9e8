/** Processes may start at once, and be killed while they do. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { eachDatabase, freshDatabase, onPostgres, runSql, testStore } from '../support/databases.ts';
import { startChild } from './processes.ts';
import { aRevision } from './samples.ts';

/** Opens the database, and sees that every table is there and works. */
async function expectWhole(name: 'sqlite' | 'postgres', url: string): Promise<void> {
	const store = await testStore(name, url);
	const revision = await aRevision(store);
	await store.publish(({ revisions }) => revisions.append(revision));
	expect((await store.revisions.after(0)).at(-1)).toMatchObject(revision);
	await expect(runSql(url, 'delete from revisions')).rejects.toThrow(/only grows/);
	expect(await runSql(url, 'select name from kysely_migration')).toHaveLength(1);
	await store.close();
}

eachDatabase((name) => {
	test('processes that start at once on a fresh database all come up', async () => {
		const url = await freshDatabase(name);
		const children = Array.from({ length: 5 }, () => startChild('open', url));
		expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0, 0, 0]);
		await expectWhole(name, url);
	});

	test('stores that are opened at once in one process all come up', async () => {
		const url = await freshDatabase(name);
		await Promise.all(Array.from({ length: 5 }, () => testStore(name, url)));
		await expectWhole(name, url);
	});

	test('a process that is killed while it makes the tables leaves nothing in the way', {
		timeout: 60_000,
	}, async () => {
		// The tables are made between 7 and 13 milliseconds after the start, or 20 and 80 where a server makes them.
		const step = name === 'sqlite' ? 1 : 6;
		for (let delay = 0; delay < 16 * step; delay += step) {
			const url = await freshDatabase(name);
			const child = startChild('open', url);
			await child.said('opening');
			await sleep(delay);
			child.process.kill('SIGKILL');
			await child.ended;
			await expectWhole(name, url);
		}
	});

	test('a database is opened again with all that is in it', async () => {
		const url = await freshDatabase(name);
		await expectWhole(name, url);
		await expectWhole(name, url);
		expect(await (await testStore(name, url)).revisions.after(0)).toHaveLength(2);
	});

	test('a database that a newer program has used is refused, and left alone', async () => {
		const url = await freshDatabase(name);
		await (await testStore(name, url)).close();
		await runSql(
			url,
			`insert into kysely_migration (name, timestamp) values ('9999-later', '2031-01-01T00:00:00.000Z')`,
		);
		await expect(testStore(name, url)).rejects.toMatchObject({ id: 'store-newer', message: /newer version/ });
		await runSql(url, `delete from kysely_migration where name = '9999-later'`);
		await expectWhole(name, url);
	});

	test('of two processes that change the same version of a proposal one wins', async () => {
		const url = await freshDatabase(name);
		const store = await testStore(name, url);
		await aRevision(store);
		const children = [startChild('update', url), startChild('update', url)];
		for (const { said } of children) await said('open');
		for (const { process } of children) process.stdin.write('now\n');
		await Promise.all(children.map(({ ended }) => ended));
		expect(children.map(({ lines }) => lines().at(-1)).sort()).toEqual(['false', 'true']);
		expect(await store.proposals.get(1)).toMatchObject({ state: 'published', version: 2 });
	});
});

onPostgres(() => {
	test('a process that is killed in the middle of a migration leaves nothing of it', async () => {
		const url = await freshDatabase('postgres');
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		// The migration makes this table among the last, and has to wait until this transaction ends.
		await client.query('begin');
		await client.query('create table notices (id integer)');
		const child = startChild('open', url);
		const waiting = () =>
			runSql(
				url,
				`select pid from pg_stat_activity where datname = current_database() and query ilike 'create table notices%' and wait_event_type = 'Lock'`,
			);
		await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
		child.process.kill('SIGKILL');
		await child.ended;
		await client.query('rollback');
		await client.end();
		await expectWhole('postgres', url);
	});

	test('two schemas of one database are two stores', async () => {
		const url = await freshDatabase('postgres');
		await runSql(url, 'create schema other');
		const other = `${url}?options=${encodeURIComponent('-c search_path=other')}`;
		await expectWhole('postgres', url);
		await expectWhole('postgres', other);
		expect(await (await testStore('postgres', other)).revisions.head()).toBe(1);
		await expect(testStore('postgres', other.replace('other', 'none'))).rejects.toMatchObject({ id: 'store-broken' });
	});
});
