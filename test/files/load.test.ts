import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/files/load.ts';
import { DAY } from '../support/records.ts';
import { copyWords } from '../support/words.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
	copyWords(folder);
	mkdirSync(join(folder, 'jurisdictions'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const RUSSIA = `code: RU
name: Russia
research: { state: researched, on: 2026-11-24 }
facts:
  - id: ru-mining
    topic: mining
    status: regulated
    title: Mining needs registration
    claim: Miners must register.
    in_force: 2024
    verified: 2026-11-24
    evidence: Article 1.
    sources: [ru-src-law]
sources:
  - id: ru-src-law
    title: The law
    publisher: The parliament
    url: https://example.org/law
    published: 2024-08-08
    accessed: 2026-11-24
    language: ru
    kind: law
`;

/** The problems of the folder with this file for Russia, as "FILE:LINE message". */
function problemsOf(russia: string | Uint8Array): string[] {
	writeFileSync(join(folder, 'jurisdictions/RU.yaml'), russia);
	return loadKnowledge(folder, DAY).problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

test('a sound folder is read, and a bare year is a date', () => {
	expect(problemsOf(RUSSIA)).toEqual([]);
	const { records } = loadKnowledge(folder, DAY);
	expect(records.facts).toMatchObject([{ id: 'ru-mining', jurisdiction: 'RU', in_force: '2024', supersedes: [] }]);
});

test('the shipped folder is sound', () => {
	expect(loadKnowledge('knowledge', DAY).problems).toEqual([]);
});

test('a wrong field is named with its line and what to do', () => {
	expect(problemsOf(RUSSIA.replace('topic: mining', 'topik: mining'))).toEqual([
		'jurisdictions/RU.yaml:5 "topic" is missing; add it',
		'jurisdictions/RU.yaml:6 "topik" is no field here; correct its spelling or remove it',
	]);
	expect(problemsOf(RUSSIA.replace('in_force: 2024', 'in_force: 2024-02-30'))).toEqual([
		'jurisdictions/RU.yaml:10 "in_force" must be a date that exists, written YYYY, YYYY-MM or YYYY-MM-DD',
	]);
	expect(problemsOf(RUSSIA.replace('kind: law', 'kind: blog'))[0]).toMatch(
		/^jurisdictions\/RU\.yaml:22 "kind" must be one of law, regulator, /,
	);
	expect(problemsOf(RUSSIA.replace('https:', 'http:'))).toEqual([
		'jurisdictions/RU.yaml:18 "url" must be an https address',
	]);
	expect(problemsOf(RUSSIA.replace('[ru-src-law]', 'ru-src-law'))).toEqual([
		'jurisdictions/RU.yaml:13 "sources" must be a list',
	]);
	expect(problemsOf(RUSSIA.replace('Miners must', 'Miners\u200b must'))).toEqual([
		'jurisdictions/RU.yaml:9 "claim" must be plain text without control or invisible characters',
	]);
	expect(problemsOf(RUSSIA.replace('    in_force: 2024\n', ''))).toEqual([
		'jurisdictions/RU.yaml:5 "announced" must have a date: "announced", "in_force" or both',
	]);
});

test('a broken rule between records points at its line', () => {
	expect(problemsOf(RUSSIA.replace('status: regulated', 'status: bannd'))[0]).toMatch(
		/^jurisdictions\/RU\.yaml:7 "bannd" is no status of mining; choose one of supported, /,
	);
});

test('broken YAML, another encoding and a file that does not belong are told apart', () => {
	expect(problemsOf(RUSSIA.replace('title: The law', 'title: The law: part 1'))[0]).toMatch(
		/^jurisdictions\/RU\.yaml:16 is not valid YAML: .*quote text that holds ": "/,
	);
	expect(problemsOf(Uint8Array.from([0x63, 0xff, 0xfe, 0x00]))).toEqual([
		'jurisdictions/RU.yaml:1 is not UTF-8 text; save it as UTF-8',
	]);
	writeFileSync(join(folder, 'notes.yaml'), 'a: 1\n');
	expect(problemsOf(RUSSIA)).toEqual([
		'notes.yaml:1 is no file of the knowledge base; see knowledge/README.md for the names, or remove it',
	]);
});

test('a file is named after what it holds', () => {
	expect(problemsOf(RUSSIA.replace('code: RU', 'code: JP'))).toContain(
		'jurisdictions/RU.yaml:1 the file must be named "JP.yaml" after its code',
	);
});

test('a folder that is missing, empty, no folder or not readable says so', () => {
	const messageOf = (path: string) => loadKnowledge(path, DAY).problems.map(({ message }) => message);
	expect(messageOf(join(folder, 'none'))).toEqual(['does not exist; set KNOWLEDGE_DIR to the knowledge folder']);
	expect(messageOf(join(folder, 'jurisdictions'))).toEqual([
		'holds no YAML file; set KNOWLEDGE_DIR to the knowledge folder',
	]);
	expect(messageOf(join(folder, 'topics.yaml'))).toEqual([
		'is not a folder; set KNOWLEDGE_DIR to the knowledge folder',
	]);
	expect(messageOf(folder)).toEqual(['holds no fact; add a file such as jurisdictions/RU.yaml']);
});

test('an empty file says so', () => {
	expect(problemsOf('\n')).toContain('jurisdictions/RU.yaml:1 is empty; write its records, or remove the file');
});

test('a folder where a file should be is named', () => {
	mkdirSync(join(folder, 'jurisdictions/RU.yaml'));
	expect(loadKnowledge(folder, DAY).problems).toEqual([
		{ file: 'jurisdictions/RU.yaml', line: 1, message: 'is a folder; a file is expected' },
	]);
});
