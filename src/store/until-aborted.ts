/** Waits for a signal. Neither wait keeps the process running. */
import { setTimeout as sleep } from 'node:timers/promises';

export function untilAborted(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), { once: true });
	});
}

/** Waits `milliseconds`, or less when `signal` ends the wait. Never rejects. */
export async function pauseUnlessAborted(milliseconds: number, signal: AbortSignal): Promise<void> {
	await sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
