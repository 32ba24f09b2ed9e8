/** Adds and removes items between brackets without touching the others. */
import type { Placed } from './layout.ts';
import type { Splices } from './splice.ts';

interface FlowEdit {
	/** The list or map. */
	node: Placed;
	/** Where its items stand. */
	spans: [start: number, end: number][];
	/** Indexes of the items that go. */
	removed: ReadonlySet<number>;
	/** The texts that come behind an item, by its index; -1 is the beginning. */
	added: ReadonlyMap<number, readonly string[]>;
}

export function editFlow(splices: Splices, text: string, { node, spans, removed, added }: FlowEdit): void {
	if (removed.size === 0 && added.size === 0) return;
	const kept = [...spans.keys()].filter((index) => !removed.has(index));
	const texts = [...added].sort(([a], [b]) => a - b);
	const first = kept[0];
	if (first === undefined) {
		const all = texts.flatMap(([, group]) => group).join(', ');
		const isMap = text[node.range[0]] === '{';
		splices.replace(node.range[0], node.range[1], isMap ? `{ ${all} }` : `[${all}]`);
		return;
	}
	const separator = separatorOf(text, spans);
	for (const [at, group] of texts) {
		const last = kept.findLast((index) => index <= at);
		if (last === undefined) splices.insert((spans[first] as [number, number])[0], group.join(separator) + separator);
		else splices.insert((spans[last] as [number, number])[1], separator + group.join(separator));
	}
	const startOf = (index: number) => (spans[index] as [number, number])[0];
	const endOf = (index: number) => (spans[index] as [number, number])[1];
	if (first > 0) splices.remove(startOf(0), startOf(first));
	for (const index of removed) if (index > first) splices.remove(endOf(index - 1), endOf(index));
}

/** What stands between the last two items: a list may have one item a line. */
function separatorOf(text: string, spans: readonly [number, number][]): string {
	const [one, two] = spans.slice(-2);
	const between = one && two ? text.slice(one[1], two[0]) : '';
	return /^,\s+$/.test(between) ? between : ', ';
}
