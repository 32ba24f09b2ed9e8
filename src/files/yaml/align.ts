/** Tells which items of a list stay, and what goes and comes between them. */
import { diffArrays } from 'diff';

/** What changes between two items that stay. */
export interface Gap {
	/** The item before it; -1 at the beginning. */
	after: number;
	/** Indexes in the old list. */
	removed: number[];
	/** Indexes in the new list. */
	added: number[];
}

interface Alignment {
	/** Indexes in the old and the new list. */
	kept: [number, number][];
	gaps: Gap[];
}

/** `old` and `wanted` hold a text for each item, the same for items that are one. */
export function align(old: readonly string[], wanted: readonly string[]): Alignment {
	const kept: [number, number][] = [];
	const gaps: Gap[] = [];
	let gap: Gap = { after: -1, removed: [], added: [] };
	let from = 0;
	let to = 0;
	const close = () => {
		if (gap.removed.length + gap.added.length > 0) gaps.push(gap);
		gap = { after: from - 1, removed: [], added: [] };
	};
	for (const { added, removed, count } of diffArrays([...old], [...wanted]))
		for (let step = 0; step < count; step++) {
			if (added) gap.added.push(to++);
			else if (removed) gap.removed.push(from++);
			else {
				kept.push([from++, to++]);
				close();
			}
		}
	close();
	return { kept, gaps };
}
