import { afterAll, describe, expect, it } from 'vitest';
import { type BotProcess, startedBots } from '../support/bot-process.ts';
import type { Discord } from '../support/discord/server.ts';
import type { Telegram } from '../support/telegram/server.ts';
import * as onDiscord from './discord-bot.ts';
import * as onTelegram from './telegram-bot.ts';

afterAll(onDiscord.nothingAmiss);
afterAll(onTelegram.nothingAmiss);

const { QUESTION, eventually } = onDiscord;
const LIMIT = 10_000;
const READY = '"msg":"ready"';

interface Both {
	discord: Discord;
	telegram: Telegram;
	/** Starts one process that serves both. */
	start: () => BotProcess;
}

async function both(): Promise<Both> {
	const [discord, telegram] = await Promise.all([onDiscord.newDiscord(), onTelegram.newTelegram()]);
	const start = () =>
		onDiscord.startFor(discord, { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.apiUrl });
	return { discord, telegram, start };
}

async function expectDiscordAnswers(discord: Discord): Promise<string> {
	const reply = await discord.slash('ask', { question: QUESTION });
	onDiscord.expectCited(reply.message);
	return onDiscord.titleOf(reply);
}

async function expectTelegramAnswers(telegram: Telegram): Promise<string> {
	const message = await telegram.privateChat().say(QUESTION, { timeoutMs: LIMIT });
	onTelegram.expectCited(message);
	return onTelegram.titleOf(message);
}

describe.concurrent('one process for both', { timeout: 60_000 }, () => {
	it('answers on both with the same title, goes on where the other is lost, and stops both in order', async () => {
		const { discord, telegram, start } = await both();
		const bot = start();
		await bot.ready();
		expect(bot.stderr).toMatch(/"adapters":\["discord","telegram"\].*"ready"/);
		expect(await expectDiscordAnswers(discord)).toBe(await expectTelegramAnswers(telegram));

		const lift = telegram.faults.down();
		await expectDiscordAnswers(discord);
		lift();
		discord.faults.down();
		discord.gateway.drop();
		await expectTelegramAnswers(telegram);
		discord.faults.lift();
		await discord.connected(LIMIT);
		await expectDiscordAnswers(discord);

		discord.faults.delay(onDiscord.CALLBACK, 1000);
		const chat = telegram.privateChat();
		telegram.faults.delay(onTelegram.callsIn(chat), 1500);
		const answers = [expectDiscordAnswers(discord), chat.say(QUESTION, { timeoutMs: LIMIT })];
		await eventually(() => discord.faults.pending === 0 && onTelegram.requestsIn(telegram, chat).length > 0);
		const { code, ms } = await bot.stop();
		expect(code).toBe(0);
		expect(ms).toBeLessThan(LIMIT);
		await Promise.all(answers);
	});

	it('answers on Discord while Telegram is down at the start, and is ready when that is back', async () => {
		const { discord, telegram, start } = await both();
		const lift = telegram.faults.down();
		const bot = start();
		await bot.logged('discord is ready');
		await bot.logged('telegram: reaching the API failed, trying again');
		await expectDiscordAnswers(discord);
		expect(bot.stderr).not.toContain(READY);
		lift();
		await bot.ready();
		await expectTelegramAnswers(telegram);
	});

	it('answers on Telegram while Discord is down at the start, and is ready when that is back', async () => {
		const { discord, telegram, start } = await both();
		discord.faults.down();
		const bot = start();
		await bot.logged('telegram is ready');
		await bot.logged('discord: connecting failed, trying again');
		await expectTelegramAnswers(telegram);
		expect(bot.stderr).not.toContain(READY);
		discord.faults.lift();
		await bot.ready();
		await expectDiscordAnswers(discord);
	});

	it('ends as a whole when one token is refused, and says which', async () => {
		const { discord, telegram } = await both();
		const bot = onDiscord.startFor(discord, {
			TELEGRAM_BOT_TOKEN: '987654321:AAzzYYxxWWvvUUttSSrrQQppOOnnMMllKKj',
			TELEGRAM_API_URL: telegram.apiUrl,
		});
		const { code } = await bot.ended;
		expect(code).toBe(1);
		expect(bot.stderr).toContain('telegram-token');
		expect(bot.stderr).not.toContain(READY);
	});
});

it('no log holds the token of either', () => {
	expect(startedBots()).toHaveLength(4);
	onTelegram.expectNoToken(startedBots(), [onTelegram.TOKEN, onDiscord.TOKEN]);
	for (const { output } of startedBots()) onDiscord.expectNoToken(output);
});
