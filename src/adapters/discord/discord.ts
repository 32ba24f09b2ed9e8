/** The Discord adapter: a gateway connection through discord.js, one answer an interaction. */
import {
	type Client,
	DiscordAPIError,
	DiscordjsError,
	DiscordjsErrorCodes,
	Events,
	type Interaction,
} from 'discord.js';
import type { Adapter, AdapterOptions } from '../adapter.ts';
import { deliver } from '../courier.ts';
import { InHand } from '../in-hand.ts';
import { isRefusal, type Patience, untilDone } from '../until-done.ts';
import { answerAutocomplete, answerButton, answerCommand, answerForm } from './answering.ts';
import { askerOf, type DiscordModerators } from './asker.ts';
import { newClient, type Shards } from './client.ts';
import { closedForGood, wrongToken } from './closed.ts';
import { describe } from './describe.ts';
import { isHopeless, sendNotice } from './notify.ts';
import { registerCommands } from './register.ts';

export interface DiscordOptions extends AdapterOptions, DiscordModerators, Shards {
	token: string;
	apiUrl: string;
}

/** Work in hand may take this long after the stop, in milliseconds. */
const STOP_TIMEOUT = 7_000;

export function discordAdapter(options: DiscordOptions): Adapter {
	const { token, apiUrl, commands, context, log, bag } = options;
	const stopping = new AbortController();
	const inHand = new InHand();
	const failed = Promise.withResolvers<never>();
	const patience: Patience = { log, stopping: stopping.signal, describe, waitFor };
	let client: Client<true> | undefined;
	let delivering: Promise<unknown> = Promise.resolve();

	/** A client that has identified; a new one for each try, since a failed one is not meant to be used again. */
	async function connect(): Promise<Client<true>> {
		const fresh = newClient(apiUrl, options);
		fresh.on(Events.Error, (error) => log.warn({ reason: describe(error) }, 'discord client error'));
		fresh.on(Events.Warn, (message) => log.warn(message));
		fresh.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'discord gateway is reconnecting'));
		fresh.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'discord gateway has resumed'));
		fresh.on(Events.InteractionCreate, (interaction) => void inHand.run(() => handle(interaction)));
		const closed = Promise.withResolvers<never>();
		// discord.js tells of a disconnection only when it will not connect again.
		fresh.on(Events.ShardDisconnect, ({ code }) => {
			const error = closedForGood(code);
			closed.reject(error);
			failed.reject(error);
		});
		closed.promise.catch(() => undefined);
		const ready = new Promise<Client<true>>((resolve) => fresh.once(Events.ClientReady, resolve));
		try {
			await Promise.race([fresh.login(token), closed.promise]);
			return await Promise.race([ready, closed.promise]);
		} catch (error) {
			await fresh.destroy();
			throw error;
		}
	}

	async function handle(interaction: Interaction): Promise<void> {
		try {
			const answering = { commands, context: { ...context(), asker: askerOf(interaction, options) }, log };
			if (interaction.isChatInputCommand()) await answerCommand(interaction, answering);
			else if (interaction.isButton()) await answerButton(interaction, answering);
			else if (interaction.isModalSubmit()) await answerForm(interaction, answering);
			else if (interaction.isAutocomplete()) await answerAutocomplete(interaction, answering);
		} catch (error) {
			log.error({ interaction: interaction.id, reason: describe(error) }, 'discord answer not delivered');
		} finally {
			// discord.js would keep the channel of everyone who ever wrote to the bot.
			if (interaction.channelId !== null) interaction.client.channels.cache.delete(interaction.channelId);
		}
	}

	/** Registers the commands, and goes on with those that Discord knows already if it refuses them as they are. */
	async function register({ rest, application }: Client<true>): Promise<number> {
		try {
			return await registerCommands(rest, application.id, commands, options.moderatorGuild);
		} catch (error) {
			if (!(error instanceof DiscordAPIError && isRefusal(error.status))) throw error;
			log.error({ reason: describe(error) }, 'discord refuses the commands, going on with those registered before');
			return 0;
		}
	}

	return {
		name: 'discord',
		failed: failed.promise,
		async start() {
			const connected = await untilDone('discord: connecting', connect, patience);
			if (!connected) return;
			client = connected;
			const changes = await untilDone('discord: registering commands', () => register(connected), patience);
			const { rest } = connected;
			if (bag)
				delivering = deliver({
					bag,
					send: (to, answer) => sendNotice(rest, to, answer),
					isHopeless,
					describe,
					log,
					signal: stopping.signal,
				});
			if (!stopping.signal.aborted) log.info({ bot: connected.user.username, changes }, 'discord is ready');
		},
		async stop() {
			stopping.abort();
			// Discord keeps sending until the connection is closed, and nobody else would answer.
			const left = await inHand.drain(STOP_TIMEOUT);
			await delivering;
			await client?.destroy();
			return left;
		},
	};
}

function waitFor(error: unknown): undefined {
	const wrong =
		error instanceof DiscordjsError
			? error.code === DiscordjsErrorCodes.TokenInvalid
			: error instanceof DiscordAPIError && error.status === 401;
	if (wrong) throw wrongToken();
}
