/** Remembers which updates were taken, since Telegram sends an update again when its acknowledgement is lost. */

/** Telegram keeps updates for a day and sends at most 100 at once; repeats come soon after the first. */
const REMEMBERED = 10_000;

export class SeenUpdates {
	readonly #ids = new Set<number>();

	/** True when `id` is new. */
	add(id: number): boolean {
		if (this.#ids.has(id)) return false;
		this.#ids.add(id);
		if (this.#ids.size > REMEMBERED) {
			const [oldest] = this.#ids;
			if (oldest !== undefined) this.#ids.delete(oldest);
		}
		return true;
	}
}
