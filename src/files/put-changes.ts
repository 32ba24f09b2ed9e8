/** Puts changes into the records of an open folder: which file each belongs to, and where in it. */
import type { z } from 'zod';
import { isLent, newJurisdiction } from '../core/knowledge/apply-changes.ts';
import { contentOf, type RecordChange } from '../core/knowledge/changes.ts';
import { describeIssue } from '../core/knowledge/describe-issue.ts';
import { sourceIdsOf } from '../core/knowledge/entry.ts';
import {
	type Fact,
	factSchema,
	jurisdictionCode,
	type Person,
	personSchema,
	recordId,
	type Source,
	type Statement,
	sourceSchema,
	statementSchema,
} from '../core/knowledge/schema.ts';
import type { JurisdictionFile, OpenFolder } from './open-folder.ts';
import { putWord } from './put-word.ts';
import { scalar } from './yaml/scalar.ts';
import { writtenForm } from './yaml/written-form.ts';

type Change<Type extends RecordChange['type']> = Extract<RecordChange, { type: Type }>;
type Listed = 'facts' | 'statements' | 'sources';
type Listing = Record<Listed, { id: string }[]>;

/** Makes `changes` in what the files of `folder` are to hold. Gives what cannot be put anywhere. */
export function putChanges(folder: OpenFolder, changes: readonly RecordChange[]): string[] {
	const problems: string[] = [];
	const latest: RecordChange[] = [];
	for (const change of latestOf(changes)) {
		const problem = problemOf(folder, change);
		if (problem === undefined) latest.push(change);
		else problems.push(`${change.type} "${change.id}" ${problem}`);
	}
	const ofType = <Type extends RecordChange['type']>(type: Type) =>
		latest.filter((change): change is Change<Type> => change.type === type);

	// Facts come first: others go where the facts have made a file.
	for (const change of ofType('fact')) putFact(folder, change);
	for (const change of ofType('statement')) putStatement(folder, change);
	updateResearch(folder);
	const entries = [...ofType('fact'), ...ofType('statement')].flatMap(({ after }) => (after ? [after] : []));
	for (const change of ofType('source')) putSource(folder, change, entries);
	for (const change of ofType('person')) putPerson(folder, change);
	for (const { id, before, after } of ofType('word')) {
		const word = after ?? before;
		const problem = word && putWord(folder, word, after === null);
		if (problem) problems.push(`word "${id}" ${problem}`);
	}
	return problems;
}

/** The last change of each record. One that only lends the record says nothing where another changes it. */
function latestOf(changes: readonly RecordChange[]): Iterable<RecordChange> {
	const latest = new Map<string, RecordChange>();
	for (const change of changes) {
		const key = `${change.type}:${change.id}`;
		if (!latest.has(key) || !isLent(change)) latest.set(key, change);
	}
	return latest.values();
}

function problemOf(folder: OpenFolder, change: RecordChange): string | undefined {
	if (change.type === 'word') return undefined;
	if (change.after !== null) {
		const problem = recordProblem(change as Exclude<RecordChange, Change<'word'>>);
		if (problem !== undefined) return problem;
	}
	if (change.type === 'person') {
		if (!recordId.safeParse(change.id).success) return 'has no proper id';
		folder.open(personFile(change.id), personSchema);
		const why = folder.unreadable.get(personFile(change.id));
		return why === undefined ? undefined : `stands in a file that cannot be read: ${why}`;
	}
	folder.sharedSources();
	const hidden = [...folder.unreadable.keys()].filter((file) => /^(jurisdictions\/|sources)/.test(file));
	if (hidden.length === 0 || standing(folder, `${change.type}s`, change.id)) return undefined;
	return `may stand in ${hidden.join(', ')}, which cannot be read`;
}

/** Why the record would not come back from a file as it is. */
function recordProblem({ type, after }: Exclude<RecordChange, Change<'word'>>): string | undefined {
	const { jurisdiction, ...record } = after as { jurisdiction?: string } & object;
	if (type === 'fact' && !jurisdictionCode.safeParse(jurisdiction).success) return 'has no proper jurisdiction';
	const schemas = { fact: factSchema, statement: statementSchema, source: sourceSchema, person: personSchema };
	const schema: z.ZodType = schemas[type];
	const result = schema.safeParse(writtenForm(schema, record), { reportInput: true });
	if (!result.success) return result.error.issues.flatMap(describeIssue)[0]?.message;
	return contentOf(result.data) === contentOf(record)
		? undefined
		: 'would not be read as it is: it has blanks at an end';
}

/** The list that a record stands in, and its place there. */
function standing(folder: OpenFolder, list: Listed, id: string) {
	const shared = list === 'sources' ? folder.sharedSources() : undefined;
	const places: { home?: JurisdictionFile; records: { id: string }[] }[] = folder.jurisdictions.map((home) => ({
		home,
		records: (home.wanted as Listing)[list],
	}));
	if (shared) places.push({ records: shared.wanted });
	for (const place of places) {
		const index = place.records.findIndex((record) => record.id === id);
		if (index >= 0) return { ...place, index };
	}
	return undefined;
}

/** Removes a record or puts the new one in its place; false when it stands nowhere and is to be added. */
function putInPlace(
	folder: OpenFolder,
	list: Listed,
	{ id, before, after }: Change<'fact' | 'statement' | 'source'>,
): boolean {
	const found = standing(folder, list, id);
	if (!found) return after === null;
	if (isLent({ before, after } as RecordChange)) return true;
	if (after === null) {
		found.records.splice(found.index, 1);
		return true;
	}
	if (list === 'facts' && found.home?.wanted.code !== (after as Fact).jurisdiction) {
		found.records.splice(found.index, 1);
		return false;
	}
	found.records[found.index] = list === 'facts' ? withoutJurisdiction(after as Fact) : after;
	return true;
}

function withoutJurisdiction({ jurisdiction: _, ...record }: Fact): Omit<Fact, 'jurisdiction'> {
	return record;
}

function putFact(folder: OpenFolder, change: Change<'fact'>): void {
	if (putInPlace(folder, 'facts', change)) return;
	const fact = change.after as Fact;
	const { facts } = homeOf(folder, fact.jurisdiction).wanted;
	const neighbour = facts.findLastIndex(({ topic }) => topic === fact.topic);
	facts.splice(neighbour < 0 ? facts.length : neighbour + 1, 0, withoutJurisdiction(fact));
}

function putStatement(folder: OpenFolder, change: Change<'statement'>): void {
	if (putInPlace(folder, 'statements', change)) return;
	const statement = change.after as Statement;
	const codes = statement.jurisdictions;
	const code = codes.find((known) => folder.jurisdiction(known)) ?? (codes[0] as string);
	homeOf(folder, code).wanted.statements.push(statement);
}

/** A source that one jurisdiction cites stands in its file, others in the file that all share. */
function putSource(folder: OpenFolder, change: Change<'source'>, entries: readonly (Fact | Statement)[]): void {
	if (putInPlace(folder, 'sources', change)) return;
	const source = change.after as Source;
	const homes = new Set(
		entries
			.filter((entry) => sourceIdsOf(entry).includes(source.id))
			.map(({ id }) => (standing(folder, 'facts', id) ?? standing(folder, 'statements', id))?.home),
	);
	const [home] = homes;
	if (home && homes.size === 1) home.wanted.sources.push(source);
	else (folder.sharedSources() ?? folder.addSharedSources()).wanted.push(source);
}

function putPerson(folder: OpenFolder, { id, before, after }: Change<'person'>): void {
	const file = personFile(id);
	const found = folder.open(file, personSchema);
	if (found && isLent({ before, after } as RecordChange)) return;
	if (found && after) found.wanted = after;
	else if (found) found.isRemoved = true;
	else if (after)
		folder.add(file, personSchema, `id: ${scalar(id, false)}\nname: ${scalar(after.name, false)}\n`).wanted = after;
}

/** The file of a person. */
function personFile(id: Person['id']): string {
	return `people/${id}.yaml`;
}

/** The file of a jurisdiction, a new one when it has none. */
function homeOf(folder: OpenFolder, code: string): JurisdictionFile {
	const found = folder.jurisdiction(code);
	if (found) return found;
	// A first fact makes it researched.
	const { name, research } = newJurisdiction(code, '');
	const searched = research.searched.map((place) => scalar(place, true)).join(', ');
	const text = `code: ${scalar(code, false)}
name: ${scalar(name, false)}
research:
  state: not-researched
  searched: [${searched}]
facts: []
statements: []
sources: []
`;
	return folder.addJurisdiction(code, text);
}

/** A first fact makes a jurisdiction researched, and without its last one nothing is found. */
function updateResearch(folder: OpenFolder): void {
	for (const { current, wanted } of folder.jurisdictions) {
		const { facts, research } = wanted;
		if (current.facts.length === 0 && facts.length > 0 && research.state !== 'researched')
			wanted.research = {
				...research,
				state: 'researched',
				on: facts
					.map(({ verified }) => verified)
					.sort()
					.at(-1),
			};
		if (current.facts.length > 0 && facts.length === 0 && research.state === 'researched')
			wanted.research = { ...research, state: 'nothing-found' };
	}
}
