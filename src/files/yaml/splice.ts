/** Changes of a text at places counted in the text as it was, made all at once. */

interface Splice {
	start: number;
	end: number;
	text: string;
}

export class Splices {
	readonly #text: string;
	readonly #splices: Splice[] = [];

	constructor(text: string) {
		this.#text = text;
	}

	replace(start: number, end: number, text: string): void {
		this.#splices.push({ start, end, text });
	}

	remove(start: number, end: number): void {
		this.replace(start, end, '');
	}

	/** What is inserted first at a place stands first. */
	insert(at: number, text: string): void {
		this.replace(at, at, text);
	}

	/** The changed text. */
	apply(): string {
		const ordered = this.#splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
		let changed = '';
		let at = 0;
		for (const { start, end, text } of ordered) {
			if (start < at) throw new Error('two changes fall on the same place');
			changed += this.#text.slice(at, start) + text;
			at = end;
		}
		return changed + this.#text.slice(at);
	}
}
