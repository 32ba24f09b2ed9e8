import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { COMMANDS } from '../../commands/index.ts';
import type { BotProcess } from '../support/bot-process.ts';
import type { Discord } from '../support/discord/server.ts';
import {
	byHand,
	expectCited,
	newBot,
	newDiscord,
	nothingAmiss,
	QUESTION,
	registrations,
	reregister,
	startFor,
} from './discord-bot.ts';

/** Without a moderators' server the moderators' commands are nowhere. */
const EVERYONES = COMMANDS.filter(({ access }) => access === 'everyone');

afterAll(nothingAmiss);

/** Many processes start at once here. */
const TIMEOUT = 60_000;
/** From the first request to the end: a mistake of the operator's must not look like a bot that is starting. */
const SOON = 8_000;

/** The line of a log that tells why the bot gave up. */
function fatalLine(bot: BotProcess): Record<string, unknown> {
	const line = bot.stderr.split('\n').find((text) => text.includes('"level":60'));
	return line === undefined ? {} : JSON.parse(line);
}

async function expectTokenRefused(bot: BotProcess, since: () => number): Promise<void> {
	const { code } = await bot.ended;
	expect(code).toBe(1);
	expect(Date.now() - since()).toBeLessThan(SOON);
	expect(fatalLine(bot)).toMatchObject({ id: 'discord-token', msg: expect.stringContaining('DISCORD_TOKEN') });
	expect(fatalLine(bot).msg).toMatch(/Reset Token/);
	expect(bot.stdout).toBe('');
}

async function expectWorks(discord: Discord): Promise<void> {
	expectCited((await discord.slash('ask', { question: QUESTION })).message);
}

function firstRequest({ requests: [first] }: Discord): number {
	expect(first).toBeDefined();
	return first?.at ?? 0;
}

const WRONG_TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.ZyXwVu.m1n2b3v4-C5x6Z7l8_K9j0H1g2F3d4S5';

describe.concurrent('a start with a wrong token', { timeout: TIMEOUT }, () => {
	it('that the API refuses (401) ends with a clear message', async () => {
		const discord = await newDiscord();
		const bot = startFor(discord, { DISCORD_TOKEN: WRONG_TOKEN });
		await expectTokenRefused(bot, () => firstRequest(discord));
		expect(bot.stderr).not.toContain('"msg":"ready"');
		expect(discord.requests.map(({ status }) => status)).toEqual([401]);
		expect(discord.violations.splice(0)).toEqual([expect.stringContaining('401')]);
		for (const part of [WRONG_TOKEN, WRONG_TOKEN.split('.').at(-1)]) expect(bot.output).not.toContain(part);
	});

	it('that only the gateway refuses (4004) ends with a clear message', async () => {
		const discord = await newDiscord();
		const url = `${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/gateway`;
		const session_start_limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };
		discord.faults.answer({ path: /^\/gateway\/bot$/ }, 200, { url, shards: 1, session_start_limit });
		const bot = startFor(discord, { DISCORD_TOKEN: WRONG_TOKEN });
		await expectTokenRefused(bot, () => firstRequest(discord));
		expect(bot.stderr).not.toContain('"msg":"ready"');
		expect(discord.violations.splice(0)).toEqual([expect.stringContaining('gateway: 4004')]);
		for (const part of [WRONG_TOKEN, WRONG_TOKEN.split('.').at(-1)]) expect(bot.output).not.toContain(part);
	});
});

it('a token that is taken back while the bot works ends it with a clear message', { timeout: TIMEOUT }, async () => {
	const { discord, bot } = await newBot();
	await expectWorks(discord);
	const since = Date.now();
	discord.gateway.close(4004);
	await expectTokenRefused(bot, () => since);
});

describe.concurrent('a gateway that closes for good', { timeout: TIMEOUT }, () => {
	async function expectRefused(bot: BotProcess, code: number, advice: RegExp): Promise<void> {
		expect((await bot.ended).code).toBe(1);
		expect(fatalLine(bot)).toMatchObject({ id: 'discord-gateway', msg: expect.stringContaining(`code ${code}`) });
		expect(fatalLine(bot).msg).toMatch(advice);
	}

	it.each([
		[4010, /servers/],
		[4011, /servers/],
		[4012, /Update this program/],
		[4013, /Privileged Gateway Intents/],
		[4014, /Privileged Gateway Intents/],
	])('(%i) ends a bot at work with a clear message', async (code, advice) => {
		const { discord, bot } = await newBot();
		discord.gateway.close(code);
		await expectRefused(bot, code, advice);
	});

	it('(4014) ends a start, which is not tried again', async () => {
		const discord = await newDiscord();
		const gateway = new WebSocketServer({ host: '127.0.0.1', port: 0 });
		gateway.on('connection', (socket) => socket.close(4014));
		await new Promise((resolve) => gateway.once('listening', resolve));
		const url = `ws://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
		const session_start_limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };
		discord.faults.answer({ path: /^\/gateway\/bot$/ }, 200, { url, shards: 1, session_start_limit });
		const bot = startFor(discord);
		await expectRefused(bot, 4014, /Privileged Gateway Intents/);
		expect(bot.stderr).not.toContain('trying again');
		gateway.close();
	});
});

describe.concurrent('a start', { timeout: TIMEOUT }, () => {
	it('goes on when Discord refuses the commands for good', async () => {
		const { discord, bot: first } = await newBot();
		await first.stop();
		await reregister(discord, 'ask', { description: 'What it said before' });
		const before = registrations(discord).length;
		const refused = { message: 'Invalid Form Body', code: 50035 };
		discord.faults.answer({ method: 'PATCH', path: /\/commands\//, times: 5 }, 400, refused);
		const bot = startFor(discord);
		await bot.ready();
		expect(bot.stderr).toMatch(/"level":50.*Invalid Form Body.*discord refuses the commands/);
		await expectWorks(discord);
		expect(registrations(discord)).toHaveLength(before + 1);
	});

	it('waits for an API that is down', async () => {
		const discord = await newDiscord();
		discord.faults.down();
		const bot = startFor(discord);
		await bot.logged('trying again');
		await bot.logged('trying again', 15_000, bot.stderr.length);
		expect(bot.stderr).not.toContain('"msg":"ready"');
		expect(bot.isRunning).toBe(true);
		discord.faults.lift();
		await bot.ready();
		await expectWorks(discord);
	});

	it('gets over faults of every call that it makes', async () => {
		const discord = await newDiscord();
		for (const match of [
			{ method: 'GET', path: /^\/gateway\/bot$/ },
			{ method: 'GET', path: /\/commands$/ },
			{ method: 'POST', path: /\/commands$/ },
		]) {
			discord.faults.badGateway(match);
			discord.faults.cutBefore(match);
			discord.faults.serverError(match);
			discord.faults.rateLimit(match, 0.2);
		}
		discord.faults.cutAfter({ method: 'POST', path: /\/commands$/ });
		const bot = startFor(discord);
		await bot.ready();
		expect(discord.faults.pending).toBe(0);
		expect(discord.registeredCommands.map(({ name }) => name)).toEqual(EVERYONES.map(({ name }) => name));
		await expectWorks(discord);
	});

	it('gets over a gateway that cuts it off before it is ready', async () => {
		const discord = await newDiscord();
		const identified = discord.gateway.identified(TIMEOUT);
		const bot = startFor(discord);
		await identified;
		discord.gateway.drop();
		await bot.ready();
		await discord.connected();
		await expectWorks(discord);
	});
});

it('the commands are registered by the first start, and later only what differs', { timeout: TIMEOUT }, async () => {
	const discord = await newDiscord();
	const first = startFor(discord);
	await first.ready();
	expect(discord.registeredCommands.map(({ name }) => name)).toEqual([
		'ask',
		'country',
		'topic',
		'compare',
		'list',
		'timeline',
		'quote',
		'suggest',
		'help',
	]);
	for (const { name, contexts, integration_types } of discord.registeredCommands)
		expect({ name, contexts, integration_types }).toEqual({ name, contexts: [0, 1, 2], integration_types: [0, 1] });
	for (const command of discord.registeredCommands)
		expect(command).toMatchObject({ default_member_permissions: null, nsfw: false, type: 1 });
	const [ask, country] = discord.registeredCommands;
	expect(ask?.options).toEqual([
		{
			type: 3,
			name: 'question',
			description: expect.stringMatching(/\S/),
			description_localizations: expect.objectContaining({ ru: expect.stringMatching(/\S/) }),
			required: true,
			autocomplete: true,
			max_length: 500,
		},
	]);
	expect(country?.options).toEqual([
		expect.objectContaining({ name: 'country', required: true, autocomplete: true, max_length: 100 }),
		expect.not.objectContaining({ required: true }),
	]);
	expect(registrations(discord)).toHaveLength(EVERYONES.length);
	expect((await first.stop()).code).toBe(0);

	const known = discord.registeredCommands;
	const second = startFor(discord);
	await second.ready();
	expect(registrations(discord)).toHaveLength(EVERYONES.length);
	expect(discord.registeredCommands).toEqual(known);
	await expectWorks(discord);
	expect((await second.stop()).code).toBe(0);

	await reregister(discord, 'ask', { description: 'What it said before' });
	await byHand(discord, 'POST', `/applications/${discord.applicationId}/commands`, { name: 'old', description: 'Old' });
	const foreign = discord.registeredCommands.find(({ name }) => name === 'old');
	const before = registrations(discord).length;
	await startFor(discord).ready();
	expect(registrations(discord).slice(before)).toMatchObject([
		{ method: 'PATCH', path: expect.stringMatching(new RegExp(`/commands/${ask?.id}$`)) },
		{ method: 'DELETE', path: expect.stringMatching(new RegExp(`/commands/${foreign?.id}$`)) },
	]);
	const [patched] = discord.registeredCommands;
	expect(patched).toEqual({ ...ask, version: patched?.version });
	expect(discord.registeredCommands.slice(1)).toEqual(known.slice(1));
	await expectWorks(discord);
});
