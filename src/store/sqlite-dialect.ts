/** kysely on node:sqlite: one connection, which a transaction has to itself. */
import type { DatabaseSync } from 'node:sqlite';
import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type Kysely,
	type QueryResult,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
} from 'kysely';
import { fromSqlite } from './sqlite-errors.ts';
import { whenFree } from './sqlite-patience.ts';

export class SqliteFileDialect implements Dialect {
	readonly #database: DatabaseSync;

	constructor(database: DatabaseSync) {
		this.#database = database;
	}

	createDriver(): Driver {
		return new SqliteFileDriver(this.#database);
	}

	createQueryCompiler() {
		return new SqliteQueryCompiler();
	}

	createAdapter() {
		return new Adapter();
	}

	createIntrospector(db: Kysely<unknown>) {
		return new SqliteIntrospector(db);
	}
}

/** What it inherits says that there is one connection, so that kysely gives it to one caller at a time. */
class Adapter extends SqliteAdapter {
	/** Migrations are made in one transaction, which begins by locking the file. */
	override get supportsTransactionalDdl() {
		return true;
	}
}

class SqliteFileDriver implements Driver {
	readonly #database: DatabaseSync;
	readonly #connection: SqliteFileConnection;

	constructor(database: DatabaseSync) {
		this.#database = database;
		this.#connection = new SqliteFileConnection(database);
	}

	async init() {}

	async acquireConnection() {
		return this.#connection;
	}

	/** Locks the file for writing at once: one that began by reading could be refused the lock later, and be lost. */
	async beginTransaction() {
		await this.#connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}

	async commitTransaction() {
		await this.#connection.executeQuery(CompiledQuery.raw('commit'));
	}

	/** After some faults, such as a full disk, SQLite has rolled back by itself. */
	async rollbackTransaction() {
		if (this.#database.isTransaction) await this.#connection.executeQuery(CompiledQuery.raw('rollback'));
	}

	async releaseConnection() {}

	async destroy() {
		this.#database.close();
	}
}

class SqliteFileConnection implements DatabaseConnection {
	readonly #database: DatabaseSync;

	constructor(database: DatabaseSync) {
		this.#database = database;
	}

	async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
		if (!this.#database.isTransaction) return whenFree(() => this.#run<R>(query));
		try {
			return this.#run<R>(query);
		} catch (error) {
			throw fromSqlite(error);
		}
	}

	#run<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
		const statement = this.#database.prepare(sql);
		// The queries have texts and numbers only.
		const values = parameters as (string | number)[];
		// What has columns gives rows, also an insert that returns what it entered.
		if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
		const { changes } = statement.run(...values);
		return { numAffectedRows: BigInt(changes), rows: [] };
	}

	streamQuery(): never {
		throw new Error('queries are not streamed');
	}
}
