/** What keeps the store from opening is said so that the operator can put it right, without a secret. */
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { StoreError } from '../../src/store/store.ts';
import { freshDatabase, onPostgres, onSqlite, runSql, testStore } from '../support/databases.ts';
import { startChild } from './processes.ts';
import { aProposal, NOW } from './samples.ts';

/** Why a database cannot be opened. */
async function faultOf(url: string): Promise<StoreError> {
	const error = await openStore(url).then(
		() => new Error('it was opened'),
		(reason) => reason,
	);
	expect(error).toBeInstanceOf(StoreError);
	return error;
}

test('another kind of database is refused', async () => {
	expect(await faultOf('mysql://user:pass-word@localhost/bot')).toMatchObject({
		message: 'DATABASE_URL must begin with sqlite: or postgres://.',
	});
});

onSqlite(() => {
	/** Of a SQLite file, in bytes. */
	const PAGE = 4_096;

	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'store-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	test('the folder is made, and only the owner may look into the files', async () => {
		const store = await testStore('sqlite', `sqlite:${folder}/deep/data/bot.db`);
		await store.proposals.add(aProposal());
		const permissions = (path: string) => (statSync(join(folder, path)).mode & 0o777).toString(8);
		expect([permissions('deep'), permissions('deep/data')]).toEqual(['700', '700']);
		const files = readdirSync(join(folder, 'deep/data'));
		expect(files).toContain('bot.db');
		for (const file of files) expect(permissions(`deep/data/${file}`)).toBe('600');
		await store.close();
		expect(readdirSync(join(folder, 'deep/data'))).toEqual(['bot.db']);
	});

	test('a store in memory is a store', async () => {
		const store = await testStore('sqlite', 'sqlite::memory:');
		expect(await store.proposals.add(aProposal())).toMatchObject({ id: 1 });
	});

	test('a file that is no database is refused, and not touched', async () => {
		const file = join(folder, 'notes.txt');
		writeFileSync(file, 'These are my notes, not a database.\n'.repeat(50));
		const before = readFileSync(file);
		expect(await faultOf(`sqlite:${file}`)).toMatchObject({ id: 'store-broken', message: /no SQLite database/ });
		expect(readFileSync(file).equals(before)).toBe(true);
	});

	test('a file that is damaged anywhere is refused', async () => {
		const file = join(folder, 'bot.db');
		const store = await testStore('sqlite', `sqlite:${file}`);
		for (let row = 0; row < 200; row += 1)
			await store.drafts.save({ id: `${row}`, author: 'ann', data: 'x'.repeat(500), updatedAt: NOW });
		await store.close();
		const content = readFileSync(file);
		content.fill(0xab, content.length - PAGE);
		writeFileSync(file, content);
		expect(await faultOf(`sqlite:${file}`)).toMatchObject({ id: 'store-broken', message: /damaged/ });
	});

	test.each([
		['a folder', () => `sqlite:${folder}`, /is a folder/],
		['no file', () => 'sqlite:', /names no file/],
		[
			'a file in a file',
			() => {
				writeFileSync(join(folder, 'file'), '');
				return `sqlite:${folder}/file/bot.db`;
			},
			/folder that this user may write to/,
		],
	])('%s is refused', async (_what, url, message) => {
		expect(await faultOf(url())).toMatchObject({ id: 'store-broken', message });
	});

	test('a folder or a file that may not be written is refused', async () => {
		// The superuser may write everywhere, so a process of another user tries.
		const user = process.getuid?.() === 0 ? 65_534 : undefined;
		chmodSync(folder, 0o755);
		const locked = join(folder, 'locked');
		mkdirSync(locked, { mode: 0o555 });
		const inLocked = startChild('open', `sqlite:${locked}/bot.db`, user);
		expect(await inLocked.ended).toBe(1);
		expect(inLocked.lines().at(-1)).toMatch(/^store-broken: .*folder that this user may write to/);

		const file = join(folder, 'bot.db');
		await (await testStore('sqlite', `sqlite:${file}`)).close();
		chmodSync(file, 0o444);
		const readOnly = startChild('open', `sqlite:${file}`, user);
		expect(await readOnly.ended).toBe(1);
		expect(readOnly.lines().at(-1)).toMatch(/^store-broken: .*may write to/);
	});

	test('a file that another program holds is waited for, then refused', { timeout: 30_000 }, async () => {
		const file = join(folder, 'bot.db');
		const store = await testStore('sqlite', `sqlite:${file}`);
		const holder = new DatabaseSync(file);
		holder.exec('begin immediate');
		const writing = store.drafts.save({ id: '1', author: 'ann', data: '', updatedAt: NOW });
		const refused = store.transaction(async () => undefined);
		setTimeout(() => holder.exec('commit'), 500);
		await writing;
		await refused;
		holder.exec('begin immediate');
		await expect(store.transaction(async () => undefined)).rejects.toMatchObject({ id: 'store-locked' });
		holder.close();
	});
});

onPostgres(() => {
	const SECRET = 'pass-word-4711';

	test('no message holds the address or the password', async () => {
		const server = new URL(await freshDatabase('postgres'));
		server.password = SECRET;
		const changed = (change: (url: URL) => void) => {
			const url = new URL(server);
			change(url);
			return url.href;
		};
		const faults: [url: string, message: RegExp][] = [
			[changed((url) => (url.port = '1')), /does not answer.*\(ECONNREFUSED\)/],
			[changed((url) => (url.hostname = 'no-such-host.invalid')), /does not answer.*\((ENOTFOUND|EAI_AGAIN)\)/],
			[changed((url) => (url.username = 'nobody-here')), /refuses the user or the password/],
			[changed((url) => (url.pathname = 'no_such_database')), /no database of the name/],
			[`postgres://bot:${SECRET}@host:port:5432/bot`, /does not answer.*\(ERR_INVALID_URL\)/],
			[`postgres://bot:${SECRET}@%zz/bot`, /does not answer/],
		];
		for (const [url, message] of faults) {
			const error = await faultOf(url);
			expect(error).toMatchObject({ id: 'store-unreachable', message });
			const all = inspect(error, { depth: 10, showHidden: true });
			for (const secret of [SECRET, server.hostname, 'nobody-here', 'no-such-host', 'no_such_database'])
				expect(all).not.toContain(secret);
		}
	});

	test('a server that accepts and says nothing is given up', async () => {
		const silent = createServer().listen(0, '127.0.0.1');
		await once(silent, 'listening');
		const { port } = silent.address() as AddressInfo;
		const fault = await faultOf(`postgres://bot:${SECRET}@127.0.0.1:${port}/bot`);
		expect(fault).toMatchObject({ id: 'store-unreachable', message: /does not answer/ });
		silent.close();
	});

	describe('a user of the database', () => {
		test('who may not make tables is told', async () => {
			const url = new URL(await freshDatabase('postgres'));
			const user = `${url.pathname.slice(1)}_user`;
			await runSql(url.href, `create role ${user} login`);
			const asUser = new URL(url);
			asUser.username = user;
			try {
				expect(await faultOf(asUser.href)).toMatchObject({ id: 'store-broken', message: /lacks a right/ });
				// One who may only read and write is enough once the tables are there.
				await (await testStore('postgres', url.href)).close();
				await runSql(url.href, `grant select, insert, update, delete on all tables in schema public to ${user}`);
				const store = await openStore(asUser.href);
				expect(await store.proposals.add(aProposal())).toMatchObject({ id: 1 });
				await store.close();
			} finally {
				await runSql(url.href, `drop owned by ${user}`);
				await runSql(url.href, `drop role ${user}`);
			}
		});
	});

	test('a database that cannot be written is told', async () => {
		const url = await freshDatabase('postgres');
		await (await testStore('postgres', url)).close();
		const readOnly = await openStore(`${url}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`);
		await expect(readOnly.proposals.add(aProposal())).rejects.toMatchObject({ id: 'store-broken' });
		await readOnly.close();
	});

	test('a lost connection is told to whoever wants to know', async () => {
		const url = await freshDatabase('postgres');
		const told: StoreError[] = [];
		const store = await openStore(url, { onTrouble: (error) => told.push(error) });
		await runSql(
			url,
			'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
		);
		await expect.poll(() => told).toMatchObject([{ id: 'store-unreachable' }]);
		expect(await store.revisions.head()).toBe(0);
		await store.close();
	});
});
