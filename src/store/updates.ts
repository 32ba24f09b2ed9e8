/** Requests of the platforms that have been carried out. */
import type { Updates } from './store.ts';
import type { Queries } from './tables.ts';

export function updates(db: Queries): Updates {
	return {
		async claim(platform, id, at) {
			const { numInsertedOrUpdatedRows } = await db
				.insertInto('updates')
				.values({ platform, id, at })
				.onConflict((conflict) => conflict.columns(['platform', 'id']).doNothing())
				.executeTakeFirst();
			return numInsertedOrUpdatedRows === 1n;
		},

		async among(platform, ids) {
			if (ids.length === 0) return new Set();
			const rows = await db
				.selectFrom('updates')
				.select('id')
				.where('platform', '=', platform)
				.where('id', 'in', [...ids])
				.execute();
			return new Set(rows.map(({ id }) => id));
		},

		async prune(at) {
			await db.deleteFrom('updates').where('at', '<', at).execute();
		},
	};
}
