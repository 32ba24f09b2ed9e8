import type { FirstResponse, Interaction, Origin, Place } from '../interaction.ts';
import { locales } from '../locales.ts';
import { remember } from '../people.ts';
import type { CallbackType } from '../schemas/callback.ts';
import type { World } from '../world.ts';
import type { Circumstances } from './circumstances.ts';
import { actingAs } from './circumstances.ts';
import { Reply } from './reply.ts';
import type { Start } from './start-interaction.ts';
import { startInteraction } from './start-interaction.ts';

/** Sends an interaction to the bot, to the shard that serves its guild. */
export type Send = (payload: unknown, delivered: () => void, guildId: string | undefined) => void;

/** The first responses Discord takes for interactions of each kind. */
export const messageTypes: readonly CallbackType[] = [4, 5];
export const updateTypes: readonly CallbackType[] = [6, 7];
export const modalType: readonly CallbackType[] = [9];

/** Where interactions are handed in: finds out who acts and where, sends, and waits for the first response. */
export class Desk {
	readonly world: World;
	readonly #homeId: string;
	readonly #send: Send;

	constructor(world: World, homeId: string, send: Send) {
		this.world = world;
		this.#homeId = homeId;
		this.#send = send;
	}

	/** Takes circumstances, gives who acts, where and in which language. */
	who(options: Circumstances): Origin {
		const person = actingAs(options.user ?? this.world.person, options);
		const locale = options.locale ?? 'en-US';
		if (!locales.has(locale)) throw new Error(`${locale} is not a locale of Discord`);
		return { place: this.#place(options, person), person, locale };
	}

	/** Sends an interaction, gives the bot's reply; rejects when there is none in time. */
	async reply(start: Start, what: string, timeoutMs: number | undefined): Promise<Reply> {
		const { interaction, response } = await this.answered(start, what, timeoutMs);
		return new Reply(this.world, interaction, response);
	}

	/** Sends an interaction, gives it and the first response; rejects when there is none in time. */
	async answered(
		start: Start,
		what: string,
		timeoutMs: number = this.world.responseMs + 250,
	): Promise<{ interaction: Interaction; response: FirstResponse }> {
		const { world } = this;
		const from = world.violations.length;
		remember(world.people, start.person);
		const interaction = startInteraction(world, start, this.#send);
		const response = await world.changed.until(
			() => {
				if (world.mismatches.length > 0) throw new Error(`the local server is wrong: ${world.mismatches.join('\n')}`);
				return interaction.response;
			},
			timeoutMs,
			() => [`${what}: the application did not respond`, ...world.violations.slice(from)].join('\n'),
		);
		return { interaction, response };
	}

	#place(options: Circumstances, person: Origin['person']): Place {
		const { channels } = this.world;
		const context = options.dm === 'private' ? 2 : options.dm ? 1 : 0;
		const isUserInstall = (options.install ?? (context === 2 ? 'user' : 'guild')) === 'user';
		if (context === 1) return { context, guildId: undefined, channelId: channels.direct(person).id, isUserInstall };
		if (context === 2) return { context, guildId: undefined, channelId: channels.elsewhere(person).id, isUserInstall };
		const named = options.channelId === undefined ? undefined : channels.get(options.channelId);
		if (options.channelId !== undefined && named?.guildId === undefined) {
			throw new Error(`there is no channel ${options.channelId} of a guild`);
		}
		const guildId = options.guildId ?? named?.guildId ?? this.#homeId;
		return { context, guildId, channelId: named?.id ?? channels.general(guildId).id, isUserInstall };
	}
}
