import { snowflake } from './snowflake.ts';

/** Someone who uses the bot; `permissions` is a decimal bit field and `roles` are ids, both for the guild they act in. */
export type Person = {
	readonly id: string;
	readonly username: string;
	readonly globalName: string | null;
	readonly roles: readonly string[];
	readonly permissions: string;
};

/** What an ordinary member can do: see, write, use commands (topics/permissions). */
const memberBits = (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 31n);
export const administrator = 1n << 3n;
export const manageGuild = 1n << 5n;
/** What the owner of a guild can do: everything. */
export const ownerPermissions = String((1n << 52n) - 1n);

/** Takes permission bits, gives what a member can do who has these beside the ordinary ones. */
export function memberPermissions(...more: readonly bigint[]): string {
	return String(more.reduce((all, bit) => all | bit, memberBits));
}

/** Takes what matters about a person, gives a whole one with an own id. */
export function person(known: Partial<Person> = {}): Person {
	return { id: snowflake(), username: 'ada', globalName: 'Ada', roles: [], permissions: memberPermissions(), ...known };
}

/** Keeps a person among those the bot can know of. */
export function remember(people: Map<string, Person>, one: Person): void {
	people.set(one.id, one);
}

/** Gives the user object of the API for a person. */
export function userObject(of: Person): Record<string, unknown> {
	return {
		id: of.id,
		username: of.username,
		avatar: null,
		discriminator: '0',
		public_flags: 0,
		flags: 0,
		global_name: of.globalName,
		primary_guild: null,
		avatar_decoration_data: null,
		collectibles: null,
	};
}

/** Gives the guild member object of the API for a person. */
export function memberObject(of: Person): Record<string, unknown> {
	return {
		user: userObject(of),
		roles: of.roles,
		permissions: of.permissions,
		joined_at: '2024-01-01T00:00:00.000000+00:00',
		premium_since: null,
		communication_disabled_until: null,
		nick: null,
		avatar: null,
		banner: null,
		deaf: false,
		mute: false,
		pending: false,
		flags: 0,
	};
}
