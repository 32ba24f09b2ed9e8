import type { Channel } from './channel-store.ts';
import { userObject } from './people.ts';

/** Takes a channel, gives it as the API shows it. */
export function channelObject(of: Channel): Record<string, unknown> {
	const common = { id: of.id, last_message_id: null, flags: 0 };
	const recipients = of.recipient ? [userObject(of.recipient)] : [];
	if (of.context === 1) return { ...common, type: 1, recipients };
	if (of.context === 2) return { ...common, type: 3, name: of.name, icon: null, owner_id: of.recipient?.id };
	return {
		...common,
		type: 0,
		guild_id: of.guildId,
		name: of.name,
		parent_id: null,
		position: 0,
		nsfw: false,
		topic: null,
		rate_limit_per_user: 0,
	};
}
