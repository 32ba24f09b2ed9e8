/** Kills a bot again and again while moderators work with it, and looks each time whether anything that it acknowledged is lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { newDiscord, startFor } from '../../e2e/discord-bot.ts';
import { environmentOf, read } from '../../e2e/moderation/discord-moderators.ts';
import { type DatabaseName, freshDatabase } from '../databases.ts';
import { buttonsOf } from '../discord/act/controls.ts';
import { type Person, person } from '../discord/people.ts';
import type { Discord } from '../discord/server.ts';
import { type Acknowledged, audit } from './audit.ts';

export interface KillRun {
	/** The database that the bot uses, for the round of this number: the same for many rounds, a new one now and then. */
	urlOf: (round: number) => Promise<string>;
	knowledge: string;
	kills: number;
}

export interface KillFigures {
	kills: number;
	/** Killed before they were ready: while the tables were made or brought up to date, among others. */
	atStart: number;
	proposed: number;
	published: number;
	/** From the start of a process to its first answer, in milliseconds. */
	restarts: number[];
}

/** One in so many rounds is killed while it starts. */
const START_KILLS = 4;
/** A process that works is killed within this time, in milliseconds. */
const LONGEST_WORK = 900;
/** An act that a kill has cut off is given up after this time, in milliseconds. */
const GIVE_UP = 4_000;

const ROLE = '900000000000000001';
const moderator = (name: string) => person({ username: name, globalName: name, roles: [ROLE] });
interface Team {
	entry: string;
	author: Person;
	reviewer: Person;
	channelId: string;
}

/**
 * Pairs of moderators, each at work on an entry of their own in a channel of their own: people and channels are new for each
 * round, since on PostgreSQL the limits on what they may do outlive the process.
 */
function newTeams(discord: Discord): Team[] {
	return ['ru-mining', 'cn-mining'].map((entry) => ({
		entry,
		author: moderator('ada'),
		reviewer: moderator('ben'),
		channelId: discord.places.addChannel(),
	}));
}

/** A fresh database for every so many rounds, so that kills meet the making of the tables too. */
export function databasesFor(name: DatabaseName, rounds: number): KillRun['urlOf'] {
	const urls: Promise<string>[] = [];
	return (round) => {
		const at = Math.floor(round / rounds);
		urls[at] ??= freshDatabase(name);
		return urls[at];
	};
}

export async function runKills({ urlOf, knowledge, kills }: KillRun): Promise<KillFigures> {
	const discord = await newDiscord();
	const figures: KillFigures = { kills: 0, atStart: 0, proposed: 0, published: 0, restarts: [] };
	let acknowledged = new Map<number, Acknowledged>();
	let database: string | undefined;
	let startTime = 1_500;
	for (let round = 0; round < kills; round += 1) {
		const url = await urlOf(round);
		if (url !== database) acknowledged = new Map();
		database = url;
		const began = performance.now();
		const bot = startFor(discord, {
			...environmentOf(discord),
			DATABASE_URL: url,
			KNOWLEDGE_DIR: knowledge,
			LOG_LEVEL: 'info',
		});
		if (round % START_KILLS === 0) {
			await sleep(Math.random() * startTime);
			figures.atStart += 1;
		} else {
			await bot.ready();
			await expectAnswer(discord, url);
			const restart = performance.now() - began;
			figures.restarts.push(restart);
			startTime = restart;
			const stop = new AbortController();
			const working = Promise.all(newTeams(discord).map((team) => work(discord, team, acknowledged, stop.signal)));
			// What goes wrong is told once the bot is dead.
			working.catch(() => undefined);
			await sleep(Math.random() * LONGEST_WORK);
			await bot.kill();
			stop.abort();
			await working;
		}
		await bot.kill();
		figures.kills += 1;
		const found = await audit(url, acknowledged);
		if (round + 1 === kills || (await urlOf(round + 1)) !== url) {
			figures.proposed += found.proposed;
			figures.published += found.published;
		}
	}
	return figures;
}

/** The bot answers from what was published last. */
async function expectAnswer(discord: Discord, url: string): Promise<void> {
	const claims = await lastClaims(url);
	const answer = await discord.slash('ask', { question: 'Is crypto mining legal in Russia?' });
	expect(read(answer.message)).toContain(claims.get('ru-mining') ?? 'Whoever mines in Russia must register first.');
}

async function lastClaims(url: string): Promise<Map<string, string>> {
	const { lastClaims: claims } = await audit(url, new Map());
	return claims;
}

/** Proposes and approves one change after another until the bot is killed, and notes what it acknowledged. */
async function work(
	discord: Discord,
	{ entry, author, reviewer, channelId }: Team,
	acknowledged: Map<number, Acknowledged>,
	stop: AbortSignal,
): Promise<void> {
	const options = { timeoutMs: GIVE_UP, channelId };
	for (let turn = 0; !stop.aborted; turn += 1) {
		try {
			const claim = `Whoever mines must register: rule ${Date.now()}-${turn}.`;
			const opened = await ended(
				discord.forge.slash('propose', { what: 'correct', entry }, { user: author, ...options }),
				stop,
			);
			const draft = await ended(discord.submit(opened, { claim }, { user: author, ...options }), stop);
			const id = buttonsOf(draft.message)
				.map(({ custom_id: custom }) => /^\?\|step\|([0-9a-f]+)\|0$/.exec(custom ?? '')?.[1])
				.find((found) => found !== undefined);
			const sent = await ended(
				discord.forge.submit(`?|send|${id}`, { reason: claim }, { user: author, ...options }),
				stop,
			);
			const number = Number(/Proposal (\d+) is in the queue/.exec(read(sent.message))?.[1]);
			expect(number, read(sent.message)).toBeGreaterThan(0);
			acknowledged.set(number, { claim, published: false });
			const approved = await ended(discord.forge.press(`!|approve|${number}|1`, { user: reviewer, ...options }), stop);
			if (/is published/.test(read(approved.message))) acknowledged.set(number, { claim, published: true });
		} catch (error) {
			// Cut off by the kill; anything else is a failure.
			if (!stop.aborted) await sleep(20);
			if (!stop.aborted && !isCutOff(error)) throw error;
		}
	}
}

/** What `act` gives, or the end of the work: an act that was cut off would wait for long. */
function ended<T>(act: Promise<T>, stop: AbortSignal): Promise<T> {
	const cut = new Promise<never>((_resolve, reject) => {
		stop.addEventListener('abort', () => reject(new Error('cut off')), { once: true });
	});
	act.catch(() => undefined);
	return Promise.race([act, cut]);
}

function isCutOff(error: unknown): boolean {
	return error instanceof Error && /did not respond|cut off|not connected|no session/i.test(error.message);
}
