import type { BotApplication } from './bot-application.ts';
import type { ChannelStore } from './channel-store.ts';
import type { CommandStore } from './command-store.ts';
import type { Guild } from './guild.ts';
import type { Interaction } from './interaction.ts';
import type { MessageStore } from './message-store.ts';
import type { Person } from './people.ts';
import type { Signal } from './signal.ts';

/** What the parts of the server share. */
export type World = {
	readonly token: string;
	readonly bot: BotApplication;
	readonly commands: CommandStore;
	/** Who acts when no other is named. */
	readonly person: Person;
	/** The guilds the bot is in, by id. */
	readonly guilds: Map<string, Guild>;
	readonly channels: ChannelStore;
	/** Everyone the bot can know of, as they were last seen, by id. */
	readonly people: Map<string, Person>;
	/** The ids of those who take no direct messages. */
	readonly closedTo: Set<string>;
	/** How many shards GET /gateway/bot recommends. */
	readonly shards: number;
	readonly messages: MessageStore;
	/** By interaction token. */
	readonly interactions: Map<string, Interaction>;
	/** Every rule the bot broke, one line each. */
	readonly violations: string[];
	/** Where this server itself differs from Discord's description: defects of the server, not of the bot. */
	readonly mismatches: string[];
	readonly changed: Signal;
	readonly responseMs: number;
	readonly tokenMs: number;
	/** Known once the server listens. */
	address: string;
};
