/** A small seeded generator of random numbers: a benchmark measures the same thing each time. */

/** Random choices that repeat with the seed. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	/** From 0 to 1, without 1. */
	next(): number {
		// mulberry32: 32 bits of state are plenty for choosing words.
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		bits = (bits + Math.imul(bits ^ (bits >>> 7), bits | 61)) ^ bits;
		return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from `from` to `to`, both included. */
	between(from: number, to: number): number {
		return from + Math.floor(this.next() * (to - from + 1));
	}

	chance(share: number): boolean {
		return this.next() < share;
	}

	pick<Item>(items: readonly Item[]): Item {
		return items[Math.floor(this.next() * items.length)] as Item;
	}

	shuffle<Item>(items: readonly Item[]): Item[] {
		const shuffled = [...items];
		for (let at = shuffled.length - 1; at > 0; at--) {
			const other = this.between(0, at);
			[shuffled[at], shuffled[other]] = [shuffled[other] as Item, shuffled[at] as Item];
		}
		return shuffled;
	}
}

/**
 * The items in an order of which every beginning is spread evenly over the list: a sample of twenty holds something of
 * each part of it.
 */
export function spread<Item>(items: readonly Item[]): Item[] {
	// Multiples of the golden ratio leave no large gap, wherever they stop.
	const golden = (Math.sqrt(5) - 1) / 2;
	return items
		.map((item, at) => ({ item, place: (at * golden) % 1 }))
		.sort((a, b) => a.place - b.place)
		.map(({ item }) => item);
}
