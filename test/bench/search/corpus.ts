/** The documents that an ordinary site search would index: one for each fact, statement and definition. */
import { COUNTRIES } from '../../../src/core/knowledge/countries.ts';
import { isFact } from '../../../src/core/knowledge/entry.ts';
import type { KnowledgeRecords } from '../../../src/core/knowledge/records.ts';
import type { Entry } from '../../../src/core/knowledge/schema.ts';

/** Its texts, and what it is about for judging it as a result. */
export interface SearchDocument {
	id: string;
	title: string;
	keywords: string;
	/** What the entry says. */
	text: string;
	/** Names of its jurisdictions: name, aliases, demonyms, code. */
	places: string;
	/** Names of its topics with the English words for them. */
	topics: string;
	speaker: string;
	jurisdictions: readonly string[];
	topicIds: readonly string[];
}

/** The fields with text, in the order of the type. */
export const FIELDS = ['title', 'keywords', 'text', 'places', 'topics', 'speaker'] as const;

export function documentsOf(records: KnowledgeRecords): SearchDocument[] {
	const places = placeNames(records);
	const topics = topicNames(records);
	const actors = new Map(
		[...records.people, ...records.organisations].map(({ id, name, aliases }) => [id, [name, ...aliases].join(', ')]),
	);
	const joined = (names: ReadonlyMap<string, string>, ids: readonly string[]) =>
		ids.map((id) => names.get(id) ?? id).join(', ');
	const entryDocument = (entry: Entry): SearchDocument => {
		const jurisdictions = isFact(entry) ? [entry.jurisdiction] : entry.jurisdictions;
		const topicIds = isFact(entry) ? [entry.topic] : entry.topics;
		return {
			id: entry.id,
			title: entry.title,
			keywords: entry.keywords.join(', '),
			text: isFact(entry) ? entry.claim : entry.said,
			places: joined(places, jurisdictions),
			topics: joined(topics, topicIds),
			speaker: isFact(entry) ? '' : joined(actors, [entry.speaker]),
			jurisdictions,
			topicIds,
		};
	};
	return [
		...records.facts.map(entryDocument),
		...records.statements.map(entryDocument),
		...records.definitions.map(({ id, term, aliases, names, topic, text }) => ({
			id,
			title: term,
			keywords: [...aliases, ...Object.values(names).flat()].join(', '),
			text,
			places: '',
			topics: joined(topics, [topic]),
			speaker: '',
			jurisdictions: [],
			topicIds: [topic],
		})),
	];
}

/** By code. A place without a file of its own has the names that are known of all countries. */
function placeNames(records: KnowledgeRecords): Map<string, string> {
	const own = new Map(records.jurisdictions.map((jurisdiction) => [jurisdiction.code, jurisdiction]));
	const parts = records.languages.find(({ code }) => code === 'en')?.words?.places ?? {};
	const codes = new Set([
		...own.keys(),
		...Object.keys(parts),
		...records.facts.map(({ jurisdiction }) => jurisdiction),
		...records.statements.flatMap(({ jurisdictions }) => jurisdictions),
	]);
	return new Map(
		[...codes].map((code) => {
			const jurisdiction = own.get(code);
			const country = COUNTRIES.get(code);
			const names = [
				jurisdiction?.name,
				...(jurisdiction?.aliases ?? []),
				...(country?.names ?? []),
				...(jurisdiction?.demonyms ?? []),
				...(country?.demonyms ?? []),
				...(parts[code] ?? []),
				code,
			];
			return [code, [...new Set(names.filter((name) => name !== undefined))].join(', ')];
		}),
	);
}

/** By id: the name with the English terms and words. */
function topicNames(records: KnowledgeRecords): Map<string, string> {
	const words = records.languages.find(({ code }) => code === 'en')?.words?.topics ?? {};
	return new Map(
		records.topics.map(({ id, name }) => [
			id,
			[name, ...(words[id]?.terms ?? []), ...(words[id]?.words ?? [])].join(', '),
		]),
	);
}
