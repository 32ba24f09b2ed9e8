import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { telegramAdapter } from '../../src/adapters/telegram/telegram.ts';
import { createLogger } from '../../src/log.ts';
import type { BotProcess } from '../support/bot-process.ts';
import { alone } from '../support/telegram/alone.ts';
import type { Telegram } from '../support/telegram/server.ts';
import {
	expectCited,
	expectNoToken,
	newTelegram,
	nothingAmiss,
	QUESTION,
	startFor,
	TOKEN,
	useSmallKnowledge,
} from './telegram-bot.ts';

useSmallKnowledge();
afterAll(nothingAmiss);

/** The line of a log that tells why the bot gave up. */
function fatalLine(bot: BotProcess): Record<string, unknown> {
	const line = bot.stderr.split('\n').find((text) => text.includes('"level":60'));
	return line === undefined ? {} : JSON.parse(line);
}

/** Does what another process may have done before, or BotFather. */
async function setUp(telegram: Telegram, method: string, params: Record<string, string>): Promise<void> {
	const url = `${telegram.apiUrl}/bot${telegram.token}/${method}`;
	const { ok } = await fetch(url, { method: 'POST', body: new URLSearchParams(params) });
	expect(ok).toBe(true);
}

/** Many processes start at once here. */
const TIMEOUT = 60_000;
const PATIENT = { timeoutMs: 15_000 };

describe.concurrent('a start', { timeout: TIMEOUT }, () => {
	it.each([
		['is not the one it gave out (401)', '987654321:AAzzYYxxWWvvUUttSSrrQQppOOnnMMllKKj', 401],
		['has not the form of one (404)', '0:AAzzYYxxWWvvUUttSSrrQQppOOnnMMllKKj', 404],
	])('with a token that Telegram says %s ends with a clear message', async (_, wrong, code) => {
		const telegram = await newTelegram();
		const bot = startFor(telegram, { TELEGRAM_BOT_TOKEN: wrong });
		expect((await bot.ended).code).toBe(1);
		expect(telegram.requests.map(({ outcome }) => outcome)).toEqual([expect.stringMatching(`^${code}`)]);
		expect(fatalLine(bot)).toMatchObject({ id: 'telegram-token', msg: expect.stringContaining('TELEGRAM_BOT_TOKEN') });
		expect(fatalLine(bot).msg).toContain('BotFather');
		expect(bot.stderr).not.toContain('"msg":"ready"');
		expect(bot.stdout).toBe('');
		expectNoToken([bot], [wrong]);
	});

	it('waits for an API that is down, and answers what was asked before', async () => {
		const telegram = await newTelegram();
		const lift = telegram.faults.down();
		const answer = telegram.privateChat().say(QUESTION, { timeoutMs: TIMEOUT });
		const bot = startFor(telegram);
		await bot.logged('trying again');
		await bot.logged('trying again', 15_000, bot.stderr.length);
		expect(bot.stderr).not.toContain('"msg":"ready"');
		lift();
		await bot.ready();
		expectCited(await answer);
	});

	it('gets over faults of every call that it makes, and over a webhook that was set', async () => {
		const telegram = await newTelegram();
		await setUp(telegram, 'setWebhook', { url: 'https://bot.example.org/hook' });
		for (const method of [
			'getMe',
			'getMyCommands',
			'setMyCommands',
			'setMyDescription',
			'deleteWebhook',
			'getUpdates',
		]) {
			telegram.faults.badGateway(method);
			telegram.faults.cut(method);
		}
		telegram.faults.rateLimit('setMyCommands', 1);
		const bot = startFor(telegram);
		await bot.ready();
		expectCited(await telegram.privateChat().say(QUESTION, PATIENT));
		expect(telegram.faults.pending).toBe(0);
		expect(telegram.commands()).toHaveLength(COMMANDS.filter(({ access }) => access === 'everyone').length);
	});

	it('gets over an API that takes a call and never answers', async () => {
		const telegram = await newTelegram();
		telegram.faults.delay('getUpdates', TIMEOUT);
		const bot = startFor(telegram);
		await bot.logged('telegram: listening failed, trying again', 40_000);
		await bot.ready();
		expectCited(await telegram.privateChat().say(QUESTION, PATIENT));
	});

	it('goes on when Telegram refuses the commands for good', async () => {
		const telegram = await newTelegram();
		telegram.faults.refuse('setMyCommands', 'Bad Request: BOT_COMMAND_INVALID', { times: Number.POSITIVE_INFINITY });
		const bot = startFor(telegram);
		await bot.ready();
		expect(bot.stderr).toMatch(/"level":50.*BOT_COMMAND_INVALID.*telegram refuses the commands/);
		expectCited(await telegram.privateChat().say(QUESTION, PATIENT));
		expect(telegram.requests.filter(({ method }) => method === 'setMyCommands')).toHaveLength(1);
	});

	it('waits for another process to stop polling', async () => {
		const telegram = await newTelegram();
		const lift = telegram.faults.conflict();
		const bot = startFor(telegram);
		await bot.logged('409 Conflict');
		await bot.logged('409 Conflict', 15_000, bot.stderr.length);
		expect(bot.stderr).not.toContain('"msg":"ready"');
		lift();
		await bot.ready();
		expectCited(await telegram.privateChat().say(QUESTION, PATIENT));
	});
});

describe.concurrent('the commands', { timeout: TIMEOUT }, () => {
	const names = (telegram: Telegram, scope: string) => telegram.commands(scope)?.map(({ command }) => command);
	const writes = (telegram: Telegram) => telegram.requests.filter(({ method }) => method.startsWith('setMy'));

	it('are registered for each kind of chat, and not sent again by the next start', async () => {
		const telegram = await newTelegram();
		await setUp(telegram, 'setMyCommands', { commands: '[{"command":"old","description":"Gone"}]' });
		const earlier = writes(telegram).length;
		const first = startFor(telegram);
		await first.ready();
		const expected = COMMANDS.filter(({ access }) => access === 'everyone').map(({ name }) => name);
		expect(expected).toContain('ask');
		expect(names(telegram, 'default')).toEqual(expected);
		expect(names(telegram, 'all_group_chats')).toEqual(expected);
		expect(names(telegram, 'all_private_chats')).toEqual([...expected, 'start']);
		expect(telegram.profile().description).toContain('not legal advice');
		expect(telegram.profile().short).toContain('not legal advice');
		await first.stop();

		const before = writes(telegram).length;
		expect(before).toBeGreaterThan(earlier);
		const second = startFor(telegram);
		await second.ready();
		expect(writes(telegram)).toHaveLength(before);
	});
});

/** In this process, so that the patience can be short. */
function adapterFor({ token, apiUrl }: Pick<Telegram, 'token' | 'apiUrl'>): Adapter {
	return telegramAdapter({
		token,
		apiUrl,
		...alone,
		commands: COMMANDS,
		context: () => {
			throw new Error('no question is asked here');
		},
		log: createLogger('silent', []),
		conflictPatience: 300,
	});
}

it('an API behind a path is called there', async () => {
	const paths: string[] = [];
	const proxy = createServer((request, response) => {
		paths.push(request.url ?? '');
		response.writeHead(401).end('{"ok":false,"error_code":401,"description":"Unauthorized"}');
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const { port } = proxy.address() as AddressInfo;
	const adapter = adapterFor({ token: TOKEN, apiUrl: `http://127.0.0.1:${port}/telegram` });
	await expect(adapter.start()).rejects.toMatchObject({ name: 'FatalError', id: 'telegram-token' });
	await adapter.stop();
	proxy.close();
	expect(paths).toEqual([`/telegram/bot${TOKEN}/getMe`]);
});

describe('another process that polls for good', () => {
	it('ends the start', async () => {
		const telegram = await newTelegram();
		telegram.faults.conflict();
		const adapter = adapterFor(telegram);
		await expect(adapter.start()).rejects.toMatchObject({ name: 'FatalError', id: 'telegram-conflict' });
		await adapter.stop();
	});

	it('ends a bot that was at work', async () => {
		const telegram = await newTelegram();
		const adapter = adapterFor(telegram);
		await adapter.start();
		telegram.faults.conflict();
		await expect(adapter.failed).rejects.toMatchObject({
			name: 'FatalError',
			id: 'telegram-conflict',
			message: expect.stringContaining('TELEGRAM_BOT_TOKEN'),
		});
		await adapter.stop();
	});
});
