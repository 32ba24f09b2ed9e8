import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Circumstances, SlashOptions } from './act/circumstances.ts';
import { Desk } from './act/desk.ts';
import type { ModalValues } from './act/fill-modal.ts';
import { Forger } from './act/forger.ts';
import type { OptionValues } from './act/option-values.ts';
import { PeopleAtWork } from './act/people-at-work.ts';
import type { Reply } from './act/reply.ts';
import { botApplication } from './bot-application.ts';
import { ChannelStore } from './channel-store.ts';
import type { StoredCommand } from './command-store.ts';
import { CommandStore } from './command-store.ts';
import { Gateway } from './gateway/gateway.ts';
import type { Interaction } from './interaction.ts';
import { limits } from './limits.ts';
import type { Answer, Message } from './message-store.ts';
import { MessageStore } from './message-store.ts';
import type { Person } from './people.ts';
import { person } from './people.ts';
import { Places } from './places.ts';
import { Faults } from './rest/faults.ts';
import type { LoggedRequest } from './rest/request-log.ts';
import { RestServer } from './rest/rest-server.ts';
import type { Choice } from './schemas/callback.ts';
import { Signal } from './signal.ts';
import { snowflake } from './snowflake.ts';
import { specChecker } from './spec/spec-checker.ts';
import type { World } from './world.ts';

export type DiscordOptions = {
	/** The bot's token; anything else is refused. */
	readonly token: string;
	readonly heartbeatMs?: number;
	/** How long the bot has for its first response, and how long an interaction's token lives. */
	readonly responseMs?: number;
	readonly tokenMs?: number;
	/** How many shards GET /gateway/bot recommends; one unless given. */
	readonly shards?: number;
	/** Whether to check against shared/spec when it is there (default); costs time under load. */
	readonly checksSpec?: boolean;
};

/** A local Discord: REST and gateway on 127.0.0.1, for one application, at first in one guild. */
export type Discord = {
	/** For `new Client({ rest: { api: apiUrl } })`. */
	readonly apiUrl: string;
	readonly token: string;
	readonly applicationId: string;
	readonly guildId: string;
	/** The first text channel of that guild. */
	readonly channelId: string;
	/** The person who acts when no other is named. */
	readonly person: Person;
	/** The global commands as stored, with ids and versions. */
	readonly registeredCommands: readonly StoredCommand[];
	/** Every request of the bot in order, without headers. */
	readonly requests: readonly LoggedRequest[];
	/** Every rule the bot broke, one line each. */
	readonly violations: string[];
	readonly faults: Faults;
	readonly gateway: Gateway;
	/** Guilds, channels and roles to set up, and whose direct messages are closed. */
	readonly places: Places;
	/** What a modified client sends: nothing of it is checked. */
	readonly forge: Forger;
	/** The interaction sent last, with its id and token for requests made by hand. */
	readonly lastInteraction: Interaction | undefined;
	/** Every message that answers an interaction and exists, oldest first. */
	readonly messages: readonly Answer[];
	/** Every message that the bot posted unasked, in a channel or to a person, and that exists, oldest first. */
	readonly posts: readonly Message[];
	/** Gives the commands registered for one guild. */
	guildCommands(guildId?: string): readonly StoredCommand[];
	/** Gives the message of that id as it is now, undefined when deleted or never sent. */
	messageOf(id: string): Message | undefined;
	/** Gives the messages in a channel that everyone there sees, oldest first. */
	messagesIn(channelId: string): readonly Message[];
	/** Gives the messages of the bot to a person, oldest first. */
	directMessages(to: Person): readonly Message[];
	/** Resolves with what `look` gives once it is not undefined, asked after each change; rejects after `timeoutMs`. */
	until<T>(look: () => T | undefined, timeoutMs?: number, what?: string): Promise<T>;
	/** Resolves once a bot is connected with all its shards and READY (or RESUMED) was sent; rejects after `timeoutMs`. */
	connected(timeoutMs?: number): Promise<void>;
	/** Calls a command by name with option values, waits for the first response; throws where Discord would not send it. */
	slash(name: string, values?: OptionValues, options?: SlashOptions): Promise<Reply>;
	/** Types `text` into an option, with `others` filled in so far; gives the choices the bot offers. */
	autocomplete(
		name: string,
		option: string,
		text: string,
		others?: OptionValues,
		options?: SlashOptions,
	): Promise<readonly Choice[]>;
	/** Presses a button of a message, as the person who called it up unless another is named. */
	press(messageId: string, customId: string, user?: Person, options?: Circumstances): Promise<Reply>;
	/** Picks values in a string select of a message. */
	select(
		messageId: string,
		customId: string,
		values: readonly string[],
		user?: Person,
		options?: Circumstances,
	): Promise<Reply>;
	/** Fills in and sends the modal of a reply, by the custom ids of its fields; what is not named stays as prefilled. */
	submit(reply: Reply, values: ModalValues, options?: Circumstances): Promise<Reply>;
	/** Ends everything; rejects when this server itself differed from Discord's description. */
	close(): Promise<void>;
};

/** Takes the bot's token and options, starts a local Discord on a free port of 127.0.0.1. */
export async function startDiscord(options: DiscordOptions): Promise<Discord> {
	const bot = botApplication(snowflake());
	const guildId = snowflake();
	const home = person();
	const world: World = {
		token: options.token,
		bot,
		person: home,
		commands: new CommandStore(bot.id),
		guilds: new Map([[guildId, { id: guildId, name: 'Local guild', ownerId: '1', roles: [] }]]),
		channels: new ChannelStore(),
		people: new Map([[home.id, home]]),
		closedTo: new Set(),
		shards: options.shards ?? 1,
		messages: new MessageStore(),
		interactions: new Map(),
		violations: [],
		mismatches: [],
		changed: new Signal(),
		responseMs: options.responseMs ?? limits.responseMs,
		tokenMs: options.tokenMs ?? limits.tokenMs,
		address: '',
	};
	const faults = new Faults();
	const rest = new RestServer(world, faults, options.checksSpec === false ? () => [] : specChecker());
	const gateway = new Gateway(world, { heartbeatMs: options.heartbeatMs ?? 41_250 });
	const desk = new Desk(world, guildId, (payload, delivered, inGuild) =>
		gateway.dispatch('INTERACTION_CREATE', payload, delivered, inGuild),
	);
	const people = new PeopleAtWork(desk);
	const places = new Places(world, guildId, (event, data, inGuild) => gateway.announce(event, data, inGuild));
	const channelId = world.channels.general(guildId).id;
	const server = createServer((request, response) => {
		rest.answer(request, response).catch((error: unknown) => {
			// A socket the client cut while it was sending is its own doing; the rest is a defect of this server.
			if (!request.destroyed) world.mismatches.push(String(error));
			request.socket.destroy();
		});
	});
	server.on('upgrade', (request, socket: Socket, head) => {
		if (faults.isDown) socket.destroy();
		else gateway.upgrade(request, socket, head);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	world.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	return {
		apiUrl: `${world.address}/api`,
		token: world.token,
		applicationId: bot.id,
		guildId,
		channelId,
		person: home,
		violations: world.violations,
		faults,
		gateway,
		places,
		forge: new Forger(desk),
		requests: rest.requests,
		get registeredCommands() {
			return world.commands.list();
		},
		get lastInteraction() {
			return [...world.interactions.values()].at(-1);
		},
		get messages() {
			return world.messages.answers();
		},
		get posts() {
			return world.messages.posts();
		},
		guildCommands: (id = guildId) => world.commands.list(id),
		messageOf: (id) => world.messages.get(id)?.message,
		messagesIn: (id) => world.messages.inChannel(id),
		directMessages: (to) => world.messages.inChannel(world.channels.direct(to).id),
		until: (look, timeoutMs = 5000, what = 'it did not happen') => world.changed.until(look, timeoutMs, () => what),
		connected: (timeoutMs = 10_000) =>
			world.changed
				.until(
					() => (gateway.isConnected ? null : undefined),
					timeoutMs,
					() => ['no bot has connected', ...world.violations].join('\n'),
				)
				.then(() => {}),
		slash: (...args) => people.slash(...args),
		autocomplete: (...args) => people.autocomplete(...args),
		press: (...args) => people.press(...args),
		select: (...args) => people.select(...args),
		submit: (...args) => people.submit(...args),
		close: async () => {
			gateway.end();
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
			if (world.mismatches.length > 0) throw new Error(`the local server is wrong:\n${world.mismatches.join('\n')}`);
		},
	};
}
