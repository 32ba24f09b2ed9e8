/** The Telegram adapter: long polling through telegraf's client, one answer an update. */
import { Telegram, TelegramError } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import { type Adapter, type AdapterOptions, FatalError } from '../adapter.ts';
import { InHand } from '../in-hand.ts';
import { backoff, pause } from '../pause.ts';
import { answerIncoming } from './answering.ts';
import { callOnce, describe, persistentCall } from './call.ts';
import { readUpdate } from './incoming.ts';
import { Poller } from './poll.ts';
import { registerCommands } from './register.ts';
import { SeenUpdates } from './seen-updates.ts';

export interface TelegramOptions extends AdapterOptions {
	token: string;
	apiUrl: string;
	/** For how long another poller is waited out, in milliseconds. */
	conflictPatience?: number;
}

/** Between tries to reach an API that is down, in milliseconds. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const CONFLICT_WAIT = 2_000;
const CONFLICT_PATIENCE = 60_000;
/** Work in hand may take this long after the stop, in milliseconds. */
const STOP_TIMEOUT = 7_000;

const WRONG_TOKEN =
	'Telegram does not accept TELEGRAM_BOT_TOKEN. Copy the token from BotFather (/mybots, API Token) and start again.';
const CONFLICT =
	'Another process is polling Telegram with this TELEGRAM_BOT_TOKEN. Stop the other one and start again.';

export function telegramAdapter({
	token,
	apiUrl,
	commands,
	context,
	log,
	conflictPatience = CONFLICT_PATIENCE,
}: TelegramOptions): Adapter {
	// telegraf resolves "./bot…" against the root: without the slash the last part of a path would be lost.
	const telegram = new Telegram(token, { apiRoot: `${apiUrl}/` });
	const stopping = new AbortController();
	const once = callOnce(telegram);
	const call = persistentCall(once, log, stopping.signal);
	const poller = new Poller((payload, signal) => once('getUpdates', payload, signal) as Promise<Update[]>);
	const inHand = new InHand();
	const seen = new SeenUpdates();
	const failed = Promise.withResolvers<never>();
	let username = '';
	let polling: Promise<unknown> = Promise.resolve();

	/** Starts the work and does not wait for it: nobody waits behind a slow answer. */
	function take(update: Update): void {
		if (seen.add(update.update_id)) inHand.run(() => answer(update));
	}

	async function answer(update: Update): Promise<void> {
		try {
			const incoming = readUpdate(update, username);
			if (incoming) await answerIncoming(incoming, { commands, context: context(), call, log });
		} catch (error) {
			// 403: the person has blocked the bot or it was removed from the chat; nobody is left to tell.
			const gone = error instanceof TelegramError && error.code === 403;
			log[gone ? 'info' : 'error'](
				{ update: update.update_id, reason: describe(error) },
				'telegram answer not delivered',
			);
		}
	}

	/** Repeats `work` until it succeeds or the stop; only what the operator must put right ends it with an error. */
	async function untilDone<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
		let faults = 0;
		let conflictSince: number | undefined;
		while (!stopping.signal.aborted) {
			const began = Date.now();
			try {
				return await work();
			} catch (error) {
				if (stopping.signal.aborted) return undefined;
				if (isWrongToken(error)) throw new FatalError('telegram-token', WRONG_TOKEN);
				// What has gone well for a while was a new beginning.
				if (Date.now() - began > conflictPatience) {
					faults = 0;
					conflictSince = undefined;
				}
				faults += 1;
				let wait = waitFor(error) ?? backoff(faults, FIRST_WAIT, LONGEST_WAIT);
				if (isConflict(error)) {
					conflictSince ??= Date.now();
					if (Date.now() - conflictSince >= conflictPatience) throw new FatalError('telegram-conflict', CONFLICT);
					wait = Math.min(CONFLICT_WAIT, conflictPatience / 2);
					// A webhook that somebody set is a conflict as well.
					await once('deleteWebhook', {}).catch(() => undefined);
				}
				log.warn({ wait, reason: describe(error) }, `telegram: ${what} failed, trying again`);
				await pause(wait, stopping.signal);
			}
		}
		return undefined;
	}

	return {
		name: 'telegram',
		failed: failed.promise,
		async start() {
			const info = (await untilDone('reaching the API', () => once('getMe', {}))) as UserFromGetMe | undefined;
			if (!info) return;
			username = info.username;
			const changes = await untilDone('registering commands', () => registerCommands(call, commands));
			await untilDone('removing the webhook', () => once('deleteWebhook', {}));
			await untilDone('listening', () => poller.check(stopping.signal));
			if (stopping.signal.aborted) return;
			polling = untilDone('polling', () => poller.run(take, stopping.signal)).catch(failed.reject);
			log.info({ bot: username, changes }, 'telegram is ready');
		},
		async stop() {
			stopping.abort();
			await polling;
			await Promise.all([inHand.finish(STOP_TIMEOUT), poller.confirm()]);
		},
	};
}

/** Telegram says itself how long to stay away. In milliseconds. */
function waitFor(error: unknown): number | undefined {
	const after = error instanceof TelegramError ? error.parameters?.retry_after : undefined;
	return after === undefined ? undefined : after * 1000;
}

/** 401: the token was taken back or never given out; 404: it is not of a token's form. */
function isWrongToken(error: unknown): boolean {
	return error instanceof TelegramError && (error.code === 401 || error.code === 404);
}

function isConflict(error: unknown): boolean {
	return error instanceof TelegramError && error.code === 409;
}
