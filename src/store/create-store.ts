/** Puts a store together from a database whose tables are up to date. */
import { allTables } from './all-tables.ts';
import { leadByLock, untilDone } from './lead.ts';
import { PUBLISH_LOCK } from './locks.ts';
import type { Store, StoreError } from './store.ts';
import type { Queries } from './tables.ts';
import { Transactions } from './transactions.ts';
import { watchRevisions } from './watch-revisions.ts';

export interface StoreParts {
	db: Queries;
	/** Of the PostgreSQL server; undefined for SQLite. */
	url?: string;
	onTrouble: (error: StoreError) => void;
}

export function createStore({ db, url, onTrouble }: StoreParts): Store {
	const transactions = new Transactions(db, url === undefined ? undefined : PUBLISH_LOCK);
	const tables = allTables(transactions.outside, (work) => transactions.run(work));
	const inside = (tx: Queries) => allTables(tx, (work) => work(tx));
	const closing = new AbortController();
	return {
		...tables,

		transaction: (work) => transactions.run((tx) => work(inside(tx))),

		publish: (work) => transactions.publish((tx) => work(inside(tx))),

		watchRevisions(listener) {
			const ending = new AbortController();
			const signal = AbortSignal.any([ending.signal, closing.signal]);
			watchRevisions(listener, { revisions: tables.revisions, url, onTrouble, signal });
			return () => ending.abort();
		},

		async lead(name, work, until) {
			const signal = AbortSignal.any([until, closing.signal]);
			if (url !== undefined) await leadByLock(work, { url, name, onTrouble, signal });
			else await untilDone(work, signal);
		},

		async close() {
			closing.abort();
			await transactions.ended();
			await db.destroy();
		},
	};
}
