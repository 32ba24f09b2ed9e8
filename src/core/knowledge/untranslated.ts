/** What a language has no name for yet, so that answers in it show the English one. No problem, but worth knowing. */
import type { KnowledgeRecords } from './records.ts';

export interface Untranslated {
	/** ISO 639-1. */
	language: string;
	/** "mining", or "mining: banned" for a status. */
	missing: string[];
}

/** The languages whose labels lack topics or statuses; a language without any labels lacks them all. */
export function findUntranslated({ languages, topics }: KnowledgeRecords): Untranslated[] {
	return languages
		.filter(({ code }) => code !== 'en')
		.map(({ code, labels }) => ({
			language: code,
			missing: topics.flatMap(({ id, statuses }) => {
				const own = labels?.topics[id];
				if (!own) return [id];
				return statuses.filter((status) => !own.statuses[status.id]).map((status) => `${id}: ${status.id}`);
			}),
		}))
		.filter(({ missing }) => missing.length > 0);
}
