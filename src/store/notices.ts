/** What is still to be told to someone. */
import type { ExpressionBuilder, Selectable } from 'kysely';
import type { Notice, Notices } from './store.ts';
import type { Queries, Schema } from './tables.ts';

export function notices(db: Queries): Notices {
	return {
		async add({ platform, to, content, createdAt }) {
			const person = 'person' in to ? to.person : null;
			const chat = 'chat' in to ? to.chat : null;
			await db.insertInto('notices').values({ platform, person, chat, content, createdAt }).execute();
		},

		async take(platform, now, until, limit) {
			const isFree = (row: ExpressionBuilder<Schema, 'notices'>) =>
				row.or([row('heldUntil', 'is', null), row('heldUntil', '<=', now)]);
			const rows = await db
				.updateTable('notices')
				.set({ heldUntil: until })
				.where('id', 'in', (query) =>
					query
						.selectFrom('notices')
						.select('id')
						.where('platform', '=', platform)
						.where(isFree)
						.orderBy('id')
						.limit(limit),
				)
				// Said again of the row itself: PostgreSQL looks at it anew when another process has just taken it.
				.where(isFree)
				.returningAll()
				.execute();
			return rows.sort((a, b) => a.id - b.id).map(asNotice);
		},

		async done(id) {
			await db.deleteFrom('notices').where('id', '=', id).execute();
		},
	};
}

function asNotice({ id, platform, person, chat, content, createdAt }: Selectable<Schema['notices']>): Notice {
	// The database sees to it that one of the two is there.
	const to = person === null ? { chat: chat as string } : { person };
	return { id, platform, to, content, createdAt };
}
