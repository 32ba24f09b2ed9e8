/** Phrases of one or more tokens with their meanings; finds the longest phrase at a place. */
interface Node<T> {
	next: Map<string, Node<T>>;
	meanings: T[];
}

export class PhraseTrie<T> {
	readonly #root: Node<T> = { next: new Map(), meanings: [] };

	/** Adds `meaning` to the phrase of these tokens; a phrase may have several meanings. */
	add(tokens: readonly string[], meaning: T): void {
		if (tokens.length === 0) return;
		let node = this.#root;
		for (const token of tokens) {
			let next = node.next.get(token);
			if (!next) {
				next = { next: new Map(), meanings: [] };
				node.next.set(token, next);
			}
			node = next;
		}
		node.meanings.push(meaning);
	}

	/** The meanings of exactly this phrase. */
	get(tokens: readonly string[]): readonly T[] {
		let node: Node<T> | undefined = this.#root;
		for (const token of tokens) node = node?.next.get(token);
		return node?.meanings ?? [];
	}

	/** The longest phrase that begins at `start`: where it ends (exclusive) and its meanings. */
	longestAt(tokens: readonly string[], start: number): { end: number; meanings: readonly T[] } | undefined {
		let node: Node<T> | undefined = this.#root;
		let found: { end: number; meanings: readonly T[] } | undefined;
		for (let at = start; at < tokens.length; at++) {
			node = node.next.get(tokens[at] as string);
			if (!node) break;
			if (node.meanings.length > 0) found = { end: at + 1, meanings: node.meanings };
		}
		return found;
	}
}
