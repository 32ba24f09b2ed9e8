/** The embedded database is copied while a bot writes to it, and put back when none does. */
import {
	chmodSync,
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
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { newTelegram, nothingAmiss, QUESTION, startFor, useSmallKnowledge } from '../e2e/telegram-bot.ts';
import { startChild } from '../store/processes.ts';
import { aRevision } from '../store/samples.ts';
import { runSql } from '../support/databases.ts';
import { runScript } from '../support/run-script.ts';

useSmallKnowledge();
afterAll(nothingAmiss);

let folder: string;
let file: string;
let copy: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'backup-'));
	file = join(folder, 'data/bot.db');
	copy = join(folder, 'copy.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const url = () => `sqlite:${file}`;
const backup = (target = copy) => runScript('backup', [target], { DATABASE_URL: url() });
const restore = (from = copy) => runScript('restore', [from], { DATABASE_URL: url() });

/** Does `work` with the store, and closes it. */
async function withStore<T>(work: (store: Store) => Promise<T>, path = file): Promise<T> {
	const store = await openStore(`sqlite:${path}`);
	try {
		return await work(store);
	} finally {
		await store.close();
	}
}

const publish = () => withStore(async (store) => store.revisions.append(await aRevision(store)));
const published = (path = file) => withStore(async (store) => (await store.revisions.after(0)).length, path);
const isSound = (path: string) => runSql(`sqlite:${path}`, 'pragma integrity_check');
const kept = () => readdirSync(join(folder, 'data')).filter((name) => name.includes('.before-restore-'));
const inData = () => readdirSync(join(folder, 'data')).sort();

describe('a backup', () => {
	test('is whole and sound, however much is written meanwhile, and holds up nobody', async () => {
		const writer = startChild('write', url());
		await writer.said('wrote 20');
		const counts: number[] = [];
		for (let number = 0; number < 6; number += 1) {
			const target = join(folder, `copy-${number}.db`);
			const run = await backup(target);
			expect(run).toMatchObject({ code: 0, stderr: '' });
			expect(run.stdout).toContain(`${target} holds all of ${file}, and is sound.`);
			expect(await isSound(target)).toEqual([{ integrity_check: 'ok' }]);
			const [row] = await runSql(
				`sqlite:${target}`,
				'select (select count(*) from proposals) as proposals, (select count(*) from reviews) as reviews',
			);
			expect(row?.reviews).toBe(row?.proposals);
			counts.push(Number(row?.proposals));
		}
		expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
		const wrote = writer.lines().length;
		await expect.poll(() => writer.lines().length).toBeGreaterThan(wrote);
		expect(readdirSync(folder).filter((name) => !/^(data|copy-\d\.db)$/.test(name))).toEqual([]);
		writer.process.kill('SIGKILL');
		await writer.ended;
	});

	test('is for its owner alone, and needs no file beside it', async () => {
		await publish();
		await backup();
		expect((statSync(copy).mode & 0o777).toString(8)).toBe('600');
		// Where nothing can be written, a copy with a log of its own could not be read.
		chmodSync(copy, 0o400);
		const database = new DatabaseSync(copy, { readOnly: true });
		expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'delete' });
		database.close();
		expect(readdirSync(folder).sort()).toEqual(['copy.db', 'data']);
	});

	test('never takes the place of a file', async () => {
		await publish();
		writeFileSync(copy, 'precious');
		expect(await backup()).toEqual({
			code: 1,
			stdout: '',
			stderr: `${copy} exists already. Choose another name.\n`,
		});
		expect(readFileSync(copy, 'utf8')).toBe('precious');
	});

	test('of a damaged database is refused, and leaves nothing', async () => {
		await publish();
		damage(file);
		const run = await backup();
		expect(run).toMatchObject({ code: 1, stdout: '' });
		expect(run.stderr).toMatch(/^The copy could not be made: .*(damaged|cannot be used)/);
		expect(readdirSync(folder)).toEqual(['data']);
	});

	test('into a folder that does not exist is refused', async () => {
		await publish();
		const run = await backup(join(folder, 'none/copy.db'));
		expect(run).toMatchObject({ code: 1, stdout: '' });
		expect(run.stderr).toContain('cannot be written (ENOENT)');
	});
});

describe('a restored database', () => {
	test('holds what the backup held, and the one before is kept', async () => {
		await publish();
		await backup();
		await publish();
		const run = await restore();
		expect(run).toMatchObject({ code: 0, stderr: '' });
		expect(run.stdout).toContain(`${file} holds what ${copy} held. Start the bot.`);
		const [old = ''] = kept();
		expect(run.stdout).toContain(old);
		expect(inData()).toEqual(['bot.db', old]);
		expect((statSync(join(folder, 'data', old)).mode & 0o777).toString(8)).toBe('600');
		expect(await published()).toBe(1);
		expect(await published(join(folder, 'data', old))).toBe(2);
	});

	test('can be taken back', async () => {
		await publish();
		await backup();
		await publish();
		await restore();
		expect(await restore(join(folder, 'data', kept()[0] as string))).toMatchObject({ code: 0 });
		expect(await published()).toBe(2);
		expect(kept()).toHaveLength(2);
	});

	test('is whole when the bot before was killed, whose last words are kept with the rest', async () => {
		await publish();
		await backup();
		const writer = startChild('write', url());
		await writer.said('wrote 50');
		writer.process.kill('SIGKILL');
		await writer.ended;
		const wrote = writer.lines().filter((line) => line.startsWith('wrote')).length;
		expect(existsSync(`${file}-wal`)).toBe(true);
		expect(await restore()).toMatchObject({ code: 0 });
		const [old = ''] = kept();
		expect(inData()).toEqual(['bot.db', old]);
		expect(await isSound(file)).toEqual([{ integrity_check: 'ok' }]);
		const [row] = await runSql(`sqlite:${join(folder, 'data', old)}`, 'select count(*) as reviews from reviews');
		expect(Number(row?.reviews)).toBeGreaterThanOrEqual(wrote);
		expect(await published()).toBe(1);
	});

	test('takes the place of one that is no database any more, which is kept as it was', async () => {
		await publish();
		await backup();
		writeFileSync(file, 'nothing that any program knows, and rather long for a header');
		writeFileSync(`${file}-wal`, 'its log');
		expect(await restore()).toMatchObject({ code: 0, stderr: '' });
		const [old = '', log = ''] = kept().sort();
		expect(readFileSync(join(folder, 'data', old), 'utf8')).toMatch(/^nothing that/);
		expect(log).toBe(`${old}-wal`);
		expect(inData()).toEqual(['bot.db', old, log]);
		expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
		expect(await published()).toBe(1);
	});

	test('takes the place of a damaged one', async () => {
		await publish();
		await backup();
		damage(file);
		expect(await restore()).toMatchObject({ code: 0, stderr: '' });
		expect(kept()).toHaveLength(1);
		expect(await isSound(file)).toEqual([{ integrity_check: 'ok' }]);
		expect(await published()).toBe(1);
	});

	test('comes up where there was none', async () => {
		await publish();
		await backup();
		rmSync(join(folder, 'data'), { recursive: true });
		expect(await restore()).toMatchObject({ code: 0, stderr: '' });
		expect(inData()).toEqual(['bot.db']);
		expect(await published()).toBe(1);
	});
});

describe('a restore is refused', () => {
	beforeEach(async () => {
		await publish();
		await backup();
		await publish();
	});

	/** Restores from a file that cannot be; gives what is said of it. */
	async function refused(from: string): Promise<string> {
		const { code, stdout, stderr } = await restore(from);
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(kept()).toEqual([]);
		expect(await published()).toBe(2);
		return stderr;
	}

	test('when the backup is missing', async () => {
		expect(await refused(join(folder, 'none.db'))).toContain('none.db does not exist.');
	});

	test('when it is no database', async () => {
		const text = join(folder, 'text.db');
		writeFileSync(text, 'This is a text, and long enough to be taken for something else.\n'.repeat(20));
		expect(await refused(text)).toContain('The file is no SQLite database.');
		writeFileSync(text, '');
		expect(await refused(text)).toContain('is no database of this bot.');
	});

	test("when it is another program's", async () => {
		const other = join(folder, 'other.db');
		new DatabaseSync(other).exec('create table notes (text)');
		expect(await refused(other)).toContain('other.db is no database of this bot.');
	});

	test('when it is damaged', async () => {
		damage(copy);
		expect(await refused(copy)).toMatch(/copy\.db (is damaged|cannot be used)/);
	});

	test('when a newer version made it', async () => {
		await runSql(
			`sqlite:${copy}`,
			`insert into kysely_migration (name, timestamp) values ('9999-later', '2031-01-01T00:00:00.000Z')`,
		);
		expect(await refused(copy)).toContain('copy.db was made by a newer version of this program.');
	});

	test('when it is the database itself', async () => {
		expect(await refused(file)).toContain('is the database itself.');
	});

	test('when DATABASE_URL names a folder', async () => {
		mkdirSync(join(folder, 'other'));
		const run = await runScript('restore', [copy], { DATABASE_URL: `sqlite:${join(folder, 'other')}` });
		expect(run).toMatchObject({ code: 1, stdout: '' });
		expect(run.stderr).toContain('is no file.');
	});
});

test('a bot that runs goes on through a backup, keeps its database from being replaced, and starts on what was restored', async () => {
	const telegram = await newTelegram();
	const chat = telegram.privateChat();
	const start = async () => {
		const bot = startFor(telegram, { DATABASE_URL: url() });
		await bot.ready();
		return bot;
	};
	const asked = async () => expect((await chat.say(QUESTION)).text).toContain('Russia');
	let bot = await start();
	await asked();
	expect(await backup()).toMatchObject({ code: 0 });
	await asked();
	const before = readFileSync(file);
	expect(await restore()).toEqual({
		code: 1,
		stdout: '',
		stderr: 'A running bot has the database open. Stop it, and run this again.\n',
	});
	expect(kept()).toEqual([]);
	expect(readFileSync(file).equals(before)).toBe(true);
	await asked();
	expect(await bot.stop()).toMatchObject({ code: 0 });
	expect(await restore()).toMatchObject({ code: 0 });
	bot = await start();
	await asked();
	expect(await bot.stop()).toMatchObject({ code: 0 });
});

describe('both scripts', () => {
	test.each(['backup', 'restore'])('%s points to the tools of PostgreSQL where that is used', async (script) => {
		const run = await runScript(script, ['copy.db'], { DATABASE_URL: 'postgres://bot:secret@localhost/bot' });
		expect(run).toMatchObject({ code: 2, stdout: '' });
		expect(run.stderr).toContain(script === 'backup' ? 'pg_dump' : 'pg_restore');
		expect(run.stderr).not.toContain('secret');
	});

	test.each(['backup', 'restore'])('%s takes one file', async (script) => {
		for (const args of [[], ['a', 'b'], ['--force']]) {
			const run = await runScript(script, args, { DATABASE_URL: url() });
			expect(run).toMatchObject({ code: 2, stdout: '' });
			expect(run.stderr).toContain(`usage: npm run ${script} -- FILE`);
		}
		expect(existsSync(join(folder, 'data'))).toBe(false);
	});

	test('a backup of nothing is refused, and a database in memory has no file', async () => {
		const run = await backup();
		expect(run).toMatchObject({ code: 2, stdout: '' });
		expect(run.stderr).toContain(`There is no database at ${file}.`);
		expect(await runScript('backup', [copy], { DATABASE_URL: 'sqlite::memory:' })).toMatchObject({ code: 2 });
	});
});

/** Overwrites pages in the middle of a database file. */
function damage(path: string): void {
	const bytes = readFileSync(path);
	bytes.fill(7, 2 * 4096, bytes.length - 4096);
	writeFileSync(path, bytes);
}
