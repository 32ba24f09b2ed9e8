/** Work that happens as a whole or not at all. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type KyselyPlugin, sql } from 'kysely';
import type { Queries } from './tables.ts';

/** Of one transaction that PostgreSQL gave up in favour of another, and the longest pause between them in milliseconds. */
const TRIES = 5;
const LONGEST_PAUSE = 100;
/** Serialisation failure and deadlock. */
const GIVEN_UP = ['40001', '40P01'];

const NESTED = 'Inside a transaction only the tables that it gives may be used: anything else would wait for its end.';

export class Transactions {
	readonly #db: Queries;
	readonly #publishLock: string | undefined;
	readonly #scope = new AsyncLocalStorage<{ isOpen: boolean }>();
	readonly #running = new Set<Promise<unknown>>();
	#lastPublish: Promise<unknown> = Promise.resolve();

	/** `publishLock` is the SQL expression that keeps other processes out; undefined where a transaction does so itself. */
	constructor(db: Queries, publishLock: string | undefined) {
		this.#db = db;
		this.#publishLock = publishLock;
	}

	/** The database for queries outside of transactions; inside one they are refused, instead of waiting for ever. */
	get outside(): Queries {
		const refuse: KyselyPlugin = {
			transformQuery: ({ node }) => {
				this.#refuseNested();
				return node;
			},
			transformResult: async ({ result }) => result,
		};
		return this.#db.withPlugin(refuse);
	}

	/** Runs `work` in a transaction; again when PostgreSQL gave the first one up. Rejects with what `work` throws. */
	async run<T>(work: (db: Queries) => Promise<T>): Promise<T> {
		this.#refuseNested();
		const running = this.#persist(work);
		this.#running.add(running);
		try {
			return await running;
		} finally {
			this.#running.delete(running);
		}
	}

	/** As `run`, one after another: in this process by a queue, so that only one connection waits for other processes. */
	async publish<T>(work: (db: Queries) => Promise<T>): Promise<T> {
		this.#refuseNested();
		const lock = this.#publishLock;
		const turn = this.#lastPublish.then(() =>
			this.run(async (db) => {
				if (lock !== undefined) await sql`select ${sql.raw(lock)}`.execute(db);
				return work(db);
			}),
		);
		this.#lastPublish = turn.catch(() => undefined);
		return turn;
	}

	/** Waits for those that are under way. */
	async ended(): Promise<void> {
		await this.#lastPublish;
		await Promise.allSettled(this.#running);
	}

	async #persist<T>(work: (db: Queries) => Promise<T>): Promise<T> {
		for (let attempt = 1; ; attempt += 1) {
			try {
				return await this.#once(work);
			} catch (error) {
				if (attempt === TRIES || !isGivenUp(error)) throw error;
				// At random, so that two that stood in each other's way do not meet again.
				await sleep(Math.random() * LONGEST_PAUSE);
			}
		}
	}

	async #once<T>(work: (db: Queries) => Promise<T>): Promise<T> {
		const scope = { isOpen: true };
		let thrown: { error: unknown } | undefined;
		try {
			return await this.#db.transaction().execute(async (tx) => {
				try {
					return await this.#scope.run(scope, () => work(tx));
				} catch (error) {
					thrown = { error };
					throw error;
				}
			});
		} catch (error) {
			// The rollback fails as well when the connection is lost, but that says less.
			throw thrown ? thrown.error : error;
		} finally {
			scope.isOpen = false;
		}
	}

	#refuseNested(): void {
		if (this.#scope.getStore()?.isOpen) throw new Error(NESTED);
	}
}

function isGivenUp(error: unknown): boolean {
	return error instanceof Error && 'code' in error && GIVEN_UP.includes(error.code as string);
}
