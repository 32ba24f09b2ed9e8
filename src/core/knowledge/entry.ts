/** What facts and statements have in common. */
import type { Entry, Fact } from './schema.ts';

/** Facts make a claim; statements do not. */
export function isFact(entry: Entry): entry is Fact {
	return 'claim' in entry;
}

/** The topics of an entry. */
export function topicsOf(entry: Entry): string[] {
	return isFact(entry) ? [entry.topic] : entry.topics;
}

/** The jurisdictions of an entry. */
export function jurisdictionsOf(entry: Entry): string[] {
	return isFact(entry) ? [entry.jurisdiction] : entry.jurisdictions;
}

/** All sources of an entry, those of its disputes included. */
export function sourceIdsOf({ sources, disputes }: Pick<Entry, 'sources' | 'disputes'>): string[] {
	return [...sources, ...disputes.flatMap((dispute) => dispute.sources)];
}

/** A short key of an entry's id, the same in every process: several of them fit into a button. The checker sees that no two are equal. */
export function keyOf(id: string): string {
	// FNV-1a, 32 bits, cut to five digits of base 36.
	let hash = 0x811c9dc5;
	for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
	return ((hash >>> 0) % 36 ** 5).toString(36);
}
