/** What chats have been set to. */
import type { ChatSettings } from './store.ts';
import type { Queries } from './tables.ts';

export function chatSettings(db: Queries): ChatSettings {
	return {
		async get(platform, chat) {
			const row = await db
				.selectFrom('chatSettings')
				.select('settings')
				.where('platform', '=', platform)
				.where('chat', '=', chat)
				.executeTakeFirst();
			return row ? JSON.parse(row.settings) : {};
		},

		async set(platform, chat, settings) {
			const text = JSON.stringify(settings);
			// A chat that has nothing set is not kept.
			if (text === '{}')
				await db.deleteFrom('chatSettings').where('platform', '=', platform).where('chat', '=', chat).execute();
			else
				await db
					.insertInto('chatSettings')
					.values({ platform, chat, settings: text })
					.onConflict((conflict) => conflict.columns(['platform', 'chat']).doUpdateSet({ settings: text }))
					.execute();
		},

		async all(platform) {
			const rows = await db
				.selectFrom('chatSettings')
				.select(['chat', 'settings'])
				.where('platform', '=', platform)
				.orderBy('chat')
				.execute();
			return rows.map(({ chat, settings }) => ({ chat, settings: JSON.parse(settings) }));
		},
	};
}
