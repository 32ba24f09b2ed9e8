/** Forms that are being filled in, message by message. */
import type { Dialogues } from './store.ts';
import type { Queries } from './tables.ts';

export function dialogues(db: Queries): Dialogues {
	return {
		async save({ person, chat, data, updatedAt }) {
			await db
				.insertInto('dialogues')
				.values({ person, chat, data, updatedAt })
				.onConflict((conflict) => conflict.columns(['person', 'chat']).doUpdateSet({ data, updatedAt }))
				.execute();
		},

		async get(person, chat) {
			return db
				.selectFrom('dialogues')
				.selectAll()
				.where('person', '=', person)
				.where('chat', '=', chat)
				.executeTakeFirst();
		},

		async remove(person, chat) {
			await db.deleteFrom('dialogues').where('person', '=', person).where('chat', '=', chat).execute();
		},

		async prune(at) {
			const { numDeletedRows } = await db.deleteFrom('dialogues').where('updatedAt', '<', at).executeTakeFirst();
			return Number(numDeletedRows);
		},
	};
}
