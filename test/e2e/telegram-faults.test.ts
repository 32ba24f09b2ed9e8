import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import type { Telegram } from '../support/telegram/server.ts';
import type { TestChat } from '../support/telegram/test-chat.ts';
import {
	callsIn,
	eventually,
	expectCited,
	newBot,
	nothingAmiss,
	QUESTION,
	requestsIn,
	saidIn,
	titleOf,
} from './telegram-bot.ts';

let telegram: Telegram;
let bot: BotProcess;

beforeAll(async () => {
	({ telegram, bot } = await newBot());
}, 60_000);
afterAll(nothingAmiss);
// The last to be named runs first.
afterAll(() => {
	expect(telegram.faults.pending).toBe(0);
	expect(bot.isRunning).toBe(true);
});

function outcomesIn(chat: TestChat, method = 'sendMessage'): string[] {
	return requestsIn(telegram, chat, method).map(({ outcome }) => outcome);
}

/** Has a further question answered, after which nothing of an earlier one can still be under way. */
async function askAgain(chat: TestChat): Promise<void> {
	expect(titleOf(await chat.say('mining in China'))).toContain('China');
}

describe.concurrent('a send', () => {
	it('that met 429 waits as long as asked, and is delivered exactly once', async () => {
		const chat = telegram.privateChat();
		telegram.faults.rateLimit(callsIn(chat), 1, 2);
		expectCited(await chat.say(QUESTION, { timeoutMs: 8000 }));
		const calls = requestsIn(telegram, chat);
		expect(calls).toHaveLength(3);
		for (const [at, { at: when }] of calls.entries())
			if (at > 0) expect(when - (calls[at - 1]?.at ?? 0)).toBeGreaterThanOrEqual(990);
		await askAgain(chat);
		expect(saidIn(chat)).toHaveLength(2);
	});

	it('is never lost because many in one chat meet a limit, and keeps its place', async () => {
		const chat = telegram.privateChat();
		const other = telegram.privateChat();
		// As Telegram does: one message in so many seconds, and whoever comes too early waits for the rest.
		const [every, count] = [0.25, 15];
		let free = 0;
		const lift = telegram.faults.add(
			(method, params) => {
				if (!callsIn(chat)(method, params)) return false;
				const isEarly = performance.now() < free;
				if (!isEarly) free = performance.now() + every * 1000;
				return isEarly;
			},
			{ kind: 'error', code: 429, description: 'Too Many Requests', parameters: { retry_after: every } },
			Number.POSITIVE_INFINITY,
		);
		const places = Array.from({ length: count }, (_, n) => (n % 2 === 0 ? 'Russia' : 'China'));
		for (const place of places) chat.post(`mining in ${place}`);
		expectCited(await other.say(QUESTION));
		expect(saidIn(chat).length).toBeLessThan(count);
		await eventually(() => saidIn(chat).length === count, 10_000);
		expect(saidIn(chat).map(titleOf)).toEqual(places.map((place) => expect.stringContaining(place)));
		// Each was tried about once too early, not all at every moment.
		expect(requestsIn(telegram, chat).length).toBeLessThanOrEqual(2 * count);
		lift();
	}, 30_000);

	it('is dropped with a warning when too many wait for one chat already', async () => {
		const chat = telegram.privateChat();
		const lift = telegram.faults.rateLimit(callsIn(chat), 2, Number.POSITIVE_INFINITY);
		for (let n = 0; n < 110; n += 1) chat.post('/help');
		await bot.logged('messages are waiting for this chat');
		expectCited(await telegram.privateChat().say(QUESTION));
		await eventually(() => bot.stderr.split('messages are waiting for this chat').length === 11);
		expect(bot.stderr).toMatch(/"level":40.*messages are waiting for this chat.*"telegram answer not delivered"/);
		expect(requestsIn(telegram, chat).length).toBeLessThan(5);
		lift();
		await eventually(() => saidIn(chat).length === 100, 10_000);
		await askAgain(chat);
	}, 30_000);

	it.each([
		['500', 'serverError', '500 Internal Server Error'],
		['502 with a page', 'badGateway', '502 HTML'],
		['a cut socket', 'cut', 'cut'],
	] as const)('that met %s is delivered exactly once', async (_, fault, outcome) => {
		const chat = telegram.privateChat();
		telegram.faults[fault](callsIn(chat), 2);
		expectCited(await chat.say(QUESTION, { timeoutMs: 8000 }));
		await askAgain(chat);
		expect(outcomesIn(chat).slice(0, -1)).toEqual([outcome, outcome, 'ok']);
		expect(saidIn(chat)).toHaveLength(2);
	});

	it('whose reply got lost is delivered, at most twice', async () => {
		const chat = telegram.privateChat();
		telegram.faults.loseReply(callsIn(chat));
		expectCited(await chat.say(QUESTION));
		await eventually(() => outcomesIn(chat).includes('ok'));
		await askAgain(chat);
		expect(saidIn(chat).filter((message) => titleOf(message).includes('Russia')).length).toBeLessThanOrEqual(2);
	});

	it('that Telegram refuses for good is not repeated', async () => {
		const chat = telegram.privateChat();
		telegram.faults.refuse(callsIn(chat), 'Bad Request: not enough rights to send text messages to the chat');
		chat.post(QUESTION);
		await eventually(() => outcomesIn(chat).length > 0);
		await askAgain(chat);
		expect(outcomesIn(chat)).toHaveLength(2);
	});

	it('that is slow does not hold up another chat', async () => {
		const [slow, quick] = [telegram.privateChat(), telegram.privateChat()];
		telegram.faults.delay(callsIn(slow), 4000);
		const late = slow.say(QUESTION, { timeoutMs: 10_000 });
		await eventually(() => outcomesIn(slow).length > 0);
		for (let n = 0; n < 3; n++) expectCited(await quick.say(QUESTION));
		expect(outcomesIn(slow)).toEqual(['waiting']);
		expectCited(await late);
	});

	it('to a person who has blocked the bot stops nobody', async () => {
		const [blocked, other] = [telegram.privateChat(), telegram.privateChat()];
		blocked.post(QUESTION);
		blocked.removeBot();
		await eventually(() => outcomesIn(blocked)[0]?.startsWith('403'));
		expectCited(await other.say(QUESTION));
		blocked.restoreBot();
		expectCited(await blocked.say(QUESTION));
		expect(outcomesIn(blocked)).toHaveLength(2);
	});

	it('to a group that has become a supergroup goes there', async () => {
		const group = telegram.group({ title: 'Policy', basic: true });
		expectCited(await group.say(`/ask ${QUESTION}`));
		const { message } = group.post(`/ask ${QUESTION}`);
		const moved = group.upgrade();
		const answer = await moved.nextMessage();
		expectCited(answer);
		expect(answer.reply_to_message?.text).not.toBe(message.text);
		expect(saidIn(moved)).toHaveLength(1);
		expectCited(await moved.say(`/ask ${QUESTION}`));
	});
});

describe.concurrent('a button', () => {
	it('whose edit met faults still edits', async () => {
		const chat = telegram.privateChat();
		const answer = await chat.say(QUESTION);
		telegram.faults.serverError(callsIn(chat, 'editMessageText'));
		telegram.faults.cut(callsIn(chat, 'editMessageText'));
		telegram.faults.rateLimit(callsIn(chat, 'editMessageText'), 1);
		const { edited } = await chat.press(answer, 'Sources', { settleMs: 5000 });
		expect(edited && titleOf(edited)).toMatch(/^Sources: /);
		await eventually(() => outcomesIn(chat, 'editMessageText').at(-1) === 'ok');
		expect(outcomesIn(chat, 'editMessageText')).toHaveLength(4);
	});

	it('whose edit was made but its reply lost is no error', async () => {
		const chat = telegram.privateChat();
		const answer = await chat.say(QUESTION);
		const before = bot.stderr.length;
		telegram.faults.loseReply(callsIn(chat, 'editMessageText'));
		const { edited } = await chat.press(answer, 'Sources');
		expect(edited && titleOf(edited)).toMatch(/^Sources: /);
		await eventually(() => outcomesIn(chat, 'editMessageText').some((outcome) => outcome.includes('not modified')));
		await askAgain(chat);
		expect(bot.stderr.slice(before)).not.toMatch(/not modified.*not delivered/);
	});
});

// The call names no chat, so one at a time.
describe('the sign that a button was pressed', () => {
	it.each([
		['met 500', 'serverError'],
		['met a cut socket', 'cut'],
		['was given but its reply lost', 'loseReply'],
	] as const)('%s: the button still does its work', async (_, fault) => {
		const chat = telegram.privateChat();
		const answer = await chat.say(QUESTION);
		telegram.faults[fault]('answerCallbackQuery');
		const { sent } = await chat.press(answer, 'Timeline', { settleMs: 3000 });
		expect(sent && titleOf(sent)).toMatch(/^Timeline: /);
	});

	it('comes too late: the button still does its work', async () => {
		const chat = telegram.privateChat();
		const answer = await chat.say(QUESTION);
		const tooLate = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
		telegram.faults.refuse('answerCallbackQuery', tooLate);
		const sent = chat.nextMessage();
		// The button stays unanswered, which press() reports.
		chat.press(answer, 'Timeline', { timeoutMs: 1000 }).catch(() => undefined);
		expect(titleOf(await sent)).toMatch(/^Timeline: /);
	});
});

describe('an update', () => {
	it('that Telegram delivers twice is answered once', async () => {
		const chat = telegram.privateChat();
		const { updateId = 0 } = chat.post(QUESTION);
		await eventually(() => saidIn(chat).length > 0);
		telegram.redeliver(updateId);
		await askAgain(chat);
		telegram.redeliver(updateId);
		await askAgain(chat);
		expect(saidIn(chat).map(titleOf)).toEqual([
			expect.stringContaining('Russia'),
			expect.stringContaining('China'),
			expect.stringContaining('China'),
		]);
	});

	it('of a button that Telegram delivers twice is acted on once', async () => {
		const chat = telegram.privateChat();
		const answer = await chat.say(QUESTION);
		const query = { id: '78', from: chat.user, chat_instance: '1', message: answer, data: 'v|t|RU|mining' };
		const updateId = telegram.deliver({ callback_query: query });
		await eventually(() => saidIn(chat).length === 2);
		telegram.redeliver(updateId);
		await askAgain(chat);
		expect(saidIn(chat)).toHaveLength(3);
	});
});
