/** The Discord adapter: a gateway connection through discord.js, one answer an interaction. */
import { Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events, type Interaction } from 'discord.js';
import { type Adapter, type AdapterOptions, FatalError } from '../adapter.ts';
import { InHand } from '../in-hand.ts';
import { backoff, pause } from '../pause.ts';
import { answerAutocomplete, answerButton, answerCommand } from './answering.ts';
import { registerCommands } from './register.ts';
import { describe } from './respond.ts';

export interface DiscordOptions extends AdapterOptions {
	token: string;
	apiUrl: string;
}

/** Between tries to reach an API that is down, in milliseconds. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** Work in hand may take this long after the stop, in milliseconds. */
const STOP_TIMEOUT = 7_000;
/** The gateway closes with this code when the token is wrong. docs: topics/opcodes-and-status-codes */
const AUTHENTICATION_FAILED = 4004;

const WRONG_TOKEN =
	'Discord does not accept DISCORD_TOKEN. Copy the token from the page "Bot" of your app (Reset Token) and start again.';

export function discordAdapter({ token, apiUrl, commands, context, log }: DiscordOptions): Adapter {
	const stopping = new AbortController();
	const inHand = new InHand();
	const failed = Promise.withResolvers<never>();
	let client: Client<true> | undefined;

	/** A client that has identified; a new one for each try, since a failed one is not meant to be used again. */
	async function connect(): Promise<Client<true>> {
		// Slash commands, buttons and autocomplete need no intent at all.
		const fresh = new Client({ intents: [], allowedMentions: { parse: [] }, rest: { api: apiUrl } });
		fresh.on(Events.Error, (error) => log.warn({ reason: describe(error) }, 'discord client error'));
		fresh.on(Events.Warn, (message) => log.warn(message));
		fresh.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'discord gateway is reconnecting'));
		fresh.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'discord gateway has resumed'));
		fresh.on(Events.InteractionCreate, (interaction) => inHand.run(() => handle(interaction)));
		const closed = Promise.withResolvers<never>();
		fresh.on(Events.ShardDisconnect, ({ code }) => {
			const error = code === AUTHENTICATION_FAILED ? wrongToken() : new Error(`the gateway closed with code ${code}`);
			closed.reject(error);
			if (code === AUTHENTICATION_FAILED) failed.reject(error);
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
		const answering = { commands, context: context(), log };
		try {
			if (interaction.isChatInputCommand()) await answerCommand(interaction, answering);
			else if (interaction.isButton()) await answerButton(interaction, answering);
			else if (interaction.isAutocomplete()) await answerAutocomplete(interaction, answering);
		} catch (error) {
			log.error({ interaction: interaction.id, reason: describe(error) }, 'discord answer not delivered');
		}
	}

	/** Repeats `work` until it succeeds; only a wrong token and a stop end it early. */
	async function untilDone<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
		for (let attempt = 1; !stopping.signal.aborted; attempt++) {
			try {
				return await work();
			} catch (error) {
				if (isWrongToken(error)) throw wrongToken();
				const wait = backoff(attempt, FIRST_WAIT, LONGEST_WAIT);
				log.warn({ wait, reason: describe(error) }, `discord: ${what} failed, trying again`);
				await pause(wait, stopping.signal);
			}
		}
		return undefined;
	}

	return {
		name: 'discord',
		failed: failed.promise,
		async start() {
			const connected = await untilDone('connecting', connect);
			if (!connected) return;
			client = connected;
			const { rest, application, user } = connected;
			const changes = await untilDone('registering commands', () => registerCommands(rest, application.id, commands));
			if (!stopping.signal.aborted) log.info({ bot: user.username, changes }, 'discord is ready');
		},
		async stop() {
			stopping.abort();
			// Discord keeps sending until the connection is closed, and nobody else would answer.
			await inHand.drain(STOP_TIMEOUT);
			await client?.destroy();
		},
	};
}

function wrongToken(): FatalError {
	return new FatalError('discord-token', WRONG_TOKEN);
}

function isWrongToken(error: unknown): boolean {
	if (error instanceof FatalError) return true;
	if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
	return error instanceof DiscordAPIError && error.status === 401;
}
