/** The Telegram adapter: long polling through telegraf's client, one answer an update. */
import { Telegram, TelegramError } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import { type Adapter, type AdapterOptions, FatalError } from '../adapter.ts';
import { InHand } from '../in-hand.ts';
import { isRefusal, type Patience, untilDone } from '../until-done.ts';
import { answerIncoming } from './answering.ts';
import { callOnce, persistentCall, retryAfter } from './call.ts';
import { DroppedError } from './chat-queues.ts';
import { Conflict } from './conflict.ts';
import { describe } from './describe.ts';
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

const CONFLICT_PATIENCE = 60_000;
/** Work in hand may take this long after the stop, in milliseconds. */
const STOP_TIMEOUT = 7_000;

const WRONG_TOKEN =
	'Telegram does not accept TELEGRAM_BOT_TOKEN. Copy the token from BotFather (/mybots, API Token) and start again.';

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
	const poller = new Poller((payload, limits) => once('getUpdates', payload, limits) as Promise<Update[]>);
	const inHand = new InHand();
	const seen = new SeenUpdates();
	const conflict = new Conflict(conflictPatience);
	const patience: Patience = { log, stopping: stopping.signal, describe, waitFor };
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
			log[levelOf(error)]({ update: update.update_id, reason: describe(error) }, 'telegram answer not delivered');
		}
	}

	/** Registers the commands, and goes on with those that Telegram knows already if it refuses them as they are. */
	async function register(): Promise<number> {
		try {
			return await registerCommands(call, commands);
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
			await untilDone('telegram: removing the webhook', () => once('deleteWebhook', {}), patience);
			await untilDone('telegram: listening', () => poller.check(stopping.signal), patience);
			if (stopping.signal.aborted) return;
			polling = untilDone('telegram: polling', () => poller.run(take, stopping.signal), patience).catch(failed.reject);
			log.info({ bot: username, changes }, 'telegram is ready');
		},
		async stop() {
			stopping.abort();
			await polling;
			const [left] = await Promise.all([inHand.finish(STOP_TIMEOUT), poller.confirm()]);
			return left;
		},
	};
}

/** How bad it is that an answer was not delivered. */
function levelOf(error: unknown): 'info' | 'warn' | 'error' {
	// 403: the person has blocked the bot or it was removed from the chat; nobody is left to tell.
	if (error instanceof TelegramError && error.code === 403) return 'info';
	return error instanceof DroppedError ? 'warn' : 'error';
}
