/** What the end-to-end tests on Telegram share: a bot process that talks to a local Telegram, and how its answers look. */
import { rmSync } from 'node:fs';
import { expect, vi } from 'vitest';
import { type BotProcess, startBot, startedBots } from '../support/bot-process.ts';
import { writeSmallKnowledge } from '../support/small-knowledge.ts';
import type { Message } from '../support/telegram/objects.ts';
import { startTelegram, type Telegram, type TelegramOptions } from '../support/telegram/server.ts';
import type { TestChat } from '../support/telegram/test-chat.ts';
import { visibleButtons, visibleLinks, visibleText } from '../support/telegram/visible.ts';
import type { RequestEntry } from '../support/telegram/world.ts';

export const TOKEN = '123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr';
export const QUESTION = 'Is crypto mining legal in Russia?';

const servers: Telegram[] = [];
let smallKnowledge: string | undefined;

/**
 * For files that start many processes: these answer from three entries, on mining in Russia, China and Iran, and start in
 * half the time.
 */
export function useSmallKnowledge(): void {
	smallKnowledge = writeSmallKnowledge();
}

export async function newTelegram(options: Partial<TelegramOptions> = {}): Promise<Telegram> {
	const telegram = await startTelegram({ token: TOKEN, username: 'policy_bot', ...options });
	servers.push(telegram);
	return telegram;
}

/** Starts a bot for `telegram` that logs all it can. */
export function startFor(telegram: Telegram, environment: Record<string, string> = {}): BotProcess {
	return startBot({
		TELEGRAM_BOT_TOKEN: telegram.token,
		TELEGRAM_API_URL: telegram.apiUrl,
		LOG_LEVEL: 'trace',
		...(smallKnowledge === undefined ? {} : { KNOWLEDGE_DIR: smallKnowledge }),
		...environment,
	});
}

/** A bot that is ready, and its Telegram. */
export async function newBot(options: Partial<TelegramOptions> = {}): Promise<{ telegram: Telegram; bot: BotProcess }> {
	const telegram = await newTelegram(options);
	const bot = startFor(telegram);
	await bot.ready();
	return { telegram, bot };
}

/** For the end of a test file: ends everything, and checks what must hold after any test. */
export async function nothingAmiss(): Promise<void> {
	await Promise.all(startedBots().map((bot) => bot.kill()));
	if (smallKnowledge !== undefined) rmSync(smallKnowledge, { recursive: true });
	for (const telegram of servers) {
		await telegram.close();
		expect(telegram.violations).toEqual([]);
	}
	expectNoToken(startedBots(), [TOKEN]);
}

/** No log holds a token or the secret part of one, plain or encoded. */
export function expectNoToken(bots: readonly BotProcess[], tokens: readonly string[]): void {
	for (const { output } of bots)
		for (const token of tokens) {
			const secret = token.split(':')[1] ?? token;
			for (const form of [token, encodeURIComponent(token), secret]) expect(output).not.toContain(form);
		}
}

/** The answer states something, each [1] leads to a source, and the source is listed. */
export function expectCited(message: Message): void {
	const links = visibleLinks(message);
	const markers = links.filter(({ text }) => /^\[\d+\]$/.test(text));
	expect(markers.length).toBeGreaterThan(0);
	for (const { text: marker, url } of markers) {
		expect(url).toMatch(/^https:\/\//);
		const listed = links.filter((link) => link.url === url && link.text !== marker);
		expect(listed, `${marker} is listed with its title`).not.toEqual([]);
		expect(visibleText(message)).toMatch(new RegExp(`^\\${marker.slice(0, -1)}\\] \\S`, 'm'));
	}
}

export function expectNotCited(message: Message): void {
	expect(visibleLinks(message)).toEqual([]);
	expect(visibleText(message)).not.toMatch(/\[\d+\]/);
}

/** The first line of a message. */
export function titleOf(message: Message): string {
	return visibleText(message).split('\n')[0] ?? '';
}

export function labelsOf(message: Message): string[] {
	return visibleButtons(message).flat();
}

/** What the bot has said in a chat. */
export function saidIn(chat: TestChat): Message[] {
	return chat.messages.filter(({ from }) => from?.is_bot);
}

/** For faults: the calls of `method` for one chat. */
export function callsIn(chat: TestChat, method = 'sendMessage') {
	return (called: string, params: Record<string, unknown>): boolean => called === method && params.chat_id === chat.id;
}

/** The calls of `method` for one chat so far, in order. */
export function requestsIn(telegram: Telegram, chat: TestChat, method = 'sendMessage'): RequestEntry[] {
	return telegram.requests.filter((request) => callsIn(chat, method)(request.method, request.params));
}

/** Waits until `look` gives something, and gives it. */
export function eventually<T>(look: () => T | undefined | false, timeoutMs = 5000): Promise<T> {
	return vi.waitFor(
		() => {
			const seen = look();
			if (seen === undefined || seen === false) throw new Error(`not seen within ${timeoutMs} ms: ${look}`);
			return seen;
		},
		{ timeout: timeoutMs, interval: 20 },
	);
}
