/** The connections to PostgreSQL. A lost one is replaced by the next query; none waits for ever. */
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { fromConnecting, fromQuery } from './postgres-errors.ts';
import type { StoreError } from './store.ts';

/** Queries are short, so few connections serve many users. */
const CONNECTIONS = 8;

/** In milliseconds. The server ends a statement first; when it cannot be reached, this side does. */
export const CONNECT_LIMIT = 5_000;
const STATEMENT_LIMIT = 30_000;
const ANSWER_LIMIT = 40_000;
/** A process that stops within a transaction must not hold the others up for ever. */
const IDLE_LIMIT = 30_000;

/** A pool for kysely, whose faults are StoreErrors. `onTrouble` is told of connections that are lost while nobody uses them. */
export function postgresPool(url: string, onTrouble: (error: StoreError) => void): PostgresPool {
	const pool = new pg.Pool({
		connectionString: url,
		max: CONNECTIONS,
		connectionTimeoutMillis: CONNECT_LIMIT,
		statement_timeout: STATEMENT_LIMIT,
		query_timeout: ANSWER_LIMIT,
		idle_in_transaction_session_timeout: IDLE_LIMIT,
		keepAlive: true,
	});
	pool.on('error', (error) => onTrouble(fromConnecting(error)));
	// A connection may also break between two queries of a transaction; the next query says so.
	pool.on('connect', (client) => client.on('error', () => undefined));
	return {
		options: pool.options,
		end: () => pool.end(),
		connect: async () => {
			try {
				return withStoreErrors(await pool.connect());
			} catch (error) {
				throw fromConnecting(error);
			}
		},
	};
}

function withStoreErrors(client: pg.PoolClient): PostgresPoolClient {
	let isBroken = false;
	const query = async (text: string, values: unknown[]) => {
		try {
			return await client.query(text, values);
		} catch (error) {
			// What the server did not say itself leaves the connection in doubt: an answer may still be on its way.
			isBroken ||= !(error instanceof pg.DatabaseError);
			throw fromQuery(error);
		}
	};
	return {
		// kysely can also read by cursors, which nothing here does.
		query: query as unknown as PostgresPoolClient['query'],
		release: (destroy) => client.release(destroy || isBroken),
	};
}
