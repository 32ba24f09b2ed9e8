/** The Telegram adapter: long polling through telegraf's client, one answer an update. */
import { Telegram, TelegramError } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import type { Answer } from '../../core/answer/answer.ts';
import { messagesFor } from '../../core/messages/messages.ts';
import { type Adapter, type AdapterOptions, FatalError } from '../adapter.ts';
import { deliver, type Recipient } from '../courier.ts';
import { InHand } from '../in-hand.ts';
import { pause } from '../pause.ts';
import { isRefusal, type Patience, untilDone } from '../until-done.ts';
import { answerIncoming } from './answering.ts';
import { mayBeTold, type TelegramModerators } from './asker.ts';
import { callOnce, persistentCall, retryAfter } from './call.ts';
import { DroppedError } from './chat-queues.ts';
import { Conflict } from './conflict.ts';
import { describe } from './describe.ts';
import type { HandledUpdates } from './handled-updates.ts';
import { readUpdate } from './incoming.ts';
import { Poller } from './poll.ts';
import { registerCommands } from './register.ts';
import { renderTelegram } from './render.ts';
import { SeenUpdates } from './seen-updates.ts';
import { Turns } from './turns.ts';

export interface TelegramOptions extends AdapterOptions, TelegramModerators {
	token: string;
	apiUrl: string;
	/** Runs the polling in one process at a time. */
	lead: (work: (leading: AbortSignal) => Promise<void>, signal: AbortSignal) => Promise<void>;
	/** Which updates have been handled, also before a restart. */
	handled: HandledUpdates;
	/** For how long another poller is waited out, in milliseconds. */
	conflictPatience?: number;
}

const CONFLICT_PATIENCE = 60_000;
/** After this long another process is taken to be the one that polls. In milliseconds. */
const STAND_BY = 3_000;
/** Work in hand may take this long after the stop, in milliseconds. */
const STOP_TIMEOUT = 7_000;

const WRONG_TOKEN =
	'Telegram does not accept TELEGRAM_BOT_TOKEN. Copy the token from BotFather (/mybots, API Token) and start again.';

export function telegramAdapter(options: TelegramOptions): Adapter {
	const { token, apiUrl, commands, context, log, lead, handled, bag, conflictPatience = CONFLICT_PATIENCE } = options;
	// telegraf resolves "./bot…" against the root: without the slash the last part of a path would be lost.
	const telegram = new Telegram(token, { apiRoot: `${apiUrl}/` });
	const stopping = new AbortController();
	const once = callOnce(telegram);
	const call = persistentCall(once, log, stopping.signal);
	const poller = new Poller((payload, limits) => once('getUpdates', payload, limits) as Promise<Update[]>);
	const inHand = new InHand();
	const seen = new SeenUpdates();
	const turns = new Turns();
	const conflict = new Conflict(conflictPatience);
	const patience: Patience = { log, stopping: stopping.signal, describe, waitFor };
	const failed = Promise.withResolvers<never>();
	// A start that fails tells by itself; whoever listens here is told all the same.
	failed.promise.catch(() => undefined);
	let username = '';
	let polling: Promise<unknown> = Promise.resolve();
	let delivering: Promise<unknown> = Promise.resolve();

	/** Starts the work; whoever polls waits for it a little. */
	async function take(updates: readonly Update[]): Promise<void> {
		const before = await handled.among(updates.map(({ update_id: id }) => id));
		const fresh = updates.filter(({ update_id: id }) => seen.add(id) && !before.has(id));
		await Promise.all(fresh.map((update) => inHand.run(() => answer(update))));
	}

	async function answer(update: Update): Promise<void> {
		try {
			const incoming = readUpdate(update, username);
			if (incoming)
				await answerIncoming(incoming, { commands, context: context(), moderators: options, turns, call, log });
		} catch (error) {
			log[levelOf(error)]({ update: update.update_id, reason: describe(error) }, 'telegram answer not delivered');
		}
		handled.add(update.update_id);
	}

	/** Registers the commands, and goes on with those that Telegram knows already if it refuses them as they are. */
	async function register(): Promise<number> {
		try {
			return await registerCommands(call, commands, options, log);
		} catch (error) {
			if (!(error instanceof TelegramError && isRefusal(error.code))) throw error;
			log.error({ reason: describe(error) }, 'telegram refuses the commands, going on with those registered before');
			return 0;
		}
	}

	async function waitFor(error: unknown): Promise<number | undefined> {
		const code = error instanceof TelegramError ? error.code : undefined;
		// 401: the token was taken back or never given out; 404: it is not of a token's form.
		if (code === 401 || code === 404) throw new FatalError('telegram-token', WRONG_TOKEN);
		if (code !== 409) return retryAfter(error);
		const wait = conflict.waitFor();
		// A webhook that somebody set is a conflict as well.
		await once('deleteWebhook', {}).catch(() => undefined);
		return wait;
	}

	/** Polls until it may not any more. */
	async function listen(leading: AbortSignal, onReady: () => void): Promise<void> {
		const signal = AbortSignal.any([leading, stopping.signal]);
		const whileLeading = { ...patience, stopping: signal };
		await untilDone('telegram: removing the webhook', () => once('deleteWebhook', {}), whileLeading);
		await untilDone('telegram: listening', () => poller.check(signal), whileLeading);
		if (signal.aborted) return;
		onReady();
		await untilDone('telegram: polling', () => poller.run(take, signal), whileLeading);
	}

	async function sendNotice(to: Recipient, answer: Answer): Promise<void> {
		const chat = 'chat' in to ? to.chat : to.person;
		// Whoever asked to be told may have lost their rights since.
		if ('chat' in to && !(await mayBeTold(chat, options, call))) return;
		await call('sendMessage', { chat_id: chat, ...renderTelegram(answer, messagesFor(answer.language)) });
	}

	return {
		name: 'telegram',
		failed: failed.promise,
		async start() {
			const info = (await untilDone('telegram: reaching the API', () => once('getMe', {}), patience)) as
				| UserFromGetMe
				| undefined;
			if (!info) return;
			username = info.username;
			const changes = await untilDone('telegram: registering commands', register, patience);
			const listening = Promise.withResolvers<void>();
			let leads = false;
			polling = lead(async (leading) => {
				leads = true;
				await listen(leading, () => {
					log.info({ bot: username, changes }, 'telegram is ready');
					listening.resolve();
				});
			}, stopping.signal)
				.catch((error: unknown) => {
					listening.reject(error);
					failed.reject(error);
				})
				.finally(listening.resolve);
			// Where nobody waits for it any more, "failed" tells.
			listening.promise.catch(() => undefined);
			if (bag) delivering = deliver({ bag, send: sendNotice, isHopeless, describe, log, signal: stopping.signal });
			await Promise.race([listening.promise, pause(STAND_BY, stopping.signal)]);
			// Another process polls; this one takes over when that one ends.
			if (!leads && !stopping.signal.aborted) log.info({ bot: username, changes }, 'telegram stands by');
			else await listening.promise;
		},
		async stop() {
			stopping.abort();
			await Promise.all([polling, delivering]);
			const [left] = await Promise.all([inHand.finish(STOP_TIMEOUT), poller.confirm()]);
			await handled.flush();
			return left;
		},
	};
}

/** Whether Telegram will not take a notice, however often it is sent: the chat is closed to the bot, or is not there. */
function isHopeless(error: unknown): boolean {
	return error instanceof TelegramError && (error.code === 403 || error.code === 400);
}

/** How bad it is that an answer was not delivered. */
function levelOf(error: unknown): 'info' | 'warn' | 'error' {
	// 403: the person has blocked the bot or it was removed from the chat; nobody is left to tell.
	if (error instanceof TelegramError && error.code === 403) return 'info';
	return error instanceof DroppedError ? 'warn' : 'error';
}
