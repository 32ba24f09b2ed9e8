/** Prepares the languages once the bots are ready, a little at a time, so that the first question in each is answered as fast as the next. */
import { setTimeout } from 'node:timers/promises';
import type { PolicyCore } from './core/core.ts';

/** Between two steps requests are answered. In milliseconds. */
const PAUSE = 200;

/** Resolves when all languages are prepared or `signal` ends it. */
export async function warmUp(core: PolicyCore, signal: AbortSignal): Promise<void> {
	for (const _step of core.prepareLanguages()) {
		await setTimeout(PAUSE);
		if (signal.aborted) return;
	}
}
