/** A role of a guild; `permissions` is a decimal bit field. */
export type Role = { readonly id: string; readonly name: string; readonly permissions: string };

/** A guild the bot is in. */
export type Guild = {
	readonly id: string;
	readonly name: string;
	readonly ownerId: string;
	readonly roles: Role[];
};
