/** Opens the store for a script, which makes none: started in the wrong folder, it would find an empty one and nothing amiss. */
import { existsSync } from 'node:fs';
import { openStore } from '../store/open.ts';
import { type Store, StoreError } from '../store/store.ts';
import { sqliteFileOf } from './sqlite-file-of.ts';

/** Does `work` with the store; 2 after saying on standard error why there is none. */
export async function withExistingStore<T>(databaseUrl: string, work: (store: Store) => Promise<T>): Promise<T | 2> {
	const file = sqliteFileOf(databaseUrl);
	if (file !== undefined && !existsSync(file)) {
		console.error(`There is no database at ${file}. Run this where the bot runs, or set DATABASE_URL.`);
		return 2;
	}
	try {
		const store = await openStore(databaseUrl);
		try {
			return await work(store);
		} finally {
			await store.close();
		}
	} catch (error) {
		if (!(error instanceof StoreError)) throw error;
		console.error(error.message);
		return 2;
	}
}
