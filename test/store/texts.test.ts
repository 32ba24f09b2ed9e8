/** Texts come back as they were, whatever is in them. */
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, testStore } from '../support/databases.ts';
import { aProposal, aRevision, LATER, NOW } from './samples.ts';

const TEXTS = [
	`'; drop table proposals; --`,
	`"); delete from revisions; --`,
	`' or '1'='1`,
	'$1 ? :name @x $$ {{}} %s %',
	'\\ \\\' \\" \\n \n\r\n\t',
	'حظر العملات — 加密貨幣 — 👩‍⚖️ — \u202Eneddih\u202C — e\u0301',
	'{"json":"\\u0000"}',
	'',
	' ',
	'NULL',
	'x'.repeat(1_000_000),
];

eachDatabase((name) => {
	let store: Store;
	beforeAll(async () => {
		store = await testStore(name);
	});

	test.each(TEXTS.map((text) => [text.slice(0, 40), text]))('%j', async (_label, text) => {
		// Keys are indexed, and PostgreSQL takes some 2,700 bytes in an index.
		const short = text.slice(0, 200);
		const person = { platform: 'discord', platformId: short, name: text } as const;
		const key = await store.people.keyOf(person, NOW);
		expect(await store.people.find(key)).toEqual(person);
		expect(await store.people.namesOf([key, short])).toEqual(new Map([[key, text]]));

		const draft = { id: short, author: short, data: text, updatedAt: NOW };
		await store.drafts.save(draft);
		expect(await store.drafts.of(short)).toEqual([draft]);

		const dialogue = { person: short, chat: short, data: text, updatedAt: NOW };
		await store.dialogues.save(dialogue);
		expect(await store.dialogues.get(short, short)).toEqual(dialogue);

		const fields = { kind: text, subject: short, title: text, author: text, reason: text, changes: text };
		const proposal = await store.proposals.add(aProposal({ ...fields, fileVersion: short }));
		expect(await store.proposals.on(short)).toEqual([proposal]);
		expect(proposal).toMatchObject({ ...fields, fileVersion: short });
		const id = proposal?.id ?? 0;
		await store.proposals.update(id, 1, { changes: text, reason: text, title: text }, LATER);
		expect(await store.proposals.get(id)).toMatchObject(fields);

		const review = { proposal: id, reviewer: text, decision: 'asked', note: text, at: NOW } as const;
		await store.reviews.add(review);
		expect(await store.reviews.of(id)).toEqual([review]);

		const revision = await aRevision(store, { ...fields, proposal: id, reviewer: text });
		expect(await store.revisions.append(revision)).toMatchObject(revision);
		expect(await store.revisions.on(short)).toMatchObject([revision]);

		const version = { subject: short, version: text, content: text, seenAt: NOW };
		await store.fileVersions.add([version]);
		expect(await store.fileVersions.on(short)).toEqual([version]);
		expect((await store.fileVersions.latest()).get(short)).toBe(text);

		await store.gaps.count(short, text, NOW, 1_000);
		expect((await store.gaps.list(1_000)).find(({ key }) => key === short)?.data).toBe(text);

		await store.feedback.give(short, short, true, NOW);
		await store.feedback.explain(short, short, text);
		const reasons = text === '' ? [] : [text];
		expect((await store.feedback.countsOf([short])).get(short)).toEqual({ helpful: 1, unhelpful: 0, reasons });

		expect(await store.updates.claim('discord', short, NOW)).toBe(true);
		await store.chatSettings.set('discord', short, { [short]: text });
		expect(await store.chatSettings.get('discord', short)).toEqual({ [short]: text });

		await store.notices.add({ platform: 'discord', to: { person: short }, content: text, createdAt: NOW });
		const [notice] = await store.notices.take('discord', NOW, LATER, 10);
		expect(notice).toMatchObject({ to: { person: short }, content: text });
		await store.notices.done(notice?.id ?? 0);
	});
});
