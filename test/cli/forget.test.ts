/** A person who asks for it is forgotten by one command, while the bot runs. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, freshDatabase, testStore } from '../support/databases.ts';
import { runScript } from '../support/run-script.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const ANN = { platform: 'discord', platformId: '770011223344556677', name: 'Ann Unmistakable' } as const;

/** Has the person vote, begin a draft, and be told something. */
async function leaveTraces(store: Store): Promise<void> {
	const key = await store.people.keyOf({ ...ANN, name: 'Ann Formerly' }, NOW);
	await store.people.keyOf(ANN, NOW);
	await store.drafts.save({ id: 'a', author: key, data: `{"by":"${ANN.name}"}`, updatedAt: NOW });
	await store.notices.add({ platform: 'discord', to: { person: key }, content: '{}', createdAt: NOW });
	await store.feedback.give('ru-mining', key, false, NOW);
	await store.feedback.explain('ru-mining', key, `${ANN.name} knows better.`);
}

eachDatabase((name) => {
	test('the script says what was forgotten, and the second time that nobody is known', async () => {
		const url = await freshDatabase(name);
		const store = await testStore(name, url);
		await leaveTraces(store);
		const forget = () => runScript('forget', ['discord', ANN.platformId], { DATABASE_URL: url });
		const first = await forget();
		expect(first).toMatchObject({ code: 0, stderr: '' });
		expect(first.stdout).toMatch(/^Forgotten\..*drafts: 1\n.*filled in: 0\n.*sent yet: 1\n.*Voices on entries: 1\./s);
		expect(await forget()).toEqual({
			code: 1,
			stdout: `Nobody with the id ${ANN.platformId} of discord is known.\n`,
			stderr: '',
		});
		expect((await store.feedback.countsOf(['ru-mining'])).get('ru-mining')).toMatchObject({ unhelpful: 1 });
		if (name === 'postgres') return;
		// Also in what SQLite has kept of deleted rows.
		const file = url.slice('sqlite:'.length);
		for (const part of [file, `${file}-wal`].filter((path) => existsSync(path)))
			for (const trace of [ANN.platformId, ANN.name, 'Ann Formerly'])
				expect(readFileSync(part).includes(trace), `${trace} in ${part}`).toBe(false);
	});
});

test.each([[[]], [['discord']], [['signal', '1']], [['discord', 'Ann']], [['telegram', '1', '2']]])(
	'%j is no usage',
	async (args) => {
		const run = await runScript('forget', args, { DATABASE_URL: 'sqlite:none.db' });
		expect(run).toMatchObject({ code: 2, stdout: '' });
		expect(run.stderr).toMatch(/^usage: npm run forget -- discord\|telegram ID/);
	},
);

test('where there is no database, that is said', async () => {
	const run = await runScript('forget', ['telegram', '1'], { DATABASE_URL: 'sqlite:none.db' });
	expect(run).toMatchObject({ code: 2, stdout: '' });
	expect(run.stderr).toContain('There is no database at none.db.');
	expect(await runScript('forget', ['telegram', '1'], { DATABASE_URL: 'mysql://x' })).toMatchObject({ code: 2 });
});
