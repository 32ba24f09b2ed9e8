import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import type { Reply } from '../support/discord/act/reply.ts';
import type { Message } from '../support/discord/message-store.ts';
import type { Discord } from '../support/discord/server.ts';
import {
	CALLBACK,
	callbacksOf,
	eventually,
	expectCited,
	newBot,
	nothingAmiss,
	pressLabel,
	QUESTION,
	titleOf,
} from './discord-bot.ts';

let discord: Discord;
let bot: BotProcess;

beforeAll(async () => {
	({ discord, bot } = await newBot());
}, 60_000);
afterEach(() => {
	expect(discord.faults.pending).toBe(0);
	expect(bot.isRunning).toBe(true);
});
afterAll(nothingAmiss);

const ask = (): Promise<Reply> => discord.slash('ask', { question: QUESTION });

/** Has a further question answered, after which nothing of an earlier one can still be under way. */
async function askAgain(): Promise<void> {
	expect(titleOf(await discord.slash('ask', { question: 'mining in China' }))).toMatch(/China · Mining$/);
}

function messagesOf({ interaction }: Reply): Message[] {
	return discord.messages.filter(({ interaction_metadata }) => interaction_metadata.id === interaction.id);
}

/** Waits until the bot has sent its response `count` times, and for what it may do after that. */
async function sentTimes(count: number, reply: Reply): Promise<void> {
	await eventually(() => callbacksOf(discord, reply).filter(({ status }) => status !== undefined).length >= count);
	await askAgain();
}

/** Exactly one message, the answer, after so many requests. */
async function expectAnsweredOnce(reply: Reply, requests: number): Promise<void> {
	await askAgain();
	expectCited(reply.message);
	expect(titleOf(reply)).toMatch(/Russia · Mining$/);
	expect(messagesOf(reply)).toHaveLength(1);
	expect(callbacksOf(discord, reply)).toHaveLength(requests);
}

describe('an answer', () => {
	it.each([
		['429', 1, () => discord.faults.rateLimit(CALLBACK, 0.4)],
		['429 for all requests', 1, () => discord.faults.rateLimit(CALLBACK, 0.4, true)],
		['500', 1, () => discord.faults.serverError(CALLBACK)],
		['502 with a page, twice', 2, () => discord.faults.badGateway({ ...CALLBACK, times: 2 })],
		['a socket cut before it was taken', 1, () => discord.faults.cutBefore(CALLBACK)],
		['a socket cut before it was taken, three times', 3, () => discord.faults.cutBefore({ ...CALLBACK, times: 3 })],
	])('that met %s is given once', async (fault, repeats, plant) => {
		plant();
		const reply = await ask();
		if (fault.startsWith('429')) expect(reply.elapsedMs).toBeGreaterThanOrEqual(380);
		await expectAnsweredOnce(reply, 1 + repeats);
	});

	it('whose acknowledgement got lost is not given a second time', async () => {
		const from = bot.stderr.length;
		discord.faults.cutAfter(CALLBACK);
		const reply = await ask();
		await eventually(() => callbacksOf(discord, reply).length === 2);
		await expectAnsweredOnce(reply, 2);
		expect(reply.followUps).toEqual([]);
		expect(bot.stderr.slice(from)).not.toContain('not delivered');
	});

	it('that the API is slow to take is given once, and holds nobody up', async () => {
		discord.faults.delay(CALLBACK, 2000);
		const slow = ask();
		await eventually(() => discord.faults.pending === 0);
		const quick = await discord.slash('help');
		expect(quick.elapsedMs).toBeLessThan(1000);
		const reply = await slow;
		expect(reply.elapsedMs).toBeGreaterThanOrEqual(1990);
		await expectAnsweredOnce(reply, 1);
	});

	it('that comes too late is refused as expired, and later ones are given', async () => {
		const from = bot.stderr.length;
		discord.faults.delay(CALLBACK, 3100);
		await expect(ask()).rejects.toThrow('did not respond');
		await bot.logged('expired', 5000, from);
		await askAgain();
		expect(bot.stderr.slice(from)).not.toContain('not delivered');
	});

	it('that is refused for good is not sent again, and later ones are given', async () => {
		const from = bot.stderr.length;
		discord.faults.answer(CALLBACK, 400, { message: 'Invalid Form Body', code: 50035 });
		await expect(discord.slash('ask', { question: QUESTION }, { timeoutMs: 700 })).rejects.toThrow('did not respond');
		await bot.logged('not delivered', 5000, from);
		const { lastInteraction: interaction } = discord;
		await askAgain();
		expect(interaction && callbacksOf(discord, { interaction })).toHaveLength(1);
	});
});

describe('a button', () => {
	it.each([
		['500', 1, () => discord.faults.serverError(CALLBACK)],
		['a socket cut before it was taken', 1, () => discord.faults.cutBefore(CALLBACK)],
		['a lost acknowledgement', 1, () => discord.faults.cutAfter(CALLBACK)],
	])('whose edit met %s still edits, and sends nothing', async (_, repeats, plant) => {
		const answer = await ask();
		plant();
		const pressed = await pressLabel(discord, answer.message, 'Sources');
		expect(pressed.type).toBe(7);
		expect(titleOf(answer)).toMatch(/^Sources: /);
		await sentTimes(1, pressed);
		await eventually(() => callbacksOf(discord, pressed).length === 1 + repeats);
		expect(messagesOf(pressed)).toEqual([]);
	});
});

describe('autocomplete', () => {
	it.each([
		['502 with a page', () => discord.faults.badGateway(CALLBACK)],
		['a socket cut before it was taken', () => discord.faults.cutBefore(CALLBACK)],
		['a lost acknowledgement', () => discord.faults.cutAfter(CALLBACK)],
	])('that met %s still offers choices', async (_, plant) => {
		plant();
		expect((await discord.autocomplete('country', 'country', 'russia'))[0]?.value).toBe('RU');
		await askAgain();
	});
});

describe('an API that is down', () => {
	it('for a moment: the answer is given when it is back', async () => {
		discord.faults.down();
		const asked = ask();
		await eventually(() => callbacksOf(discord, { interaction: lastInteraction() }).length >= 2);
		discord.faults.lift();
		const reply = await asked;
		await expectAnsweredOnce(reply, callbacksOf(discord, reply).length);
	});

	it('for longer than Discord waits: what is asked later is answered', async () => {
		const from = bot.stderr.length;
		discord.faults.down();
		await expect(ask()).rejects.toThrow('did not respond');
		await bot.logged('not delivered', 5000, from);
		discord.faults.lift();
		await askAgain();
	});
});

function lastInteraction(): Reply['interaction'] {
	const { lastInteraction: interaction } = discord;
	if (!interaction) throw new Error('nothing was asked yet');
	return interaction;
}
