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
