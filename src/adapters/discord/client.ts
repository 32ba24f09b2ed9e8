/** The discord.js client: no intents, and no memory of who used the bot. */
import { Client, type ClientUser, Options } from 'discord.js';

/** Every interaction brings a user, a member and maybe a message; the bot needs them only while it answers. */
const FEW = 50;

/** The bot's own user and members stay: the client cannot work without them. */
const fewBesideOwn = { maxSize: FEW, keepOverLimit: isOwn };

/** Which part of the servers a process serves, when several share them. */
export interface Shards {
	shards?: readonly number[] | undefined;
	shardCount?: number | undefined;
}

/** A client that asks `apiUrl` and keeps little. */
export function newClient(apiUrl: string, { shards, shardCount }: Shards): Client {
	return new Client({
		// Slash commands, buttons and autocomplete need no intent at all.
		intents: [],
		...(shards && shardCount !== undefined ? { shards: [...shards], shardCount } : {}),
		allowedMentions: { parse: [] },
		rest: { api: apiUrl },
		makeCache: Options.cacheWithLimits({
			UserManager: fewBesideOwn,
			GuildMemberManager: fewBesideOwn,
			MessageManager: 0,
		}),
	});
}

function isOwn({ id, client }: { id: string; client: { user: ClientUser | null } }): boolean {
	return id === client.user?.id;
}
