import { channelObject } from './channel-object.ts';
import type { Access, Channel } from './channel-store.ts';
import { guildObject, roleObject } from './gateway/guild-object.ts';
import type { Guild } from './guild.ts';
import type { Person } from './people.ts';
import { remember } from './people.ts';
import type { Shard } from './snowflake.ts';
import { snowflake, snowflakeFor } from './snowflake.ts';
import type { World } from './world.ts';

export type GuildOptions = {
	readonly name?: string;
	readonly owner?: Person;
	/** The shard that is to serve it, as [number, count]. */
	readonly shard?: Shard;
};

export type ChannelOptions = {
	/** The server's own guild unless another is named. */
	readonly guildId?: string;
	readonly name?: string;
	/** What the bot may do in it; write unless told otherwise. */
	readonly access?: Access;
};

type Announce = (event: string, data: unknown, guildId: string) => void;

/** Guilds, channels and roles as people set them up, and who takes direct messages. */
export class Places {
	readonly #world: World;
	readonly #homeId: string;
	readonly #announce: Announce;

	constructor(world: World, homeId: string, announce: Announce) {
		this.#world = world;
		this.#homeId = homeId;
		this.#announce = announce;
	}

	/** Brings the bot into a new guild with one text channel; gives the ids of both. */
	addGuild(options: GuildOptions = {}): { readonly id: string; readonly channelId: string } {
		const id = options.shard ? snowflakeFor(options.shard) : snowflake();
		const guild: Guild = { id, name: options.name ?? 'Another guild', ownerId: options.owner?.id ?? '1', roles: [] };
		if (options.owner) remember(this.#world.people, options.owner);
		this.#world.guilds.set(id, guild);
		const channelId = this.#world.channels.general(id).id;
		this.#announce('GUILD_CREATE', guildObject(this.#world, guild), id);
		return { id, channelId };
	}

	/** Throws the bot out of a guild: whatever it sends there is refused with 403/50001 from now on. */
	removeGuild(id: string): void {
		if (!this.#world.guilds.delete(id)) throw new Error(`the bot is in no guild ${id}`);
		this.#announce('GUILD_DELETE', { id }, id);
	}

	/** Makes a text channel, gives its id. */
	addChannel({ guildId = this.#homeId, name = 'channel', access = 'write' }: ChannelOptions = {}): string {
		const channel = this.#world.channels.add(guildId, name, access);
		if (access !== 'none') this.#announce('CHANNEL_CREATE', channelObject(channel), guildId);
		return channel.id;
	}

	/** Changes what the bot may do in a channel: 'none' is refused with 403/50001, 'read' with 403/50013. */
	setAccess(channelId: string, access: Access): void {
		this.#known(channelId).access = access;
	}

	/** Deletes a channel: whatever the bot sends there is refused with 404/10003 from now on. */
	deleteChannel(channelId: string): void {
		const channel = this.#known(channelId);
		channel.isDeleted = true;
		if (channel.guildId) this.#announce('CHANNEL_DELETE', channelObject(channel), channel.guildId);
	}

	/** Makes a role, gives its id. */
	addRole(name: string, guildId: string = this.#homeId): string {
		const guild = this.#world.guilds.get(guildId);
		if (!guild) throw new Error(`the bot is in no guild ${guildId}`);
		const role = { id: snowflake(), name, permissions: '0' };
		guild.roles.push(role);
		this.#announce('GUILD_ROLE_CREATE', { guild_id: guildId, role: roleObject(role) }, guildId);
		return role.id;
	}

	/** Lets the bot know a person who has not done anything yet, so that it can open direct messages with them. */
	meet(person: Person): void {
		remember(this.#world.people, person);
	}

	/** Closes a person's direct messages: what the bot sends there is refused with 403/50007 from now on. */
	closeDirectMessages(person: Person): void {
		this.meet(person);
		this.#world.closedTo.add(person.id);
	}

	/** Opens a person's direct messages again. */
	openDirectMessages(person: Person): void {
		this.#world.closedTo.delete(person.id);
	}

	#known(channelId: string): Channel {
		const channel = this.#world.channels.get(channelId);
		if (!channel) throw new Error(`there is no channel ${channelId}`);
		return channel;
	}
}
