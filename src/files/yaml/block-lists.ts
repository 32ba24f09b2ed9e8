/** Changes lists that stand one item a line: adds and removes items, with the lines between them that are theirs. */
import type { YAMLMap, YAMLSeq } from 'yaml';
import type { Gap } from './align.ts';
import { type Field, type Layout, type Placed, placed } from './layout.ts';
import { indent, isRecord, item } from './render.ts';
import type { Splices } from './splice.ts';
import type { Written } from './written-form.ts';

export class BlockLists {
	readonly #splices: Splices;
	readonly #layout: Layout;

	constructor(splices: Splices, layout: Layout) {
		this.#splices = splices;
		this.#layout = layout;
	}

	/** Makes a list of lines of "[]". */
	open(found: Field, column: number, list: readonly Written[]): void {
		const [, end] = (found.value as Placed).range;
		this.#splices.remove(this.#layout.colonEnd(found), end);
		const lines = list.map((value) => `${indent(column)}${item(value, column)}\n`).join('');
		this.#splices.insert(this.#layout.lineEnd(end), lines);
	}

	/** Makes "[]" of a list of records; comments between them stay. */
	empty(found: Field, records: readonly { id: string }[]): void {
		const list = found.value as YAMLSeq & Placed;
		this.#splices.insert(this.#layout.colonEnd(found), ' []');
		for (const [index, { id }] of records.entries()) {
			const [start, end] = this.#itemLines(list, index, id);
			this.#splices.remove(...this.#withBlankLines(start, end, false));
		}
	}

	/** Removes and adds what a gap says; new items come behind the one that it follows. */
	change(
		node: YAMLSeq & Placed,
		{ after, removed, added }: Gap,
		current: readonly unknown[],
		written: (index: number) => Written,
	): void {
		const last = removed.at(-1);
		const isTail = last === current.length - 1 && !this.#layout.isBlank(this.#itemLines(node, last)[1]);
		for (const index of removed) {
			const record = current[index];
			const [start, end] = this.#itemLines(node, index, isRecord(record) ? record.id : undefined);
			if (added.length > 0) this.#splices.remove(start, end);
			else this.#splices.remove(...this.#withBlankLines(start, end, isTail && index === removed[0]));
		}
		if (added.length === 0) return;
		const dashes = this.#layout.dashes(node);
		const neighbour = Math.max(after, 0);
		const start = this.#layout.lineStart(dashes[neighbour] as number);
		const column = this.#layout.column(dashes[neighbour] as number);
		const isFlow = (node.items[neighbour] as YAMLMap).flow ?? false;
		const blank = neighbour > 0 && removed.length === 0 && this.#layout.followsBlank(start) ? '\n' : '';
		const lines = added.map((index) => `${blank}${indent(column)}${item(written(index), column, isFlow)}\n`).join('');
		this.#splices.insert(after < 0 ? start : this.#itemLines(node, after)[1], lines);
	}

	/** The lines of an item of a block list; with `id` also the comments above that are its own. */
	#itemLines(list: YAMLSeq, index: number, id?: string): [start: number, end: number] {
		const dash = this.#layout.dashes(list)[index] as number;
		const start = this.#layout.lineStart(dash);
		const end = this.#layout.blockEnd(placed(list.items[index]), this.#layout.column(dash));
		return [id === undefined ? start : this.#layout.ownStart(start, id), end];
	}

	/** The lines to remove so that not two blank lines meet, and none that stood before the end of a list is left. */
	#withBlankLines(start: number, end: number, isTail: boolean): [start: number, end: number] {
		let [from, to] = [start, end];
		if (!this.#layout.followsBlank(start)) return [from, to];
		while (this.#layout.isBlank(to)) to = this.#layout.lineEnd(to);
		if (isTail) while (this.#layout.followsBlank(from)) from = this.#layout.lineStart(from - 1);
		return [from, to];
	}

	/** Makes "[]" of the list that a whole file is. */
	emptyAll(node: YAMLSeq & Placed, names: readonly string[]): void {
		const lines = names.map((name, index) => this.#itemLines(node, index, name));
		for (const [start, end] of lines) this.#splices.remove(start, end);
		this.#splices.insert((lines[0] as [number, number])[0], '[]\n');
	}
}
