/** Who is behind a key. Nothing else in the store says so. */
import { randomUUID } from 'node:crypto';
import { chunksOf } from './chunks.ts';
import { forgetPerson } from './forget.ts';
import type { People } from './store.ts';
import type { Atomically, Queries } from './tables.ts';

export function people(db: Queries, atomically: Atomically): People {
	return {
		async keyOf({ platform, platformId, name }, at) {
			const known = await db
				.selectFrom('people')
				.select(['key', 'name'])
				.where('platform', '=', platform)
				.where('platformId', '=', platformId)
				.executeTakeFirst();
			if (known?.name === name) return known.key;
			// Another process may enter the same person at the same moment.
			const { key } = await db
				.insertInto('people')
				.values({ key: randomUUID(), platform, platformId, name, changedAt: at })
				.onConflict((conflict) => conflict.columns(['platform', 'platformId']).doUpdateSet({ name, changedAt: at }))
				.returning('key')
				.executeTakeFirstOrThrow();
			return key;
		},

		async known(platform, platformId) {
			const person = await db
				.selectFrom('people')
				.select('key')
				.where('platform', '=', platform)
				.where('platformId', '=', platformId)
				.executeTakeFirst();
			return person?.key;
		},

		async find(key) {
			return db
				.selectFrom('people')
				.select(['platform', 'platformId', 'name'])
				.where('key', '=', key)
				.executeTakeFirst();
		},

		async namesOf(keys) {
			const names = new Map<string, string>();
			for (const some of chunksOf(keys)) {
				const rows = await db.selectFrom('people').select(['key', 'name']).where('key', 'in', some).execute();
				for (const { key, name } of rows) names.set(key, name);
			}
			return names;
		},

		forget: (platform, platformId) => atomically((tx) => forgetPerson(tx, platform, platformId)),
	};
}
