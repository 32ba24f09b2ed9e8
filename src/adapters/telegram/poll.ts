/**
 * Long polling on telegraf's API client. telegraf's own loop pauses five seconds after any fault, waits 500 seconds for
 * an API that hangs, and cannot be stopped while it begins: a question that arrived then would be confirmed and lost.
 */
import type { Update } from 'telegraf/types';
import { pause } from '../pause.ts';
import type { CallLimits } from './call.ts';

/** How long Telegram holds an empty answer back, in seconds. core.telegram.org/bots/api#getupdates */
const HOLD = 50;
/** An answer is overdue this long after that, in milliseconds. */
const OVERDUE = 15_000;
/** Confirming on the way out is a courtesy, not worth waiting for. In milliseconds. */
const CONFIRM_TIMEOUT = 2_000;
/** A slow answer holds up the others for so long. In milliseconds. */
const PATIENCE = 500;
const ALLOWED_UPDATES = ['message', 'callback_query'];

type GetUpdates = (payload: Record<string, unknown>, limits: CallLimits) => Promise<Update[]>;

export class Poller {
	readonly #getUpdates: GetUpdates;
	#offset = 0;

	constructor(getUpdates: GetUpdates) {
		this.#getUpdates = getUpdates;
	}

	/** Takes what is there, without waiting for more; rejects when this process may not listen. */
	async check(signal: AbortSignal): Promise<void> {
		await this.#getUpdates(
			{ offset: this.#offset, timeout: 0, limit: 1, allowed_updates: ALLOWED_UPDATES },
			{ signal },
		);
	}

	/**
	 * Gives updates to `take` until `stopping`; rejects at the first fault, and goes on where it was when run again. The next
	 * poll confirms them to Telegram, which would otherwise send them to the next process: it waits a little until they are
	 * handled.
	 */
	async run(take: (updates: readonly Update[]) => Promise<void>, stopping: AbortSignal): Promise<void> {
		while (!stopping.aborted) {
			const updates = await this.#getUpdates(
				{ offset: this.#offset, timeout: HOLD, allowed_updates: ALLOWED_UPDATES },
				{ signal: stopping, timeout: HOLD * 1000 + OVERDUE },
			);
			// What arrives with the stop is left unconfirmed, so that the next process gets it.
			if (stopping.aborted) return;
			const [last] = updates.slice(-1);
			if (!last) continue;
			await Promise.race([take(updates), pause(PATIENCE)]);
			this.#offset = last.update_id + 1;
		}
	}

	/** Tells Telegram what has been taken, which otherwise the next poll does. Never rejects. */
	async confirm(): Promise<void> {
		if (this.#offset === 0) return;
		const payload = { offset: this.#offset, timeout: 0, limit: 1, allowed_updates: ALLOWED_UPDATES };
		await this.#getUpdates(payload, { timeout: CONFIRM_TIMEOUT }).catch(() => undefined);
	}
}
