/** Another process that polls with the same token, which Telegram answers with 409. */
import { FatalError } from '../adapter.ts';

/** In milliseconds. */
const WAIT = 2_000;

const MESSAGE = 'Another process is polling Telegram with this TELEGRAM_BOT_TOKEN. Stop the other one and start again.';

/** Waits another process out: it may be the predecessor of this one, about to end. */
export class Conflict {
	readonly #patience: number;
	#first = 0;
	#last = Number.NEGATIVE_INFINITY;

	/** `patience` in milliseconds. */
	constructor(patience: number) {
		this.#patience = patience;
	}

	/** To be called at each 409: how long to wait, in milliseconds. Throws FatalError when it has lasted too long. */
	waitFor(): number {
		const now = performance.now();
		// What has gone well for a while was a new beginning.
		if (now - this.#last > this.#patience) this.#first = now;
		this.#last = now;
		if (now - this.#first >= this.#patience) throw new FatalError('telegram-conflict', MESSAGE);
		return Math.min(WAIT, this.#patience / 2);
	}
}
