/** Random records and random changes of them, written and read again: files say what is wanted, and nothing else changes. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isMap, isSeq, parse, parseDocument, type YAMLMap } from 'yaml';
import { contentOf, type RecordChange, wordId } from '../../src/core/knowledge/changes.ts';
import type { KnowledgeRecords } from '../../src/core/knowledge/records.ts';
import { line, SOURCE_KINDS } from '../../src/core/knowledge/schema.ts';
import { loadKnowledge } from '../../src/files/load.ts';
import { planWrites, writeFiles } from '../../src/files/write.ts';
import { canFold, fold, refold } from '../../src/files/yaml/folded.ts';
import { doubleQuoted, scalar, singleQuoted } from '../../src/files/yaml/scalar.ts';
import { copyWords } from '../support/words.ts';
import { ODD_KENYA, ODD_PERSON } from './odd-kenya.ts';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');
/** More runs find more: FAST_CHECK_RUNS=2000 npx vitest run test/files/write-properties.test.ts */
const RUNS = Number(process.env.FAST_CHECK_RUNS ?? 20);

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'write-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PIECES = [
	...[
		'- ',
		': ',
		' #',
		'#',
		':',
		'"',
		"'",
		'\\',
		'[',
		']',
		'{',
		'}',
		',',
		', ',
		'|',
		'>',
		'>-',
		'&',
		'*',
		'!',
		'%',
		'@',
		'`',
		'?',
		'=',
		'~',
	],
	...[
		'null',
		'true',
		'no',
		'on',
		'y',
		'2018',
		'2018-02',
		'1_000',
		'0x1f',
		'1e3',
		'.5',
		'.inf',
		'---',
		'...',
		'<<',
		'a: b',
		'{a: b}',
		'[1]',
	],
	...[
		'word',
		'Words',
		'длинное',
		'数字货币',
		'é',
		'ß',
		'👍',
		'🇷🇺',
		'ﷺ',
		'\u00a0',
		'\u3000',
		'\u2028',
		'\ufffe',
		' ',
		'  ',
		'https://x.org/?a=b#c',
		'a'.repeat(140),
	],
];
const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(...PIECES),
			fc.constantFrom('the ', 'law ', 'of ', 'miners '),
			fc.string({ unit: 'grapheme' }),
		),
		{
			minLength: 1,
			maxLength: 30,
		},
	)
	.map((pieces) => pieces.join(''));
/** A text that a field of so many characters takes as it is. */
const text = (max: number) =>
	anyText.map((raw) => raw.slice(0, max).trim()).filter((one) => line(max).safeParse(one).data === one);
/** Texts with control characters, halves of characters, and blanks at the ends. */
const wildText = fc.oneof(
	anyText,
	fc.string({ unit: 'binary' }),
	fc.string({
		unit: fc.constantFrom(
			'\n',
			'\t',
			'\r',
			' ',
			'\ud800',
			'\u0085',
			'\ufeff',
			'\u200b',
			'\0',
			'a',
			'"',
			'\\',
			"'",
			'#',
			':',
		),
	}),
);

test('any text comes through in quotes, plain and folded, for both readers', () => {
	fc.assert(
		fc.property(wildText, (one) => {
			for (const read of [(yaml: string) => load(yaml, { schema: CORE_SCHEMA }), (yaml: string) => parse(yaml)]) {
				expect(read(`k: ${scalar(one, false)} # c\n`)).toEqual({ k: one });
				expect(read(`- k: [a, ${scalar(one, true)}, { ${scalar(one, true)}: ${scalar(one, true)} }]\n`)).toEqual([
					{ k: ['a', one, { [one]: one }] },
				]);
				expect(read(`k: ${doubleQuoted(one)}\n`)).toEqual({ k: one });
				expect(read(`k: ${singleQuoted(one)}\n`)).toEqual({ k: one });
				if (!canFold(one)) continue;
				expect(read(`k: >-\n  ${fold(one, 30).join('\n  ')}\nl: 1\n`)).toEqual({ k: one, l: 1 });
			}
		}),
		{ numRuns: RUNS * 25 },
	);
});

test('a text folded anew comes through, whatever it was before', () => {
	const words = fc.array(fc.constantFrom('a', 'bb', 'ccc', 'dddd', '#', 'two  blanks', '- x'), {
		minLength: 1,
		maxLength: 25,
	});
	fc.assert(
		fc.property(
			words,
			words,
			fc.nat(20),
			fc.nat(20),
			fc.integer({ min: 8, max: 30 }),
			(one, other, from, to, width) => {
				const old = one.join(' ');
				const wanted = [...one.slice(0, from), ...other, ...one.slice(Math.max(from, to))].join(' ');
				const lines = refold(wanted, fold(old, width), width);
				expect(lines.join(' ')).toBe(wanted);
				expect(refold(old, fold(old, width), width)).toEqual(fold(old, width));
			},
		),
		{ numRuns: RUNS * 25 },
	);
});

const id = fc.constantFrom('ke-new-a', 'ke-new-b', 'null', '123', 'no', 'ke-mining-one', 'ru-src-new');
const day = fc.constantFrom('2026-11-24', '2026-11-20', '2020-02-29');
const date = fc.oneof(day, fc.constantFrom('2018', '2018-02', '0007'));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const list = <T>(item: fc.Arbitrary<T>, minLength = 0, maxLength = 4) => fc.uniqueArray(item, { minLength, maxLength });
const language = fc.constantFrom('en', 'no', 'ru', 'zh');
const topic = fc.constantFrom('mining', 'tax', 'legality', 'nft');
const disputes = fc.array(fc.record({ claim: text(320), sources: list(id, 1, 2) }), { maxLength: 2 });
const code = fc.constantFrom('KE', 'RU', 'AE', 'US');

const fact = fc.record({
	topic,
	status: fc.constantFrom('regulated', 'banned', 'no', '10'),
	lead: fc.boolean(),
	title: text(90),
	claim: text(480),
	instrument: maybe(fc.record({ title: text(240), number: maybe(text(80)), date: maybe(date) })),
	announced: maybe(date),
	in_force: date,
	until: maybe(date),
	verified: day,
	supersedes: list(id),
	keywords: list(text(80)),
	evidence: text(400),
	disputes,
	translations: maybe(fc.dictionary(language, text(600), { minKeys: 1, maxKeys: 3 })),
	sources: list(id, 1),
});
const statement = fc.record({
	speaker: id,
	to: maybe(id),
	office: maybe(text(120)),
	date,
	occasion: maybe(text(200)),
	jurisdictions: list(code, 1),
	topics: list(topic, 1),
	form: fc.constantFrom('quote', 'paraphrase'),
	title: text(90),
	said: text(480),
	language: maybe(language),
	translated_by: maybe(text(80)),
	verified: day,
	keywords: list(text(80)),
	evidence: maybe(text(400)),
	disputes,
	sources: list(id, 1),
});
const source = fc.record({
	title: text(300),
	publisher: text(120),
	url: fc.constantFrom('https://example.org/a,b?c=#d', 'https://example.org/%5B1%5D:80', 'https://example.org/no'),
	published: fc.option(date),
	accessed: day,
	language,
	kind: fc.constantFrom(...SOURCE_KINDS),
});
const person = fc.record({
	name: text(80),
	aliases: list(text(80)),
	offices: fc.array(
		fc.record({
			title: text(160),
			organisation: maybe(id),
			jurisdiction: maybe(code),
			from: maybe(date),
			until: maybe(date),
		}),
		{ maxLength: 3 },
	),
});
const RECORDS = { fact, statement, source, person };
type RecordType = keyof typeof RECORDS;
const LISTS = { fact: 'facts', statement: 'statements', source: 'sources', person: 'people' } as const;
type Raw = { id: string } & Record<string, unknown>;

/** What is to happen to a record: `pick` chooses among those that there are. */
interface Step {
	type: RecordType;
	what: 'add' | 'change' | 'remove';
	pick: number;
	/** Whether to choose among the records of the odd file. */
	isOdd: boolean;
	fields: string[];
	record: Record<string, unknown>;
	place: string;
}
const step: fc.Arbitrary<Step> = fc
	.constantFrom('fact', 'statement', 'source', 'person', 'fact' as RecordType)
	.chain((type) =>
		fc
			.record({
				type: fc.constant(type),
				what: fc.constantFrom('add', 'change', 'change', 'remove' as Step['what']),
				pick: fc.nat(),
				isOdd: fc.boolean(),
				record: RECORDS[type as RecordType] as fc.Arbitrary<Record<string, unknown>>,
				place: fc.constantFrom('KE', 'RU', 'AE', 'UG', 'AE-AZ:adgm'),
			})
			.chain((one) =>
				fc
					.uniqueArray(fc.constantFrom(...Object.keys(one.record)), { minLength: 1, maxLength: 4 })
					.map((fields) => ({ ...one, fields }) as Step),
			),
	);

/** The changes that the steps come to on these records, and the records as they are to be. */
function changesOf(
	steps: readonly Step[],
	records: KnowledgeRecords,
): { changes: RecordChange[]; wanted: Map<string, Raw> } {
	const wanted = recordsById(records);
	const first = new Map<string, Raw | null>();
	steps.forEach(({ type, what, pick, isOdd, fields, record, place }, index) => {
		const known = [...wanted].filter(
			([key]) => key.startsWith(`${type}:`) && (!isOdd || /:(ke-|src-[ab]$|new-)/.test(key)),
		);
		const [key, chosen] = known[pick % known.length] ?? [];
		const isNew = what === 'add' || chosen === undefined || key === undefined;
		const name = isNew ? `new-${index}` : chosen.id;
		const fullKey = `${type}:${name}`;
		if (!first.has(fullKey)) first.set(fullKey, wanted.get(fullKey) ?? null);
		if (isNew) wanted.set(fullKey, { ...record, id: name, ...(type === 'fact' ? { jurisdiction: place } : {}) });
		else if (what === 'remove') wanted.delete(fullKey);
		else {
			const changed: Raw = { ...chosen, ...Object.fromEntries(fields.map((field) => [field, record[field]])) };
			// A fact has at least one of its dates.
			if (type === 'fact') changed.in_force ??= changed.announced ?? '2018';
			wanted.set(fullKey, changed);
		}
	});
	const changes = [...first].map(([key, before]) => {
		const [type, name] = key.split(':') as [RecordType, string];
		return { type, id: name, before, after: wanted.get(key) ?? null } as unknown as RecordChange;
	});
	return { changes, wanted };
}

function recordsById(records: KnowledgeRecords): Map<string, Raw> {
	return new Map(
		Object.entries(LISTS).flatMap(([type, name]) =>
			(records[name] as unknown as Raw[]).map((record): [string, Raw] => [`${type}:${record.id}`, record]),
		),
	);
}

/** The source text of each record of a file of lists, from its first sign to its last. */
function sourceTexts(yaml: string): Map<string, string> {
	const root = parseDocument(yaml).contents;
	const lists = isSeq(root)
		? [root]
		: isMap(root)
			? (root as YAMLMap).items.map(({ value }) => value).filter(isSeq)
			: [];
	return new Map(
		lists
			.flatMap(({ items }) => items.filter(isMap))
			.map((node) => [String(node.get('id')), yaml.slice(node.range?.[0], node.range?.[1]).trimEnd()]),
	);
}

const FILES = [
	'jurisdictions/RU.yaml',
	'jurisdictions/AE.yaml',
	'sources.yaml',
	'people/herman-gref.yaml',
	'people/xi-jinping.yaml',
];

const ODD_FILES = ['jurisdictions/KE.yaml', 'people/ke-odd.yaml'];

const inWindows = (yaml: string) => yaml.replaceAll('\n', '\r\n');
/** As editors of both worlds leave it. */
const inBoth = (yaml: string) => yaml.replace(/\n(?=.*e)/g, '\r\n');
const asIs = (yaml: string) => yaml;

/** The comments that belong to no record. */
const ODD_COMMENTS = ['# Kenya, as', '\n# ---- mining', '\n# ---- tax', '\n# the end of facts', '\n# end'];

function copyFolder(form: (yaml: string) => string): void {
	rmSync(folder, { recursive: true, force: true });
	copyWords(folder);
	for (const file of FILES) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(join(KNOWLEDGE, file), join(folder, file));
	}
	writeFileSync(join(folder, 'jurisdictions/KE.yaml'), ODD_KENYA);
	writeFileSync(join(folder, 'people/ke-odd.yaml'), ODD_PERSON);
	for (const file of [...FILES, ...ODD_FILES])
		writeFileSync(join(folder, file), form(readFileSync(join(folder, file), 'utf8')));
}

test('random changes of many records come through, and the text of all others stays', () => {
	copyFolder(asIs);
	const { records, problems } = loadKnowledge(folder);
	expect(problems.filter(({ message }) => /YAML|must be/.test(message))).toEqual([]);
	expect(records.facts.filter(({ jurisdiction }) => jurisdiction === 'KE')).toHaveLength(3);
	fc.assert(
		fc.property(
			fc.array(step, { minLength: 1, maxLength: 8 }),
			fc.constantFrom(asIs, inWindows, inBoth),
			(steps, form) => {
				copyFolder(form);
				const { changes, wanted } = changesOf(steps, records);
				const plan = planWrites(folder, changes);
				expect(plan.problems).toEqual([]);
				for (const file of plan.files.keys()) {
					if (plan.files.get(file) === '' || !/^(jurisdictions|sources)/.test(file)) continue;
					const after = plan.files.get(file) as string;
					expect(parseDocument(after).errors).toEqual([]);
					const known = [...FILES, ...ODD_FILES].includes(file);
					if (!known) continue;
					if (form === inWindows) expect(after).not.toMatch(/(?<!\r)\n/);
					if (file.endsWith('KE.yaml')) for (const comment of ODD_COMMENTS) expect(after).toContain(comment);
					const texts = sourceTexts(after);
					const touched = new Set(changes.map((change) => change.id));
					for (const [name, source] of sourceTexts(readFileSync(join(folder, file), 'utf8')))
						if (!touched.has(name)) expect(texts.get(name)).toBe(source);
				}
				writeFiles(folder, plan.files);
				const found = recordsById(loadKnowledge(folder).records);
				for (const [key, record] of wanted) expect(contentOf(found.get(key))).toBe(contentOf(record));
				expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
				expect(planWrites(folder, changes)).toEqual({ files: new Map(), problems: [] });
			},
		),
		{ numRuns: RUNS },
	);
}, 600_000);

test('random words come into the lists and leave them as they were', () => {
	const word = fc.record({
		kind: fc.constantFrom('place', 'actor', 'topic-term', 'topic-word' as const),
		place: fc.constantFrom('KE', 'RU', 'UG', 'US-TX', 'NO', 'KI'),
		actor: fc.constantFrom('herman-gref', 'ke-odd'),
		topic,
		word: text(60),
	});
	fc.assert(
		fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 6, selector: ({ word }) => word }), (picks) => {
			copyFolder(asIs);
			const read = () =>
				Object.fromEntries(
					[...FILES, ...ODD_FILES, 'languages/en/words.yaml'].map((file) => [
						file,
						readFileSync(join(folder, file), 'utf8'),
					]),
				);
			const before = read();
			const words = picks.map(({ kind, place, actor, topic: about, word: text }) => ({
				kind,
				target: kind === 'place' ? place : kind === 'actor' ? actor : about,
				word: text,
				...(kind.startsWith('topic') ? { language: 'en' } : {}),
			}));
			fc.pre(words.every(({ word: text }) => !Object.values(before).some((yaml) => yaml.includes(text))));
			const adds = words.map((after): RecordChange => ({ type: 'word', id: wordId(after), before: null, after }));
			const plan = planWrites(folder, adds);
			expect(plan.problems).toEqual([]);
			writeFiles(folder, plan.files);
			expect(planWrites(folder, adds)).toEqual({ files: new Map(), problems: [] });
			const { records } = loadKnowledge(folder);
			const all = JSON.stringify([records.jurisdictions, records.people, records.languages]);
			for (const { word: text } of words) expect(all).toContain(JSON.stringify(text));
			const removes = words.map((one): RecordChange => ({ type: 'word', id: wordId(one), before: one, after: null }));
			writeFiles(folder, planWrites(folder, removes).files);
			expect(read()).toEqual(before);
		}),
		{ numRuns: RUNS },
	);
}, 600_000);
