import { channelObject } from '../channel-object.ts';
import type { Guild, Role } from '../guild.ts';
import { memberObject, person } from '../people.ts';
import type { World } from '../world.ts';

/** Takes a role, gives it as the API shows it. */
export function roleObject({ id, name, permissions }: Role): Record<string, unknown> {
	return { id, name, color: 0, hoist: false, position: 0, permissions, managed: false, mentionable: false, flags: 0 };
}

/** Takes a guild, gives it as GUILD_CREATE carries it, with the bot as its only member. */
export function guildObject({ bot, channels }: World, guild: Guild): Record<string, unknown> {
	const { id, name, ownerId, roles } = guild;
	return {
		id,
		name,
		icon: null,
		splash: null,
		discovery_splash: null,
		owner_id: ownerId,
		afk_channel_id: null,
		afk_timeout: 300,
		verification_level: 1,
		default_message_notifications: 1,
		explicit_content_filter: 0,
		roles: [{ id, name: '@everyone', permissions: '0' }, ...roles].map(roleObject),
		emojis: [],
		stickers: [],
		features: [],
		mfa_level: 0,
		application_id: null,
		system_channel_id: null,
		system_channel_flags: 0,
		rules_channel_id: null,
		vanity_url_code: null,
		description: null,
		banner: null,
		premium_tier: 0,
		preferred_locale: 'en-US',
		public_updates_channel_id: null,
		nsfw_level: 0,
		premium_progress_bar_enabled: false,
		safety_alerts_channel_id: null,
		joined_at: '2024-01-01T00:00:00.000000+00:00',
		large: false,
		unavailable: false,
		member_count: 2,
		voice_states: [],
		members: [{ ...memberObject(person({ id: bot.id })), user: bot.user }],
		channels: channels.inGuild(id).map(channelObject),
		threads: [],
		presences: [],
		stage_instances: [],
		guild_scheduled_events: [],
		soundboard_sounds: [],
	};
}
