/** Where the lines and nodes of a YAML text begin and end. */
import { type CST, isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLSeq } from 'yaml';

/** A collection, scalar or alias of a parsed text, which knows its place. */
export type Placed = Node & { range: [number, number, number] };

/** A field of a map. */
export type Field = Pair<Placed, Placed>;

/** The node when it has a place. */
export function placed(node: unknown): Placed {
	if (!(node as Placed | null)?.range) throw new Error('it holds nothing where a value is to be changed');
	return node as Placed;
}

const BLANK_OR_COMMENT = /^\s*(#|$)/;

export class Layout {
	readonly #text: string;

	/** `text` must end with a line break. */
	constructor(text: string) {
		this.#text = text;
	}

	lineStart(offset: number): number {
		return this.#text.lastIndexOf('\n', offset - 1) + 1;
	}

	/** Behind the line break of the line. */
	lineEnd(offset: number): number {
		return this.#text.indexOf('\n', offset) + 1 || this.#text.length;
	}

	column(offset: number): number {
		return offset - this.lineStart(offset);
	}

	/** The line that begins at `start`, without its line break. */
	line(start: number): string {
		return this.#text.slice(start, this.lineEnd(start)).trimEnd();
	}

	isBlank(start: number): boolean {
		return start < this.#text.length && this.line(start) === '';
	}

	/** Whether the line above the one that begins at `start` is blank. */
	followsBlank(start: number): boolean {
		return start > 0 && this.isBlank(this.lineStart(start - 1));
	}

	/** The end of what a node says, without blank lines and comments behind it. */
	contentEnd(node: Placed | Field): number {
		if (isPair(node)) return node.value ? this.contentEnd(node.value) : node.key.range[1];
		if ((isMap(node) || isSeq(node)) && !node.flow) {
			const last = node.items.at(-1);
			if (last) return this.contentEnd(last as Placed | Field);
		}
		const [start, end] = node.range;
		return isScalar(node) && isBlockScalar(node) ? start + this.#text.slice(start, end).trimEnd().length : end;
	}

	/**
	 * The end of the lines of what stands in a block at `column`: with the comments below it that are indented deeper,
	 * since they belong to it.
	 */
	blockEnd(node: Placed | Field, column: number): number {
		let end = this.lineEnd(this.contentEnd(node));
		for (let start = end; start < this.#text.length; start = this.lineEnd(start)) {
			const line = this.line(start);
			if (!BLANK_OR_COMMENT.test(line)) break;
			if (line === '') continue;
			if (marginOf(line) <= column) break;
			end = this.lineEnd(start);
		}
		return end;
	}

	/** Where the dashes of a block list stand. */
	dashes(list: YAMLSeq): number[] {
		return (list.srcToken as CST.BlockSequence).items.flatMap(({ start }) =>
			start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
		);
	}

	/** Behind the colon of a field. */
	colonEnd(field: Field): number {
		const colon = field.srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
		if (!colon) throw new Error(`the field "${keyOf(field)}" has no ":"`);
		return colon.offset + 1;
	}

	/**
	 * Where the lines of a record begin whose dash is in the line that begins at `start`. A comment above it belongs to it
	 * when it names it, and with it what stands between them; others speak of all that follows, such as headings.
	 */
	ownStart(start: number, id: string): number {
		const column = marginOf(this.line(start));
		const name = new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`);
		let own = start;
		for (let above = start; above > 0; ) {
			above = this.lineStart(above - 1);
			const line = this.line(above);
			// One that is indented deeper belongs to the record above.
			if (!line.trimStart().startsWith('#') || marginOf(line) > column) break;
			if (name.test(line)) own = above;
		}
		return own;
	}
}

function marginOf(line: string): number {
	return line.length - line.trimStart().length;
}

export function keyOf(field: Field): string {
	return isScalar(field.key) ? String(field.key.value) : String(field.key);
}

function isBlockScalar({ type }: { type?: string }): boolean {
	return type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL';
}
