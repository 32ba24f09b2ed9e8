/** Finds the line of a field in a YAML file. Parsing with positions is slow, so only faulty files are parsed this way. */
import { isMap, isPair, isSeq, LineCounter, parseDocument } from 'yaml';

/** Finds lines in `text`, which is parsed at the first call only. */
export function lineFinder(text: string): (path: readonly (string | number)[]) => number {
	let parsed: { root: unknown; lines: LineCounter } | undefined;
	return (path) => {
		if (!parsed) {
			const lines = new LineCounter();
			parsed = { root: parseDocument(text, { lineCounter: lines }).contents, lines };
		}
		return parsed.lines.linePos(findOffset(parsed.root, path)).line || 1;
	};
}

/** Where `path` stands, or the nearest part of it that exists when the field itself is missing. */
function findOffset(root: unknown, path: readonly (string | number)[]): number {
	let node = root;
	let offset = offsetOf(node) ?? 0;
	for (const part of path) {
		let next: unknown;
		if (isMap(node)) {
			const pair = node.items.find((item) => isPair(item) && String(item.key) === String(part));
			if (!pair) break;
			offset = offsetOf(pair.key) ?? offset;
			next = pair.value;
		} else if (isSeq(node)) {
			next = node.items[Number(part)];
			offset = offsetOf(next) ?? offset;
		}
		if (next === undefined) break;
		node = next;
	}
	return offset;
}

function offsetOf(node: unknown): number | undefined {
	const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
	return range?.[0];
}
