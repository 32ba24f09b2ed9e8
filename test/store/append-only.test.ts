/** The database itself keeps the log, whatever program writes to it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase, freshDatabase, onPostgres, onSqlite, runSql, testStore } from '../support/databases.ts';
import { aProposal, aRevision, NOW } from './samples.ts';

const LOGS = ['reviews', 'revisions', 'file_versions'];
const REFUSED = /only grows/;

/** A database with one row in each table of the log. */
async function filled(name: 'sqlite' | 'postgres'): Promise<string> {
	const url = await freshDatabase(name);
	const store = await testStore(name, url);
	const revision = await aRevision(store);
	await store.proposals.add(aProposal({ fileVersion: 'hash' }));
	await store.revisions.append(revision);
	await store.reviews.add({
		proposal: revision.proposal,
		reviewer: 'rita',
		decision: 'approved',
		note: 'as it was',
		at: NOW,
	});
	await store.fileVersions.add([{ subject: 'a', version: '1', content: 'as it was', seenAt: NOW }]);
	return url;
}

async function everything(url: string): Promise<unknown> {
	const tables = [...LOGS, 'proposals'].map((table) => runSql(url, `select * from ${table}`));
	return Promise.all(tables);
}

eachDatabase((name) => {
	let url: string;
	beforeAll(async () => {
		url = await filled(name);
	});

	test.each([
		...LOGS.map((table) => `delete from ${table}`),
		'delete from proposals',
		`update reviews set note = 'forged'`,
		`update revisions set changes = 'forged'`,
		`update file_versions set content = 'forged'`,
	])('%s is refused', async (statement) => {
		const before = await everything(url);
		await expect(runSql(url, statement)).rejects.toThrow(REFUSED);
		expect(await everything(url)).toEqual(before);
	});

	test.each([
		`insert into reviews (proposal, reviewer, decision, note, at) values (1, 'r', 'liked', '', '')`,
		`insert into reviews (proposal, reviewer, decision, note, at) values (99, 'r', 'approved', '', '')`,
		`update proposals set state = 'lost'`,
		`update proposals set version = null`,
		`insert into updates (platform, id, at) values ('irc', '1', '')`,
		`insert into notices (platform, content, created_at) values ('discord', '', '')`,
		`insert into notices (platform, person, chat, content, created_at) values ('discord', '1', '1', '', '')`,
	])('%s breaks a rule', async (statement) => {
		// Another program that opens a SQLite file must ask for foreign keys; node:sqlite does by itself.
		await expect(runSql(url, statement)).rejects.toThrow(/constraint/i);
	});
});

onPostgres(() => {
	describe('truncate', () => {
		let url: string;
		beforeAll(async () => {
			url = await filled('postgres');
		});

		test.each([...LOGS, 'proposals cascade'])('truncate %s is refused', async (table) => {
			await expect(runSql(url, `truncate ${table}`)).rejects.toThrow(REFUSED);
		});
	});
});

onSqlite(() => {
	describe('replace', () => {
		let url: string;
		beforeAll(async () => {
			url = await filled('sqlite');
		});

		test.each([
			`replace into reviews values (1, 1, 'forger', 'approved', 'forged', '')`,
			`replace into revisions values (1, 1, 'k', 's', 't', 'a', 'r', '', 'forged', '')`,
			`replace into revisions values (2, 1, 'k', 's', 't', 'a', 'r', '', 'forged', '')`,
			`replace into file_versions values ('a', 1, '1', 'forged', '')`,
			`replace into proposals values (1, 'k', 's', 't', 'a', 0, '', 'forged', null, 'open', 1, '', '')`,
			`replace into proposals values (9, 'k', 'ru-mining', 't', 'a', 0, '', 'forged', 'hash', 'open', 1, '', '')`,
		])('%s changes nothing', async (statement) => {
			const before = await everything(url);
			await runSql(url, statement).catch((error) => expect(error.message).toMatch(REFUSED));
			expect(await everything(url)).toEqual(before);
		});
	});
});
