import { afterAll, expect, it } from 'vitest';
import { newBot, newTelegram, nothingAmiss, startFor } from '../e2e/telegram-bot.ts';

afterAll(nothingAmiss);

/** What the bot waits out, in milliseconds, and how much longer it may take to notice and end. */
const PATIENCE = 60_000;
const MARGIN = 15_000;

it.concurrent('another process that polls for good ends a start after a minute, with a clear message', async () => {
	const telegram = await newTelegram();
	telegram.faults.conflict();
	const bot = startFor(telegram);
	const { code, ms } = await bot.ended;
	expect(code).toBe(1);
	expect(ms).toBeGreaterThan(PATIENCE);
	expect(ms).toBeLessThan(PATIENCE + MARGIN);
	expect(bot.stderr).toContain('"id":"telegram-conflict"');
	expect(bot.stderr).toMatch(/Another process.*TELEGRAM_BOT_TOKEN/);
	expect(bot.stderr).not.toContain('"msg":"ready"');
}, 100_000);

it.concurrent('another process that polls for good ends a bot at work after a minute', async () => {
	const { telegram, bot } = await newBot();
	telegram.faults.conflict();
	const struck = performance.now();
	const { code } = await bot.ended;
	const ms = performance.now() - struck;
	expect(code).toBe(1);
	expect(ms).toBeGreaterThan(PATIENCE);
	expect(ms).toBeLessThan(PATIENCE + MARGIN);
	expect(bot.stderr).toContain('"id":"telegram-conflict"');
}, 100_000);
