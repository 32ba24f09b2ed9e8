/** Proposals that are being written. */
import type { Drafts } from './store.ts';
import type { Queries } from './tables.ts';

export function drafts(db: Queries): Drafts {
	return {
		async save({ id, author, data, updatedAt }) {
			await db
				.insertInto('drafts')
				.values({ id, author, data, updatedAt })
				.onConflict((conflict) => conflict.column('id').doUpdateSet({ author, data, updatedAt }))
				.execute();
		},

		async get(id) {
			return db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst();
		},

		async of(author) {
			return db
				.selectFrom('drafts')
				.selectAll()
				.where('author', '=', author)
				.orderBy('updatedAt', 'desc')
				.orderBy('id')
				.execute();
		},

		async untouchedSince(at) {
			return db.selectFrom('drafts').selectAll().where('updatedAt', '<', at).orderBy('id').execute();
		},

		async remove(id) {
			await db.deleteFrom('drafts').where('id', '=', id).execute();
		},

		async removeUntouched(id, at) {
			const { numDeletedRows } = await db
				.deleteFrom('drafts')
				.where('id', '=', id)
				.where('updatedAt', '<', at)
				.executeTakeFirst();
			return numDeletedRows === 1n;
		},
	};
}
