/** Counts events in a moving window. */
export class RateWindow {
	readonly #max: number;
	readonly #windowMs: number;
	#times: number[] = [];

	constructor(max: number, windowMs: number) {
		this.#max = max;
		this.#windowMs = windowMs;
	}

	/** Counts one event now, gives whether that is more than the window allows. */
	isPassed(): boolean {
		const now = Date.now();
		this.#times = this.#times.filter((time) => now - time < this.#windowMs);
		this.#times.push(now);
		return this.#times.length > this.#max;
	}
}
