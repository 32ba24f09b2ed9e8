/** A connection to PostgreSQL of its own, for what belongs to a connection: being told of notifications, and locks that last. */
import pg from 'pg';
import { fromConnecting, fromQuery } from './postgres-errors.ts';
import { CONNECT_LIMIT } from './postgres-pool.ts';

/** Its queries do no work: one that is not answered by then tells that the connection is dead. In milliseconds. */
const ANSWER_LIMIT = 3_000;

export class Session {
	readonly #client: pg.Client;
	readonly #lost = new AbortController();
	/** Aborted when the connection has ended, for whatever reason. */
	readonly lost = this.#lost.signal;

	/** Rejects with a StoreError. */
	static async open(url: string, onNotification?: () => void): Promise<Session> {
		try {
			const session = new Session(url);
			if (onNotification) session.#client.on('notification', onNotification);
			await session.#client.connect();
			return session;
		} catch (error) {
			throw fromConnecting(error);
		}
	}

	constructor(url: string) {
		this.#client = new pg.Client({
			connectionString: url,
			connectionTimeoutMillis: CONNECT_LIMIT,
			query_timeout: ANSWER_LIMIT,
			keepAlive: true,
		});
		this.#client.on('error', () => this.end());
		this.#client.on('end', () => this.end());
	}

	/** The first row. A query that fails ends the session. */
	async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row | undefined> {
		try {
			return (await this.#client.query<Row>(text, values)).rows[0];
		} catch (error) {
			this.end();
			throw fromQuery(error);
		}
	}

	/** May be called again. Does not wait for the server, which may be out of reach. */
	end(): void {
		if (this.lost.aborted) return;
		this.#lost.abort();
		this.#client.end().catch(() => undefined);
	}
}
