/** A short run of what `npm run test:long` does at full count. */
import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { eachDatabase } from '../../support/databases.ts';
import { databasesFor, runKills } from '../../support/kills/kill-run.ts';
import { writeSmallKnowledge } from '../../support/small-knowledge.ts';
import { nothingAmiss } from '../discord-bot.ts';

const knowledge = writeSmallKnowledge();
afterAll(nothingAmiss);
afterAll(() => rmSync(knowledge, { recursive: true }));

eachDatabase((name) => {
	it('a bot that is killed while moderators work loses nothing that it acknowledged', {
		timeout: 120_000,
	}, async () => {
		const figures = await runKills({ urlOf: databasesFor(name, 3), knowledge, kills: 5 });
		expect(figures).toMatchObject({ kills: 5, atStart: 2 });
	});
});
