/**
 * Corrects mistyped words against a vocabulary: symmetric deletes (every word is stored under itself with one or two
 * letters left out) find the candidates by hash, the Damerau-Levenshtein distance decides.
 */

/** Shorter words are never corrected: too many of them are one letter apart. */
const MIN_LENGTH = 4;
/** From this length on one letter may stand for another. */
const SUBSTITUTED = 6;
/** And nothing is corrected to a shorter name than this: Perm is not Peru. */
const MIN_TARGET = 5;

export class TypoIndex {
	readonly #weights = new Map<string, number>();
	readonly #deletes = new Map<string, string[]>();
	/** First letter and length of each word: most words that are no typos share these with none. */
	readonly #shapes = new Set<string>();

	readonly #most: number;

	/** `most` edits are mended, fewer in short words. */
	constructor(most = 2) {
		this.#most = most;
	}

	/** Adds a word that typos may be corrected to; `weight` decides between equally near words, the higher wins. */
	add(word: string, weight: number): void {
		if (word.length < MIN_LENGTH || !/^[a-z]+$/.test(word)) return;
		const known = this.#weights.get(word);
		this.#weights.set(word, Math.max(weight, known ?? 0));
		// A shorter one is only corrected to where a letter was typed twice.
		if (known !== undefined || word.length < MIN_TARGET) return;
		this.#shapes.add(shapeOf(word, word.length));
		for (const key of deletesOf(word, this.#maxDistance(word.length))) {
			const list = this.#deletes.get(key);
			if (list) list.push(word);
			else this.#deletes.set(key, [word]);
		}
	}

	has(word: string): boolean {
		return this.#weights.has(word);
	}

	/** The nearest word of at least this weight; undefined when none is near enough or two different words are equally near. */
	correct(word: string, minWeight = 0): string | undefined {
		if (word.length < MIN_LENGTH || word.length > 30 || !/^[a-z]+$/.test(word)) return undefined;
		const single = word.replace(/(.)\1+/g, '$1');
		if (single !== word && (this.#weights.get(single) ?? -1) >= minWeight) return single;
		const limit = this.#maxDistance(word.length);
		if (!this.#mayBeNear(word, limit)) return undefined;
		let best: string | undefined;
		let bestCost = Number.POSITIVE_INFINITY;
		let tied = false;
		const seen = new Set<string>();
		for (const key of deletesOf(word, limit))
			for (const candidate of this.#deletes.get(key) ?? []) {
				if (seen.has(candidate)) continue;
				seen.add(candidate);
				// People rarely miss the first letter, and other places do differ in it (Siberia, Liberia).
				if (candidate[0] !== word[0] || (this.#weights.get(candidate) ?? 0) < minWeight) continue;
				const distance = damerauLevenshtein(word, candidate);
				if (distance > Math.min(limit, this.#maxDistance(candidate.length))) continue;
				// In a short word one letter for another is as likely another word: a condo is not in Congo.
				if (candidate.length < SUBSTITUTED && isSubstituted(word, candidate)) continue;
				const cost = this.#costOf(word, candidate, distance);
				if (cost < bestCost) {
					best = candidate;
					bestCost = cost;
					tied = false;
				} else if (cost === bestCost) tied = true;
			}
		return tied ? undefined : best;
	}

	#maxDistance(length: number): number {
		return Math.min(this.#most, length < 9 ? 1 : 2);
	}

	#mayBeNear(word: string, limit: number): boolean {
		for (let length = word.length - limit; length <= word.length + limit; length++)
			if (this.#shapes.has(shapeOf(word, length))) return true;
		return false;
	}

	/** People rather drop a letter than type another one, and rather that than add one. */
	#costOf(word: string, candidate: string, distance: number): number {
		const added = (word.length - candidate.length) * 0.1;
		return distance + added - (this.#weights.get(candidate) ?? 0) * 0.01;
	}
}

function shapeOf(word: string, length: number): string {
	return `${word[0]}${length}`;
}

function deletesOf(word: string, depth: number): Set<string> {
	const found = new Set([word]);
	let layer = [word];
	for (let level = 0; level < depth; level++) {
		const next: string[] = [];
		for (const text of layer)
			for (let at = 0; at < text.length; at++) {
				const shorter = text.slice(0, at) + text.slice(at + 1);
				if (found.has(shorter)) continue;
				found.add(shorter);
				next.push(shorter);
			}
		layer = next;
	}
	return found;
}

/** Whether two words of one length differ in other letters than two neighbours swapped. */
function isSubstituted(a: string, b: string): boolean {
	return a.length === b.length && Array.from(a).sort().join('') !== Array.from(b).sort().join('');
}

/** Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`. */
export function damerauLevenshtein(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? 0;
}
