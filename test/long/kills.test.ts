/** 200 kills at random moments: nothing that was acknowledged is lost, nothing is half done, every restart answers. */
import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { nothingAmiss } from '../e2e/discord-bot.ts';
import { eachDatabase } from '../support/databases.ts';
import { databasesFor, type KillFigures, runKills } from '../support/kills/kill-run.ts';
import { writeSmallKnowledge } from '../support/small-knowledge.ts';

const KILLS = 100;
/** A new database begins after so many. */
const ROUNDS = 10;
/** In milliseconds. */
const RESTART = 2_000;

const knowledge = writeSmallKnowledge();
afterAll(nothingAmiss);
afterAll(() => rmSync(knowledge, { recursive: true }));

eachDatabase((name) => {
	it(`${KILLS} kills lose nothing`, { timeout: 1_200_000 }, async () => {
		const figures = await runKills({ urlOf: databasesFor(name, ROUNDS), knowledge, kills: KILLS });
		print(name, figures);
		expect(figures.kills).toBe(KILLS);
		expect(figures.published).toBeGreaterThan(0);
	});
});

function print(name: string, { kills, atStart, proposed, published, restarts }: KillFigures): void {
	const sorted = restarts.toSorted((a, b) => a - b);
	const late = sorted.filter((ms) => ms > RESTART).length;
	const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
	console.log(
		`${name}: ${kills} kills (${atStart} of them while starting), ${proposed} proposals, ${published} published: ` +
			`0 acknowledged changes lost, 0 half applied. Start to first answer: median ${at(0.5)} ms, p99 ${at(0.99)} ms, ` +
			`${late} of ${sorted.length} over ${RESTART} ms.`,
	);
}
