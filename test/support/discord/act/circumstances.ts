import type { Person } from '../people.ts';

/** Who acts and where; the defaults are the server's own person in its own guild, in en-US. */
export type Circumstances = {
	readonly user?: Person;
	/** The ids of the person's roles and their permissions (a decimal bit field) in the guild they act in, this time. */
	readonly roles?: readonly string[];
	readonly permissions?: string;
	readonly locale?: string;
	/** Another guild than the server's own. */
	readonly guildId?: string;
	/** Another channel than the first of the guild; its guild follows from it. */
	readonly channelId?: string;
	/** True for the bot's own direct messages, 'private' for another private channel (user install). */
	readonly dm?: boolean | 'private';
	/** Who installed the application; 'user' allows five follow-ups. */
	readonly install?: 'guild' | 'user';
	/** How long to wait for the first response; default a little longer than Discord gives. */
	readonly timeoutMs?: number;
};

export type SlashOptions = Circumstances & {
	/** "name" or "group name". */
	readonly subcommand?: string;
};

/** Takes a person and circumstances, gives them with the roles and permissions they have this time. */
export function actingAs(person: Person, { roles, permissions }: Circumstances): Person {
	return { ...person, ...(roles ? { roles } : {}), ...(permissions === undefined ? {} : { permissions }) };
}
