/** Turns a draft into record changes, judged by the checker that start-up and `npm run check` use. */
import type { z } from 'zod';
import { applyChanges, isLent, recordIn } from '../core/knowledge/apply-changes.ts';
import { type RecordChange, type Word, wordId } from '../core/knowledge/changes.ts';
import { checkRecords } from '../core/knowledge/check.ts';
import { describeIssue } from '../core/knowledge/describe-issue.ts';
import { isFact, sourceIdsOf } from '../core/knowledge/entry.ts';
import type { Day } from '../core/knowledge/partial-date.ts';
import type { KnowledgeRecords } from '../core/knowledge/records.ts';
import {
	type Entry,
	type Fact,
	factSchema,
	line,
	MAX_ID_LENGTH,
	type Person,
	personSchema,
	type Source,
	type Statement,
	sourceSchema,
	statementSchema,
} from '../core/knowledge/schema.ts';
import { normalise } from '../core/text/tokens.ts';
import type { DraftContent } from './draft.ts';
import { newEntryId, newSourceId, slug, unique } from './new-ids.ts';
import { entryIn, sourceIn } from './records.ts';

/** What is wrong with one field, and what to do about it. */
export interface FieldProblem {
	/** The name of the field; empty when it is none in particular. */
	field: string;
	message: string;
}

export interface Built {
	changes: RecordChange[];
	/** Empty when the changes may be sent. */
	problems: FieldProblem[];
}

/** What a draft is judged against. */
export interface Known {
	records: KnowledgeRecords;
	day: Day;
	/** The ids that a name can mean; several when it is ambiguous. */
	meant: (kind: 'jurisdiction' | 'topic' | 'actor', name: string) => string[];
}

/** The changes that `draft` comes to. */
export function buildChanges(draft: DraftContent, known: Known): Built {
	const { records } = known;
	const entry = draft.entry === undefined ? undefined : entryIn(records, draft.entry);
	if (draft.entry !== undefined && !entry)
		return { changes: [], problems: [{ field: '', message: `There is no entry "${draft.entry}" any more.` }] };
	const built = changesOf(draft, entry, known);
	if (built.problems.length > 0) return built;
	return { changes: built.changes, problems: problemsOf(built.changes, known) };
}

function changesOf(draft: DraftContent, entry: Entry | undefined, known: Known): Built {
	if (draft.kind === 'word') return wordChange(draft, known);
	if (draft.kind === 'add-fact' || (entry && isFact(entry) && draft.kind === 'supersede'))
		return factChanges(draft, undefined, entry as Fact | undefined, known);
	if (draft.kind === 'add-statement') return statementChanges(draft, undefined, known);
	if (!entry) return { changes: [], problems: [{ field: '', message: 'Choose an entry first.' }] };
	if (draft.kind === 'supersede')
		return {
			changes: [],
			problems: [{ field: '', message: 'Only a fact can be superseded; add the later statement.' }],
		};
	if (draft.kind === 'retire') return { changes: retire(entry, known.records), problems: [] };
	if (draft.kind === 're-verify') return reverify(draft, entry, known);
	return isFact(entry) ? factChanges(draft, entry, undefined, known) : statementChanges(draft, entry, known);
}

/** What the checker finds wrong with the records once they are changed. */
export function problemsOf(
	changes: readonly RecordChange[],
	{ records, day }: Pick<Known, 'records' | 'day'>,
): FieldProblem[] {
	const own = new Set<object>(changes.map(({ after }) => after).filter((after) => after !== null));
	return checkRecords(applyChanges(records, changes), day).map(({ record, path, message }) => {
		const [first] = path;
		if (!own.has(record)) return { field: '', message: `${'id' in record ? `${record.id}: ` : ''}${message}` };
		const field = 'accessed' in record ? `source_${String(first)}` : String(first ?? '');
		return { field, message };
	});
}

/** Splits a list as people type it. */
function listOf(text: string | undefined): string[] {
	return (text ?? '')
		.split(/[,;\n]/)
		.map((item) => item.trim())
		.filter((item) => item !== '');
}

/** Keywords hold commas now and then: those that nobody touched stay as they are. */
function keywordsOf(text: string | undefined, before: Entry | undefined): string[] {
	return before && text === before.keywords.join(', ') ? before.keywords : listOf(text);
}

const optional = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** The value when it fits the schema; otherwise its problems, under the names of the draft's fields. */
function parse<T extends z.ZodType>(
	schema: T,
	value: unknown,
	nameOf: (path: (string | number)[]) => string,
): { value: z.infer<T> } | { problems: FieldProblem[] } {
	const result = schema.safeParse(value, { reportInput: true });
	if (result.success) return { value: result.data };
	const problems = result.error.issues
		.flatMap(describeIssue)
		.map(({ at, message }) => ({ field: nameOf(at), message: message.replace(/^"[^"]*" /, '') }));
	// A value of the wrong type fails its other checks as well; the first message says it.
	return { problems: problems.filter(({ field }, at) => problems.findIndex((one) => one.field === field) === at) };
}

interface SourceChoice {
	ids: string[];
	changes: RecordChange[];
	problems: FieldProblem[];
}

/** The sources that the draft keeps and the new one that it brings. */
function chooseSources({ fields, entry }: DraftContent, place: string, { records, day }: Known): SourceChoice {
	const kept = (fields.sources ?? '').split(/[\s,;]+/).filter((id) => id !== '');
	const given = ['url', 'title', 'publisher', 'published', 'kind'].filter((name) => optional(fields[`source_${name}`]));
	const missing = { field: 'source_url', message: 'is needed: an entry rests on at least one page' };
	const unknown = kept.find((id) => !sourceIn(records, id));
	if (unknown !== undefined) {
		const message = `“${unknown}” is no source known here; check its id, or enter the page as a new source`;
		return { ids: kept, changes: [], problems: [{ field: 'sources', message }] };
	}
	if (given.length === 0) return { ids: kept, changes: [], problems: kept.length > 0 ? [] : [missing] };
	const url = optional(fields.source_url);
	// A page that is known already has been read again.
	const before = records.sources.find((source) => source.url === url);
	const raw = {
		id: before?.id ?? newSourceId(place, fields, records),
		title: optional(fields.source_title) ?? before?.title,
		publisher: optional(fields.source_publisher) ?? before?.publisher,
		url,
		published: optional(fields.source_published) ?? before?.published ?? null,
		accessed: before && isShared(before.id, entry, records) ? before.accessed : day,
		language: optional(fields.source_language) ?? before?.language ?? 'en',
		kind: optional(fields.source_kind) ?? before?.kind,
	};
	const parsed = parse(sourceSchema, raw, ([name]) => `source_${name}`);
	if ('problems' in parsed) return { ids: kept, changes: [], problems: parsed.problems };
	const { value } = parsed;
	return {
		ids: [...new Set([...kept, value.id])],
		changes: [{ type: 'source', id: value.id, before: before ?? null, after: value }],
		problems: [],
	};
}

/** Whether others rest on a page too: an entry must not count as older than the day its page was read. */
function isShared(
	source: string,
	entry: string | undefined,
	{ facts, statements, definitions }: KnowledgeRecords,
): boolean {
	const others = [...facts, ...statements].filter(({ id }) => id !== entry);
	return (
		others.some((other) => sourceIdsOf(other).includes(source)) ||
		definitions.some(({ sources }) => sources.includes(source))
	);
}

function factChanges(draft: DraftContent, before: Fact | undefined, superseded: Fact | undefined, known: Known): Built {
	const { fields } = draft;
	const { records, day } = known;
	const old = before ?? superseded;
	const jurisdiction = old?.jurisdiction ?? draft.jurisdiction ?? '';
	const topic = old?.topic ?? draft.topic ?? '';
	const sources = chooseSources(draft, jurisdiction, known);
	const instrument = {
		title: optional(fields.instrument_title),
		number: optional(fields.instrument_number),
		date: optional(fields.instrument_date),
	};
	const lead = optional(fields.lead) ?? 'no';
	const unclear = ['yes', 'no'].includes(lead) ? [] : [{ field: 'lead', message: 'must be yes or no' }];
	const raw = {
		...(before ? withoutPlace(before) : { supersedes: superseded ? [superseded.id] : [], disputes: [] }),
		id: before?.id ?? newEntryId(`${jurisdiction.toLowerCase().replace(':', '-')}-${topic}`, fields, day, records),
		topic,
		status: optional(fields.status),
		lead: lead === 'yes',
		title: fields.title?.trim(),
		claim: fields.claim?.trim(),
		instrument: Object.values(instrument).some(Boolean) ? instrument : undefined,
		announced: optional(fields.announced),
		in_force: optional(fields.in_force),
		until: optional(fields.until),
		verified: optional(fields.verified) ?? day,
		keywords: keywordsOf(fields.keywords, old),
		evidence: fields.evidence?.trim(),
		sources: sources.ids,
	};
	const parsed = parse(factSchema, raw, ([first, second]) =>
		first === 'instrument' ? `instrument_${second ?? 'title'}` : String(first ?? ''),
	);
	if ('problems' in parsed || sources.problems.length + unclear.length > 0)
		return {
			changes: [],
			problems: [...unsourced('problems' in parsed ? parsed.problems : [], sources), ...unclear, ...sources.problems],
		};
	const after: Fact = { ...parsed.value, jurisdiction };
	return complete({ type: 'fact', id: after.id, before: before ?? null, after }, sources.changes, records);
}

/** Where the new source is what is wrong, the list of sources is not. */
function unsourced(found: readonly FieldProblem[], { problems }: SourceChoice): FieldProblem[] {
	return found.filter(({ field }) => field !== 'sources' || problems.length === 0);
}

function withoutPlace({ jurisdiction: _place, ...fact }: Fact): Omit<Fact, 'jurisdiction'> {
	return fact;
}

function statementChanges(draft: DraftContent, before: Statement | undefined, known: Known): Built {
	const { fields } = draft;
	const { records, day } = known;
	const problems: FieldProblem[] = [];
	const resolve = (kind: 'jurisdiction' | 'topic', field: string): string[] =>
		listOf(fields[field]).flatMap((name) => {
			const meant = known.meant(kind, name);
			if (meant.length === 1) return meant;
			problems.push({
				field,
				message:
					meant.length === 0
						? `"${name}" is no ${kind}; check its name`
						: `"${name}" can be ${meant.join(' or ')}; write the code`,
			});
			return [];
		});
	const jurisdictions = resolve('jurisdiction', 'jurisdictions');
	const topics = resolve('topic', 'topics');
	const { speaker, person, problem } = findSpeaker(fields.speaker ?? '', known);
	if (problem) problems.push(problem);
	const place = jurisdictions[0] ?? 'xx';
	const sources = chooseSources(draft, place, known);
	const raw = {
		...(before ?? { disputes: [] }),
		id: before?.id ?? newEntryId(`${place.toLowerCase().replace(':', '-')}-${speaker}`, fields, day, records),
		speaker,
		office: optional(fields.office),
		date: optional(fields.date),
		occasion: optional(fields.occasion),
		jurisdictions,
		topics,
		form: optional(fields.form),
		title: fields.title?.trim(),
		said: fields.said?.trim(),
		translated_by: optional(fields.translated_by),
		verified: optional(fields.verified) ?? day,
		keywords: keywordsOf(fields.keywords, before),
		evidence: optional(fields.evidence),
		sources: sources.ids,
	};
	const parsed = parse(statementSchema, raw, ([first]) => String(first ?? ''));
	if ('problems' in parsed) problems.push(...unsourced(parsed.problems, sources));
	problems.push(...sources.problems);
	if ('problems' in parsed || problems.length > 0) {
		const first = problems.filter(({ field }, at) => problems.findIndex((one) => one.field === field) === at);
		return { changes: [], problems: first };
	}
	const change: RecordChange = { type: 'statement', id: parsed.value.id, before: before ?? null, after: parsed.value };
	return complete(change, [...sources.changes, ...person], records);
}

/** A speaker by name or id; "new: Full Name" is entered as a person. */
function findSpeaker(
	typed: string,
	{ records, meant }: Known,
): { speaker: string; person: RecordChange[]; problem?: FieldProblem } {
	const fresh = /^\s*new:\s*(.+)$/i.exec(typed)?.[1];
	if (fresh !== undefined) {
		// A name in another script leaves nothing for an id.
		const base = slug(fresh, MAX_ID_LENGTH - 3);
		const id = unique(base.length < 2 ? 'person' : base, (taken) =>
			[...records.people, ...records.organisations].some((known) => known.id === taken),
		);
		const parsed = parse(personSchema, { id, name: fresh.trim() }, () => 'speaker');
		if ('problems' in parsed) return { speaker: 'nobody', person: [], problem: parsed.problems[0] as FieldProblem };
		const after: Person = parsed.value;
		return { speaker: id, person: [{ type: 'person', id, before: null, after }] };
	}
	const [speaker, ...others] = meant('actor', typed);
	if (speaker !== undefined && others.length === 0) return { speaker, person: [] };
	const message =
		speaker === undefined
			? 'names nobody known; check the spelling, or write "new: Full Name"'
			: `can be ${[speaker, ...others].join(' or ')}; write the id`;
	return { speaker: 'nobody', person: [], problem: { field: 'speaker', message } };
}

function reverify(draft: DraftContent, entry: Entry, known: Known): Built {
	const { records, day } = known;
	const fields: DraftContent['fields'] = { ...draft.fields, sources: entry.sources.join(' ') };
	const place = isFact(entry) ? entry.jurisdiction : (entry.jurisdictions[0] ?? 'xx');
	const sources = chooseSources({ ...draft, fields }, place, known);
	if (sources.problems.length > 0) return { changes: [], problems: sources.problems };
	const after = {
		...entry,
		verified: optional(fields.verified) ?? day,
		evidence: optional(fields.evidence) ?? entry.evidence,
		sources: sources.ids,
	};
	const { success, error } = (isFact(entry) ? factSchema : statementSchema).safeParse(
		isFact(entry) ? withoutPlace(after as Fact) : after,
		{ reportInput: true },
	);
	if (!success)
		return {
			changes: [],
			problems: error.issues.flatMap(describeIssue).map(({ at, message }) => ({ field: String(at[0] ?? ''), message })),
		};
	// Without a new page the pages it rests on have been read again.
	const read =
		sources.changes.length > 0
			? sources.changes
			: entry.sources.flatMap((id): RecordChange[] => {
					const source = sourceIn(records, id);
					if (!source || isShared(id, entry.id, records)) return [];
					return [{ type: 'source', id, before: source, after: { ...source, accessed: day } }];
				});
	const change = { type: isFact(entry) ? 'fact' : 'statement', id: entry.id, before: entry, after } as RecordChange;
	return complete(change, read, records);
}

/** Takes an entry out of the chain: what supersedes it supersedes what it superseded. */
function retire(entry: Entry, records: KnowledgeRecords): RecordChange[] {
	const successors = records.facts.filter(({ supersedes }) => supersedes.includes(entry.id));
	return [
		{ type: isFact(entry) ? 'fact' : 'statement', id: entry.id, before: entry, after: null } as RecordChange,
		...successors.map(
			(fact): RecordChange => ({
				type: 'fact',
				id: fact.id,
				before: fact,
				after: { ...fact, supersedes: withoutLink(fact, entry) },
			}),
		),
		...lend(entry, [], records),
	];
}

function withoutLink({ supersedes }: Fact, retired: Entry): string[] {
	const inherited = isFact(retired) ? retired.supersedes : [];
	return [...new Set([...supersedes, ...inherited])].filter((id) => id !== retired.id);
}

function wordChange({ fields }: DraftContent, { meant, records }: Known): Built {
	const kind = fields.word_kind as Word['kind'];
	if (!['place', 'actor', 'topic-term', 'topic-word'].includes(kind))
		return {
			changes: [],
			problems: [{ field: 'word_kind', message: 'must be place, actor, topic-term or topic-word' }],
		};
	const nameKind = kind === 'place' ? 'jurisdiction' : kind === 'actor' ? 'actor' : 'topic';
	const [target, ...others] = meant(nameKind, fields.target ?? '');
	if (target === undefined || others.length > 0) {
		const message =
			target === undefined
				? `names no ${nameKind}; check the spelling`
				: `can be ${[target, ...others].join(' or ')}; write the id`;
		return { changes: [], problems: [{ field: 'target', message }] };
	}
	const parsed = parse(line(60), fields.word, () => 'word');
	if ('problems' in parsed) return { changes: [], problems: parsed.problems };
	if (normalise(parsed.value) === '')
		return { changes: [], problems: [{ field: 'word', message: 'must hold a letter or a digit' }] };
	const language = optional(fields.language)?.toLowerCase() ?? 'en';
	const languages = records.languages.map(({ code }) => code);
	if (!languages.includes(language))
		return { changes: [], problems: [{ field: 'language', message: `must be one of ${languages.join(', ')}` }] };
	const word: Word = { kind, target, word: parsed.value, ...(kind === 'actor' ? {} : { language }) };
	const change: RecordChange = { type: 'word', id: wordId(word), before: null, after: word };
	if (recordIn(records, change)) return { changes: [], problems: [{ field: 'word', message: 'is known already' }] };
	return { changes: [change], problems: [] };
}

/** The change of an entry with the sources it needs, or what is wrong: a change must change something. */
function complete(change: RecordChange, others: readonly RecordChange[], records: KnowledgeRecords): Built {
	if (isLent(change)) return { changes: [], problems: [{ field: '', message: 'Nothing has been changed yet.' }] };
	const real = others.filter((other) => !isLent(other));
	return { changes: [change, ...real, ...lend(change.after as Entry, real, records)], problems: [] };
}

/** The sources that an entry cites travel with it, so that it still stands where the files have dropped one. */
export function lend(entry: Entry, changed: readonly RecordChange[], records: KnowledgeRecords): RecordChange[] {
	const own = new Set(changed.map(({ id }) => id));
	return [...new Set(sourceIdsOf(entry))].flatMap((id): RecordChange[] => {
		const source = own.has(id) ? undefined : sourceIn(records, id);
		return source ? [{ type: 'source', id, before: source, after: source }] : [];
	});
}

/** The changes that bring a record and its sources to an earlier state. */
export function restoreChanges(
	type: 'fact' | 'statement',
	id: string,
	content: Entry | null,
	sources: readonly Source[],
	records: KnowledgeRecords,
): RecordChange[] {
	const before = entryIn(records, id) ?? null;
	const lent = sources
		.filter((source) => content && sourceIdsOf(content).includes(source.id))
		.map((source): RecordChange => {
			const known = sourceIn(records, source.id) ?? source;
			return { type: 'source', id: source.id, before: known, after: known };
		});
	return [{ type, id, before, after: content } as RecordChange, ...lent];
}
