/** Calls the Bot API again when that can help. telegraf itself gives up on sends at the first fault. */
import { type Telegram, TelegramError } from 'telegraf';
import type { Logger } from '../../log.ts';
import { backoff, pause } from '../pause.ts';

/** Tries of one call that meets passing faults. */
const MAX_TRIES = 5;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 5_000;
/** Telegram names longer waits only to floods; by then the question is stale. In seconds. */
const LONGEST_RETRY_AFTER = 60;

/** A call that has not been answered by then counts as broken. In milliseconds. */
const CALL_TIMEOUT = 15_000;

/** One method of the Bot API, by its own name and parameter names. */
export type TelegramCall = (method: string, payload: Record<string, unknown>) => Promise<unknown>;
type ClientCall = (
	method: string,
	payload: Record<string, unknown>,
	options: { signal: AbortSignal },
) => Promise<unknown>;

/** One call with a time limit, which `signal` may replace; telegraf itself would wait 500 seconds. */
export function callOnce(telegram: Telegram) {
	// telegraf types each method of Bot API 7.1; this passes any method on as it is.
	const call = telegram.callApi.bind(telegram) as unknown as ClientCall;
	return (method: string, payload: Record<string, unknown>, signal = AbortSignal.timeout(CALL_TIMEOUT)) =>
		call(method, payload, { signal });
}

/**
 * A caller that waits out 429 by `retry_after` and repeats calls that met a 5xx or a broken connection. A message whose
 * acknowledgement was lost may then be sent twice: the API has no key to prevent that, and a doubled answer is better
 * than none. An edit that had already been made counts as done. Once `stopping`, only 429 is still waited out: the
 * answer in hand would be lost.
 */
export function persistentCall(once: TelegramCall, log: Logger, stopping: AbortSignal): TelegramCall {
	return async (method, payload) => {
		for (let attempt = 1; ; attempt++) {
			try {
				return await once(method, payload);
			} catch (error) {
				if (isAlreadyDone(error)) return undefined;
				const wait = waitFor(error, attempt);
				const limited = error instanceof TelegramError && error.code === 429;
				if (wait === undefined || attempt >= MAX_TRIES || (stopping.aborted && !limited)) throw error;
				log.warn({ method, attempt, wait, reason: describe(error) }, 'telegram call will be repeated');
				await pause(wait, limited ? undefined : stopping);
			}
		}
	};
}

/** Milliseconds to wait before the next try, or undefined when trying again cannot help. */
function waitFor(error: unknown, attempt: number): number | undefined {
	if (!(error instanceof TelegramError)) return backoff(attempt, FIRST_WAIT, LONGEST_WAIT);
	const after = error.parameters?.retry_after;
	if (error.code === 429 && after !== undefined) return after <= LONGEST_RETRY_AFTER ? after * 1000 : undefined;
	return error.code >= 500 ? backoff(attempt, FIRST_WAIT, LONGEST_WAIT) : undefined;
}

/** Telegram refuses to edit a message into what it already is. */
function isAlreadyDone(error: unknown): boolean {
	return error instanceof TelegramError && error.code === 400 && /message is not modified/.test(error.description);
}

/** What went wrong in a few words. */
export function describe(error: unknown): string {
	if (error instanceof TelegramError) return `${error.code} ${error.description}`;
	return error instanceof Error ? error.message : String(error);
}
