/** Waits `milliseconds`, or less when `signal` ends the wait. Never rejects. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const done = () => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', done);
			resolve();
		};
		const timer = setTimeout(done, milliseconds);
		signal?.addEventListener('abort', done, { once: true });
	});
}

/** How long to wait before try number `attempt` (from 1): doubling from `first`, at most `most`, in milliseconds. */
export function backoff(attempt: number, first: number, most: number): number {
	return Math.min(most, first * 2 ** (attempt - 1));
}
