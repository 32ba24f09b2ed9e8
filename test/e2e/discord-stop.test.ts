import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Discord } from '../support/discord/server.ts';
import {
	CALLBACK,
	environmentFor,
	eventually,
	expectCited,
	expectNoToken,
	newBot,
	newDiscord,
	nothingAmiss,
	pressLabel,
	QUESTION,
	startFor,
	titleOf,
} from './discord-bot.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What npm has written, and how it is cleaned away. */
const npmLogs: string[] = [];
const cleanUps: (() => void)[] = [];

afterAll(() => {
	for (const cleanUp of cleanUps) cleanUp();
	for (const log of npmLogs) expectNoToken(log);
});
afterAll(nothingAmiss);

const LIMIT = 10_000;
/** Well below what the bot gives to work in hand. */
const QUICK = 4_000;

const ask = (discord: Discord) => discord.slash('ask', { question: QUESTION });

/** Waits until Discord has refused for now (429), or holds back, what the bot sent. */
const inHand = (discord: Discord) => eventually(() => discord.faults.pending === 0, 40_000);

describe.concurrent('a stop', { timeout: 60_000 }, () => {
	it('by SIGTERM delivers the answer in hand first and leaves for good; the next start works', async () => {
		const { discord, bot } = await newBot();
		discord.faults.rateLimit(CALLBACK, 1.5);
		const asked = ask(discord);
		await inHand(discord);
		const ended = bot.stop('SIGTERM');
		expectCited((await asked).message);
		const { code, ms } = await ended;
		expect(code).toBe(0);
		expect(ms).toBeLessThan(LIMIT);
		expect(discord.messages).toHaveLength(1);
		expect(bot.stderr).toContain('"msg":"stopped"');
		await eventually(() => !discord.gateway.isConnected);
		// Closed in order: Discord shows the bot as offline at once and keeps no session.
		expect(discord.gateway.sessions).toEqual([]);

		const next = startFor(discord);
		await next.ready();
		expectCited((await ask(discord)).message);
		expect(discord.gateway.identifies).toBe(2);
		const idle = await next.stop();
		expect(idle.code).toBe(0);
		expect(idle.ms).toBeLessThan(QUICK);
	});

	it('by SIGINT delivers several answers in hand first, that of a button and of autocomplete too', async () => {
		const { discord, bot } = await newBot();
		const answer = await ask(discord);
		discord.faults.rateLimit({ ...CALLBACK, times: 3 }, 1);
		const work = Promise.all([
			ask(discord),
			pressLabel(discord, answer.message, 'Sources'),
			discord.autocomplete('country', 'country', 'russia'),
		]);
		await inHand(discord);
		const { code, ms } = await bot.stop('SIGINT');
		expect(code).toBe(0);
		expect(ms).toBeLessThan(LIMIT);
		const [second, , choices] = await work;
		expectCited(second.message);
		expect(titleOf(answer)).toMatch(/^Sources: /);
		expect(choices[0]?.value).toBe('RU');
	});

	it('while the API and the gateway are lost ends in time, also with an answer in hand', async () => {
		const { discord, bot } = await newBot();
		discord.faults.down();
		const asked = ask(discord).catch(() => undefined);
		await bot.logged('will be repeated');
		discord.gateway.drop();
		await bot.logged('reconnecting');
		const { code, ms } = await bot.stop();
		expect(code).toBe(0);
		expect(ms).toBeLessThan(LIMIT);
		await asked;
	});

	it('while it waits for an API that is down ends in time', async () => {
		const discord = await newDiscord();
		discord.faults.down();
		const bot = startFor(discord);
		await bot.logged('trying again');
		const { code, ms } = await bot.stop();
		expect(code).toBe(0);
		expect(ms).toBeLessThan(QUICK);
		expect(bot.stderr).not.toContain('"msg":"ready"');
	});

	it('while the start waits for a slow API ends in time', async () => {
		const discord = await newDiscord();
		discord.faults.delay({ path: /^\/gateway\/bot$/ }, 60_000);
		const bot = startFor(discord);
		await inHand(discord);
		const { code, ms } = await bot.stop();
		expect(code).toBe(0);
		expect(ms).toBeLessThan(LIMIT);
	});

	it('while Discord does not answer at all ends in time', async () => {
		const { discord, bot } = await newBot();
		discord.faults.delay(CALLBACK, 60_000);
		const asked = ask(discord).catch(() => undefined);
		await inHand(discord);
		const { code, ms } = await bot.stop();
		expect(ms).toBeLessThan(LIMIT);
		expect(code).toBe(1);
		expect(bot.stderr).toMatch(/"level":50.*"left":1,"msg":"work in hand did not finish in time"/);
		await asked;
	});
});

describe.concurrent('a stop of npm start', { timeout: 60_000 }, () => {
	/** `npm start` in a process group of its own, as a terminal and a service manager start it. */
	function npmStart(discord: Discord) {
		const home = mkdtempSync(join(tmpdir(), 'npm-'));
		const child = spawn('npm', ['start', '--no-update-notifier', `--cache=${home}`], {
			cwd: ROOT,
			// Set, though empty: a .env file of this machine does not count.
			env: {
				PATH: process.env.PATH,
				HOME: home,
				TELEGRAM_BOT_TOKEN: '',
				KNOWLEDGE_DIR: '',
				...environmentFor(discord),
			},
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: true,
		});
		let output = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
		const signalGroup = (signal: NodeJS.Signals) => process.kill(-(child.pid ?? 0), signal);
		const closed = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
		cleanUps.push(() => {
			try {
				signalGroup('SIGKILL');
			} catch {
				// It has ended, as it should.
			}
			npmLogs.push(output);
			rmSync(home, { recursive: true, force: true });
		});
		return { closed, signalGroup, output: () => output };
	}

	it.each(['SIGTERM', 'SIGINT'] as const)(
		'by %s to the whole group delivers the answer in hand first',
		async (signal) => {
			const discord = await newDiscord();
			const { closed, signalGroup, output } = npmStart(discord);
			await eventually(() => output().includes('"msg":"ready"'), 40_000);
			discord.faults.rateLimit(CALLBACK, 1.5);
			const asked = ask(discord);
			await inHand(discord);
			const sent = performance.now();
			signalGroup(signal);
			const [answer] = await Promise.all([asked, closed]);
			expectCited(answer.message);
			expect(performance.now() - sent).toBeLessThan(LIMIT);
			expect(output()).toContain('"msg":"stopped"');
		},
	);
});
