/** What is published, for a program that answers and leaves: the files, and what the store holds where there is one. */
import { existsSync } from 'node:fs';
import type { PolicyCore } from './core/core.ts';
import { Published, type Shipped } from './moderation/published.ts';
import { openStore } from './store/open.ts';

/** The core. A store that no bot has made yet is not made for this. */
export async function publishedCore(databaseUrl: string, shipped: Shipped): Promise<PolicyCore> {
	const published = new Published(shipped);
	if (databaseUrl.startsWith('sqlite:') && !existsSync(databaseUrl.slice('sqlite:'.length))) return published.core;
	const store = await openStore(databaseUrl);
	try {
		await published.catchUp(store.revisions);
	} finally {
		await store.close();
	}
	return published.core;
}
