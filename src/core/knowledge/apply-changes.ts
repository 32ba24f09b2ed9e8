/** Applies changes to records: gives new records, and leaves those it was given as they are. */
import { contentOf, type RecordChange, type RecordType, type Word } from './changes.ts';
import { COUNTRIES } from './countries.ts';
import { sourceIdsOf } from './entry.ts';
import { type Language, NO_WORDS } from './language-schema.ts';
import type { KnowledgeRecords } from './records.ts';
import type { Jurisdiction } from './schema.ts';

/** Where the records of each type stand; words stand inside others. */
export const LISTS = { fact: 'facts', statement: 'statements', source: 'sources', person: 'people' } as const;

/**
 * The records with `changes` made. A change whose record is the same before and after only lends it: it is entered where
 * it is missing (the sources that an entry cites travel with it). Sources that nothing cites any more are left out, and a
 * jurisdiction counts as researched when it has a fact.
 */
export function applyChanges(records: KnowledgeRecords, changes: readonly RecordChange[]): KnowledgeRecords {
	const changed: KnowledgeRecords = { ...records };
	for (const [type, list] of Object.entries(LISTS) as [keyof typeof LISTS, (typeof LISTS)[keyof typeof LISTS]][]) {
		const own = new Map(changes.filter((change) => change.type === type).map((change) => [change.id, change]));
		if (own.size === 0) continue;
		const known = new Set<string>();
		const kept = (records[list] as { id: string }[]).flatMap((record): object[] => {
			const change = own.get(record.id);
			if (!change) return [record];
			known.add(record.id);
			if (isLent(change)) return [record];
			return change.after === null ? [] : [change.after];
		});
		const added = [...own.values()].filter(({ id, after }) => !known.has(id) && after !== null);
		Object.assign(changed, { [list]: [...kept, ...added.map(({ after }) => after)] });
	}
	// Before the words, which may be for a place that the facts are the first of.
	changed.jurisdictions = withStates(changed);
	for (const change of changes) if (change.type === 'word') applyWord(changed, change.before, change.after);
	changed.sources = withoutUncited(changed, records);
	return changed;
}

/** Whether a change only carries a record that others cite. */
export function isLent({ before, after }: Pick<RecordChange, 'before' | 'after'>): boolean {
	return contentOf(before) === contentOf(after);
}

/** The record of this type and id, or null; `id` of a word is not enough to find it, so that its change is given. */
export function recordIn(records: KnowledgeRecords, { type, id, before, after }: RecordChange): RecordChange['after'] {
	if (type !== 'word') return (records[LISTS[type]] as { id: string }[]).find((record) => record.id === id) as never;
	const word = (after ?? before) as Word;
	return wordsOf(records, word)?.includes(word.word) ? word : null;
}

/** Finds many records by type and id, faster than recordIn one by one. */
export function recordFinder(records: KnowledgeRecords): (change: RecordChange) => RecordChange['after'] {
	const indexes = new Map<RecordType, Map<string, unknown>>();
	return (change) => {
		if (change.type === 'word') return recordIn(records, change);
		let index = indexes.get(change.type);
		if (!index) {
			index = new Map((records[LISTS[change.type]] as { id: string }[]).map((record) => [record.id, record]));
			indexes.set(change.type, index);
		}
		return (index.get(change.id) ?? null) as RecordChange['after'];
	};
}

/** The list that a word stands in. */
function wordsOf(records: KnowledgeRecords, { kind, target, language = 'en' }: Word): readonly string[] | undefined {
	if (kind === 'place') {
		const place = records.jurisdictions.find(({ code }) => code === target);
		return place?.aliases ?? records.languages.find(({ code }) => code === language)?.words?.places[target];
	}
	if (kind === 'actor') return [...records.people, ...records.organisations].find(({ id }) => id === target)?.aliases;
	const topic = records.languages.find(({ code }) => code === language)?.words?.topics[target];
	return kind === 'topic-term' ? topic?.terms : topic?.words;
}

function applyWord(records: KnowledgeRecords, before: Word | null, after: Word | null): void {
	const word = after ?? before;
	if (!word) return;
	const edit = (list: readonly string[] = []) => {
		const others = list.filter((known) => known !== word.word);
		return after === null ? others : [...others, word.word];
	};
	const { kind, target, language = 'en' } = word;
	if (kind === 'actor') {
		records.people = records.people.map((p) => (p.id === target ? { ...p, aliases: edit(p.aliases) } : p));
		records.organisations = records.organisations.map((o) =>
			o.id === target ? { ...o, aliases: edit(o.aliases) } : o,
		);
		return;
	}
	if (kind === 'place' && records.jurisdictions.some(({ code }) => code === target)) {
		records.jurisdictions = records.jurisdictions.map((j) =>
			j.code === target ? { ...j, aliases: edit(j.aliases) } : j,
		);
		return;
	}
	records.languages = records.languages.map((known): Language => {
		if (known.code !== language) return known;
		const words = known.words ?? NO_WORDS;
		if (kind === 'place')
			return { ...known, words: { ...words, places: { ...words.places, [target]: edit(words.places[target]) } } };
		const topic = words.topics[target] ?? { terms: [], words: [], other_meanings: [] };
		const list = kind === 'topic-term' ? 'terms' : 'words';
		return {
			...known,
			words: { ...words, topics: { ...words.topics, [target]: { ...topic, [list]: edit(topic[list]) } } },
		};
	});
}

/** The jurisdictions, with those that the facts are the first of, and with the state that having facts or none makes. */
function withStates({ jurisdictions, facts }: KnowledgeRecords): Jurisdiction[] {
	const verified = new Map<string, string>();
	for (const fact of facts) {
		const latest = verified.get(fact.jurisdiction);
		if (latest === undefined || latest < fact.verified) verified.set(fact.jurisdiction, fact.verified);
	}
	const known = new Set(jurisdictions.map(({ code }) => code));
	const first = [...new Set(facts.map(({ jurisdiction }) => jurisdiction))].filter((code) => !known.has(code));
	return [
		...jurisdictions.map((jurisdiction) => {
			const on = verified.get(jurisdiction.code);
			const { research } = jurisdiction;
			if (on !== undefined && research.state !== 'researched')
				return { ...jurisdiction, research: { ...research, state: 'researched' as const, on } };
			if (on === undefined && research.state === 'researched')
				return { ...jurisdiction, research: { ...research, state: 'nothing-found' as const } };
			return jurisdiction;
		}),
		...first.map((code) => newJurisdiction(code, verified.get(code) as string)),
	];
}

/** What is known of a jurisdiction that had no file. */
export function newJurisdiction(code: string, on: string): Jurisdiction {
	return {
		code,
		name: COUNTRIES.get(code)?.name ?? code,
		aliases: [],
		demonyms: [],
		places: [],
		members: [],
		research: { state: 'researched', searched: ['moderators in chat'], on },
	};
}

/** The sources without those whose last citation has gone with the changes; one that was uncited before is the checker's to report. */
function withoutUncited(changed: KnowledgeRecords, before: KnowledgeRecords): KnowledgeRecords['sources'] {
	const cited = citedIn(changed);
	if (changed.sources.every(({ id }) => cited.has(id))) return changed.sources;
	const citedBefore = citedIn(before);
	const known = new Set(before.sources.map(({ id }) => id));
	return changed.sources.filter(({ id }) => cited.has(id) || (known.has(id) && !citedBefore.has(id)));
}

function citedIn({ facts, statements, definitions }: KnowledgeRecords): Set<string> {
	return new Set([...[...facts, ...statements].flatMap(sourceIdsOf), ...definitions.flatMap(({ sources }) => sources)]);
}
