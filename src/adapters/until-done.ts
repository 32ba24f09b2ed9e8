/** Patience with an API that is down: what every adapter does at its start, and while it listens. */
import type { Logger } from '../log.ts';
import { FatalError } from './adapter.ts';
import { backoff, pause } from './pause.ts';

/** Between tries, in milliseconds. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** What has gone well for this long was a new beginning, in milliseconds. */
const NEW_BEGINNING = 60_000;

export interface Patience {
	log: Logger;
	stopping: AbortSignal;
	describe: (error: unknown) => string;
	/** The milliseconds that an error asks for, if it does; throws FatalError for what only the operator can put right. */
	waitFor: (error: unknown) => number | undefined | Promise<number | undefined>;
}

/** Repeats `work` until it succeeds, or until the stop, which gives undefined. Only a FatalError ends it otherwise. */
export async function untilDone<T>(
	what: string,
	work: () => Promise<T>,
	{ log, stopping, describe, waitFor }: Patience,
): Promise<T | undefined> {
	let faults = 0;
	while (!stopping.aborted) {
		const began = performance.now();
		try {
			return await work();
		} catch (error) {
			if (stopping.aborted) return undefined;
			if (error instanceof FatalError) throw error;
			faults = performance.now() - began > NEW_BEGINNING ? 1 : faults + 1;
			const wait = (await waitFor(error)) ?? backoff(faults, FIRST_WAIT, LONGEST_WAIT);
			log.warn({ wait, reason: describe(error) }, `${what} failed, trying again`);
			await pause(wait, stopping);
		}
	}
	return undefined;
}

/** Whether an HTTP status refuses what was sent as it is: neither the token, nor the time, nor another process is at fault. */
export function isRefusal(status: number): boolean {
	return status >= 400 && status < 500 && ![401, 404, 409, 429].includes(status);
}
