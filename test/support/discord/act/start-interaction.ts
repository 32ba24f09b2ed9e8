import { channelObject } from '../channel-object.ts';
import type { Interaction, Origin } from '../interaction.ts';
import { memberObject, userObject } from '../people.ts';
import type { CallbackType } from '../schemas/callback.ts';
import { snowflake } from '../snowflake.ts';
import type { World } from '../world.ts';

/** What makes one interaction differ from another. */
export type Start = Origin & {
	readonly type: 2 | 3 | 4 | 5;
	readonly takes: readonly CallbackType[];
	readonly data: Record<string, unknown>;
	/** The message a component stands on. */
	readonly message?: Record<string, unknown> & { readonly id: string };
	readonly focusedType?: number;
	/** Goes into the metadata of the messages that answer it. */
	readonly metadata?: Record<string, unknown>;
};

/** Gives the channel as an interaction carries it: one of a guild with what the person may do there. */
function shownChannel(world: World, { place, person }: Start): Record<string, unknown> {
	const channel = world.channels.get(place.channelId);
	if (!channel) throw new Error(`there is no channel ${place.channelId}`);
	return { ...channelObject(channel), ...(place.context === 0 ? { permissions: person.permissions } : {}) };
}

/** Takes a start, makes the interaction and sends INTERACTION_CREATE to the bot. */
export function startInteraction(
	world: World,
	start: Start,
	send: (payload: unknown, delivered: () => void, guildId: string | undefined) => void,
): Interaction {
	const { place, person } = start;
	const id = snowflake();
	const token = `aW50ZXJhY3Rpb24-${id}-${Math.random().toString(36).slice(2)}`;
	const owners = place.isUserInstall ? { '1': person.id } : { '0': place.guildId ?? '0' };
	const interaction: Interaction = {
		id,
		token,
		type: start.type,
		place,
		person,
		locale: start.locale,
		createdAt: Date.now(),
		takes: start.takes,
		sourceId: start.message?.id,
		focusedType: start.focusedType,
		metadata: {
			id,
			type: start.type,
			user: userObject(person),
			authorizing_integration_owners: owners,
			...start.metadata,
		},
		deliveredAt: undefined,
		isExcused: false,
		response: undefined,
		originalId: undefined,
		followUps: [],
	};
	world.interactions.set(token, interaction);
	const payload = {
		version: 1,
		id,
		token,
		type: start.type,
		application_id: world.bot.id,
		data: start.data,
		channel_id: place.channelId,
		channel: shownChannel(world, start),
		context: place.context,
		authorizing_integration_owners: owners,
		entitlements: [],
		app_permissions: '2222085186636864',
		attachment_size_limit: 10 * 1024 * 1024,
		locale: start.locale,
		...(place.guildId
			? {
					guild_id: place.guildId,
					guild_locale: 'en-US',
					guild: { id: place.guildId, locale: 'en-US', features: [] },
					member: memberObject(person),
				}
			: { user: userObject(person) }),
		...(start.message ? { message: start.message } : {}),
	};
	const delivered = (): void => {
		interaction.deliveredAt = Date.now();
	};
	send(payload, delivered, place.guildId);
	return interaction;
}
