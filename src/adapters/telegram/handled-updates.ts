/** Which updates have been handled, kept in the store: after a restart Telegram sends those again that were not confirmed. */
import type { Logger } from '../../log.ts';

/** What the store keeps of updates. */
export interface UpdateLog {
	/** Those of these ids that were entered before. */
	among(ids: readonly number[]): Promise<Set<number>>;
	enter(ids: readonly number[]): Promise<void>;
}

/** Entered together, since each write waits for the disk. In milliseconds. */
const WAIT = 50;

export class HandledUpdates {
	readonly #store: UpdateLog;
	readonly #log: Logger;
	#waiting: number[] = [];
	#timer: NodeJS.Timeout | undefined;
	#last: Promise<void> = Promise.resolve();
	/** Whether all that comes is newer than this process, so that the store need not be asked. */
	#isPast = false;

	constructor(store: UpdateLog, log: Logger) {
		this.#store = store;
		this.#log = log;
	}

	/** Those of these ids that were handled before this process began: only the first updates it gets can be. */
	async among(ids: readonly number[]): Promise<Set<number>> {
		if (this.#isPast || ids.length === 0) return new Set();
		try {
			const found = await this.#store.among(ids);
			if (found.size < ids.length) this.#isPast = true;
			return found;
		} catch (error) {
			// Better answered twice than not at all.
			this.#log.warn({ reason: (error as Error).message }, 'handled updates cannot be read');
			return new Set();
		}
	}

	add(id: number): void {
		this.#waiting.push(id);
		this.#timer ??= setTimeout(() => void this.flush(), WAIT);
	}

	/** Enters what has not been entered yet. Never rejects. */
	async flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const ids = this.#waiting;
		this.#waiting = [];
		if (ids.length > 0) this.#last = this.#last.then(() => this.#enter(ids));
		await this.#last;
	}

	async #enter(ids: readonly number[]): Promise<void> {
		await this.#store.enter(ids).catch((error: unknown) => {
			this.#log.warn({ reason: (error as Error).message }, 'handled updates cannot be kept');
		});
	}
}
