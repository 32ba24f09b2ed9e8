/** A person who is forgotten leaves nothing behind by which they could be known. */
import { beforeEach, expect, test } from 'vitest';
import type { Identity, Store } from '../../src/store/store.ts';
import { type DatabaseName, eachDatabase, freshDatabase, runSql, testStore } from '../support/databases.ts';
import { aProposal, aRevision, LATER, MUCH_LATER, NOW } from './samples.ts';

/** Neither stands in anything else that the tests enter. */
const ANN: Identity = { platform: 'telegram', platformId: '7700112233', name: 'Ann Unmistakable' };
const BEN: Identity = { platform: 'telegram', platformId: '8811223344', name: 'Ben' };

/** Everything that the tables hold, as one text. */
async function allOf(name: DatabaseName, url: string): Promise<string> {
	const listing =
		name === 'sqlite'
			? `select name from sqlite_master where type = 'table'`
			: `select table_name as name from information_schema.tables where table_schema = 'public'`;
	const tables = (await runSql(url, listing)).map((row) => String(row.name));
	expect(tables).toEqual(expect.arrayContaining(['people', 'revisions', 'kysely_migration']));
	const rows = await Promise.all(tables.map((table) => runSql(url, `select * from ${table}`)));
	return JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
}

eachDatabase((name) => {
	let url: string;
	let store: Store;
	let ann: string;
	let ben: string;

	beforeEach(async () => {
		url = await freshDatabase(name);
		store = await testStore(name, url);
		ann = await store.people.keyOf(ANN, NOW);
		ben = await store.people.keyOf(BEN, NOW);
	});

	/** Has a person do all that leaves something behind. */
	async function leaveTraces(key: string, { platform, platformId, name: shown }: Identity): Promise<void> {
		const data = JSON.stringify({ text: `typed by ${shown}` });
		await store.drafts.save({ id: `one-${key}`, author: key, data, updatedAt: NOW });
		await store.drafts.save({ id: `two-${key}`, author: key, data, updatedAt: NOW });
		await store.dialogues.save({ person: key, chat: platformId, data, updatedAt: NOW });
		await store.dialogues.save({ person: key, chat: '-100', data, updatedAt: NOW });
		await store.notices.add({ platform, to: { person: key }, content: data, createdAt: NOW });
		await store.notices.add({ platform, to: { chat: platformId }, content: '{}', createdAt: NOW });
		await store.chatSettings.set(platform, platformId, { notices: true });
		for (const entry of ['ru-mining', 'jp-tax']) {
			await store.feedback.give(entry, key, false, NOW);
			await store.feedback.explain(entry, key, `I, ${shown}, know better.`);
		}
		const revision = await aRevision(store, { author: key, reviewer: key });
		await store.reviews.add({ proposal: revision.proposal, reviewer: key, decision: 'approved', note: '', at: LATER });
		await store.revisions.append(revision);
		await store.proposals.add(aProposal({ author: key }));
	}

	test('neither their id nor their name stands in any table', async () => {
		await leaveTraces(ann, ANN);
		const before = await allOf(name, url);
		expect(before).toContain(ANN.platformId);
		expect(before).toContain(ANN.name);
		expect(await store.people.forget(ANN.platform, ANN.platformId)).toEqual({
			drafts: 2,
			dialogues: 2,
			notices: 2,
			voices: 2,
			settings: 1,
		});
		const after = await allOf(name, url);
		expect(after).not.toContain(ANN.platformId);
		expect(after).not.toContain(ANN.name);
	});

	test('what others have begun stays', async () => {
		await leaveTraces(ann, ANN);
		await leaveTraces(ben, BEN);
		await store.notices.add({ platform: 'discord', to: { chat: ANN.platformId }, content: '{}', createdAt: NOW });
		await store.people.forget(ANN.platform, ANN.platformId);
		expect(await store.people.find(ben)).toEqual(BEN);
		expect(await store.drafts.of(ben)).toHaveLength(2);
		expect(await store.dialogues.get(ben, '-100')).toBeDefined();
		expect(await store.notices.take('telegram', NOW, LATER, 10)).toHaveLength(2);
		expect(await store.notices.take('discord', NOW, LATER, 10)).toHaveLength(1);
		expect(await store.chatSettings.all('telegram')).toEqual([{ chat: BEN.platformId, settings: { notices: true } }]);
	});

	test('the log stays whole, with a key that stands for nobody', async () => {
		await leaveTraces(ann, ANN);
		const log = await store.revisions.after(0);
		await store.people.forget(ANN.platform, ANN.platformId);
		expect(await store.revisions.after(0)).toEqual(log);
		expect(log).toMatchObject([{ author: ann, reviewer: ann }]);
		expect(await store.people.find(ann)).toBeUndefined();
	});

	test('their voices still count, and nothing says that they are of one person', async () => {
		await leaveTraces(ann, ANN);
		await leaveTraces(ben, BEN);
		await store.people.forget(ANN.platform, ANN.platformId);
		expect((await store.feedback.countsOf(['ru-mining'])).get('ru-mining')).toEqual({
			helpful: 0,
			unhelpful: 2,
			reasons: ['I, Ben, know better.'],
		});
		const givers = (await runSql(url, 'select person from feedback')).map(({ person }) => person);
		expect(givers).not.toContain(ann);
		expect(new Set(givers.filter((giver) => giver !== ben)).size).toBe(2);
	});

	test('a private chat of someone who never did more is forgotten too', async () => {
		await store.chatSettings.set('telegram', '5500', { notices: true });
		expect(await store.people.forget('telegram', '5500')).toMatchObject({ settings: 1, drafts: 0 });
		expect(await store.chatSettings.all('telegram')).toEqual([]);
		expect(await store.people.forget('telegram', '5500')).toBeUndefined();
	});

	test('the same id on the other platform is left alone', async () => {
		expect(await store.people.forget('discord', ANN.platformId)).toBeUndefined();
		expect(await store.people.find(ann)).toEqual(ANN);
	});

	test('one who comes back is a new person', async () => {
		await leaveTraces(ann, ANN);
		await store.people.forget(ANN.platform, ANN.platformId);
		const again = await store.people.keyOf(ANN, MUCH_LATER);
		expect(again).not.toBe(ann);
		expect(await store.drafts.of(again)).toEqual([]);
	});
});
