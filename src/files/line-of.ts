/** Finds the line of a field in a YAML file. Parsing with positions is slow, so only faulty files are parsed this way. */
import { isMap, isPair, isSeq, LineCounter, parseDocument } from 'yaml';

/** The line (from 1) of `path` in `text`; the nearest part of the path that exists when the field itself is missing. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
	const lines = new LineCounter();
	let node: unknown = parseDocument(text, { lineCounter: lines }).contents;
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
	return lines.linePos(offset).line || 1;
}

function offsetOf(node: unknown): number | undefined {
	const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
	return range?.[0];
}
