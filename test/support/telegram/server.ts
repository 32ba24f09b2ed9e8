import { linkedUsername, startParameter } from './deep-link.ts';
import type { Faults } from './faults.ts';
import { listen } from './http-server.ts';
import { type InlineOptions, inlineQuery } from './inline-query.ts';
import { commandKey } from './methods/commands.ts';
import type { BotCommand, Message, Update, User } from './objects.ts';
import type { InlineAnswer } from './params.ts';
import { newPerson, type PersonOptions } from './people.ts';
import { unanswered } from './press.ts';
import type { Stats } from './stats.ts';
import { type GroupOptions, newGroup, type TestGroup } from './test-group.ts';
import { newPrivateChat, type PrivateChatOptions, type TestPrivateChat } from './test-private-chat.ts';
import { deliverToWebhook } from './webhook-delivery.ts';
import { createWorld, type RequestEntry, type World } from './world.ts';

const graceMs = 500;

export interface TelegramOptions {
	token: string;
	/** The bot's name, without @. */
	username?: string;
	/** Privacy mode in groups; on unless false. */
	privacy?: boolean;
	/** Maps the https address of a webhook to the local one to call, as a TLS proxy would. */
	webhookTarget?: (url: string) => string;
}

/** A scope by its type, or with the chat and person it is for. */
export type Scope = string | { type: string; chat_id?: number | string; user_id?: number };

/** Starts a local Bot API server for one bot and gives it; `close` it after the test. */
export async function startTelegram(options: TelegramOptions): Promise<Telegram> {
	const { token, username = 'policy_test_bot', privacy = true, webhookTarget } = options;
	const world = createWorld({ token, username, privacy });
	const { server, url, settled } = await listen(world);
	const closing = new AbortController();
	if (webhookTarget) void deliverToWebhook(world, webhookTarget, closing.signal);
	const stop = async () => {
		// A test may go on as soon as a message is there, before the bot has the reply to its call.
		await settled(graceMs);
		closing.abort();
		const closed = new Promise((resolve) => server.close(resolve));
		server.closeAllConnections();
		await closed;
	};
	const cutAll = () => server.closeAllConnections();
	return new Telegram(world, url, stop, cutAll);
}

/** The server as tests use it. */
export class Telegram {
	/** For `new Telegraf(token, { telegram: { apiRoot } })`. */
	readonly apiUrl: string;
	readonly token: string;
	readonly bot: User;
	/** What the bot called, in order; the token is in none of it. */
	readonly requests: readonly RequestEntry[];
	/** Every rule the bot broke, one sentence each. */
	readonly violations: string[];
	readonly faults: Faults;
	readonly #world: World;
	readonly #stop: () => Promise<void>;

	constructor(world: World, apiUrl: string, stop: () => Promise<void>, cutAll: () => void) {
		this.#world = world;
		this.#stop = stop;
		this.apiUrl = apiUrl;
		this.token = world.token;
		this.bot = world.bot;
		this.requests = world.requests;
		this.violations = world.violations;
		this.faults = world.faults;
		world.faults.onDown = cutAll;
	}

	/** How much and how fast the bot sent; too fast is no violation here. */
	get stats(): Stats {
		return this.#world.rate.read();
	}

	/** One line for each pressed button that the bot got and has not answered. */
	get unansweredCallbacks(): string[] {
		return unanswered(this.#world);
	}

	/** Takes what is to be known of a person and gives a new one, to speak with `from`. */
	user(options: PersonOptions = {}): User {
		return newPerson(this.#world, options);
	}

	/** Takes a person, or what is to be known of a new one, and gives their chat with the bot. */
	privateChat(options: PrivateChatOptions = {}): TestPrivateChat {
		return newPrivateChat(this.#world, options);
	}

	/** Takes a deep link to the bot and who opens it, presses Start there; gives that chat and the bot's answer. */
	async follow(url: string, user: User): Promise<{ chat: TestPrivateChat; answer: Message }> {
		if (linkedUsername(url) !== this.bot.username?.toLowerCase()) throw new Error(`${url} does not lead to the bot`);
		const parameter = startParameter(url);
		const chat = newPrivateChat(this.#world, { user, started: false });
		return { chat, answer: await chat.start(parameter) };
	}

	/** Gives a new group with the bot in it. */
	group(options: GroupOptions): TestGroup {
		return newGroup(this.#world, options);
	}

	/** Types text after the bot's name in any chat and gives the bot's answer. */
	inline(text: string, options: InlineOptions = {}): Promise<InlineAnswer> {
		return inlineQuery(this.#world, text, options);
	}

	/** Takes a scope and a language and gives the commands stored for exactly these, undefined when none were set. */
	commands(scope: Scope = 'default', languageCode = ''): BotCommand[] | undefined {
		const whole = typeof scope === 'string' ? { type: scope } : scope;
		return this.#world.commands.get(commandKey(whole, languageCode));
	}

	/** Takes a language and gives the profile's texts stored for exactly it. */
	profile(languageCode = ''): Record<'name' | 'description' | 'short', string | undefined> {
		const text = (kind: string) => this.#world.texts.get(`${kind}|${languageCode}`);
		return { name: text('name'), description: text('description'), short: text('short') };
	}

	/** Takes an update, with or without its id, and queues it; gives the id. `unchecked` lets through what Telegram never sends. */
	deliver(update: Partial<Update> & Record<string, unknown>, { unchecked = false } = {}): number {
		if (!unchecked) return this.#world.enqueue(update).updateId;
		return this.#world.enqueueUnchecked(update);
	}

	/** Delivers an update once more with the same id, as Telegram does when it missed the acknowledgement. */
	redeliver(updateId: number): void {
		this.#world.updates.pushAgain(updateId);
	}

	/** Waits until the bot has acknowledged this update, that is, asked for later ones; throws after `timeoutMs`. */
	async acknowledged(updateId: number, timeoutMs = 3000): Promise<void> {
		await this.#world.journal.until(
			(event) => (event.kind === 'acknowledged' && event.updateIds.includes(updateId) ? true : undefined),
			0,
			timeoutMs,
			() => `the bot did not acknowledge update ${updateId} in ${timeoutMs} ms`,
		);
	}

	/** Stops the server and notes unanswered buttons among the violations; throws when the server itself was wrong. */
	async close(): Promise<void> {
		await this.#stop();
		this.violations.push(...this.unansweredCallbacks);
		for (const event of this.#world.journal.events) if (event.kind === 'broken') throw event.error;
	}
}
