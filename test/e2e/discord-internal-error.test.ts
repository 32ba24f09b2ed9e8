/** What cannot be provoked or seen from outside: the adapter runs in this process. */
import { Events } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { newClient } from '../../src/adapters/discord/client.ts';
import { discordAdapter } from '../../src/adapters/discord/discord.ts';
import { createLogger } from '../../src/log.ts';
import { person } from '../support/discord/people.ts';
import type { Discord } from '../support/discord/server.ts';
import { DAY, makeCore } from '../support/records.ts';
import { expectPrivate, newDiscord, nothingAmiss, pressLabel, titleOf } from './discord-bot.ts';

const FAILED = /That did not work/;
const core = makeCore();
/** What goes wrong at present. */
let broken: 'nothing' | 'core' | 'context' = 'nothing';
let discord: Discord;
let adapter: Adapter;

const fail = () => {
	throw new Error('a defect');
};
const brokenCore = Object.assign(makeCore(), { ask: fail, act: fail });
const ask = (options = {}) => discord.slash('ask', { question: 'mining in Russia' }, options);

beforeAll(async () => {
	discord = await newDiscord();
	adapter = discordAdapter({
		token: discord.token,
		apiUrl: discord.apiUrl,
		moderatorGuild: undefined,
		moderatorRoles: [],
		commands: COMMANDS,
		context: () => (broken === 'context' ? fail() : { core: broken === 'core' ? brokenCore : core, day: DAY }),
		log: createLogger('silent', []),
	});
	await adapter.start();
});
afterAll(() => adapter.stop());
afterAll(nothingAmiss);

it('an internal error is told to the person who asked, and leaves other messages as they are', async () => {
	const answer = await ask();
	const title = titleOf(answer);
	broken = 'core';
	expectPrivate(await ask(), FAILED);
	expectPrivate(await pressLabel(discord, answer.message, 'Sources'), FAILED);
	broken = 'nothing';
	expect(titleOf(answer)).toBe(title);
	expect(titleOf(await ask())).toBe(title);
});

it('an internal error before anything is known does not end the bot', async () => {
	broken = 'context';
	await expect(ask({ timeoutMs: 300 })).rejects.toThrow('did not respond');
	broken = 'nothing';
	expect(titleOf(await ask())).toMatch(/Mining/);
});

it('who used the bot is not kept in memory, except for the bot itself', async () => {
	const client = newClient(discord.apiUrl, {});
	let seen = 0;
	client.on(Events.InteractionCreate, () => {
		seen += 1;
	});
	const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(discord.token);
	await ready;
	for (let n = 0; n < 70; n += 1) {
		const reply = await ask({ user: person({ username: `ada${n}` }) });
		if (n % 10 === 0) await pressLabel(discord, reply.message, 'Sources', reply.interaction.person);
	}
	await expect.poll(() => seen).toBeGreaterThanOrEqual(77);
	expect(client.users.cache.size).toBeLessThanOrEqual(51);
	expect(client.users.cache.has(client.user?.id ?? '')).toBe(true);
	for (const guild of client.guilds.cache.values()) expect(guild.members.cache.size).toBeLessThanOrEqual(51);
	for (const channel of client.channels.cache.values())
		if (channel.isTextBased()) expect(channel.messages.cache.size).toBe(0);
	await client.destroy();
});
