import type { Person } from './people.ts';
import type { CallbackType, Choice } from './schemas/callback.ts';
import type { Modal } from './schemas/modal.ts';

/** Where an interaction happens: context 0 a guild, 1 the bot's own direct messages, 2 another private channel. */
export type Place = {
	readonly context: 0 | 1 | 2;
	readonly guildId: string | undefined;
	readonly channelId: string;
	/** Whether only the user has installed the application, which allows five follow-ups at most. */
	readonly isUserInstall: boolean;
};

/** Where a message came from: its place, whom it answers, and the language of that person. */
export type Origin = { readonly place: Place; readonly person: Person; readonly locale: string };

/** How the bot answered first. */
export type FirstResponse = {
	readonly type: CallbackType;
	readonly at: number;
	readonly isEphemeral: boolean;
	readonly choices?: readonly Choice[];
	readonly modal?: Modal;
	/** The revision of the message a component stands on, when its update was deferred. */
	readonly sourceRevision?: number;
};

/** One interaction from its creation on; types 2 command, 3 component, 4 autocomplete, 5 modal. */
export type Interaction = Origin & {
	readonly id: string;
	readonly token: string;
	readonly type: 2 | 3 | 4 | 5;
	readonly createdAt: number;
	/** Which first responses Discord takes for it. */
	readonly takes: readonly CallbackType[];
	/** The message the pressed component stands on. */
	readonly sourceId: string | undefined;
	/** The type of the option being typed in. */
	readonly focusedType: number | undefined;
	readonly metadata: Record<string, unknown>;
	/** When it last went out on an open gateway socket. */
	deliveredAt: number | undefined;
	/** A fault of this server touched it, so a late or repeated response is not the bot's mistake. */
	isExcused: boolean;
	response: FirstResponse | undefined;
	originalId: string | undefined;
	readonly followUps: string[];
};
