import type { Message } from './objects.ts';
import type { CallbackAnswer, InlineAnswer } from './params.ts';

/** What the bot did, or what the server noticed about it, in order. */
export type Event =
	| { kind: 'sent' | 'edited'; chatId: number; message: Message }
	| { kind: 'deleted'; chatId: number; messageId: number }
	| { kind: 'action'; chatId: number; action: string }
	| { kind: 'callback answered'; id: string; answer: CallbackAnswer }
	| { kind: 'inline answered'; id: string; answer: InlineAnswer }
	| { kind: 'acknowledged'; updateIds: number[] }
	| { kind: 'broken'; error: Error };

/** Events in order, and waiting for the next that fits. */
export class Journal {
	readonly events: Event[] = [];
	#listeners = new Set<() => void>();

	add(event: Event): void {
		this.events.push(event);
		for (const listener of [...this.#listeners]) listener();
	}

	/** Takes a picker and where to start, gives the first picked value; rejects after `timeoutMs` with `complaint()`. */
	until<T>(
		pick: (event: Event) => T | undefined,
		from: number,
		timeoutMs: number,
		complaint: () => string,
	): Promise<T> {
		return new Promise((resolve, reject) => {
			let next = from;
			const stop = () => {
				clearTimeout(timer);
				this.#listeners.delete(look);
			};
			const look = () => {
				for (; next < this.events.length; next++) {
					const event = this.events[next];
					if (!event) continue;
					if (event.kind === 'broken') {
						stop();
						return reject(event.error);
					}
					const picked = pick(event);
					if (picked === undefined) continue;
					stop();
					return resolve(picked);
				}
			};
			const timer = setTimeout(() => {
				stop();
				reject(new Error(complaint()));
			}, timeoutMs);
			this.#listeners.add(look);
			look();
		});
	}

	/** Like until, but gives undefined when nothing fits in time. */
	async maybe<T>(pick: (event: Event) => T | undefined, from: number, timeoutMs: number): Promise<T | undefined> {
		const late = 'nothing in time';
		return this.until(pick, from, timeoutMs, () => late).catch((error: unknown) => {
			if (error instanceof Error && error.message === late) return undefined;
			throw error;
		});
	}
}
