type Waiter = () => void;

/** A bell that is rung after every change, so that others can wait until something has become true. */
export class Signal {
	readonly #waiters = new Set<Waiter>();

	/** Tells everyone who waits to look again. */
	ring(): void {
		for (const waiter of [...this.#waiters]) waiter();
	}

	/** Takes a look and a time, gives what the look gives once it is not undefined; rejects with `what` after the time. */
	until<T>(look: () => T | undefined, timeoutMs: number, what: () => string): Promise<T> {
		return new Promise((resolve, reject) => {
			const end = (): void => {
				clearTimeout(timer);
				this.#waiters.delete(waiter);
			};
			const timer = setTimeout(() => {
				end();
				reject(new Error(`${what()} (waited ${timeoutMs} ms)`));
			}, timeoutMs);
			const waiter = (): void => {
				try {
					const seen = look();
					if (seen === undefined) return;
					end();
					resolve(seen);
				} catch (error) {
					end();
					reject(error);
				}
			};
			this.#waiters.add(waiter);
			waiter();
		});
	}
}
