/** Whoever is no moderator here and now is refused everything that moderators do on Discord, and nothing changes or leaks. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../support/databases.ts';
import type { Circumstances } from '../../support/discord/act/circumstances.ts';
import { buttonsOf } from '../../support/discord/act/controls.ts';
import type { Reply } from '../../support/discord/act/reply.ts';
import type { Message } from '../../support/discord/message-store.ts';
import {
	administrator,
	manageGuild,
	memberPermissions,
	ownerPermissions,
	person,
} from '../../support/discord/people.ts';
import type { Discord } from '../../support/discord/server.ts';
import { writeSmallKnowledge } from '../../support/small-knowledge.ts';
import { eventually, nothingAmiss } from '../discord-bot.ts';
import {
	argumentsFor,
	contentsOf,
	MODERATORS_BUTTONS,
	MODERATORS_COMMANDS,
	MODERATORS_FORMS,
	SQL,
	settledContentsOf,
} from './attacks.ts';
import { actingAs, ada, expectPrivately, newModeratedBot, read } from './discord-moderators.ts';

const ENTRY = 'ru-mining';
/** Stands in what only moderators see. */
const SECRET = 'Confidential 7731';

const knowledge = writeSmallKnowledge();
const { roles } = ada;
let url: string;
let discord: Discord;
let elsewhere: { id: string };
let target: { draft: string; proposal: string; entry: string };
/** The notice in the moderators' channel, which anyone may see who sees the channel. */
let told: Message;
/** What only Ada sees. */
let shownToAda: Message;

beforeAll(async () => {
	url = await freshDatabase('sqlite');
	({ discord } = await newModeratedBot({ DATABASE_URL: url, KNOWLEDGE_DIR: knowledge }));
	elsewhere = discord.places.addGuild({ name: 'A server of their own' });
	const author = actingAs(discord, ada);
	const opened = await author.command('propose', { what: 'retire', entry: ENTRY });
	await author.fill(opened, { reason: SECRET });
	told = await eventually(() => discord.messagesIn(discord.channelId)[0]);
	const changing = await author.command('propose', { what: 'change', entry: ENTRY });
	await author.fill(changing, { claim: SECRET });
	shownToAda = (await author.command('review')).message;
	target = { draft: changing.modal.custom_id.split('|')[2] ?? '', proposal: '1', entry: ENTRY };
}, 60_000);
afterAll(() => rmSync(knowledge, { recursive: true }));
afterAll(nothingAmiss);

/** Everyone who is no moderator here and now. Each time another person in another channel, so that no limit is met. */
const ATTACKERS: [who: string, circumstances: () => Circumstances][] = [
	["a member of the moderators' server", () => ({ channelId: discord.places.addChannel() })],
	[
		'a member with another role and every right but that one',
		() => ({
			channelId: discord.places.addChannel(),
			roles: [discord.guildId, discord.places.addRole('Moderators'), `${roles[0]}0`],
			permissions: String(BigInt(ownerPermissions) & ~manageGuild & ~administrator),
		}),
	],
	[
		"someone with the moderators' role in another server",
		() => ({ channelId: discord.places.addChannel({ guildId: elsewhere.id }), roles }),
	],
	[
		'someone who may manage another server',
		() => ({
			channelId: discord.places.addChannel({ guildId: elsewhere.id }),
			permissions: memberPermissions(manageGuild),
		}),
	],
	[
		'the owner of another server',
		() => ({ channelId: discord.places.addChannel({ guildId: elsewhere.id }), permissions: ownerPermissions }),
	],
	['someone in direct messages', () => ({ dm: true, roles, permissions: ownerPermissions })],
	['someone in a private channel', () => ({ dm: 'private', roles, permissions: ownerPermissions })],
];

function expectRefused(reply: Reply): void {
	expect(reply.type).toBe(4);
	expectPrivately(reply, /^For moderators only\nOnly moderators can do that\. To tell them something, use \/suggest\./);
	expect(buttonsOf(reply.message)).toEqual([]);
	expect(reply.followUps).toEqual([]);
	expect(read(reply.message)).not.toMatch(/Confidential|Ada|Russia/);
}

/** Does the same with the same words for each of the arguments, and checks that nothing of it has changed anything. */
async function expectAllRefused(
	circumstances: () => Circumstances,
	verbs: readonly string[],
	attack: (verb: string, args: string[], who: Circumstances) => Promise<Reply>,
): Promise<void> {
	expect(verbs.length).toBeGreaterThan(0);
	const before = await settledContentsOf(url);
	const messages = discord.messagesIn(discord.channelId);
	for (const verb of verbs) {
		const who = { user: person(), ...circumstances() };
		for (const args of argumentsFor(target)) expectRefused(await attack(verb, args, who));
	}
	expect(await contentsOf(url)).toEqual(before);
	expect(discord.messagesIn(discord.channelId)).toEqual(messages);
}

describe.each(ATTACKERS)('%s', (_, circumstances) => {
	it('is refused every command of moderators', async () => {
		await expectAllRefused(circumstances, MODERATORS_COMMANDS, (name, [first = '', second = ''], who) =>
			discord.forge.slash(
				name,
				{ what: first, entry: second, number: first, version: second, country: 'Russia', topic: 'mining' },
				who,
			),
		);
	}, 60_000);

	it('is refused every button of moderators', async () => {
		await expectAllRefused(circumstances, MODERATORS_BUTTONS, (verb, args, who) =>
			discord.forge.press(['!', verb, ...args].join('|'), who),
		);
	}, 60_000);

	it('is refused to open any form of moderators', async () => {
		await expectAllRefused(circumstances, MODERATORS_FORMS, (verb, args, who) =>
			discord.forge.press(['?', verb, ...args].join('|'), who),
		);
	}, 60_000);

	it('is refused whatever form of moderators is sent', async () => {
		await expectAllRefused(circumstances, MODERATORS_FORMS, (verb, args, who) =>
			discord.forge.submit(
				['?', verb, ...args].join('|'),
				{ reason: 'x', note: 'x', entry: ENTRY, country: 'Russia', topic: 'mining', claim: SQL, status: ['banned'] },
				who,
			),
		);
	}, 60_000);
});

describe('a member', () => {
	const member = person({ username: 'mallory' });

	it("who presses what stands in the moderators' channel is refused, and the message stays as it is", async () => {
		const before = await settledContentsOf(url);
		const [button] = buttonsOf(told);
		expect(button?.label).toBe('Show it');
		expectRefused(await discord.press(told.id, button?.custom_id ?? '', member));
		expect(discord.messageOf(told.id)).toEqual(told);
		expect(await contentsOf(url)).toEqual(before);
	});

	it('who presses what only a moderator sees is refused, and the message stays as it is', async () => {
		const before = await settledContentsOf(url);
		const buttons = buttonsOf(shownToAda);
		expect(buttons.length).toBeGreaterThan(3);
		for (const { custom_id: id = '' } of buttons)
			expectRefused(await discord.forge.press(id ?? '', { user: member, messageId: shownToAda.id }));
		expect(discord.messageOf(shownToAda.id)).toEqual(shownToAda);
		expect(await contentsOf(url)).toEqual(before);
	});

	it('is offered only what everyone may know while typing a command of moderators', async () => {
		for (const [name, option] of [
			['history', 'entry'],
			['revert', 'entry'],
			['propose', 'entry'],
			['propose', 'what'],
			['review', 'number'],
			['review', '__proto__'],
			['constructor', 'prototype'],
		] as const)
			for (const text of ['', 'Confidential', 'Draft', '#1', SQL]) {
				const choices = await discord.forge.autocomplete(name, option, text, {}, { user: member });
				expect(choices.filter(({ value }) => !/^[a-z]{2}-mining$/.test(String(value)))).toEqual([]);
			}
	});

	it('has the commands of moderators neither listed nor in the help', async () => {
		expect(discord.registeredCommands.map(({ name }) => name)).not.toEqual(
			expect.arrayContaining([expect.stringMatching(new RegExp(`^(${MODERATORS_COMMANDS.join('|')})$`))]),
		);
		const help = read((await discord.slash('help', {}, { user: member })).message);
		const unknown = read((await discord.forge.slash('nonsense', {}, { user: member })).message);
		for (const name of MODERATORS_COMMANDS) expect(help + unknown).not.toContain(`/${name}`);
	});
});

describe('rights are looked at anew each time', () => {
	it('so that who loses the role with a form open cannot send it', async () => {
		const once = person({ username: 'once', roles });
		const opened = await actingAs(discord, once).command('propose', { what: 'correct', entry: ENTRY });
		const before = await settledContentsOf(url);
		expectRefused(await discord.submit(opened, { claim: 'Changed after all.' }, { roles: [] }));
		expect(await contentsOf(url)).toEqual(before);
	});

	it('so that who gets the role may at once', async () => {
		const fresh = person({ username: 'fresh' });
		expectRefused(await discord.forge.slash('review', {}, { user: fresh }));
		expectPrivately(await discord.forge.slash('review', {}, { user: fresh, roles }), /^#1 · retire/);
	});

	it.each([
		['who may manage the server', memberPermissions(manageGuild)],
		['administrators', memberPermissions(administrator)],
	])('and %s need no role', async (_who, permissions) => {
		expectPrivately(await discord.forge.slash('review', {}, { user: person(), permissions }), /^#1 · retire/);
	});
});

it('a moderator is refused none of it, so that the refusals above were for who asked', async () => {
	const asModerator = () => ({ user: person({ roles }), channelId: discord.places.addChannel() });
	const replies = [];
	for (const name of MODERATORS_COMMANDS) replies.push(await discord.forge.slash(name, {}, asModerator()));
	for (const verb of MODERATORS_BUTTONS) replies.push(await discord.forge.press(`!|${verb}`, asModerator()));
	for (const verb of MODERATORS_FORMS) {
		replies.push(await discord.forge.press(`?|${verb}`, asModerator()));
		replies.push(await discord.forge.submit(`?|${verb}`, {}, asModerator()));
	}
	const texts = replies.map((reply) => (reply.type === 9 ? reply.modal.title : read(reply.message)));
	expect(texts.filter((text) => /^(For moderators only|Too many)|Something went wrong/.test(text))).toEqual([]);
});

it("without a moderators' server nobody is one", async () => {
	const { discord: open } = await newModeratedBot({ DISCORD_MODERATOR_GUILD: '', KNOWLEDGE_DIR: knowledge });
	expectRefused(await open.forge.slash('review', {}, { user: ada, permissions: ownerPermissions }));
	expectRefused(await open.forge.press('!|approve|1|1', { dm: true, user: ada }));
}, 60_000);
