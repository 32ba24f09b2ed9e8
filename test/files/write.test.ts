/** Changes written into copies of the shipped files: what the files say then, and which lines of them change. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diffLines } from 'diff';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyChanges } from '../../src/core/knowledge/apply-changes.ts';
import { contentOf, type RecordChange } from '../../src/core/knowledge/changes.ts';
import type { KnowledgeRecords } from '../../src/core/knowledge/records.ts';
import type { Fact, Person, Source, Statement } from '../../src/core/knowledge/schema.ts';
import { loadKnowledge } from '../../src/files/load.ts';
import { planWrites, writeFiles } from '../../src/files/write.ts';
import { DAY, makeFact, makeSource, makeStatement } from '../support/records.ts';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');
const RU = 'jurisdictions/RU.yaml';

let folder: string;
let records: KnowledgeRecords;
/** What the files say after the last write. */
let written: KnowledgeRecords;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'write-'));
	// The example questions are most of the folder, and nothing here touches them.
	cpSync(KNOWLEDGE, folder, { recursive: true, filter: (path) => !path.endsWith('wordings.yaml') });
	records = loadKnowledge(folder, DAY).records;
	written = records;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(file: string): string {
	return readFileSync(join(folder, file), 'utf8');
}

/** Rewrites a file before it is changed. */
function edit(file: string, change: (text: string) => string): void {
	writeFileSync(join(folder, file), change(read(file)));
}

/**
 * Writes the changes and gives the changed lines of each file, with - and + in front. What was written is sound and says
 * what it should, and planning again finds nothing to write.
 */
function write(...changes: RecordChange[]): Record<string, string[]> {
	const before = new Map<string, string>();
	const { files, problems } = planWrites(folder, changes);
	expect(problems).toEqual([]);
	for (const file of files.keys()) before.set(file, existsSync(join(folder, file)) ? read(file) : '');
	writeFiles(folder, files);
	expect(planWrites(folder, changes)).toEqual({ files: new Map(), problems: [] });
	const loaded = loadKnowledge(folder, DAY);
	expect(loaded.problems).toEqual([]);
	// The bot answers from what the files and the changes come to: the files must say the same.
	expect(contentsOf(loaded.records)).toEqual(contentsOf(applyChanges(written, changes)));
	written = loaded.records;
	return Object.fromEntries([...before].map(([file, text]) => [file, changedLines(text, files.get(file) as string)]));
}

/** The content of each record, in no order. A place that is not researched is the same as none. */
function contentsOf({ facts, statements, sources, people, organisations, jurisdictions }: KnowledgeRecords): string[] {
	const researched = jurisdictions.filter(({ research }) => research.state !== 'not-researched');
	return [facts, statements, sources, people, organisations, researched].flat().map(contentOf).sort();
}

function changedLines(before: string, after: string): string[] {
	return diffLines(before, after).flatMap(({ added, removed, value }) =>
		added || removed
			? value
					.replace(/\n$/, '')
					.split('\n')
					.map((line) => (added ? '+' : '-') + line)
			: [],
	);
}

const factOf = (id: string) => records.facts.find((fact) => fact.id === id) as Fact;
const sourceOf = (id: string) => records.sources.find((source) => source.id === id) as Source;
const personOf = (id: string) => records.people.find((person) => person.id === id) as Person;

function changeFact(id: string, fields: Partial<Fact>): RecordChange {
	return { type: 'fact', id, before: factOf(id), after: { ...factOf(id), ...fields } };
}
const addFact = (after: Fact): RecordChange => ({ type: 'fact', id: after.id, before: null, after });
const addSource = (after: Source): RecordChange => ({ type: 'source', id: after.id, before: null, after });
const addStatement = (after: Statement): RecordChange => ({ type: 'statement', id: after.id, before: null, after });
const removeFact = (id: string): RecordChange => ({ type: 'fact', id, before: factOf(id), after: null });

test('a new day of verification changes one line', () => {
	expect(write(changeFact('ru-dfa-law-2020', { verified: '2026-11-23' }))).toEqual({
		[RU]: ['-    verified: 2026-11-24', '+    verified: 2026-11-23'],
	});
});

test('every record of the folder, written as it is, changes no file', () => {
	const changes: RecordChange[] = [
		...records.facts.map((after): RecordChange => ({ type: 'fact', id: after.id, before: null, after })),
		...records.statements.map((after): RecordChange => ({ type: 'statement', id: after.id, before: null, after })),
		...records.sources.map((after): RecordChange => ({ type: 'source', id: after.id, before: null, after })),
		...records.people.map((after): RecordChange => ({ type: 'person', id: after.id, before: null, after })),
	];
	expect(changes.length).toBeGreaterThan(1500);
	expect(planWrites(folder, changes)).toEqual({ files: new Map(), problems: [] });
});

test('a changed claim changes its own lines only, and of them those that hold other words', () => {
	const { claim } = factOf('ru-payment-ban-282-fz');
	expect(
		write(changeFact('ru-payment-ban-282-fz', { claim: claim.replace('network fees', 'the fees of networks') })),
	).toEqual({
		[RU]: [
			'-      services, information or intellectual property. Article 1(7) exempts foreign-trade contracts, mining rewards, network fees',
			'-      and paying for securities, other coins or digital rights. The ban continues that of the law in force since 2021.',
			'+      services, information or intellectual property. Article 1(7) exempts foreign-trade contracts, mining rewards, the fees of',
			'+      networks and paying for securities, other coins or digital rights. The ban continues that of the law in force since 2021.',
		],
	});
	expect(write(changeFact('ru-payment-ban-282-fz', { claim: 'Paying is banned: "no #exceptions".' }))[RU]).toEqual([
		'-      Article 1(6) of Law 282-FZ prohibits accepting digital currencies and digital rights in Russia as payment for goods, works,',
		'-      services, information or intellectual property. Article 1(7) exempts foreign-trade contracts, mining rewards, the fees of',
		'-      networks and paying for securities, other coins or digital rights. The ban continues that of the law in force since 2021.',
		'+      Paying is banned: "no #exceptions".',
	]);
});

test('each field keeps its style: quotes, brackets and what stands around it', () => {
	const changed = write(
		changeFact('ru-self-custody-2026', {
			lead: false,
			keywords: ['own wallet', 'self-custody', 'cold wallet', 'non-custodial wallet', 'keys, private'],
			instrument: { title: 'Laws: 282-FZ and 283-FZ', date: '2026' },
			disputes: [{ claim: 'A page says otherwise: no.', sources: ['ru-src-282-fz-text'] }],
			until: '2030',
		}),
		changeFact('ru-law-282-fz-2026', { supersedes: ['ru-dfa-law-2020'], disputes: [], lead: false }),
		changeFact('ru-duma-first-reading-2026', { supersedes: ['ru-cbr-concept-2025', 'ru-cbr-ban-plan-2022'] }),
		changeFact('ru-cbr-concept-2025', { supersedes: [] }),
		{
			type: 'source',
			id: 'us-src-ethereal-40',
			before: null,
			after: { ...sourceOf('us-src-ethereal-40'), title: 'Weekly "#40"', published: null },
		},
	);
	expect(changed).toEqual({
		[RU]: [
			'-    lead: true',
			'-    supersedes: [ru-dfa-law-2020, ru-duma-first-reading-2026]',
			'+    supersedes: [ru-dfa-law-2020]',
			'-    disputes:',
			'-      - { claim: "One page says that the President signed it on 5 August 2026; the law itself is dated 4 August.", sources: [ru-src-sportmind-2026] }',
			'-    instrument: { title: Federal Laws 282-FZ and 283-FZ, number: "282-FZ, 283-FZ", date: 2026-08-04 }',
			'+    instrument: { title: "Laws: 282-FZ and 283-FZ", date: 2026 }',
			'+    until: 2030',
			'-    keywords: [own wallet, self-custody, private key, non-custodial wallet, hardware wallet]',
			'+    keywords: [own wallet, self-custody, cold wallet, non-custodial wallet, "keys, private"]',
			'+    disputes:',
			'+      - { claim: "A page says otherwise: no.", sources: [ru-src-282-fz-text] }',
			'-    supersedes: ru-cbr-concept-2025',
			'+    supersedes: [ru-cbr-concept-2025, ru-cbr-ban-plan-2022]',
			'-    supersedes: ru-cbr-ban-plan-2022',
		],
		'jurisdictions/US.yaml': [
			expect.stringMatching(/^-.*title: "Ethereal news weekly #40",.*published: 2026-09,/),
			'+  - { id: us-src-ethereal-40, title: "Weekly \\"#40\\"", publisher: "Ethereal news", url: "https://ethereal.news/ethereal-news-weekly-40/", published: null, accessed: 2026-11-24, language: en, kind: news }',
		],
	});
});

const NEW_SOURCE = makeSource({ id: 'ru-src-new', title: 'Law 1-FZ: text', accessed: '2026-11-24', language: 'no' });
const NEW_FACT = makeFact({
	id: 'ru-mining-1-fz',
	title: 'Mining needs a licence',
	claim: `Law 1-FZ asks miners for a licence. ${'It names what they owe. '.repeat(6).trim()}`,
	verified: '2026-11-24',
	in_force: '2026-11',
	announced: '2026',
	supersedes: ['ru-mining-law-2024'],
	keywords: ['1-FZ', '2026'],
	sources: ['ru-src-new'],
});

test('a new fact stands behind the last one of its topic, its source in the style of its neighbours', () => {
	const { facts } = records;
	const last = facts.findLastIndex(({ topic, jurisdiction }) => topic === 'mining' && jurisdiction === 'RU');
	const { [RU]: lines = [] } = write(addSource(NEW_SOURCE), addFact({ ...NEW_FACT, supersedes: [] }));
	expect(lines).toEqual([
		'+  - id: ru-mining-1-fz',
		'+    topic: mining',
		'+    status: regulated',
		'+    title: Mining needs a licence',
		'+    claim: >-',
		'+      Law 1-FZ asks miners for a licence. It names what they owe. It names what they owe. It names what they owe. It names what',
		'+      they owe. It names what they owe. It names what they owe.',
		'+    announced: 2026',
		'+    in_force: 2026-11',
		'+    verified: 2026-11-24',
		'+    keywords: [1-FZ, "2026"]',
		'+    evidence: Article 1 says so.',
		'+    sources: [ru-src-new]',
		'+  - id: ru-src-new',
		'+    title: "Law 1-FZ: text"',
		'+    publisher: The parliament',
		'+    url: https://example.org/law',
		'+    published: 2024-08-08',
		'+    accessed: 2026-11-24',
		'+    language: "no"',
		'+    kind: law',
	]);
	const then = loadKnowledge(folder, DAY).records.facts.filter(({ jurisdiction }) => jurisdiction === 'RU');
	const at = then.findIndex(({ id }) => id === 'ru-mining-1-fz');
	expect(then[at - 1]).toEqual(facts[last]);
	const source = makeSource({ id: 'us-src-new', accessed: '2026-11-24' });
	const usFact = makeFact({ jurisdiction: 'US', id: 'us-mining-new', sources: ['us-src-new'], verified: '2026-11-24' });
	expect(write(addSource(source), addFact(usFact))['jurisdictions/US.yaml']).toContain(
		'+  - { id: us-src-new, title: The law, publisher: The parliament, url: https://example.org/law, published: 2024-08-08, accessed: 2026-11-24, language: en, kind: law }',
	);
});

test('a fact is added, superseded by another, and both are removed: the file is as it was', () => {
	const before = read(RU);
	const next = { ...NEW_FACT, id: 'ru-mining-2-fz', supersedes: ['ru-mining-1-fz'], in_force: '2026-12' };
	const added = [addSource(NEW_SOURCE), addFact({ ...NEW_FACT, supersedes: [] })];
	write(...added);
	write(...added, addFact(next));
	expect(read(RU)).toContain('supersedes: ru-mining-1-fz\n');
	write(
		{ type: 'fact', id: next.id, before: next, after: null },
		{ type: 'fact', id: NEW_FACT.id, before: NEW_FACT, after: null },
		{ type: 'source', id: NEW_SOURCE.id, before: NEW_SOURCE, after: null },
	);
	expect(read(RU)).toBe(before);
});

test('a comment goes with the record that it names, headings stay', () => {
	edit(RU, (text) =>
		text
			.replace('  - id: ru-cbr-concept-2025', '  # plans\n  # ru-cbr-concept-2025 is disputed\n$&')
			.replace('  - id: ru-cbr-ban-plan-2022', '    # an afterthought\n\n$&'),
	);
	const changed = write(
		changeFact('ru-duma-first-reading-2026', { supersedes: ['ru-cbr-ban-plan-2022'] }),
		removeFact('ru-cbr-concept-2025'),
		{ type: 'source', id: 'ru-src-rambler-concept-2025', before: sourceOf('ru-src-rambler-concept-2025'), after: null },
	)[RU] as string[];
	expect(changed.filter((line) => line.startsWith('+'))).toEqual(['+    supersedes: ru-cbr-ban-plan-2022']);
	expect(changed).toContain('-  # ru-cbr-concept-2025 is disputed');
	expect(changed).toContain('-    # an afterthought');
	expect(read(RU)).toMatch(/\n {2}# plans\n\n {2}- id: ru-cbr-ban-plan-2022\n/);
});

test('the first fact makes a file, another one comes into it, and without facts nothing is found', () => {
	const source = makeSource({ id: 'ke-src-law', accessed: '2026-11-20' });
	const first = makeFact({ id: 'ke-mining', jurisdiction: 'KE', sources: ['ke-src-law'], verified: '2026-11-20' });
	const file = 'jurisdictions/KE.yaml';
	write(addFact(first), addSource(source));
	expect(read(file)).toBe(`code: KE
name: Kenya
research:
  state: researched
  searched: [moderators in chat]
  on: 2026-11-20
facts:
  - id: ke-mining
    topic: mining
    status: regulated
    title: Mining needs registration
    claim: Miners must register with the tax service.
    in_force: 2024-11-01
    verified: 2026-11-20
    evidence: Article 1 says so.
    sources: [ke-src-law]
statements: []
sources:
  - id: ke-src-law
    title: The law
    publisher: The parliament
    url: https://example.org/law
    published: 2024-08-08
    accessed: 2026-11-20
    language: en
    kind: law
`);
	const said = makeStatement({ id: 'ke-said', jurisdictions: ['KE'], sources: ['ke-src-law'], verified: '2026-11-21' });
	write(addStatement(said));
	edit(file, (text) => text.replace('  - id: ke-mining', '  # ---- mining\n$&'));
	expect(write({ type: 'fact', id: 'ke-mining', before: first, after: null })[file]).toContain(
		'+  state: nothing-found',
	);
	expect(read(file)).toContain('  on: 2026-11-20\nfacts: []\n  # ---- mining\nstatements:\n  - id: ke-said\n');
	const second: Fact = { ...first, id: 'ke-tax', verified: '2026-11-22' };
	expect(write(addFact(second))[file]).toEqual([
		'-  state: nothing-found',
		'+  state: researched',
		'-  on: 2026-11-20',
		'-facts: []',
		'+  on: 2026-11-22',
		'+facts:',
		'+  - id: ke-tax',
		...['topic: mining', 'status: regulated', 'title: Mining needs registration'].map((line) => `+    ${line}`),
		'+    claim: Miners must register with the tax service.',
		...['in_force: 2024-11-01', 'verified: 2026-11-22', 'evidence: Article 1 says so.'].map((line) => `+    ${line}`),
		'+    sources: [ke-src-law]',
	]);
});

test('a source stands where its only jurisdiction is, else among the shared ones', () => {
	const shared = makeSource({ id: 'src-shared', accessed: '2026-11-24' });
	const fields = { sources: ['src-shared'], verified: '2026-11-24' };
	const lines = write(
		addSource(shared),
		addFact(makeFact({ id: 'ru-mining-shared', ...fields })),
		addStatement(makeStatement({ id: 'jp-said-shared', jurisdictions: ['KE', 'JP', 'RU'], ...fields })),
	);
	expect(Object.keys(lines).sort()).toEqual(['jurisdictions/JP.yaml', RU, 'sources.yaml']);
	expect(lines['jurisdictions/JP.yaml']).toContain('+    jurisdictions: [KE, JP, RU]');
	expect(lines['sources.yaml']?.slice(0, 2)).toEqual(['+- id: src-shared', '+  title: The law']);
	expect(read('sources.yaml').endsWith('  language: en\n  kind: law\n')).toBe(true);
	expect(write({ type: 'source', id: 'src-shared', before: shared, after: { ...shared, title: 'A law' } })).toEqual({
		'sources.yaml': ['-  title: The law', '+  title: A law'],
	});
});

test('a statement on a place that has no file makes one, which is not researched', () => {
	write(
		addStatement(
			makeStatement({
				id: 'ke-said',
				jurisdictions: ['KE'],
				sources: ['src-bitguru-digital-race-2018'],
				verified: '2026-11-24',
			}),
		),
	);
	expect(read('jurisdictions/KE.yaml')).toContain(
		'research:\n  state: not-researched\n  searched: [moderators in chat]\nfacts: []\nstatements:\n  - id: ke-said\n',
	);
});

test('a fact moves to the file of another jurisdiction', () => {
	const fact = makeFact({ id: 'ru-mining-moves', sources: ['src-bitguru-digital-race-2018'], verified: '2026-11-24' });
	const before = read(RU);
	write(addFact(fact));
	const moved: Fact = { ...fact, id: 'jp-mining-moves', jurisdiction: 'JP' };
	write({ type: 'fact', id: 'ru-mining-moves', before: fact, after: null }, addFact(moved));
	expect(read(RU)).toBe(before);
	expect(
		planWrites(folder, [{ type: 'fact', id: moved.id, before: moved, after: { ...moved, jurisdiction: 'RU' } }]),
	).toEqual({
		files: new Map([
			['jurisdictions/JP.yaml', expect.any(String)],
			[RU, expect.stringContaining('  - id: jp-mining-moves\n')],
		]),
		problems: [],
	});
});

test('a person is changed, made and removed', () => {
	const gref = personOf('herman-gref');
	const [, minister] = gref.offices;
	const changed = write({
		type: 'person',
		id: gref.id,
		before: gref,
		after: {
			...gref,
			aliases: [...gref.aliases, 'Gref: the banker'],
			offices: [{ title: 'President', from: '2008' }, minister as Person['offices'][number]],
		},
	});
	expect(changed['people/herman-gref.yaml']).toHaveLength(4);
	expect(read('people/herman-gref.yaml')).toMatch(
		/格爾曼·格列夫, "Gref: the banker"\]\noffices:\n {2}- \{ title: President, from: 2008 \}\n {2}- \{ title: Minister of/,
	);
	const ada: Person = {
		id: 'ada-no',
		name: 'Ada: No',
		aliases: ['Ada', 'no'],
		offices: [{ title: 'Head, acting', from: '2020' }],
	};
	write({ type: 'person', id: ada.id, before: null, after: ada });
	expect(read('people/ada-no.yaml')).toBe(
		'id: ada-no\nname: "Ada: No"\naliases: [Ada, "no"]\noffices:\n  - { title: "Head, acting", from: 2020 }\n',
	);
	write({ type: 'person', id: ada.id, before: ada, after: null });
	expect(existsSync(join(folder, 'people/ada-no.yaml'))).toBe(false);
});

test('words come into their lists and go from them', () => {
	const files = [RU, 'people/herman-gref.yaml', 'organisations/sberbank.yaml'];
	const lists = ['languages/en/words.yaml', 'languages/ru/words.yaml'];
	const before = [...files, ...lists].map(read);
	const words = [
		{ kind: 'place', target: 'RU', language: 'ru', word: 'матушка, Русь' },
		{ kind: 'place', target: 'KE', word: 'Eldoret' },
		{ kind: 'place', target: 'KI', language: 'ru', word: 'Тарава' },
		{ kind: 'actor', target: 'herman-gref', word: 'G. Gref' },
		{ kind: 'actor', target: 'sberbank', word: 'Green: bank' },
		{ kind: 'topic-term', target: 'mining', language: 'en', word: 'hash #farm' },
		{ kind: 'topic-word', target: 'tax', language: 'ru', word: 'подать' },
	] as const;
	const change = (adds: boolean) =>
		words.map(
			(word): RecordChange => ({
				type: 'word',
				id: word.word,
				before: adds ? null : word,
				after: adds ? word : null,
			}),
		);
	const lines = write(...change(true));
	expect(Object.keys(lines).sort()).toEqual([...files, ...lists].sort());
	for (const [file, changed] of Object.entries(lines))
		for (const line of changed.filter((line) => line.startsWith('+')))
			expect(line, file).toMatch(
				/(, ("матушка, Русь"|Eldoret|G\. Gref|"Green: bank"|"hash #farm"|подать)|KI: \[Тарава)\]$/,
			);
	expect(lines['languages/ru/words.yaml']).toContain('+  KI: [Тарава]');
	const [first, ...changes] = change(true);
	expect(planWrites(folder, [first as RecordChange, ...changes]).files.size).toBe(0);
	write(...change(false));
	expect([...files, ...lists].map(read)).toEqual(before);
});

test.each([
	['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
	['no line break at the end', (text: string) => text.replace(/\n$/, '')],
	['a byte-order mark', (text: string) => `\ufeff${text}`],
])('%s: they stay', (_name, form) => {
	edit(RU, form);
	edit('sources.yaml', form);
	const source = makeSource({ id: 'src-last', accessed: '2026-11-24' });
	const fact = { ...NEW_FACT, supersedes: [], sources: ['src-last'] };
	const other: Fact = { ...fact, id: 'jp-mining-last', jurisdiction: 'JP' };
	const before = read(RU);
	const sources = read('sources.yaml');
	const title = changeFact('ru-law-282-fz-2026', { title: 'A law', until: '2030' });
	write(addFact(fact), addFact(other), addSource(source), title);
	expect(read('sources.yaml')).toBe(
		form(
			`${sources.replaceAll('\r', '').replace('\ufeff', '').trimEnd()}\n- id: src-last\n  title: The law\n  publisher: The parliament\n  url: https://example.org/law\n  published: 2024-08-08\n  accessed: 2026-11-24\n  language: en\n  kind: law\n`,
		),
	);
	write(
		{ type: 'fact', id: fact.id, before: fact, after: null },
		{ type: 'fact', id: other.id, before: other, after: null },
		{ type: 'source', id: source.id, before: source, after: null },
		{ ...title, before: title.after, after: title.before } as RecordChange,
	);
	expect(read('sources.yaml')).toBe(sources);
	expect(read(RU)).toBe(before);
	write(changeFact('ru-law-282-fz-2026', { claim: NEW_FACT.claim }));
	expect(form(read(RU).replace('\ufeff', '').replaceAll('\r', '').replace(/\n?$/, '\n'))).toBe(read(RU));
});

test('what cannot be written is said, and all else is written', () => {
	edit('jurisdictions/JP.yaml', (text) => text.replace('code: JP', 'code: [JP'));
	const known = { ...factOf('ru-dfa-law-2020'), title: 'A title' };
	const { files, problems } = planWrites(folder, [
		{ type: 'fact', id: known.id, before: null, after: known },
		addFact({ ...NEW_FACT, title: ' with a blank' }),
		changeFact('ru-self-custody-2026', { claim: 'bad\u200bsign' }),
		addFact({ ...NEW_FACT, id: 'ru-elsewhere', jurisdiction: '../etc' }),
		addStatement(makeStatement()),
		{ type: 'word', id: 'w', before: null, after: { kind: 'place', target: 'JP', word: 'Edo' } },
		{ type: 'word', id: 'x', before: null, after: { kind: 'actor', target: 'nobody', word: 'No One' } },
		{ type: 'word', id: 'y', before: null, after: { kind: 'topic-term', target: 'tax', language: 'xx', word: 'taks' } },
		{ type: 'word', id: 'z', before: null, after: { kind: 'topic-term', target: 'tax', language: '..', word: 'taks' } },
	]);
	expect([...files.keys()]).toEqual([RU]);
	expect(changedLines(read(RU), files.get(RU) as string)).toEqual([
		'-    title: Law on digital financial assets recognised digital currency but not as payment',
		'+    title: A title',
	]);
	expect(problems).toEqual([
		'fact "ru-mining-1-fz" would not be read as it is: it has blanks at an end',
		'fact "ru-self-custody-2026" "claim" must be plain text without control or invisible characters',
		'fact "ru-elsewhere" has no proper jurisdiction',
		'statement "ru-gref-fact-of-life" may stand in jurisdictions/JP.yaml, which cannot be read',
		'word "w" belongs to jurisdictions/JP.yaml, which cannot be read',
		'word "x" belongs to "nobody", which does not exist',
		'word "y" belongs to languages/xx/words.yaml, which does not exist',
		'word "z" belongs to languages/../words.yaml, which does not exist',
		expect.stringMatching(/^jurisdictions\/JP\.yaml cannot be read: /),
	]);
});

test('a kill while files are written leaves each of them whole', async () => {
	const script = `
		import { writeFiles } from ${JSON.stringify(join(import.meta.dirname, '../../src/files/write.ts'))};
		const files = (sign) => new Map(['a.yaml', 'b/c.yaml'].map((name) => [name, sign.repeat(3_000_000)]));
		writeFiles(process.argv[1], files('a'));
		console.log('begun');
		for (;;) for (const sign of 'ba') writeFiles(process.argv[1], files(sign));`;
	for (const wait of [0, 7, 20, 45]) {
		const child = spawn(process.execPath, ['--input-type=module', '--eval', script, folder], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		await once(child.stdout, 'data');
		await pause(wait);
		child.kill('SIGKILL');
		await once(child, 'exit');
		for (const name of ['a.yaml', 'b/c.yaml']) expect(read(name)).toMatch(/^(a{3000000}|b{3000000})$/);
	}
	// What is left over is no file of the knowledge base.
	expect(readdirSync(folder).filter((name) => name.endsWith('.tmp') && !name.startsWith('.a.yaml.'))).toEqual([]);
});
