import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import {
	callsIn,
	eventually,
	expectCited,
	newBot,
	newTelegram,
	nothingAmiss,
	QUESTION,
	requestsIn,
	saidIn,
	startFor,
	titleOf,
	useSmallKnowledge,
} from './telegram-bot.ts';

useSmallKnowledge();
afterAll(nothingAmiss);

const LIMIT = 10_000;
/** Well below what the bot gives to work in hand. */
const QUICK = 4_000;
const PATIENT = { timeoutMs: 15_000 };

describe.concurrent('a stop', { timeout: 60_000 }, () => {
	it('by SIGTERM delivers the answer in hand first', async () => {
		const { telegram, bot } = await newBot();
		const chat = telegram.privateChat();
		telegram.faults.delay(callsIn(chat), 1500);
		const answer = chat.say(QUESTION, { timeoutMs: LIMIT });
		await eventually(() => requestsIn(telegram, chat).length > 0);
		const ended = bot.stop('SIGTERM');
		expectCited(await answer);
		const { code, ms } = await ended;
		expect(code).toBe(0);
		// It stayed for Telegram's reply, without which it could not know.
		expect(ms).toBeGreaterThan(1000);
		expect(ms).toBeLessThan(LIMIT);
		expect(saidIn(chat)).toHaveLength(1);
		expect(bot.stderr).toContain('"msg":"stopped"');
	});

	it('by SIGINT delivers several answers in hand first, that of a half-done button too', async () => {
		const { telegram, bot } = await newBot();
		const [chat, other] = [telegram.privateChat(), telegram.privateChat()];
		const answer = await chat.say(QUESTION, PATIENT);
		telegram.faults.delay('answerCallbackQuery', 1000);
		telegram.faults.delay(callsIn(other), 2000);
		const pressed = chat.press(answer, 'Sources', { settleMs: 3000 });
		const late = other.say(QUESTION, { timeoutMs: LIMIT });
		await eventually(() => telegram.requests.some(({ method }) => method === 'answerCallbackQuery'));
		await eventually(() => requestsIn(telegram, other).length > 0);
		const { code, ms } = await bot.stop('SIGINT');
		expect(code).toBe(0);
		expect(ms).toBeLessThan(LIMIT);
		const { edited } = await pressed;
		expect(edited && titleOf(edited)).toMatch(/^Sources: /);
		expectCited(await late);
	});

	it('waits until Telegram takes an answer in hand (429)', async () => {
		const { telegram, bot } = await newBot();
		const chat = telegram.privateChat();
		// As Telegram does: calls that come too early are refused again.
		const lift = telegram.faults.rateLimit(callsIn(chat), 2, Number.POSITIVE_INFINITY);
		chat.post(QUESTION);
		await eventually(() => requestsIn(telegram, chat).some(({ outcome }) => outcome.startsWith('429')));
		const ended = bot.stop();
		await sleep(1500);
		lift();
		expect((await ended).code).toBe(0);
		expect(saidIn(chat)).toHaveLength(1);
	});

	it('by one Ctrl+C that arrives twice, as it may under npm, still delivers the answer in hand', async () => {
		const { telegram, bot } = await newBot();
		const chat = telegram.privateChat();
		telegram.faults.delay(callsIn(chat), 1500);
		const answer = chat.say(QUESTION, { timeoutMs: LIMIT });
		await eventually(() => requestsIn(telegram, chat).length > 0);
		const ended = bot.stop('SIGINT');
		await sleep(200);
		bot.stop('SIGINT');
		expectCited(await answer);
		expect((await ended).code).toBe(0);
	});

	it('asked for again after a while is a stop at once', async () => {
		const { telegram, bot } = await newBot();
		const chat = telegram.privateChat();
		telegram.faults.delay(callsIn(chat), 60_000);
		chat.post(QUESTION);
		await eventually(() => requestsIn(telegram, chat).length > 0);
		const first = bot.stop('SIGINT');
		await sleep(1300);
		const { code, ms } = await bot.stop('SIGINT');
		await first;
		expect(code).toBe(1);
		expect(ms).toBeLessThan(1000);
	});

	it('with nothing in hand is quick, and leaves later questions for the next start', async () => {
		const { telegram, bot } = await newBot();
		const chat = telegram.privateChat();
		expectCited(await chat.say(QUESTION, PATIENT));
		const { code, ms } = await bot.stop();
		expect(code).toBe(0);
		expect(ms).toBeLessThan(QUICK);
		chat.post('mining in China');
		const next = chat.nextMessage({ timeoutMs: 40_000 });
		await startFor(telegram).ready();
		expect(titleOf(await next)).toContain('China');
		await chat.say('/help', PATIENT);
		expect(saidIn(chat)).toHaveLength(3);
	});

	it('just when polling begins again is quick, and leaves later questions for the next start', async () => {
		const { telegram, bot } = await newBot();
		const chat = telegram.privateChat();
		expectCited(await chat.say(QUESTION, PATIENT));
		// telegraf makes this call before it polls; nothing is in hand.
		telegram.faults.delay('deleteWebhook', 1000);
		telegram.faults.conflict(1);
		await eventually(() => telegram.requests.at(-1)?.method === 'deleteWebhook');
		chat.post('mining in China');
		const { code, ms } = await bot.stop();
		expect(code).toBe(0);
		expect(ms).toBeLessThan(QUICK);
		await startFor(telegram).ready();
		await eventually(() => saidIn(chat).length > 1);
		expect(saidIn(chat).map(titleOf).at(-1)).toContain('China');
	});

	it('while the API is down ends in time, also with an answer in hand', async () => {
		const { telegram, bot } = await newBot();
		const chat = telegram.privateChat();
		telegram.faults.delay(callsIn(chat), 300);
		chat.post(QUESTION);
		await eventually(() => requestsIn(telegram, chat).length > 0);
		telegram.faults.down();
		await bot.logged('will be repeated');
		const { code, ms } = await bot.stop();
		expect(code).toBe(0);
		expect(ms).toBeLessThan(LIMIT);
	});

	it('while it waits for an API that is down ends in time', async () => {
		const telegram = await newTelegram();
		telegram.faults.down();
		const bot = startFor(telegram);
		await bot.logged('trying again');
		const { code, ms } = await bot.stop();
		expect(code).toBe(0);
		expect(ms).toBeLessThan(QUICK);
		expect(bot.stderr).not.toContain('"msg":"ready"');
	});

	it('while Telegram does not answer at all ends in time', async () => {
		const { telegram, bot } = await newBot();
		const chat = telegram.privateChat();
		telegram.faults.delay(callsIn(chat), 60_000);
		chat.post(QUESTION);
		await eventually(() => requestsIn(telegram, chat).length > 0);
		const { code, ms } = await bot.stop();
		expect(ms).toBeLessThan(LIMIT);
		// The question stays unanswered, which is no success.
		expect(code).toBe(1);
		expect(bot.stderr).toMatch(/"level":50.*"left":1,"msg":"work in hand did not finish in time"/);
	});
});
