/** Databases for tests, each fresh and gone at the end of the test file: SQLite always, PostgreSQL where a server answers. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, describe } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

/** May make databases, and end the connections of others. */
const SERVER = process.env.TEST_POSTGRES_URL ?? 'postgres://root@127.0.0.1:5432/test';

export type DatabaseName = 'sqlite' | 'postgres';

const missing = new Set<DatabaseName>();
// A missing server skips the tests here, but not where the tests are what a release is judged by.
if (process.env.CI_POSTGRES !== 'required' && !(await answers())) missing.add('postgres');

const stores: Store[] = [];
const removals: (() => Promise<unknown>)[] = [];

/** Runs `tests` for each database; those of a database that is missing are reported as skipped. */
export function eachDatabase(tests: (name: DatabaseName) => void): void {
	onSqlite(() => tests('sqlite'));
	onPostgres(() => tests('postgres'));
}

export function onSqlite(tests: () => void): void {
	describe('sqlite', tests);
}

export function onPostgres(tests: () => void): void {
	describe.skipIf(missing.has('postgres'))('postgres', tests);
}

/** The URL of an empty database. */
export async function freshDatabase(name: DatabaseName): Promise<string> {
	if (name === 'sqlite') {
		const folder = mkdtempSync(join(tmpdir(), 'store-'));
		removals.push(async () => rmSync(folder, { recursive: true, force: true }));
		return `sqlite:${join(folder, 'bot.db')}`;
	}
	const database = `test_${randomUUID().replaceAll('-', '')}`;
	await runSql(SERVER, `create database ${database} template template0`);
	removals.push(() => runSql(SERVER, `drop database ${database} with (force)`));
	const url = new URL(SERVER);
	url.pathname = database;
	return url.href;
}

/** A store that is closed at the end of the test file; on a fresh database unless `url` names one. */
export async function testStore(name: DatabaseName, url?: string): Promise<Store> {
	const store = await openStore(url ?? (await freshDatabase(name)));
	stores.push(store);
	return store;
}

/** Two stores on one fresh database, as two processes would have them. */
export async function twoStores(name: DatabaseName): Promise<{ url: string; store: Store; other: Store }> {
	const url = await freshDatabase(name);
	return { url, store: await testStore(name, url), other: await testStore(name, url) };
}

/** Runs one statement past the store; gives its rows. */
export async function runSql(url: string, statement: string): Promise<Record<string, unknown>[]> {
	if (url.startsWith('sqlite:')) {
		const database = new DatabaseSync(url.slice('sqlite:'.length));
		try {
			return database.prepare(statement).all();
		} finally {
			database.close();
		}
	}
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
	try {
		await client.connect();
		return (await client.query(statement)).rows;
	} finally {
		await client.end();
	}
}

async function answers(): Promise<boolean> {
	try {
		await runSql(SERVER, 'select 1');
		return true;
	} catch {
		return false;
	}
}

afterAll(async () => {
	await Promise.all(stores.map((store) => store.close()));
	// At once, since the server writes everything to disk for each, but then for all together.
	await Promise.all(removals.map((remove) => remove()));
}, 60_000);
