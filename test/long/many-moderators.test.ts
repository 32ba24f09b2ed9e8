/** 50 moderators decide at once, on both platforms, in two processes on one PostgreSQL: each decision counts once. */
import { afterAll, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/files/load.ts';
import { nothingAmiss as nothingAmissOnDiscord } from '../e2e/discord-bot.ts';
import { nothingAmiss as nothingAmissOnTelegram } from '../e2e/telegram-bot.ts';
import { freshDatabase, onPostgres } from '../support/databases.ts';
import { startTwoProcesses } from '../support/two-processes.ts';

const MODERATORS = 50;
/** Facts with one proposal, and facts with two that only one of can be published. */
const ALONE = 30;
const PAIRS = 10;
/** Proposals that each moderator decides on. */
const DECISIONS = 8;

afterAll(nothingAmissOnDiscord);
afterAll(nothingAmissOnTelegram);

onPostgres(() => {
	it(`${MODERATORS} moderators at once: every decision is applied once, and is in the log once`, {
		timeout: 600_000,
	}, async () => {
		const { store, onDiscord, onTelegram, propose } = await startTwoProcesses(
			await freshDatabase('postgres'),
			MODERATORS / 2,
		);
		const facts = loadKnowledge('knowledge').records.facts.map(({ id }) => id);
		const numbers: number[] = [];
		for (const fact of facts.slice(0, ALONE + PAIRS)) numbers.push(await propose(fact, 'A first title'));
		for (const fact of facts.slice(0, PAIRS)) numbers.push(await propose(fact, 'A second title'));

		const began = performance.now();
		const said = await Promise.all(
			[...onDiscord, ...onTelegram].map(async ({ press }, moderator) => {
				const heard: { proposal: number; said: string }[] = [];
				for (let turn = 0; turn < DECISIONS; turn += 1) {
					const proposal = numbers[(moderator * 7 + turn * 11) % numbers.length] as number;
					heard.push({ proposal, said: await press(`!|approve|${proposal}|1`) });
				}
				return heard;
			}),
		);
		const seconds = (performance.now() - began) / 1000;

		const heard = said.flat();
		const published = heard.filter((one) => /is published/.test(one.said)).map(({ proposal }) => proposal);
		const known = /is published|was decided before|conflicts/;
		expect(heard.filter((one) => !known.test(one.said))).toEqual([]);
		// Whoever was told that it is published was the only one.
		expect(new Set(published).size).toBe(published.length);
		const revisions = await store.revisions.after(0);
		expect(revisions.map(({ proposal }) => proposal).toSorted()).toEqual(published.toSorted());
		for (const proposal of published) {
			expect((await store.proposals.get(proposal))?.state).toBe('published');
			expect(await store.reviews.of(proposal)).toHaveLength(1);
		}
		// Of two proposals on one fact one was published, and the other conflicts.
		const subjects = revisions.map(({ subject }) => subject);
		expect(new Set(subjects).size).toBe(subjects.length);
		console.log(
			`${MODERATORS} moderators on two processes: ${heard.length} decisions in ${seconds.toFixed(1)} s, ${published.length} published, ` +
				`${heard.length - published.length} told that someone was faster or that it conflicts; each once in the log.`,
		);
		await store.close();
	});
});
