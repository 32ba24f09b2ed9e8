/** What was published in the chat goes into the files, and files and database agree from then on, whichever is changed next. */
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffLines } from 'diff';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportFiles } from '../../src/cli/export-files.ts';
import { toPlainText } from '../../src/core/answer/plain-text.ts';
import type { RecordChange } from '../../src/core/knowledge/changes.ts';
import type { KnowledgeRecords } from '../../src/core/knowledge/records.ts';
import type { Fact, Source, Statement } from '../../src/core/knowledge/schema.ts';
import { messagesFor } from '../../src/core/messages/messages.ts';
import { loadKnowledge } from '../../src/files/load.ts';
import type { Desk } from '../../src/moderation/desk.ts';
import { proposeConflicts, recordFileVersions } from '../../src/moderation/files.ts';
import { Published } from '../../src/moderation/published.ts';
import { approve } from '../../src/moderation/review.ts';
import type { NewProposal, NewRevision, Store } from '../../src/store/store.ts';
import { eachDatabase, freshDatabase, testStore } from '../support/databases.ts';
import { DAY, makeFact, makeSource, makeStatement } from '../support/records.ts';
import { runScript } from '../support/run-script.ts';
import { copyPartOfKnowledge } from './part-of-knowledge.ts';

const RU = 'jurisdictions/RU.yaml';
const JP = 'jurisdictions/JP.yaml';
const MARKS = 'exported.yaml';
const ID = 'ru-mining-law-2024';
const NOW = '2026-11-24T10:00:00.000Z';
const AUTHOR = 'author-of-all-changes';
const REVIEWER = 'reviewer-of-all-changes';

/** Asked before and after an export. */
const QUESTIONS = [
	'is mining legal in Russia',
	'who said mining is lawful',
	'mining in Kenya',
	'mining in the Silicon Savannah',
	'what did the Countess of Coins say',
	'which countries ban mining',
	'crypto tax japan',
];

let store: Store;
let folder: string;
/** The files as they were at first. */
let original: Map<string, string>;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'export-'));
	copyPartOfKnowledge(folder);
	original = snapshot();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const edit = (file: string, from: string | RegExp, to: string) => {
	const text = read(file);
	expect(text).toMatch(from);
	writeFileSync(join(folder, file), text.replace(from, to));
};

/** The text of every file. */
function snapshot(): Map<string, string> {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
	return new Map(names.filter((name) => statSync(join(folder, name)).isFile()).map((name) => [name, read(name)]));
}

/** The lines that changed since `before`, with - and + in front, by file. */
function changedSince(before: Map<string, string>): Record<string, string[]> {
	const after = snapshot();
	const files = [...new Set([...before.keys(), ...after.keys()])].sort();
	return Object.fromEntries(
		files.flatMap((file) => {
			const lines = diffLines(before.get(file) ?? '', after.get(file) ?? '').flatMap(({ added, removed, value }) =>
				added || removed
					? value
							.replace(/\n$/, '')
							.split('\n')
							.map((line) => (added ? '+' : '-') + line)
					: [],
			);
			return lines.length > 0 ? [[file, lines]] : [];
		}),
	);
}

/** What a bot does that starts on the files. */
async function start() {
	const shipped = loadKnowledge(folder, DAY);
	expect(shipped.problems).toEqual([]);
	const published = new Published(shipped);
	await published.catchUp(store.revisions);
	const desk: Desk = {
		store,
		published,
		day: () => DAY,
		now: () => NOW,
		needsSecond: true,
		moderatorChats: [{ platform: 'telegram', chat: '-1001' }],
	};
	await recordFileVersions(desk, shipped);
	const proposed = await proposeConflicts(desk, shipped);
	const factOf = (id: string) => published.records.facts.find((fact) => fact.id === id) as Fact;
	return { desk, published, proposed, claim: factOf(ID)?.claim, factOf };
}

/** What `npm run export` does. */
function exportOnce(from = store) {
	const desk = { store: from, day: () => DAY, now: () => NOW, needsSecond: true, moderatorChats: [] };
	return exportFiles(folder, loadKnowledge(folder, DAY), desk);
}

/** Publishes changes as moderators do. */
async function publish(subject: string, changes: RecordChange[]): Promise<void> {
	const { desk } = await start();
	const proposal = await store.proposals.add({
		kind: 'change',
		subject,
		title: subject,
		author: AUTHOR,
		fromMember: false,
		reason: 'For a reason that stays in the log.',
		changes: JSON.stringify(changes),
		fileVersion: null,
		createdAt: NOW,
	});
	const decided = { proposal: proposal?.id ?? 0, version: 1, reviewer: REVIEWER, note: '' };
	expect(await approve(desk, decided)).toMatchObject({ kind: 'published' });
}

async function publishClaim(claim: string): Promise<void> {
	const { factOf } = await start();
	const before = factOf(ID);
	await publish(ID, [{ type: 'fact', id: ID, before, after: { ...before, claim } }]);
}

const claimInFile = () => loadKnowledge(folder).records.facts.find(({ id }) => id === ID)?.claim;

/** Edits the claim of the entry in the file by hand. */
function editClaim(claim: string): void {
	edit(RU, new RegExp(`(id: ${ID}\\n[\\s\\S]*?claim: )>-\\n(?:      .*\\n)+`), `$1${claim}\n`);
}

/** Exports, and again, which must change nothing. */
async function exportAll() {
	const before = snapshot();
	const { code, done, amiss } = await exportOnce();
	expect(code).toBe(0);
	const changed = changedSince(before);
	const after = snapshot();
	expect(await exportOnce()).toMatchObject({ code: 0, done: [`${folder} holds all that is published.`] });
	expect(changedSince(after)).toEqual({});
	return { done, amiss, changed };
}

async function publishJapan(): Promise<void> {
	const { published } = await start();
	const fact = published.records.facts.find(({ jurisdiction }) => jurisdiction === 'JP') as Fact;
	await publish(fact.id, [{ type: 'fact', id: fact.id, before: fact, after: { ...fact, title: 'A new title' } }]);
}

/** Something of everything that can be published. */
async function publishAllKinds(): Promise<void> {
	await publishClaim('Mining is lawful: for "those" in the register # of miners.');
	await publishJapan();
	const kenya = makeSource({ id: 'ke-src-law', url: 'https://example.org/kenya' });
	const fact = makeFact({ id: 'ke-mining-law-2026', jurisdiction: 'KE', sources: [kenya.id], lead: true });
	await publish(fact.id, [
		{ type: 'fact', id: fact.id, before: null, after: fact },
		{ type: 'source', id: kenya.id, before: null, after: kenya },
	]);
	const { published } = await start();
	const [source] = published.records.sources.filter(({ id }) => id.startsWith('ru-')) as [Source];
	const reread = { ...source, accessed: DAY, title: 'A page with a new title' };
	const statement: Statement = makeStatement({
		id: 'ru-countess-2026',
		speaker: 'countess-coins',
		topics: ['mining'],
		title: 'The Countess calls mining lawful',
		verified: DAY,
		sources: [source.id],
	});
	await publish(statement.id, [
		{ type: 'statement', id: statement.id, before: null, after: statement },
		{ type: 'source', id: source.id, before: source, after: reread },
		{
			type: 'person',
			id: 'countess-coins',
			before: null,
			after: { id: 'countess-coins', name: 'Countess Coins', aliases: [], offices: [] },
		},
	]);
	for (const word of [
		{ kind: 'actor', target: 'countess-coins', word: 'Countess of Coins' },
		{ kind: 'place', target: 'KE', language: 'en', word: 'Silicon Savannah' },
		{ kind: 'topic-word', target: 'mining', language: 'en', word: 'hashing rigs' },
	] as const) {
		const id = [word.kind, word.target, 'language' in word ? word.language : '', word.word].join(':');
		await publish(id, [{ type: 'word', id, before: null, after: word }]);
	}
	const retired = (await start()).factOf('jp-coincheck-2018');
	await publish(retired.id, [{ type: 'fact', id: retired.id, before: retired, after: null }]);
}
/** Records in an order of their own: where a file puts an entry says nothing. */
function byId(records: KnowledgeRecords) {
	const nameOf = (record: object) => ('id' in record ? record.id : (record as { code: string }).code) as string;
	return Object.fromEntries(
		Object.entries(records).map(([list, value]) => [
			list,
			Array.isArray(value) ? [...value].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) : value,
		]),
	);
}

function answerOf({ core }: Published, question: string): string {
	const answer = core.ask(question, { day: DAY, pageSize: Number.POSITIVE_INFINITY });
	return toPlainText(answer, messagesFor(answer.language));
}

eachDatabase((name) => {
	beforeEach(async () => {
		store = await testStore(name);
	});

	test('a changed claim changes the lines of that claim, and a file of marks is written', async () => {
		await publishClaim('Mining is lawful for those in the register.');
		const { changed, done } = await exportAll();
		expect(Object.keys(changed)).toEqual([MARKS, RU]);
		expect(changed[RU]?.filter((line) => line.startsWith('+'))).toEqual([
			'+      Mining is lawful for those in the register.',
		]);
		expect(changed[MARKS]).toEqual([
			expect.stringMatching(/^\+# Written by "npm run export"/),
			expect.stringMatching(/^\+# /),
			expect.stringMatching(/^\+fact:ru-mining-law-2024: "[0-9a-f]{16}"$/),
		]);
		expect(done).toEqual([
			expect.stringMatching(/^wrote .*RU\.yaml$/),
			expect.stringMatching(/^wrote .*exported\.yaml$/),
			`  fact ${ID} changed`,
		]);
	});

	test('an edit of the file by hand after an export is newer than the revision, and the next export leaves it alone', async () => {
		await publishClaim('Published in the chat.');
		await exportAll();
		edit(RU, 'Published in the chat.', 'Edited by hand.');
		const { claim, proposed, published } = await start();
		expect({ claim, proposed }).toEqual({ claim: 'Edited by hand.', proposed: 0 });
		expect(published.conflicts).toEqual([]);
		expect(await exportAll()).toMatchObject({ changed: {} });
		expect(await start()).toMatchObject({ claim: 'Edited by hand.', proposed: 0 });
	});

	test('an edit by hand of an entry whose revision was not exported becomes one proposal, however often the bot starts', async () => {
		await publishClaim('Published in the chat.');
		editClaim('Edited by hand.');
		const starts = [await start(), await start(), await start()];
		expect(starts.map(({ claim }) => claim)).toEqual(Array(3).fill('Published in the chat.'));
		expect(starts.map(({ proposed }) => proposed)).toEqual([1, 0, 0]);
		expect(await store.proposals.in(['open'])).toMatchObject([{ kind: 'files', subject: ID, author: null }]);
		expect(await store.notices.take('telegram', NOW, NOW, 10)).toHaveLength(1);
	});
});

describe('files and database', () => {
	beforeEach(async () => {
		store = await testStore('sqlite');
	});

	test('with nothing published there is nothing to write', async () => {
		expect(await exportAll()).toMatchObject({ changed: {}, amiss: [] });
		expect(existsSync(join(folder, MARKS))).toBe(false);
	});

	test('whatever was published, the bot answers from the new files as it did before, and they tell nobody', async () => {
		const key = await store.people.keyOf({ platform: 'discord', platformId: '900100200', name: 'Zoe Quill' }, NOW);
		await publishAllKinds();
		const before = await start();
		const { changed, done } = await exportAll();
		const after = await start();
		expect(after.proposed).toBe(0);
		expect(after.published.conflicts).toEqual([]);
		expect(byId(after.published.records)).toEqual(byId(before.published.records));
		expect(byId(loadKnowledge(folder).records)).toEqual(byId(before.published.records));
		for (const question of QUESTIONS)
			expect(answerOf(after.published, question), question).toBe(answerOf(before.published, question));
		expect(answerOf(after.published, 'mining in the Silicon Savannah')).toContain('Kenya');
		expect(Object.keys(changed)).toEqual([
			MARKS,
			JP,
			'jurisdictions/KE.yaml',
			RU,
			'languages/en/words.yaml',
			'people/countess-coins.yaml',
		]);
		expect(done).toContain('  source ke-src-law added');
		expect(done).toContain('  word topic-word:mining:en:hashing rigs added');
		const all = [...snapshot().values()].join('\n');
		for (const trace of [AUTHOR, REVIEWER, key, '900100200', 'Zoe Quill', 'For a reason that stays in the log'])
			expect(all).not.toContain(trace);
	});

	test('a source that nothing cites any more goes with the entry that cited it', async () => {
		const source = makeSource({ id: 'ru-src-alone', url: 'https://example.org/alone' });
		const { factOf } = await start();
		const { sources } = loadKnowledge(folder).records;
		const before = factOf(ID);
		const citing = { ...before, sources: ['ru-src-alone'] };
		await publish(ID, [
			{ type: 'fact', id: ID, before, after: citing },
			{ type: 'source', id: source.id, before: null, after: source },
		]);
		await exportAll();
		expect(read(RU)).toContain('ru-src-alone');
		const lent = sources
			.filter(({ id }) => before.sources.includes(id))
			.map((one): RecordChange => ({ type: 'source', id: one.id, before: one, after: one }));
		await publish(ID, [{ type: 'fact', id: ID, before: citing, after: before }, ...lent]);
		expect((await exportAll()).done).toContain('  source ru-src-alone removed');
		expect(Object.keys(changedSince(original))).toEqual([MARKS]);
	});

	describe('once it has been exported', () => {
		beforeEach(async () => {
			await publishClaim('Published in the chat.');
			await exportAll();
		});

		test('a revision after an edit by hand is newer than the edit', async () => {
			edit(RU, 'Published in the chat.', 'Edited by hand.');
			await publishClaim('Published after that.');
			expect(await start()).toMatchObject({ claim: 'Published after that.', proposed: 0 });
			const { changed } = await exportAll();
			expect(changed[RU]).toEqual(['-      Edited by hand.', '+      Published after that.']);
			expect(changed[MARKS]).toHaveLength(2);
			edit(RU, 'Published after that.', 'Edited once more.');
			expect(await start()).toMatchObject({ claim: 'Edited once more.', proposed: 0 });
		});

		test('an entry that is taken out of the file by hand stays out', async () => {
			const entry = new RegExp(`  - id: ${ID}\\n(?:    .*\\n)+`);
			edit(RU, entry, '');
			const { factOf, proposed } = await start();
			expect({ fact: factOf(ID), proposed }).toEqual({ fact: undefined, proposed: 0 });
		});

		test('files from before the export give what is published', async () => {
			writeFileSync(join(folder, RU), original.get(RU) as string);
			rmSync(join(folder, MARKS));
			expect(await start()).toMatchObject({ claim: 'Published in the chat.', proposed: 0 });
			expect((await exportAll()).changed[RU]).toContain('+      Published in the chat.');
		});

		test('files of an older export give what was published since', async () => {
			const older = snapshot();
			await publishClaim('Published after that.');
			await exportAll();
			for (const file of [RU, MARKS]) writeFileSync(join(folder, file), older.get(file) as string);
			expect(await start()).toMatchObject({ claim: 'Published after that.', proposed: 0 });
		});

		test('a database restored from before that leaves the files as they are, and asks moderators', async () => {
			const [proposal] = await store.proposals.on(ID);
			const [revision] = await store.revisions.after(0);
			await publishClaim('Published after the backup.');
			await exportAll();
			store = await testStore('sqlite');
			await store.proposals.add(proposal as NewProposal);
			await store.revisions.append(revision as NewRevision);
			expect(await start()).toMatchObject({ claim: 'Published after the backup.', proposed: 1 });
			expect(await start()).toMatchObject({ claim: 'Published after the backup.', proposed: 0 });
			const { changed, amiss } = await exportAll();
			expect(changed).toEqual({});
			expect(amiss).toEqual([expect.stringContaining('an export wrote into them what this database does not know.')]);
			await publishClaim('Published after the restore.');
			expect(await start()).toMatchObject({ claim: 'Published after the restore.', proposed: 0 });
			expect((await exportAll()).changed[RU]).toContain('+      Published after the restore.');
		});

		test('a database that knows nothing of it leaves files and marks as they are', async () => {
			const before = snapshot();
			expect(await exportOnce(await testStore('sqlite'))).toMatchObject({ code: 0 });
			expect(changedSince(before)).toEqual({});
		});
	});

	describe('an edit by hand of an entry whose revision was not exported', () => {
		beforeEach(async () => {
			await publishClaim('Published in the chat.');
			editClaim('Edited by hand.');
		});

		test('is asked about again when it is edited again, and not after it has been turned down', async () => {
			await start();
			const [first] = await store.proposals.in(['open']);
			await store.proposals.update(first?.id ?? 0, 1, { state: 'rejected' }, NOW);
			expect(await start()).toMatchObject({ proposed: 0, claim: 'Published in the chat.' });
			edit(RU, 'Edited by hand.', 'Edited by hand again.');
			expect(await start()).toMatchObject({ proposed: 1, claim: 'Published in the chat.' });
		});

		test('is published when the proposal is approved, and the files hold it already', async () => {
			const { desk } = await start();
			const [proposal] = await store.proposals.in(['open']);
			const decided = { proposal: proposal?.id ?? 0, version: 1, reviewer: REVIEWER, note: '' };
			expect(await approve(desk, decided)).toMatchObject({ kind: 'published' });
			expect(desk.published.core.base.entries.get(ID)).toMatchObject({ claim: 'Edited by hand.' });
			expect(await start()).toMatchObject({ proposed: 0, claim: 'Edited by hand.' });
			expect(Object.keys((await exportAll()).changed)).toEqual([MARKS]);
		});

		test('is written over by an export, which says so and sees that the queue has it, though no bot saw it', async () => {
			const { amiss } = await exportAll();
			expect(amiss).toEqual([expect.stringContaining(`fact ${ID}: the files had been edited as well.`)]);
			expect(claimInFile()).toBe('Published in the chat.');
			const [proposal, ...others] = await store.proposals.in(['open']);
			expect(others).toEqual([]);
			expect(JSON.parse(proposal?.changes ?? '')[0]).toMatchObject({ after: { claim: 'Edited by hand.' } });
			const { desk, proposed } = await start();
			expect(proposed).toBe(0);
			const decided = { proposal: proposal?.id ?? 0, version: 1, reviewer: REVIEWER, note: '' };
			expect(await approve(desk, decided)).toMatchObject({ kind: 'published' });
			await exportAll();
			expect(claimInFile()).toBe('Edited by hand.');
		});
	});

	test('a revision that no longer goes together with the files is not written, and that is said each time', async () => {
		const { factOf } = await start();
		const before = factOf(ID);
		await publish(ID, [{ type: 'fact', id: ID, before, after: { ...before, status: 'restricted' } }]);
		await publishJapan();
		// In the files the status has another name from now on.
		edit('topics.yaml', /(id: mining\n[\s\S]*?id: )restricted\b/, '$1limited');
		for (const file of [RU, JP])
			writeFileSync(
				join(folder, file),
				read(file).replace(/(topic: mining\n {4}status: )restricted\n/g, '$1limited\n'),
			);
		for (const part of ['words', 'labels']) rmSync(join(folder, `languages/en/${part}.yaml`), { force: true });
		expect(loadKnowledge(folder, DAY).problems).toEqual([]);
		const edited = snapshot();
		const { amiss } = await exportAll();
		const said = `fact ${ID}: not written, since it no longer goes together with the files: `;
		expect(amiss).toEqual([expect.stringContaining(said)]);
		expect((await exportOnce()).amiss).toEqual(amiss);
		expect(Object.keys(changedSince(edited))).toEqual([MARKS, JP]);
		expect(read(MARKS)).not.toContain(ID);
		expect(await start()).toMatchObject({ proposed: 0 });
	});
});

describe('an export', () => {
	const at = (database: string) => ({ DATABASE_URL: `sqlite:${database}`, KNOWLEDGE_DIR: folder });

	test('makes no database where there is none', async () => {
		const missing = join(folder, 'none.db');
		const run = await runScript('export', [], at(missing));
		expect(run).toMatchObject({ code: 2, stdout: '' });
		expect(run.stderr).toContain(`There is no database at ${missing}.`);
		expect(existsSync(missing)).toBe(false);
	});

	test('takes no options, and says what is wrong with the configuration', async () => {
		expect(await runScript('export', ['--all'], at('none'))).toMatchObject({ code: 2 });
		const run = await runScript('export', [], { ...at('none'), LOG_LEVEL: 'loud' });
		expect(run).toMatchObject({ code: 2 });
		expect(run.stderr).toContain('LOG_LEVEL must be one of');
	});

	test('writes nothing into files that have problems', async () => {
		edit('topics.yaml', /fresh_days: \d+/, 'fresh_days: soon');
		const run = await runScript('export', [], at('none'));
		expect(run).toMatchObject({ code: 2, stdout: '' });
		expect(run.stderr).toContain('topics.yaml:');
	});
});

test('an export is run by a script, which says what it wrote', async () => {
	const url = await freshDatabase('sqlite');
	store = await testStore('sqlite', url);
	await publishClaim('Published in the chat.');
	const run = () => runScript('export', [], { DATABASE_URL: url, KNOWLEDGE_DIR: folder });
	const { code, stdout, stderr } = await run();
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	expect(stdout).toMatch(/^wrote .*RU\.yaml\nwrote .*exported\.yaml\n {2}fact ru-mining-law-2024 changed\n$/);
	expect(await run()).toEqual({ code: 0, stdout: `${folder} holds all that is published.\n`, stderr: '' });
});

describe('an export that cannot write', () => {
	beforeEach(async () => {
		store = await testStore('sqlite');
		await publishClaim('Published in the chat.');
	});

	test('a change into its file writes nothing at all, and names it', async () => {
		// What a YAML alias repeats cannot be changed in one place alone.
		const { factOf } = await start();
		const [source] = factOf(ID).sources;
		edit(RU, new RegExp(`(  - id: ${source}\\n {4}title: )(.*)\\n`), '$1&shared $2\n');
		editClaim('*shared');
		const before = snapshot();
		const outcome = await exportOnce();
		expect(outcome).toMatchObject({
			code: 1,
			done: [],
			amiss: ['Nothing was written. Correct this by hand, and run it again:', expect.any(String)],
		});
		expect(changedSince(before)).toEqual({});
	});

	test('a file says which one', async () => {
		mkdirSync(join(folder, MARKS));
		expect(await exportOnce()).toEqual({
			code: 1,
			done: [],
			amiss: [expect.stringMatching(/exported\.yaml.* cannot be written \(\w+\)\. Correct that/)],
		});
	});
});
