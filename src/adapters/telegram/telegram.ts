/** The Telegram adapter: long polling through telegraf, one answer an update. */
import { Telegraf, TelegramError } from 'telegraf';
import type { Update } from 'telegraf/types';
import { type Adapter, type AdapterOptions, FatalError } from '../adapter.ts';
import { InHand } from '../in-hand.ts';
import { backoff, pause } from '../pause.ts';
import { answerIncoming } from './answering.ts';
import { describe, persistentCall } from './call.ts';
import { readUpdate } from './incoming.ts';
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
const ALLOWED_UPDATES = ['message', 'callback_query'] as const;

const WRONG_TOKEN =
	'Telegram does not accept TELEGRAM_BOT_TOKEN. Copy the token from BotFather (/mybots, API Token) and start again.';
const CONFLICT =
	'Another process is polling Telegram with this TELEGRAM_BOT_TOKEN, or a webhook is set. Stop the other one and start again.';

export function telegramAdapter({
	token,
	apiUrl,
	commands,
	context,
	log,
	conflictPatience = CONFLICT_PATIENCE,
}: TelegramOptions): Adapter {
	const bot = new Telegraf(token, { telegram: { apiRoot: apiUrl } });
	const stopping = new AbortController();
	const call = persistentCall(bot.telegram, log, stopping.signal);
	const inHand = new InHand();
	const seen = new SeenUpdates();
	const failed = Promise.withResolvers<never>();
	let polling: Promise<void> = Promise.resolve();

	// The next getUpdates waits for the middleware, so the work is started and not awaited: nobody waits for a slow one.
	bot.use((telegrafContext) => {
		const update: Update = telegrafContext.update;
		if (seen.add(update.update_id)) inHand.run(() => answer(update));
	});
	bot.catch((error) => log.error({ err: error }, 'telegram update could not be handled'));

	async function answer(update: Update): Promise<void> {
		try {
			const incoming = readUpdate(update, bot.botInfo?.username ?? '');
			if (incoming) await answerIncoming(incoming, commands, context(), call);
		} catch (error) {
			// 403: the person has blocked the bot or it was removed from the chat; nobody is left to tell.
			const gone = error instanceof TelegramError && error.code === 403;
			log[gone ? 'info' : 'error'](
				{ update: update.update_id, reason: describe(error) },
				'telegram answer not delivered',
			);
		}
	}

	/** Repeats `work` until it succeeds; only the operator's mistakes and a stop end it early. */
	async function untilDone<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
		let conflictSince: number | undefined;
		for (let attempt = 1; !stopping.signal.aborted; attempt++) {
			try {
				return await work();
			} catch (error) {
				if (isWrongToken(error)) throw new FatalError('telegram-token', WRONG_TOKEN);
				const conflict = isConflict(error);
				if (conflict) {
					conflictSince ??= Date.now();
					if (Date.now() - conflictSince >= conflictPatience) throw new FatalError('telegram-conflict', CONFLICT);
				} else conflictSince = undefined;
				const wait = conflict
					? Math.min(CONFLICT_WAIT, conflictPatience / 2)
					: backoff(attempt, FIRST_WAIT, LONGEST_WAIT);
				log.warn({ wait, reason: describe(error) }, `telegram: ${what} failed, trying again`);
				await pause(wait, stopping.signal);
			}
		}
		return undefined;
	}

	/** Polls until the stop. A poll that has gone well for a while ends an earlier conflict. */
	async function poll(): Promise<void> {
		let conflictSince: number | undefined;
		while (!stopping.signal.aborted) {
			const began = Date.now();
			try {
				await bot.launch({ allowedUpdates: [...ALLOWED_UPDATES] });
				if (stopping.signal.aborted) return;
			} catch (error) {
				if (stopping.signal.aborted) return;
				if (isWrongToken(error)) throw new FatalError('telegram-token', WRONG_TOKEN);
				if (Date.now() - began > conflictPatience) conflictSince = undefined;
				if (isConflict(error)) {
					conflictSince ??= Date.now();
					if (Date.now() - conflictSince >= conflictPatience) throw new FatalError('telegram-conflict', CONFLICT);
				}
				log.warn({ reason: describe(error) }, 'telegram: polling ended, trying again');
				await pause(Math.min(CONFLICT_WAIT, conflictPatience / 2), stopping.signal);
			}
		}
	}

	return {
		name: 'telegram',
		failed: failed.promise,
		async start() {
			const info = await untilDone('reaching the API', () => bot.telegram.getMe());
			if (!info) return;
			bot.botInfo = info;
			const changes = await untilDone('registering commands', () => registerCommands(call, commands));
			// A first short poll confirms nothing; it shows that this process may listen.
			await untilDone('listening', () => bot.telegram.callApi('deleteWebhook', {}));
			await untilDone('listening', () => bot.telegram.callApi('getUpdates', { timeout: 0, limit: 1 }));
			if (stopping.signal.aborted) return;
			polling = poll().catch((error: unknown) => failed.reject(error));
			log.info({ bot: info.username, changes }, 'telegram is ready');
		},
		async stop() {
			stopping.abort();
			try {
				bot.stop();
			} catch {
				// telegraf throws when it is not polling, which is what was wanted.
			}
			const deadline = pause(STOP_TIMEOUT);
			await inHand.finish(STOP_TIMEOUT);
			await Promise.race([polling, deadline]);
		},
	};
}

/** 401: the token was taken back or never given out; 404: it is not of a token's form. */
function isWrongToken(error: unknown): boolean {
	return error instanceof TelegramError && (error.code === 401 || error.code === 404);
}

function isConflict(error: unknown): boolean {
	return error instanceof TelegramError && error.code === 409;
}
