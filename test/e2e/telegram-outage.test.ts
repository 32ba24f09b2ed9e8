import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import type { Telegram } from '../support/telegram/server.ts';
import type { TestChat } from '../support/telegram/test-chat.ts';
import {
	eventually,
	expectCited,
	newBot,
	nothingAmiss,
	QUESTION,
	saidIn,
	TOKEN,
	titleOf,
	useSmallKnowledge,
} from './telegram-bot.ts';

let telegram: Telegram;
let bot: BotProcess;

beforeAll(async () => {
	({ telegram, bot } = await newBot());
}, 60_000);
useSmallKnowledge();
afterAll(nothingAmiss);

/** telegraf waits five seconds before it polls again. */
const PATIENT = { timeoutMs: 12_000 };

/** A chat in which a question was answered, while the bot has nothing in hand and is polling again. */
async function chatAtWork(): Promise<TestChat> {
	const chat = telegram.privateChat();
	expectCited(await chat.say(QUESTION));
	await eventually(() => {
		const waiting = telegram.requests.filter(({ outcome }) => outcome === 'waiting').map(({ method }) => method);
		return waiting.length === 1 && waiting[0] === 'getUpdates';
	});
	// The last reply has left; a round trip later it has arrived, too.
	await fetch(`${telegram.apiUrl}/bot${telegram.token}/getMe`);
	return chat;
}

describe('a bot at work', () => {
	it('goes on after the API was down, and answers what was asked meanwhile', async () => {
		const chat = await chatAtWork();
		const lift = telegram.faults.down();
		const answer = chat.say('mining in China', PATIENT);
		// A new connection is cut: the API is down for anyone.
		await expect(fetch(telegram.apiUrl)).rejects.toThrow();
		lift();
		expect(titleOf(await answer)).toContain('China');
		expect(saidIn(chat)).toHaveLength(2);
	});

	it('waits as long as getUpdates asks for (429)', async () => {
		const chat = await chatAtWork();
		telegram.faults.rateLimit('getUpdates', 1);
		const struck = performance.now();
		expect(titleOf(await chat.say('mining in China', PATIENT))).toContain('China');
		expect(performance.now() - struck).toBeGreaterThan(900);
		expect(telegram.faults.pending).toBe(0);
	});

	it.each([
		['its reply got lost', 'loseReply'],
		['a page came instead', 'badGateway'],
	] as const)('answers each question once after a getUpdates when %s', async (_, fault) => {
		const chat = await chatAtWork();
		telegram.faults[fault]('getUpdates');
		expect(titleOf(await chat.say('mining in China', PATIENT))).toContain('China');
		expect(titleOf(await chat.say('mining in Iran'))).toContain('Iran');
		expect(saidIn(chat)).toHaveLength(3);
	});

	it('goes on after another process has polled for a moment (409)', async () => {
		const chat = await chatAtWork();
		telegram.faults.conflict(1);
		await bot.logged('409 Conflict');
		expect(titleOf(await chat.say('mining in China', PATIENT))).toContain('China');
		expect(saidIn(chat)).toHaveLength(2);
	});

	it('does not log the token, whatever fails, even when it logs all it can', async () => {
		const chat = await chatAtWork();
		telegram.faults.cut('sendMessage', 2);
		telegram.faults.serverError('sendMessage', 2);
		expectCited(await chat.say(QUESTION, PATIENT));
		telegram.faults.refuse('sendMessage', `Bad Request: something about bot${TOKEN}/sendMessage`);
		chat.post(QUESTION);
		await bot.logged('something about bot[redacted]');
		expect(bot.stderr).toContain('will be repeated');
		expect(bot.output).not.toContain(TOKEN);
	});

	it('ends with a clear message when its token is taken back (401)', async () => {
		telegram.faults.refuse('getUpdates', 'Unauthorized', { code: 401, times: Number.POSITIVE_INFINITY });
		expect((await bot.ended).code).toBe(1);
		expect(bot.stderr).toContain('"id":"telegram-token"');
		expect(bot.stderr).toMatch(/TELEGRAM_BOT_TOKEN.*BotFather/);
		expect(bot.output).not.toContain(TOKEN);
	});
});
