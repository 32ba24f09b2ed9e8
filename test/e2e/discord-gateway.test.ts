import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import type { Reply } from '../support/discord/act/reply.ts';
import type { Discord } from '../support/discord/server.ts';
import { callbacksOf, expectCited, newBot, nothingAmiss, pressLabel, QUESTION, titleOf } from './discord-bot.ts';

let discord: Discord;
let bot: BotProcess;

beforeAll(async () => {
	({ discord, bot } = await newBot());
}, 60_000);
afterEach(() => expect(bot.isRunning).toBe(true));
afterAll(nothingAmiss);

const ask = (on = discord): Promise<Reply> => on.slash('ask', { question: QUESTION });

function expectAnswered(reply: Reply, on = discord): void {
	expect(titleOf(reply)).toMatch(/Russia · Mining$/);
	expectCited(reply.message);
	expect(callbacksOf(on, reply)).toHaveLength(1);
}

it.each([
	['the connection was cut', () => discord.gateway.drop()],
	['Discord asked it to reconnect (op 7)', () => discord.gateway.reconnect()],
	['Discord closed with an unknown error (4000)', () => discord.gateway.close(4000)],
	['Discord said that the session can be resumed (op 9 true)', () => discord.gateway.invalidSession(true)],
])('after %s the bot resumes, and answers what it missed once', async (_, fault) => {
	const { identifies, resumes } = discord.gateway;
	const before = await ask();
	const resumed = discord.gateway.resumed();
	fault();
	const missed = [ask(), discord.slash('help'), pressLabel(discord, before.message, 'Timeline')] as const;
	await resumed;
	const [answer, help, timeline] = await Promise.all(missed);
	expectAnswered(answer);
	expect(callbacksOf(discord, help)).toHaveLength(1);
	expect(titleOf(timeline)).toMatch(/^Timeline: /);
	expectAnswered(await ask());
	expect(discord.gateway).toMatchObject({ identifies, resumes: resumes + 1 });
});

it('survives several cuts one after the other', async () => {
	for (let cuts = 0; cuts < 3; cuts += 1) {
		const resumed = discord.gateway.resumed();
		discord.gateway.drop();
		const missed = ask();
		await resumed;
		expectAnswered(await missed);
	}
});

it('a cut with an answer in hand does not cost the answer', async () => {
	discord.faults.delay({ method: 'POST', path: /\/callback$/ }, 800);
	const answer = ask();
	await expect.poll(() => discord.faults.pending).toBe(0);
	const resumed = discord.gateway.resumed();
	discord.gateway.drop();
	await resumed;
	expectAnswered(await answer);
});

it('after an outage of everything the bot comes back by itself, whatever it missed', async () => {
	discord.faults.down();
	discord.gateway.drop();
	await expect(ask()).rejects.toThrow('did not respond');
	discord.faults.lift();
	await discord.connected(15_000);
	expectAnswered(await ask());
});

it('after the session is gone (op 9 false) the bot identifies anew, and goes on', async () => {
	const [old] = discord.gateway.sessions.filter(({ isConnected }) => isConnected);
	const { identifies } = discord.gateway;
	const identified = discord.gateway.identified(15_000);
	discord.gateway.invalidSession(false);
	await identified;
	expectAnswered(await ask());
	expect(discord.gateway.identifies).toBe(identifies + 1);
	expect(discord.gateway.sessions.map(({ id }) => id)).not.toContain(old?.id);
	// The new session can be resumed like the first one.
	const resumed = discord.gateway.resumed();
	discord.gateway.drop();
	const missed = ask();
	await resumed;
	expectAnswered(await missed);
});

describe('a gateway that no longer acknowledges heartbeats', () => {
	it('is left for a new connection, and questions are answered before and after', async () => {
		const { discord: silent } = await newBot({ heartbeatMs: 1000 });
		const { identifies } = silent.gateway;
		const resumed = silent.gateway.resumed();
		silent.gateway.stopAcknowledging();
		expectAnswered(await ask(silent), silent);
		await resumed;
		expectAnswered(await ask(silent), silent);
		expect(silent.gateway).toMatchObject({ identifies, resumes: 1 });
	});
});
