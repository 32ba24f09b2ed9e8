/** What people asked and nobody has written an entry on, counted. */
import type { Gaps } from './store.ts';
import type { Queries } from './tables.ts';

const FIELDS = ['id', 'key', 'data', 'count', 'firstAt', 'lastAt'] as const;

export function gaps(db: Queries): Gaps {
	return {
		async count(key, data, at, most) {
			const { numUpdatedRows } = await db
				.updateTable('gaps')
				.set((row) => ({ count: row('count', '+', 1), data, lastAt: at, closed: 0 }))
				.where('key', '=', key)
				.executeTakeFirst();
			if (numUpdatedRows > 0n) return;
			const { open } = await db
				.selectFrom('gaps')
				.select((query) => query.fn.countAll().as('open'))
				.where('closed', '=', 0)
				.executeTakeFirstOrThrow();
			if (Number(open) >= most) return;
			await db
				.insertInto('gaps')
				.values({ key, data, count: 1, firstAt: at, lastAt: at, closed: 0 })
				// Another process may have met the same gap at the same moment.
				.onConflict((conflict) =>
					conflict.column('key').doUpdateSet((row) => ({ count: row('gaps.count', '+', 1), lastAt: at, closed: 0 })),
				)
				.execute();
		},

		async list(limit, offset = 0) {
			return db
				.selectFrom('gaps')
				.select(FIELDS)
				.where('closed', '=', 0)
				.orderBy('count', 'desc')
				.orderBy('id')
				.limit(limit)
				.offset(offset)
				.execute();
		},

		async get(id) {
			return db.selectFrom('gaps').select(FIELDS).where('id', '=', id).executeTakeFirst();
		},

		async close(id) {
			await db.updateTable('gaps').set({ closed: 1 }).where('id', '=', id).execute();
		},
	};
}
