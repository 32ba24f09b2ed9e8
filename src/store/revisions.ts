/** The log of what was published. The database itself refuses to change a row, and tells those who listen of a new one. */
import type { Revisions } from './store.ts';
import type { Queries } from './tables.ts';

export function revisions(db: Queries): Revisions {
	const all = db.selectFrom('revisions').selectAll();
	return {
		async append({ proposal, kind, subject, title, author, reviewer, reason, changes, at }) {
			return db
				.insertInto('revisions')
				.values({ proposal, kind, subject, title, author, reviewer, reason, changes, at })
				.returningAll()
				.executeTakeFirstOrThrow();
		},

		async get(seq) {
			return all.where('seq', '=', seq).executeTakeFirst();
		},

		async after(seq) {
			return all.where('seq', '>', seq).orderBy('seq').execute();
		},

		async on(subject) {
			return all.where('subject', '=', subject).orderBy('seq').execute();
		},

		async head() {
			const { head } = await db
				.selectFrom('revisions')
				.select((query) => query.fn.max('seq').as('head'))
				.executeTakeFirstOrThrow();
			return head ?? 0;
		},
	};
}
