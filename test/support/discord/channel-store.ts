import type { Person } from './people.ts';
import { snowflake } from './snowflake.ts';

/** What the bot may do in a channel: write, only read, or not even see it. */
export type Access = 'write' | 'read' | 'none';

/** A channel; context 0 is one of a guild, 1 the bot's direct messages with a person, 2 another private channel. */
export type Channel = {
	readonly id: string;
	readonly context: 0 | 1 | 2;
	readonly guildId: string | undefined;
	readonly name: string;
	/** Whose direct messages these are. */
	readonly recipient: Person | undefined;
	access: Access;
	isDeleted: boolean;
	/** The messages that were sent with a nonce to be enforced, by that nonce. */
	readonly nonces: Map<string, string>;
};

/** Every channel there is or was; the usual one of a guild or a person is made when it is first needed. */
export class ChannelStore {
	readonly #channels = new Map<string, Channel>();

	/** Gives the channel of that id, also when it has been deleted. */
	get(id: string): Channel | undefined {
		return this.#channels.get(id);
	}

	/** Gives the channels of a guild that exist, oldest first. */
	inGuild(guildId: string): Channel[] {
		return [...this.#channels.values()].filter((one) => one.guildId === guildId && !one.isDeleted);
	}

	/** Makes a text channel of a guild. */
	add(guildId: string, name: string, access: Access = 'write'): Channel {
		return this.#keep({ context: 0, guildId, name, recipient: undefined, access });
	}

	/** Gives the first text channel of a guild. */
	general(guildId: string): Channel {
		return this.inGuild(guildId)[0] ?? this.add(guildId, 'general');
	}

	/** Gives the direct messages between the bot and a person. */
	direct(person: Person): Channel {
		return this.#private(1, person) ?? this.#keep({ ...privately(person), context: 1, name: '', access: 'write' });
	}

	/** Gives a private channel of a person that the bot is no part of. */
	elsewhere(person: Person): Channel {
		return (
			this.#private(2, person) ?? this.#keep({ ...privately(person), context: 2, name: 'friends', access: 'none' })
		);
	}

	#private(context: 1 | 2, person: Person): Channel | undefined {
		return [...this.#channels.values()].find((one) => one.context === context && one.recipient?.id === person.id);
	}

	#keep(channel: Omit<Channel, 'id' | 'isDeleted' | 'nonces'>): Channel {
		const whole = { ...channel, id: snowflake(), isDeleted: false, nonces: new Map<string, string>() };
		this.#channels.set(whole.id, whole);
		return whole;
	}
}

function privately(recipient: Person): { guildId: undefined; recipient: Person } {
	return { guildId: undefined, recipient };
}
