/** Opens the store that DATABASE_URL names, and brings its tables up to date. */
import { CamelCasePlugin, type Dialect, Kysely, PostgresDialect, sql } from 'kysely';
import { createStore } from './create-store.ts';
import { migrate } from './migrate.ts';
import { postgresPool } from './postgres-pool.ts';
import { SqliteFileDialect } from './sqlite-dialect.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { type Store, StoreError } from './store.ts';
import type { Queries, Schema } from './tables.ts';

const NO_SCHEMA = 'The schema that DATABASE_URL names does not exist. Create it, or correct the name.';

/** Between two troubles that are told, in milliseconds. */
const QUIET = 60_000;

export interface StoreOptions {
	/** Told when a connection is lost that nobody is waiting at, at most once a minute. The store connects again by itself. */
	onTrouble?: (error: StoreError) => void;
}

/** `url` is "sqlite:FILE", "sqlite::memory:" or "postgres://…". Rejects with a StoreError. */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
	const onTrouble = nowAndThen(options.onTrouble ?? (() => undefined));
	if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length), onTrouble);
	if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url, onTrouble);
	throw new StoreError('store-unreachable', 'DATABASE_URL must begin with sqlite: or postgres://.');
}

/** What cannot connect tries again and again; nobody wants to be told each time. */
function nowAndThen(tell: (error: StoreError) => void): (error: StoreError) => void {
	let last = Number.NEGATIVE_INFINITY;
	return (error) => {
		if (performance.now() - last < QUIET) return;
		last = performance.now();
		tell(error);
	};
}

async function openSqlite(file: string, onTrouble: (error: StoreError) => void): Promise<Store> {
	const db = queries(new SqliteFileDialect(await openSqliteFile(file)));
	return orLetGo(db, async () => {
		await migrate(db, 'sqlite');
		return createStore({ db, onTrouble });
	});
}

async function openPostgres(url: string, onTrouble: (error: StoreError) => void): Promise<Store> {
	const db = queries(new PostgresDialect({ pool: postgresPool(url, onTrouble) }));
	return orLetGo(db, async () => {
		await migrate(db, 'postgres', await schemaOf(db));
		return createStore({ db, url, onTrouble });
	});
}

function queries(dialect: Dialect): Queries {
	return new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()] });
}

async function orLetGo<T>(db: Queries, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		await db.destroy();
		throw error;
	}
}

/** Where PostgreSQL keeps the tables: "public", or what DATABASE_URL says by its search_path. */
async function schemaOf(db: Queries): Promise<string> {
	const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
	const schema = rows[0]?.schema;
	if (!schema) throw new StoreError('store-broken', NO_SCHEMA);
	return schema;
}
