/** Calls the Bot API again when that can help. telegraf itself gives up on sends at the first fault. */
import { type Telegram, TelegramError } from 'telegraf';
import type { Logger } from '../../log.ts';
import { backoff, pause } from '../pause.ts';
import { type ChatQueue, ChatQueues, DroppedError } from './chat-queues.ts';
import { describe } from './describe.ts';

/** Tries of one call that meets passing faults. */
const MAX_TRIES = 5;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 5_000;
/** A call that Telegram would take only so long after it was wanted is given up: by then nobody waits for the answer. */
const STALE = 60_000;

/** A call that has not been answered by then counts as broken. In milliseconds. */
const CALL_TIMEOUT = 15_000;

/** One method of the Bot API, by its own name and parameter names. */
export type TelegramCall = (method: string, payload: Record<string, unknown>) => Promise<unknown>;
type ClientCall = (
	method: string,
	payload: Record<string, unknown>,
	options: { signal: AbortSignal },
) => Promise<unknown>;

export interface CallLimits {
	signal?: AbortSignal;
	/** In milliseconds. */
	timeout?: number;
}

/** One call, which always has a time limit; telegraf itself would wait 500 seconds. */
export function callOnce(telegram: Telegram) {
	// telegraf types each method of Bot API 7.1; this passes any method on as it is.
	const call = telegram.callApi.bind(telegram) as unknown as ClientCall;
	return (
		method: string,
		payload: Record<string, unknown>,
		{ signal, timeout = CALL_TIMEOUT }: CallLimits = {},
	): Promise<unknown> => {
		const limit = AbortSignal.timeout(timeout);
		return call(method, payload, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
	};
}

/**
 * A caller that waits out 429 by `retry_after` and repeats calls that met a 5xx or a broken connection. The calls for one
 * chat go one after another, so that a 429 holds up that chat and no other. A message whose acknowledgement was lost may
 * be sent twice: the API has no key to prevent that, and a doubled answer is better than none. An edit that had already
 * been made counts as done. Once `stopping`, only 429 is still waited out: the answer in hand would be lost.
 */
export function persistentCall(once: TelegramCall, log: Logger, stopping: AbortSignal): TelegramCall {
	const queues = new ChatQueues();

	async function persist(method: string, payload: Record<string, unknown>, stale: number, queue: ChatQueue) {
		if (Math.max(Date.now(), queue.pausedUntil) > stale) throw new DroppedError('Telegram takes it too late');
		if (queue.pausedUntil > Date.now()) await pause(queue.pausedUntil - Date.now());
		for (let faults = 0; ; ) {
			try {
				return await once(method, payload);
			} catch (error) {
				if (isAlreadyDone(error)) return undefined;
				const limited = retryAfter(error);
				if (limited === undefined) faults += 1;
				else queue.pausedUntil = Date.now() + limited;
				const wait = limited ?? waitFor(error, faults);
				const givenUp = limited === undefined ? faults >= MAX_TRIES || stopping.aborted : queue.pausedUntil > stale;
				if (wait === undefined || givenUp) throw error;
				log.warn({ method, wait, reason: describe(error) }, 'telegram call will be repeated');
				await pause(wait, limited === undefined ? stopping : undefined);
			}
		}
	}

	return (method, payload) => {
		const stale = Date.now() + STALE;
		const { chat_id: chat } = payload;
		if (chat === undefined) return persist(method, payload, stale, { pausedUntil: 0 });
		return queues.run(chat, (queue) => persist(method, payload, stale, queue));
	};
}

/** The milliseconds after which Telegram wants to be asked again (429). */
export function retryAfter(error: unknown): number | undefined {
	const after = error instanceof TelegramError && error.code === 429 ? error.parameters?.retry_after : undefined;
	return after === undefined ? undefined : after * 1000;
}

/** Milliseconds to wait after so many faults, or undefined when trying again cannot help. */
function waitFor(error: unknown, faults: number): number | undefined {
	if (error instanceof TelegramError && error.code < 500) return undefined;
	return backoff(faults, FIRST_WAIT, LONGEST_WAIT);
}

/** Telegram refuses to edit a message into what it already is. */
function isAlreadyDone(error: unknown): boolean {
	return error instanceof TelegramError && error.code === 400 && /message is not modified/.test(error.description);
}
