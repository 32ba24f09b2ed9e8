/** What reviewers decided. The database itself refuses to change a row. */
import type { Reviews } from './store.ts';
import type { Queries } from './tables.ts';

export function reviews(db: Queries): Reviews {
	return {
		async add({ proposal, reviewer, decision, note, at }) {
			await db.insertInto('reviews').values({ proposal, reviewer, decision, note, at }).execute();
		},

		async of(proposal) {
			return db
				.selectFrom('reviews')
				.select(['proposal', 'reviewer', 'decision', 'note', 'at'])
				.where('proposal', '=', proposal)
				.orderBy('id')
				.execute();
		},
	};
}
