import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInflate } from 'node:zlib';
import type { ChatInputCommandInteraction, Interaction as ClientInteraction, ClientOptions } from 'discord.js';
import {
	ActionRowBuilder,
	ButtonBuilder,
	ButtonStyle,
	Client,
	DiscordAPIError,
	MessageFlags,
	ModalBuilder,
	StringSelectMenuBuilder,
	TextInputBuilder,
	TextInputStyle,
} from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { buttonsOf, textOf } from './discord/act/controls.ts';
import { fieldsOf } from './discord/act/fill-modal.ts';
import { manageGuild, memberPermissions, ownerPermissions, person } from './discord/people.ts';
import { commandSize } from './discord/rules/command-rules.ts';
import type { Discord, DiscordOptions } from './discord/server.ts';
import { startDiscord } from './discord/server.ts';
import { specChecker } from './discord/spec/spec-checker.ts';

const token = 'local.test.token';
const specFile = resolve(import.meta.dirname, '../../../shared/spec/discord-openapi.json');
const silent = { parse: [] };

const ask = {
	name: 'ask',
	description: 'Ask a question',
	contexts: [0, 1, 2],
	integration_types: [0, 1],
	options: [
		{ type: 3, name: 'question', description: 'What to ask', required: true, autocomplete: true },
		{ type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 5 },
	],
};

type Handler = (interaction: ClientInteraction) => Promise<unknown>;
type Bot = { discord: Discord; client: Client; errors: unknown[] };

// Tests that run side by side have to pass the one of their own context.
type Finish = (end: () => Promise<void>) => void;

async function start(options: Partial<DiscordOptions> = {}): Promise<Discord> {
	const discord = await startDiscord({ token, ...options });
	onTestFinished(() => discord.close());
	return discord;
}

async function startBot(
	handler: Handler,
	options: Partial<DiscordOptions> = {},
	more: Partial<ClientOptions> = {},
	finish: Finish = onTestFinished,
): Promise<Bot> {
	const discord = await startDiscord({ token, ...options });
	const client = new Client({
		intents: [],
		rest: { api: discord.apiUrl },
		allowedMentions: silent as NonNullable<ClientOptions['allowedMentions']>,
		...more,
	});
	finish(async () => {
		await client.destroy();
		await discord.close();
	});
	const errors: unknown[] = [];
	client.on('error', (error) => errors.push(error));
	client.on('interactionCreate', (interaction) => {
		handler(interaction).catch((error: unknown) => errors.push(error));
	});
	const ready = new Promise((resolve) => client.once('clientReady', resolve));
	await client.login(token);
	await discord.connected();
	await ready;
	await client.application?.commands.set([ask]);
	return { discord, client, errors };
}

async function echo(interaction: ClientInteraction): Promise<void> {
	if (interaction.isChatInputCommand()) await interaction.reply(interaction.options.getString('question', true));
}

function isCommand(interaction: ClientInteraction): asserts interaction is ChatInputCommandInteraction {
	if (!interaction.isChatInputCommand()) throw new Error('not a command');
}

function codes(errors: readonly unknown[]): unknown[] {
	return errors.map((error) => (error instanceof DiscordAPIError ? error.code : error));
}

function call(
	discord: Discord,
	method: string,
	path: string,
	body?: unknown,
	auth = `Bot ${token}`,
): Promise<Response> {
	return fetch(`${discord.apiUrl}/v10${path}`, {
		method,
		headers: { 'content-type': 'application/json', authorization: auth },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
}

const row = (...components: unknown[]): unknown => ({ type: 1, components });
const button = (customId: string, more: object = {}): unknown => ({
	type: 2,
	style: 1,
	custom_id: customId,
	label: customId.slice(0, 10),
	...more,
});
const pressMe = new ActionRowBuilder<ButtonBuilder>().addComponents(
	new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
);

describe('a bot that keeps the rules', () => {
	it('connects, registers its commands and breaks none', async () => {
		const { discord, client } = await startBot(echo, {}, { intents: ['Guilds'] });
		expect(client.user?.id).toBe(discord.applicationId);
		expect(client.guilds.cache.get(discord.guildId)?.available).toBe(true);
		const [first] = discord.registeredCommands;
		await client.application?.commands.set([ask, { name: 'help', description: 'Help' }]);
		expect(discord.registeredCommands.map(({ name }) => name)).toEqual(['ask', 'help']);
		expect(discord.registeredCommands[0]).toEqual(first);
		await client.application?.commands.edit(first?.id ?? '', { description: 'Another text' });
		expect(discord.registeredCommands[0]).toMatchObject({ id: first?.id, description: 'Another text' });
		expect(discord.registeredCommands[0]?.version).not.toBe(first?.version);
		await client.application?.commands.create({ name: 'gone', description: 'Soon' }, discord.guildId);
		expect(discord.guildCommands()).toHaveLength(1);
		await client.application?.commands.delete(discord.guildCommands()[0]?.id ?? '', discord.guildId);
		expect(discord.guildCommands()).toEqual([]);
		expect((await client.application?.commands.fetch())?.size).toBe(2);
		expect((await client.application?.fetch())?.id).toBe(discord.applicationId);
		expect(JSON.stringify(discord.requests)).not.toContain(token);
		expect(discord.violations).toEqual([]);
	});

	it('replies to a slash command in a guild, in direct messages and in another language', async () => {
		const seen: unknown[] = [];
		const { discord } = await startBot(async (interaction) => {
			isCommand(interaction);
			seen.push([
				interaction.context,
				interaction.locale,
				interaction.guildId,
				interaction.options.getInteger('count'),
			]);
			const answer = await interaction.reply({ content: ' hello ', withResponse: true });
			seen.push(answer.resource?.message?.content);
		});
		const reply = await discord.slash('ask', { question: 'x', count: 2 });
		expect(reply).toMatchObject({ type: 4, deferred: false, ephemeral: false, message: { content: 'hello' } });
		expect(reply.elapsedMs).toBeLessThan(1000);
		await discord.slash('ask', { question: 'x' }, { dm: true, locale: 'de' });
		await discord.slash('ask', { question: 'x' }, { dm: 'private' });
		expect(seen).toContainEqual([0, 'en-US', discord.guildId, 2]);
		expect(seen).toContainEqual([1, 'de', null, null]);
		expect(seen).toContainEqual([2, 'en-US', null, null]);
		await expect.poll(() => seen.filter((text) => text === 'hello')).toHaveLength(3);
		expect(discord.violations).toEqual([]);
	});

	it('is not sent what Discord would not send', async () => {
		const { discord, client } = await startBot(echo);
		await client.application?.commands.set([
			ask,
			{ name: 'review', description: 'For moderators', default_member_permissions: '32', contexts: [0] },
		]);
		await expect(discord.slash('other')).rejects.toThrow('not registered');
		await expect(discord.slash('ask')).rejects.toThrow('required options are missing: question');
		await expect(discord.slash('ask', { question: 3 })).rejects.toThrow('text option');
		await expect(discord.slash('ask', { question: 'x', count: 6 })).rejects.toThrow('out of range');
		await expect(discord.slash('ask', { question: 'x', more: 1 })).rejects.toThrow('no option more');
		await expect(discord.slash('ask', { question: 'x' }, { locale: 'xx' })).rejects.toThrow('locale');
		await expect(discord.slash('review')).rejects.toThrow('not shown');
		await expect(discord.slash('review', {}, { dm: true })).rejects.toThrow('contexts');
		await expect(discord.press('1', 'more')).rejects.toThrow('no message');
		expect(discord.violations).toEqual([]);
	});

	it('defers, edits, follows up and deletes, and the reply follows', async () => {
		const { discord } = await startBot(async (interaction) => {
			isCommand(interaction);
			await interaction.deferReply({ flags: MessageFlags.Ephemeral });
			await interaction.editReply('filled in');
			await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
			await interaction.deleteReply();
		});
		const reply = await discord.slash('ask', { question: 'x' });
		expect(reply).toMatchObject({ type: 5, deferred: true, ephemeral: true });
		expect((await reply.settled()).content).toBe('filled in');
		await reply.until(() => reply.isDeleted || undefined);
		expect(reply.followUps.map(({ content }) => content)).toEqual(['and more']);
		expect(discord.messageOf(reply.message.id)).toBeUndefined();
		await expect(discord.press(reply.followUps[0]?.id ?? '', 'x', person())).rejects.toThrow('private');
		expect(discord.violations).toEqual([]);
	});

	it('offers choices while someone types', async () => {
		const { discord } = await startBot(async (interaction) => {
			if (!interaction.isAutocomplete()) return;
			await interaction.respond([{ name: 'Russia', value: interaction.options.getFocused() }]);
		});
		expect(await discord.autocomplete('ask', 'question', 'rus')).toEqual([{ name: 'Russia', value: 'rus' }]);
		await expect(discord.autocomplete('ask', 'count', 'rus')).rejects.toThrow('autocomplete');
		expect(discord.violations).toEqual([]);
	});

	it('answers buttons with an update, a silent deferral or a new message, and selects', async () => {
		const menu = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
			new StringSelectMenuBuilder()
				.setCustomId('menu')
				.addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }),
		);
		const steps = ['update', 'defer', 'new'];
		const { discord } = await startBot(async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.reply({ content: 'start', components: [pressMe, menu] });
			if (interaction.isStringSelectMenu()) await interaction.update({ content: interaction.values.join() });
			if (!interaction.isButton()) return;
			const step = steps.shift();
			if (step === 'update') await interaction.update({ content: 'updated' });
			else if (step === 'new') await interaction.reply({ content: 'new' });
			else {
				await interaction.deferUpdate();
				await interaction.editReply({ content: 'later' });
			}
		});
		const { message } = await discord.slash('ask', { question: 'x' });
		expect(buttonsOf(message).map(({ label }) => label)).toEqual(['More']);
		const updated = await discord.press(message.id, 'more');
		expect(updated).toMatchObject({ type: 7, message: { id: message.id, content: 'updated' } });
		const deferred = await discord.press(message.id, 'more', person({ username: 'eve' }));
		expect(deferred.type).toBe(6);
		expect((await deferred.settled()).content).toBe('later');
		const fresh = await discord.press(message.id, 'more');
		expect(fresh).toMatchObject({ type: 4, message: { content: 'new' } });
		expect(fresh.message.id).not.toBe(message.id);
		expect((await discord.select(message.id, 'menu', ['b'])).message.content).toBe('b');
		await expect(discord.press(message.id, 'less')).rejects.toThrow('no button less, only more');
		expect(discord.violations).toEqual([]);
	});

	it('opens a modal and gets what was written in it', async () => {
		const input = new TextInputBuilder().setCustomId('why').setLabel('Why').setStyle(TextInputStyle.Short);
		const { discord } = await startBot(async (interaction) => {
			if (interaction.isChatInputCommand()) {
				const fields = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
				await interaction.showModal(new ModalBuilder().setCustomId('m').setTitle('Tell').addComponents(fields));
			}
			if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('why'));
		});
		const reply = await discord.slash('ask', { question: 'x' });
		expect(reply.type).toBe(9);
		await expect(discord.submit(reply, {})).rejects.toThrow('why is required');
		expect((await discord.submit(reply, { why: 'because' })).message.content).toBe('because');
		expect(discord.violations).toEqual([]);
	});

	it('sends pictures, in embeds and in Components V2', async () => {
		const { discord, errors } = await startBot(async (interaction) => {
			isCommand(interaction);
			const files = [{ attachment: Buffer.from('png'), name: 'map.png' }];
			if (interaction.options.getString('question') === 'embed') {
				const embed = { title: 'Map', fields: [{ name: 'a', value: 'b' }], image: { url: 'attachment://map.png' } };
				await interaction.reply({ embeds: [embed], files });
				return;
			}
			await interaction.reply({
				flags: MessageFlags.IsComponentsV2,
				components: [
					{ type: 10, content: 'Look' },
					{ type: 12, items: [{ media: { url: 'attachment://map.png' } }] },
				],
				files,
			});
		});
		const { message } = await discord.slash('ask', { question: 'embed' });
		expect(message.embeds[0]?.image?.url).toBe(message.attachments[0]?.url);
		expect(await (await fetch(message.attachments[0]?.url ?? '')).text()).toBe('png');
		expect(textOf(message)).toBe('Map\na\nb');
		expect(textOf((await discord.slash('ask', { question: 'v2' })).message)).toBe('Look');
		expect(errors).toEqual([]);
		expect(discord.violations).toEqual([]);
	});
});

describe('a bot that breaks the rules', () => {
	const embed = (more: object): unknown => ({ embeds: [more] });
	const link = (more: object): unknown => ({ type: 2, style: 5, label: 'go', ...more });
	const select = (more: object): unknown => ({
		type: 3,
		custom_id: 's',
		options: [{ label: 'a', value: 'a' }],
		...more,
	});
	const v2 = 1 << 15;

	it('is refused every bad message, and each is on record', async () => {
		const bad: [name: string, data: unknown, violation: RegExp][] = [
			['long content', { content: 'x'.repeat(2001) }, /data\.content.*2000/],
			['nothing at all', {}, /empty message/],
			['only spaces', { content: ' \n ' }, /empty message/],
			['long title', embed({ title: 'x'.repeat(257) }), /title.*256/],
			['long description', embed({ description: 'x'.repeat(4097) }), /description.*4096/],
			['26 fields', embed({ title: 'x', fields: many(26, () => ({ name: 'a', value: 'b' })) }), /fields.*25/],
			['long field', embed({ fields: [{ name: 'a', value: 'x'.repeat(1025) }] }), /value.*1024/],
			['long field name', embed({ fields: [{ name: 'x'.repeat(257), value: 'a' }] }), /name.*256/],
			['empty field', embed({ fields: [{ name: 'a', value: ' ' }] }), /value.*required/],
			['long footer', embed({ title: 'x', footer: { text: 'x'.repeat(2049) } }), /footer.*2048/],
			['long author', embed({ title: 'x', author: { name: 'x'.repeat(257) } }), /author.*256/],
			['empty embed', embed({}), /description.*required/],
			['bad link', embed({ title: 'x', url: 'javascript:alert(1)' }), /URL_TYPE/],
			['missing picture', embed({ image: { url: 'attachment://no.png' } }), /no\.png was not found/],
			['11 embeds', { embeds: many(11, () => ({ title: 'x' })) }, /embeds.*10/],
			['6001 characters', { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] }, /6000/],
			['6 rows', { content: 'x', components: many(6, (index) => row(button(`${index}`))) }, /components.*5/],
			['6 buttons', { content: 'x', components: [row(...many(6, (index) => button(`${index}`)))] }, /components.*5/],
			['a bare button', { content: 'x', components: [button('a')] }, /UNION_TYPE_CHOICES/],
			['equal ids', { content: 'x', components: [row(button('a'), button('a'))] }, /DUPLICATED/],
			['no id', { content: 'x', components: [row(button('a', { custom_id: undefined }))] }, /custom_id.*required/],
			['empty id', { content: 'x', components: [row(button(''))] }, /custom_id.*required/],
			['long id', { content: 'x', components: [row(button('x'.repeat(101)))] }, /custom_id.*100/],
			['long label', { content: 'x', components: [row(button('a', { label: 'x'.repeat(81) }))] }, /label.*80/],
			['no label', { content: 'x', components: [row(button('a', { label: '' }))] }, /label or an emoji/],
			[
				'a link with an id',
				{ content: 'x', components: [row(link({ url: 'https://a.b', custom_id: 'a' }))] },
				/EXCLUSIVE/,
			],
			['a link to nowhere', { content: 'x', components: [row(link({}))] }, /url.*required/],
			['a link by ftp', { content: 'x', components: [row(link({ url: 'ftp://a.b' }))] }, /SCHEME/],
			['a url on a button', { content: 'x', components: [row(button('a', { url: 'https://a.b' }))] }, /EXCLUSIVE/],
			[
				'26 select options',
				{ content: 'x', components: [row(select({ options: many(26, (i) => ({ label: 'a', value: `${i}` })) }))] },
				/options.*25/,
			],
			['no select options', { content: 'x', components: [row(select({ options: [] }))] }, /options.*required/],
			['a select and a button', { content: 'x', components: [row(select({}), button('b'))] }, /WIDTH/],
			['a long placeholder', { content: 'x', components: [row(select({ placeholder: 'x'.repeat(151) }))] }, /150/],
			['text display without V2', { components: [{ type: 10, content: 'x' }] }, /UNION_TYPE_CHOICES/],
			['V2 with content', { flags: v2, content: 'x', components: [{ type: 10, content: 'x' }] }, /LEGACY_FIELDS/],
			['V2 with an embed', { flags: v2, embeds: [{ title: 'x' }], components: [{ type: 10, content: 'x' }] }, /LEGACY/],
			['V2, 41 parts', { flags: v2, components: many(41, () => ({ type: 10, content: 'x' })) }, /maximum of 40/],
			[
				'V2, 4001 characters',
				{ flags: v2, components: many(2, () => ({ type: 10, content: 'x'.repeat(2001) })) },
				/4000/,
			],
			['pinging twice', { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }, /exclusive/],
		];
		const { discord } = await startBot(async () => {});
		for (const [name, data, violation] of bad) {
			const answered = discord.slash('ask', { question: 'x' }).catch(() => undefined);
			const interaction = latest(discord);
			discord.violations.length = 0;
			const body = { type: 4, data: { allowed_mentions: silent, ...(data as object) } };
			const answer = await call(discord, 'POST', `/interactions/${interaction}/callback`, body);
			const told: unknown = await answer.json();
			expect.soft({ name, status: answer.status }).toEqual({ name, status: 400 });
			expect.soft(told, name).toMatchObject({ code: /empty/.test(violation.source) ? 50006 : 50035 });
			expect.soft(discord.violations.join('\n'), name).toMatch(violation);
			const fine = { type: 4, data: { content: 'x', allowed_mentions: silent } };
			expect((await call(discord, 'POST', `/interactions/${interaction}/callback`, fine)).status).toBe(204);
			await answered;
		}
	});

	it('is told on when a mention could ping, though the message is sent', async () => {
		for (const mentions of [
			undefined,
			{ parse: ['users'] },
			{ parse: [], users: ['1'] },
			{ parse: [], replied_user: true },
		]) {
			const { discord } = await startBot(echo, {}, { allowedMentions: mentions as never });
			await discord.slash('ask', { question: '<@1>' });
			expect(discord.violations.join()).toContain('would ping');
		}
	});

	it('is refused a late, a second and a wrong response', async () => {
		const { discord, errors } = await startBot(
			async (interaction) => {
				isCommand(interaction);
				const question = interaction.options.getString('question');
				if (question === 'late') await new Promise((resolve) => setTimeout(resolve, 250));
				const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
				if (question === 'wrong') await interaction.client.rest.post(path, { body: { type: 6 }, auth: false });
				await interaction.reply('first');
				if (question === 'unprivate')
					await interaction.editReply({ content: 'x', flags: MessageFlags.Ephemeral as never });
				if (question !== 'second') return;
				const body = { type: 4, data: { content: 'second', allowed_mentions: silent } };
				await interaction.client.rest.post(path, { body, auth: false });
			},
			{ responseMs: 200 },
		);
		await expect(discord.slash('ask', { question: 'late' })).rejects.toThrow('did not respond');
		expect(discord.violations.splice(0).join()).toMatch(/404 Unknown interaction/);
		await discord.slash('ask', { question: 'second' });
		await expect.poll(() => codes(errors)).toEqual([10062, 40060]);
		expect(discord.violations.splice(0).join()).toMatch(/already been acknowledged/);
		await expect(discord.slash('ask', { question: 'wrong' })).rejects.toThrow('did not respond');
		expect(discord.violations.splice(0).join()).toMatch(/one of \(4, 5, 9\)/);
		await discord.slash('ask', { question: 'unprivate' });
		await expect.poll(() => discord.violations.join()).toMatch(/EPHEMERAL/);
	});

	it('is refused edits after the token has died, follow-ups before a response, and a sixth one', async () => {
		const { discord, errors } = await startBot(
			async (interaction) => {
				isCommand(interaction);
				if (interaction.options.getString('question') === 'early') {
					await interaction.webhook.send('x').catch((error: unknown) => errors.push(error));
				}
				await interaction.reply('x');
				if (interaction.options.getString('question') === 'slow') {
					await new Promise((resolve) => setTimeout(resolve, 700));
					await interaction.editReply('y');
				}
				if (interaction.options.getString('question') === 'many') {
					for (let count = 0; count < 6; count += 1) await interaction.followUp('y');
				}
			},
			{ tokenMs: 600 },
		);
		await discord.slash('ask', { question: 'early' });
		expect(codes(errors)).toEqual([10015]);
		await discord.slash('ask', { question: 'slow' });
		await expect.poll(() => codes(errors)).toEqual([10015, 50027]);
		const many = await discord.slash('ask', { question: 'many' }, { install: 'user' });
		await expect.poll(() => codes(errors)).toEqual([10015, 50027, 40094]);
		expect(many.followUps).toHaveLength(5);
		expect(discord.violations).toHaveLength(3);
	});

	it('is refused bad choices', async () => {
		const bad: [unknown, RegExp][] = [
			[many(26, (index) => ({ name: `${index}`, value: 'x' })), /choices.*25/],
			[[{ name: '', value: 'x' }], /name.*required/],
			[[{ name: 'x'.repeat(101), value: 'x' }], /name.*100/],
			[[{ name: 'x', value: 'x'.repeat(101) }], /value.*100/],
			[[{ name: 'x', value: 3 }], /STRING_TYPE/],
		];
		const { discord } = await startBot(async () => {});
		for (const [choices, violation] of bad) {
			const typed = discord.autocomplete('ask', 'question', 'x', {}, { timeoutMs: 100 }).catch(() => undefined);
			const body = { type: 8, data: { choices } };
			const answer = await call(discord, 'POST', `/interactions/${latest(discord)}/callback`, body);
			expect.soft(answer.status).toBe(400);
			expect.soft(discord.violations.splice(0).join()).toMatch(violation);
			await typed;
		}
	});

	it('is refused bad commands', async () => {
		const option = (more: object = {}): object => ({ type: 3, name: 'o', description: 'd', ...more });
		const command = (more: object): unknown[] => [{ name: 'c', description: 'd', ...more }];
		const bad: [unknown, RegExp][] = [
			[command({ name: 'Ask' }), /name "Ask" is invalid/],
			[command({ name: 'two words' }), /is invalid/],
			[command({ name: 'x'.repeat(33) }), /name.*32/],
			[command({ description: '' }), /description.*required/],
			[command({ description: 'x'.repeat(101) }), /description.*100/],
			[command({ options: [option(), option({ name: 'p', required: true })] }), /REQUIRED_INVALID/],
			[command({ options: [option(), option()] }), /unique/],
			[command({ options: many(26, (index) => option({ name: `o${index}` })) }), /options.*25/],
			[command({ options: [option({ choices: [{ name: 'a', value: 'a' }], autocomplete: true })] }), /exclusive/],
			[command({ options: [option({ type: 5, autocomplete: true })] }), /neither/],
			[command({ options: [option({ choices: many(26, (i) => ({ name: `${i}`, value: 'a' })) })] }), /choices.*25/],
			[command({ options: [option(), { type: 1, name: 's', description: 'd' }] }), /mutually exclusive/],
			[command({ name_localizations: { xx: 'c' } }), /xx is not a locale/],
			[command({ name_localizations: { de: 'Groß' } }), /is invalid/],
			[command({ description_localizations: { de: 'x'.repeat(101) } }), /100/],
			[command({ options: [option({ name: 'a', name_localizations: { de: 'b' } }), option({ name: 'b' })] }), /in de/],
			[command({ contexts: [3] }), /contexts/],
			[command({ contexts: [0, 0] }), /unique/],
			[command({ integration_types: [] }), /integration_types/],
			[command({ type: 2 }), /cannot have description/],
			[[...command({}), ...command({})], /must be unique/],
			[many(101, (index) => ({ name: `c${index}`, description: 'd' })), /Maximum number/],
			[
				command({
					options: many(25, (at) =>
						option({ name: `o${at}`, choices: many(4, (i) => ({ name: `${i}`.repeat(80), value: 'a' })) }),
					),
				}),
				/maximum size \(8000\)/,
			],
		];
		const { discord } = await startBot(async () => {});
		const path = `/applications/${discord.applicationId}/commands`;
		for (const [body, violation] of bad) {
			const answer = await call(discord, 'PUT', path, body);
			expect.soft(answer.status, violation.source).toBe(400);
			expect.soft(discord.violations.splice(0).join()).toMatch(violation);
		}
		expect(discord.registeredCommands.map(({ name }) => name)).toEqual(['ask']);
		const pointless = command({ contexts: [2], integration_types: [0], dm_permission: true });
		expect((await call(discord, 'PUT', path, pointless)).status).toBe(200);
		expect(discord.violations.join()).toMatch(/USER_INSTALL.*dm_permission/s);
		expect(commandSize({ name: 'c', description: 'd', name_localizations: { de: 'ccc' } })).toBe(4);
	});

	it('is refused more than 200 new commands a day', async () => {
		const discord = await start();
		const path = `/applications/${discord.applicationId}/commands`;
		const put = async (prefix: string, count: number): Promise<number> => {
			const body = many(count, (index) => ({ name: `${prefix}${index}`, description: 'd' }));
			return (await call(discord, 'PUT', path, body)).status;
		};
		expect([await put('a', 100), await put('b', 100), await put('b', 100), await put('c', 1)]).toEqual([
			200, 200, 200, 429,
		]);
		expect(discord.violations.join()).toMatch(/daily application command creates/);
	});

	it('is refused with a wrong token, a wrong path and a wrong body', async () => {
		const discord = await start();
		const client = new Client({ intents: [], rest: { api: discord.apiUrl } });
		await expect(client.login('wrong.token')).rejects.toThrow();
		expect(discord.violations.splice(0).join()).toMatch(/401: Unauthorized/);
		const answers = await Promise.all([
			call(discord, 'GET', '/nowhere'),
			call(discord, 'POST', '/users/@me', {}),
			call(discord, 'GET', '/applications/1/commands'),
			call(discord, 'POST', '/interactions/1/x/callback', { type: 4 }),
			call(discord, 'POST', `/webhooks/${discord.applicationId}/x`, { content: 'x' }),
			fetch(`${discord.apiUrl}/v9/users/@me`),
			fetch(`${discord.apiUrl}/v10/users/@me`, { method: 'POST', body: '{' }),
		]);
		const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { code: number }[];
		expect(answers.map(({ status }) => status)).toEqual([404, 405, 403, 404, 401, 400, 400]);
		expect(bodies.map(({ code }) => code)).toEqual([0, 0, 20012, 10062, 50027, 50041, 50109]);
		expect(discord.violations).toHaveLength(7);
	});

	it('is stopped after 50 requests a second', async () => {
		const discord = await start();
		const answers = await Promise.all(many(55, () => call(discord, 'GET', '/users/@me')) as Promise<Response>[]);
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
		expect(discord.violations).toHaveLength(5);
	});

	it.skipIf(!existsSync(specFile))('compares with the description when it is there', () => {
		expect(specChecker()('MessageResponse', { content: 1 })).toContain('MessageResponse/content must be string');
	});

	it('sees a body that differs from Discord’s own description', async () => {
		const { discord } = await startBot(async () => {});
		const answered = discord.slash('ask', { question: 'x' }, { timeoutMs: 100 }).catch(() => undefined);
		const body = { type: 4, data: { content: 'x', allowed_mentions: silent, tts: 'yes' } };
		await call(discord, 'POST', `/interactions/${latest(discord)}/callback`, body);
		expect(discord.violations.join()).toMatch(/data\.tts/);
		await answered;
	});
});

describe('what moderators do', () => {
	const review = {
		name: 'review',
		description: 'For moderators',
		default_member_permissions: '0',
		contexts: [0],
		options: [
			{
				type: 3,
				name: 'state',
				description: 'Which ones',
				choices: [
					{ name: 'Open', value: 'open' },
					{ name: 'Closed', value: 'closed' },
				],
			},
			{ type: 4, name: 'page', description: 'Which page', min_value: 1 },
		],
	};
	const form = {
		custom_id: 'edit:7',
		title: 'Edit',
		components: [
			{ type: 10, content: 'Change what is wrong.' },
			{
				type: 18,
				label: 'Title',
				description: 'One line',
				component: { type: 4, custom_id: 'title', style: 1, value: 'Old', min_length: 3, max_length: 10 },
			},
			{
				type: 18,
				label: 'Text',
				component: { type: 4, custom_id: 'text', style: 2, required: false, placeholder: 'More' },
			},
			{
				type: 18,
				label: 'Topics',
				component: {
					type: 3,
					custom_id: 'topics',
					min_values: 2,
					max_values: 3,
					options: ['tax', 'aml', 'mining', 'cbdc'].map((value, at) => ({ label: value, value, default: at < 2 })),
				},
			},
		],
	};
	const buttons = {
		type: 1,
		components: [
			{ type: 2, style: ButtonStyle.Success, label: 'Approve', custom_id: 'approve' },
			{ type: 2, style: ButtonStyle.Danger, label: 'Reject', custom_id: 'reject' },
			{ type: 2, style: ButtonStyle.Secondary, label: 'Later', custom_id: 'later', disabled: true },
			{ type: 2, style: ButtonStyle.Link, label: 'Source', url: 'https://example.org/law' },
		],
	};
	const asBody = (body: object): never => body as never;

	/** Opens the form for a command and for a button; answers a form as its first topic says. */
	async function openForm(interaction: ClientInteraction): Promise<void> {
		if (interaction.isChatInputCommand()) {
			if (interaction.options.getString('question') === 'form') await interaction.showModal(asBody(form));
			else await interaction.reply(asBody({ content: 'start', components: [buttons] }));
		} else if (interaction.isButton()) await interaction.showModal(asBody(form));
		else if (interaction.isModalSubmit()) {
			const { fields } = interaction;
			const told = [fields.getTextInputValue('title'), fields.getTextInputValue('text')];
			const topics = fields.getStringSelectValues('topics');
			const content = [...told, ...topics].join('|');
			if (topics.includes('mining') && interaction.isFromMessage()) await interaction.update({ content });
			else if (topics.includes('cbdc')) {
				await interaction.deferReply({ flags: MessageFlags.Ephemeral });
				await interaction.editReply(content);
			} else await interaction.reply(content);
		}
	}

	it('fill in a form: prefilled, with a select, within its limits', async () => {
		const { discord, errors } = await startBot(openForm);
		const opened = await discord.slash('ask', { question: 'form' });
		expect(opened.modal.title).toBe('Edit');
		expect(fieldsOf(opened.modal)).toMatchObject([
			{ customId: 'title', label: 'Title', description: 'One line', prefilled: 'Old', isRequired: true },
			{ customId: 'text', label: 'Text', placeholder: 'More', prefilled: '', isRequired: false },
			{ customId: 'topics', label: 'Topics', prefilled: ['tax', 'aml'], options: [{ value: 'tax' }, {}, {}, {}] },
		]);
		const wrong: [object, string][] = [
			[{ title: '' }, 'title is required'],
			[{ title: 'ab' }, 'title is too short'],
			[{ title: 'x'.repeat(11) }, 'title is too long'],
			[{ title: 'a\nbc' }, 'title takes one line'],
			[{ title: ['a'] }, 'title takes a text'],
			[{ text: 'x'.repeat(4001) }, 'text is too long'],
			[{ topics: [] }, 'topics is required'],
			[{ topics: 'tax' }, 'topics does not take 1 values'],
			[{ topics: ['tax', 'tax'] }, 'topics takes each value once'],
			[{ topics: ['tax', 'art'] }, 'topics does not offer art'],
			[{ more: 'x' }, 'no field more, only title, text, topics'],
		];
		for (const [values, why] of wrong) await expect(discord.submit(opened, values as never)).rejects.toThrow(why);
		expect((await discord.submit(opened, { text: 'a\nb' })).message.content).toBe('Old|a\nb|tax|aml');
		// Without a message to update, the bot answers with one of its own.
		expect((await discord.submit(opened, { topics: ['tax', 'mining'] })).type).toBe(4);
		expect(errors).toEqual([]);
		expect(discord.violations).toEqual([]);
	});

	it('fill in a form that a button opened, answered by an update, a reply or later', async () => {
		const { discord } = await startBot(openForm);
		const { message } = await discord.slash('ask', { question: 'x' });
		const opened = await discord.press(message.id, 'approve');
		expect(opened.type).toBe(9);
		const updated = await discord.submit(opened, { topics: ['tax', 'mining'] });
		expect(updated).toMatchObject({ type: 7, message: { id: message.id, content: 'Old||tax|mining' } });
		const replied = await discord.submit(opened, { title: 'New' });
		expect(replied).toMatchObject({ type: 4, message: { content: 'New||tax|aml' } });
		const later = await discord.submit(opened, { topics: ['tax', 'cbdc'] });
		expect(later).toMatchObject({ type: 5, ephemeral: true });
		expect((await later.settled()).content).toBe('Old||tax|cbdc');
		expect(discord.violations).toEqual([]);
	});

	it('get no form that Discord would refuse', async () => {
		const field = (more: object): object => ({ type: 4, custom_id: 'a', style: 1, ...more });
		const select = (more: object): object => ({
			type: 3,
			custom_id: 's',
			options: [{ label: 'a', value: 'a' }],
			...more,
		});
		const label = (component: object, more: object = {}): object => ({ type: 18, label: 'L', component, ...more });
		const modal = (components: unknown[], more: object = {}): object => ({
			custom_id: 'm',
			title: 'T',
			components,
			...more,
		});
		const bad: [object, RegExp][] = [
			[modal([label(field({}))], { title: 'x'.repeat(46) }), /title.*45/],
			[modal([label(field({}))], { custom_id: 'x'.repeat(101) }), /custom_id.*100/],
			[modal([label(field({}), { label: 'x'.repeat(46) })]), /label.*45/],
			[modal([label(field({}), { description: 'x'.repeat(101) })]), /description.*100/],
			[modal(many(6, (at) => label(field({ custom_id: `${at}` })))), /components.*5/],
			[modal([]), /components.*required/],
			[modal([label(field({})), label(field({}))]), /DUPLICATED/],
			[modal([label(field({ value: 'x'.repeat(4001) }))]), /value.*4000/],
			[modal([label(field({ value: 'abc', max_length: 2 }))]), /value.*2 or fewer/],
			[modal([label(field({ min_length: 3, max_length: 2 }))]), /BAD_RANGE/],
			[modal([label(field({ placeholder: 'x'.repeat(101) }))]), /placeholder.*100/],
			[modal([label(select({ min_values: 0 }))]), /min_values.*required/],
			[modal([label(select({ disabled: true }))]), /disabled components/],
			[modal([label(select({ max_values: 2 }))]), /max_values/],
			[modal([row(button('b'))]), /components/],
			[modal([{ type: 1, components: [field({})] }]), /label.*required/],
		];
		const { discord } = await startBot(async () => {});
		for (const [data, violation] of bad) {
			const answered = discord.slash('ask', { question: 'x' }, { timeoutMs: 100 }).catch(() => undefined);
			const path = `/interactions/${latest(discord)}/callback`;
			expect.soft((await call(discord, 'POST', path, { type: 9, data })).status, violation.source).toBe(400);
			expect.soft(discord.violations.splice(0).join('\n')).toMatch(violation);
			await answered;
		}
		const answered = discord.slash('ask', { question: 'x' });
		const body = { type: 9, data: modal([label(field({ label: 'Twice' })), label(select({ required: false }))]) };
		await call(discord, 'POST', `/interactions/${latest(discord)}/callback`, body);
		const opened = await answered;
		expect(discord.violations.splice(0)).toEqual([expect.stringContaining('the label belongs on the label around')]);
		// A form cannot be answered with another one.
		const submitted = discord.submit(opened, { a: 'x' }, { timeoutMs: 100 }).catch(() => undefined);
		expect((await call(discord, 'POST', `/interactions/${latest(discord)}/callback`, body)).status).toBe(400);
		expect(discord.violations.join()).toMatch(/one of \(4, 5\) for an interaction of type 5/);
		await submitted;
	});

	it('may send a form nobody opened, with any fields, from anywhere, as anyone', async () => {
		const seen: unknown[] = [];
		const { discord } = await startBot(async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.reply('x');
			if (!interaction.isModalSubmit()) return;
			const { customId, user, guildId, fields, message } = interaction;
			const field = fields.fields.get('text');
			const text = field && 'value' in field ? field.value : undefined;
			const value = typeof text === 'string' ? text.length : [...fields.fields.keys()];
			seen.push([customId, user.username, guildId, value, message?.id]);
			if (interaction.isFromMessage()) await interaction.update({ content: 'changed' });
			else await interaction.reply({ content: 'no', flags: MessageFlags.Ephemeral });
		});
		const eve = person({ username: 'eve' });
		const other = discord.places.addGuild();
		const long = 'x'.repeat(2 ** 20);
		const inOther = await discord.forge.submit('edit:8', { text: long }, { user: eve, guildId: other.id });
		expect(inOther).toMatchObject({ ephemeral: true, interaction: { place: { guildId: other.id } } });
		await discord.forge.submit('x'.repeat(300), { a: ['never', 'offered'], b: '' }, { user: eve, dm: true });
		await discord.forge.submit('', []);
		const { message } = await discord.slash('ask', { question: 'x' });
		const changed = await discord.forge.submit('edit:9', { text: '' }, { user: eve, messageId: message.id });
		expect(changed).toMatchObject({ type: 7, message: { id: message.id, content: 'changed' } });
		expect(seen).toEqual([
			['edit:8', 'eve', other.id, 2 ** 20, undefined],
			['x'.repeat(300), 'eve', null, ['a', 'b'], undefined],
			['', 'ada', discord.guildId, [], undefined],
			['edit:9', 'eve', discord.guildId, 0, message.id],
		]);
		expect(discord.violations).toEqual([]);
	});

	it('may press what stands on no message, is disabled, or is private to someone else', async () => {
		const seen: unknown[] = [];
		const { discord } = await startBot(async (interaction) => {
			if (interaction.isChatInputCommand()) {
				await interaction.reply(asBody({ content: 'x', components: [buttons], flags: MessageFlags.Ephemeral }));
			}
			if (!interaction.isMessageComponent()) return;
			const values = interaction.isStringSelectMenu() ? interaction.values : undefined;
			seen.push([interaction.customId, interaction.user.username, interaction.guildId, values]);
			await interaction.update('pressed');
		});
		const { message } = await discord.slash('ask', { question: 'x' });
		const eve = person({ username: 'eve' });
		await expect(discord.press(message.id, 'later')).rejects.toThrow('disabled');
		await expect(discord.press(message.id, 'approve', eve)).rejects.toThrow('private');
		expect((await discord.forge.press('later', { messageId: message.id })).message.content).toBe('pressed');
		await discord.forge.press('approve', { messageId: message.id, user: eve });
		await discord.forge.press('approve:9', { messageId: message.id, user: eve, dm: true });
		const madeUp = await discord.forge.press('approve:7', { user: eve, guildId: '77' });
		expect(madeUp).toMatchObject({ type: 7, message: { content: 'pressed' } });
		await discord.forge.press('menu', { values: ['never offered'] });
		expect(seen).toEqual([
			['later', 'ada', discord.guildId, undefined],
			['approve', 'eve', discord.guildId, undefined],
			['approve:9', 'eve', null, undefined],
			['approve:7', 'eve', '77', undefined],
			['menu', 'ada', discord.guildId, ['never offered']],
		]);
		expect(discord.messages).toHaveLength(1);
		expect(discord.posts).toEqual([]);
		expect(discord.violations).toEqual([]);
	});

	it('carry the roles and permissions of the guild they act in, and see the commands meant for them', async () => {
		const seen: unknown[] = [];
		const { discord, client } = await startBot(
			async (interaction) => {
				const { member, memberPermissions: allowed, guildId } = interaction;
				const roles = member && (Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]);
				seen.push([guildId, roles, allowed?.has('ManageGuild'), allowed?.has('Administrator')]);
				if (interaction.isRepliable()) await interaction.reply('x');
				else if (interaction.isAutocomplete()) await interaction.respond([]);
			},
			{},
			{ intents: ['Guilds'] },
		);
		await client.application?.commands.set([ask, review as never]);
		const moderator = discord.places.addRole('Moderators');
		const ada = person({ roles: [moderator] });
		const own = discord.places.addGuild({ name: 'Ada’s', owner: ada });
		await expect.poll(() => client.guilds.cache.get(own.id)?.ownerId).toBe(ada.id);
		await discord.slash('ask', { question: 'x' }, { user: ada });
		const asOwner = { user: ada, guildId: own.id, roles: [], permissions: ownerPermissions };
		await discord.slash('review', { state: 'open' }, asOwner);
		const manager = { ...asOwner, permissions: memberPermissions(manageGuild) };
		await discord.slash('ask', { question: 'x' }, manager);
		const home = discord.guildId;
		expect(seen).toEqual([
			[home, [home, moderator], false, false],
			[own.id, [own.id], true, true],
			[own.id, [own.id], true, false],
		]);
		await expect(discord.slash('review', {}, manager)).rejects.toThrow('not shown');
		await expect(discord.slash('review', { state: 'gone' }, asOwner)).rejects.toThrow('not one of its choices');
		seen.length = 0;
		await discord.forge.slash('review', { state: 'gone', page: 0, more: true }, { user: ada });
		await discord.forge.slash('review', {}, { dm: true });
		await discord.forge.slash('unheard', { who: ada });
		expect(await discord.forge.autocomplete('review', 'state', 'x')).toEqual([]);
		expect(seen).toHaveLength(4);
		expect(discord.violations).toEqual([]);
	});

	it('see styled buttons, links and disabled ones, and several embeds up to 6,000 characters', async () => {
		const { discord } = await startBot(async (interaction) => {
			if (interaction.isButton()) await interaction.update({ components: [] });
			if (!interaction.isChatInputCommand()) return;
			const embeds = [{ title: 'x'.repeat(200), description: 'x'.repeat(2800) }, { description: 'x'.repeat(3000) }];
			await interaction.reply(asBody({ embeds, components: [buttons] }));
		});
		const { message } = await discord.slash('ask', { question: 'x' });
		expect(buttonsOf(message)).toMatchObject([
			{ label: 'Approve', style: 3, custom_id: 'approve' },
			{ label: 'Reject', style: 4, custom_id: 'reject' },
			{ label: 'Later', style: 2, custom_id: 'later', disabled: true },
			{ label: 'Source', style: 5, url: 'https://example.org/law' },
		]);
		expect(message.embeds).toHaveLength(2);
		expect(buttonsOf((await discord.press(message.id, 'reject')).message)).toEqual([]);
		expect(discord.violations).toEqual([]);
	});

	it('get follow-ups, private ones too, which the bot can read, change and delete', async () => {
		const { discord, errors } = await startBot(async (interaction) => {
			isCommand(interaction);
			await interaction.reply('first');
			const open = await interaction.followUp('open');
			const aside = await interaction.followUp({ content: 'aside', flags: MessageFlags.Ephemeral });
			expect((await interaction.fetchReply()).content).toBe('first');
			expect((await interaction.fetchReply(aside.id)).content).toBe('aside');
			await interaction.editReply({ message: aside, content: 'aside, changed' });
			await interaction.editReply('first, changed');
			await interaction.deleteReply(open);
		});
		const reply = await discord.slash('ask', { question: 'x' });
		await reply.until(() => (reply.followUps[0]?.content === 'aside, changed' ? true : undefined));
		await reply.until(() => (reply.followUps.length === 1 ? true : undefined));
		expect(reply.message.content).toBe('first, changed');
		expect(discord.messagesIn(discord.channelId).map(({ content }) => content)).toEqual(['first, changed']);
		expect(errors).toEqual([]);
		expect(discord.violations).toEqual([]);
	});
});

describe('messages nobody asked for', () => {
	const choice = { type: 1, components: [{ type: 2, style: 1, label: 'More', custom_id: 'more' }] };
	const press: Handler = async (interaction) => {
		if (interaction.isChatInputCommand()) await interaction.reply('x');
		if (interaction.isButton()) await interaction.update({ content: `by ${interaction.user.username}` });
	};

	it('are posted in a channel, and the buttons under them work', async () => {
		const { discord, client } = await startBot(press, {}, { intents: ['Guilds'] });
		const channel = await client.channels.fetch(discord.channelId);
		if (!channel?.isSendable()) throw new Error('not a text channel');
		const sending = channel.send({ content: 'News', components: [choice as never] });
		const message = await discord.until(() => discord.messagesIn(discord.channelId)[0]);
		const sent = await sending;
		expect(message).toMatchObject({ id: sent.id, content: 'News' });
		expect(discord.posts).toEqual([message]);
		const eve = person({ username: 'eve' });
		const pressed = await discord.press(sent.id, 'more', eve, { roles: ['5'] });
		expect(pressed).toMatchObject({ type: 7, message: { id: sent.id, content: 'by eve' } });
		expect(pressed.interaction.person.roles).toEqual(['5']);
		await sent.edit('Old news');
		expect(discord.messageOf(sent.id)?.content).toBe('Old news');
		expect((await channel.messages.fetch({ message: sent.id, force: true })).content).toBe('Old news');
		await sent.delete();
		expect(discord.messagesIn(discord.channelId)).toEqual([]);
		const once = { content: 'Once', nonce: 'n1', enforceNonce: true };
		expect((await channel.send(once)).id).toBe((await channel.send(once)).id);
		expect(discord.posts).toHaveLength(1);
		expect(discord.violations).toEqual([]);
	});

	it('are sent to a person, unless they are unknown or take none', async () => {
		const { discord, client, errors } = await startBot(press);
		const [ada, bob] = [person(), person({ username: 'bob' })];
		await discord.slash('ask', { question: 'x' }, { user: ada });
		await client.users.send(ada.id, { content: 'Accepted', components: [choice as never] });
		const [message] = discord.directMessages(ada);
		expect(message?.content).toBe('Accepted');
		await expect(discord.press(message?.id ?? '', 'more', bob)).rejects.toThrow('direct messages of another person');
		const pressed = await discord.press(message?.id ?? '', 'more');
		expect(pressed).toMatchObject({ interaction: { place: { context: 1, guildId: undefined } } });
		expect(discord.directMessages(ada)[0]?.content).toBe('by ada');
		discord.places.closeDirectMessages(bob);
		await expect(client.users.send(bob.id, 'x')).rejects.toMatchObject({ status: 403, code: 50007 });
		discord.places.openDirectMessages(bob);
		await client.users.send(bob.id, 'y');
		expect(discord.directMessages(bob).map(({ content }) => content)).toEqual(['y']);
		expect((await client.users.fetch(bob.id)).username).toBe('bob');
		expect(errors).toEqual([]);
		expect(discord.violations).toEqual([]);
		await expect(client.users.send('7', 'x')).rejects.toMatchObject({ status: 400, code: 50033 });
		expect(discord.violations).toHaveLength(1);
	});

	it('are refused where the bot is not let in', async () => {
		const discord = await start();
		const { places } = discord;
		const post = async (id: string, more: object = {}): Promise<unknown[]> => {
			const body = { content: 'x', allowed_mentions: silent, ...more };
			const answer = await call(discord, 'POST', `/channels/${id}/messages`, body);
			return [answer.status, ((await answer.json()) as { code?: number }).code];
		};
		const channel = places.addChannel({ name: 'review', access: 'none' });
		expect(await post(channel)).toEqual([403, 50001]);
		places.setAccess(channel, 'read');
		expect(await post(channel)).toEqual([403, 50013]);
		places.setAccess(channel, 'write');
		expect(await post(channel)).toEqual([200, undefined]);
		places.deleteChannel(channel);
		expect(await post(channel)).toEqual([404, 10003]);
		const other = places.addGuild();
		expect(await post(other.channelId)).toEqual([200, undefined]);
		places.removeGuild(other.id);
		expect(await post(other.channelId)).toEqual([403, 50001]);
		expect(discord.violations).toEqual([]);
		expect(await post('7')).toEqual([404, 10003]);
		expect(await post(discord.channelId, { content: '' })).toEqual([400, 50006]);
		expect(await post(discord.channelId, { content: 'x'.repeat(2001) })).toEqual([400, 50035]);
		expect(await post(discord.channelId, { allowed_mentions: undefined, flags: 64 })).toEqual([200, undefined]);
		expect(discord.violations).toEqual([
			expect.stringContaining('Unknown Channel'),
			expect.stringContaining('empty message'),
			expect.stringContaining('2000'),
			expect.stringContaining('EPHEMERAL cannot be set'),
			expect.stringContaining('would ping'),
		]);
	});
});

describe('a bot in shards', () => {
	it('gets what happens in a guild on the shard that serves it, and direct messages on the first', async () => {
		const seen: unknown[] = [];
		const { discord, client } = await startBot(
			async (interaction) => {
				if (!interaction.isChatInputCommand()) return;
				seen.push([interaction.guildId, interaction.guild?.shardId]);
				await interaction.reply('x');
			},
			{ shards: 2 },
			{ shards: 'auto', intents: ['Guilds'] },
		);
		expect(discord.gateway.sessions.map(({ shard }) => shard)).toEqual([
			[0, 2],
			[1, 2],
		]);
		const guilds = ([0, 1] as const).map((at) => discord.places.addGuild({ shard: [at, 2] }).id);
		await expect.poll(() => guilds.every((id) => client.guilds.cache.has(id))).toBe(true);
		const before = discord.gateway.sessions.map(({ sequence }) => sequence);
		for (const guildId of guilds) await discord.slash('ask', { question: 'x' }, { guildId });
		await discord.slash('ask', { question: 'x' }, { dm: true });
		expect(seen).toEqual([
			[guilds[0], 0],
			[guilds[1], 1],
			[null, undefined],
		]);
		expect(discord.gateway.sessions.map(({ sequence }, at) => sequence - (before[at] ?? 0))).toEqual([2, 1]);
		const resumed = discord.gateway.resumed();
		discord.gateway.drop(1);
		const missed = discord.slash('ask', { question: 'x' }, { guildId: guilds[1] ?? '' });
		await discord.slash('ask', { question: 'x' }, { guildId: guilds[0] ?? '' });
		await resumed;
		expect((await missed).message.content).toBe('x');
		expect(discord.gateway.sessions.map(({ resumes }) => resumes)).toEqual([0, 1]);
		expect(discord.violations).toEqual([]);
	});
});

describe('a gateway client that breaks the rules', () => {
	async function gateway(discord: Discord, sends: readonly unknown[], query = 'v=10&encoding=json'): Promise<number> {
		const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/gateway?${query}`);
		socket.on('message', (data) => {
			if ((JSON.parse(String(data)) as { op: number }).op !== 10) return;
			for (const payload of sends) socket.send(JSON.stringify(payload));
		});
		return new Promise((resolve) => socket.on('close', resolve));
	}
	const identify = (more: object = {}): unknown => ({ op: 2, d: { token, intents: 0, properties: {}, ...more } });

	it('is closed with the code Discord uses', async () => {
		const cases: [code: number, sends: unknown[]][] = [
			[4001, [identify(), { op: 99 }]],
			[4002, ['nonsense']],
			[4002, [{ op: 2, d: {} }]],
			[4003, [{ op: 3, d: {} }]],
			[4004, [identify({ token: 'wrong' })]],
			[4005, [identify(), identify()]],
			[4008, [identify(), ...Array.from({ length: 120 }, () => ({ op: 1, d: null }))]],
			[4010, [identify({ shard: [2, 2] })]],
			[4013, [identify({ intents: 1 << 30 })]],
			[4014, [identify({ intents: 1 << 15 })]],
			[4014, [identify({ intents: 1 << 1 })]],
		];
		for (const [code, sends] of cases) {
			const discord = await start();
			expect(await gateway(discord, sends)).toBe(code);
			expect(discord.violations.join()).toContain(`gateway: ${code}`);
		}
		const discord = await start({ heartbeatMs: 50 });
		expect(await gateway(discord, [identify()])).toBe(4009);
		expect(await gateway(discord, [], 'v=9')).toBe(4012);
	});

	it('is spoken to in a zlib stream if it asks for one', async () => {
		const discord = await start();
		const address = `${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/gateway`;
		const socket = new WebSocket(`${address}?v=10&encoding=json&compress=zlib-stream`);
		const inflate = createInflate();
		const texts: string[] = [];
		inflate.on('data', (chunk: Buffer) => texts.push(String(chunk)));
		socket.on('message', (data: Buffer) => inflate.write(data));
		await expect.poll(() => texts.join('')).toContain('heartbeat_interval');
		socket.send(JSON.stringify(identify()));
		await expect.poll(() => texts.join('')).toContain('READY');
		socket.close();
	});
});

describe('faults of the REST side', () => {
	const callback = { method: 'POST', path: /\/callback$/ };

	it.each([
		['429', 1, (discord: Discord) => discord.faults.rateLimit(callback, 0.3)],
		['a global 429', 1, (discord: Discord) => discord.faults.rateLimit(callback, 0.3, true)],
		['500', 1, (discord: Discord) => discord.faults.serverError(callback)],
		['502 with HTML', 2, (discord: Discord) => discord.faults.badGateway({ ...callback, times: 2 })],
		['a delay', 0, (discord: Discord) => discord.faults.delay(callback, 300)],
	] as const)('discord.js gets over %s', async (name, repeats, plant) => {
		const { discord, errors } = await startBot(echo);
		plant(discord);
		const reply = await discord.slash('ask', { question: 'x' });
		expect(reply.message.content).toBe('x');
		if (/429|delay/.test(name)) expect(reply.elapsedMs).toBeGreaterThanOrEqual(280);
		expect(discord.requests.filter(({ path }) => callback.path.test(path.split('?')[0] ?? ''))).toHaveLength(
			1 + repeats,
		);
		expect(discord.faults.pending).toBe(0);
		expect(errors).toEqual([]);
		expect(discord.violations).toEqual([]);
	});

	it('a socket cut before the request is processed leaves nothing behind', async () => {
		const { discord, errors } = await startBot(echo);
		discord.faults.cutBefore(callback);
		await expect(discord.slash('ask', { question: 'x' }, { timeoutMs: 300 })).rejects.toThrow('did not respond');
		expect(errors).toHaveLength(1);
		expect(discord.messages).toEqual([]);
		expect(discord.violations).toEqual([]);
	});

	it('a socket cut after processing leaves the message, and a second try is not the bot’s fault', async () => {
		const { discord, errors } = await startBot(async (interaction) => {
			isCommand(interaction);
			await interaction.reply('x').catch((error: unknown) => errors.push(error));
			await interaction.reply('x');
		});
		discord.faults.cutAfter(callback);
		const reply = await discord.slash('ask', { question: 'x' });
		expect(reply.message.content).toBe('x');
		await expect.poll(() => codes(errors)).toEqual([expect.objectContaining({ code: 'UND_ERR_SOCKET' }), 40060]);
		expect(discord.messages).toHaveLength(1);
		expect(discord.violations).toEqual([]);
	});

	it('when Discord is down nothing gets through until it is lifted', async () => {
		const { discord, errors } = await startBot(echo);
		discord.faults.down();
		await expect(discord.slash('ask', { question: 'x' }, { timeoutMs: 200 })).rejects.toThrow('did not respond');
		expect(errors).toHaveLength(1);
		const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws')}/gateway?v=10`);
		await expect(new Promise((_, reject) => socket.on('error', reject))).rejects.toThrow('hang up');
		discord.faults.lift();
		expect((await discord.slash('ask', { question: 'x' })).message.content).toBe('x');
		expect(discord.violations).toEqual([]);
	});
});

describe.concurrent('faults of the gateway', () => {
	it.for([
		['a cut socket', (discord: Discord) => discord.gateway.drop()],
		['op 7', (discord: Discord) => discord.gateway.reconnect()],
		['op 9, resumable', (discord: Discord) => discord.gateway.invalidSession(true)],
		['close 4000', (discord: Discord) => discord.gateway.close(4000)],
		['unanswered heartbeats', (discord: Discord) => discord.gateway.stopAcknowledging()],
	] as const)('after %s the bot resumes and gets what it missed', async ([name, fault], { onTestFinished: finish }) => {
		const heartbeatMs = name.includes('heartbeat') ? 150 : 10_000;
		const { discord } = await startBot(echo, { heartbeatMs }, {}, finish);
		const resumed = discord.gateway.resumed();
		fault(discord);
		const isMissed = !name.includes('heartbeat') && !name.includes('op 9');
		const missed = isMissed ? discord.slash('ask', { question: 'missed' }) : undefined;
		await resumed;
		expect((await missed)?.message.content).toBe(isMissed ? 'missed' : undefined);
		await discord.connected();
		expect((await discord.slash('ask', { question: 'next' })).message.content).toBe('next');
		expect(discord.gateway).toMatchObject({ identifies: 1, resumes: 1, sessions: [{ resumes: 1, isConnected: true }] });
		expect(discord.violations).toEqual([]);
	});

	it('after op 9 that is not resumable the bot identifies anew', { timeout: 12_000 }, async ({
		onTestFinished: finish,
	}) => {
		const { discord } = await startBot(echo, {}, {}, finish);
		const [old] = discord.gateway.sessions;
		const identified = discord.gateway.identified();
		discord.gateway.invalidSession(false);
		await expect(discord.slash('ask', { question: 'x' })).rejects.toThrow('no gateway session');
		await identified;
		expect(discord.gateway).toMatchObject({ identifies: 2, resumes: 0 });
		expect(discord.gateway.sessions.map(({ id }) => id)).not.toContain(old?.id);
		expect((await discord.slash('ask', { question: 'x' })).message.content).toBe('x');
		expect(discord.violations).toEqual([]);
	});

	it('an interaction replayed too late is refused without blaming the bot', async ({
		expect,
		onTestFinished: finish,
	}) => {
		const { discord, errors } = await startBot(echo, { responseMs: 300 }, {}, finish);
		discord.gateway.drop();
		await expect(discord.slash('ask', { question: 'x' })).rejects.toThrow('did not respond');
		await expect.poll(() => codes(errors), { timeout: 3000 }).toEqual([10062]);
		expect(discord.violations).toEqual([]);
	});
});

function many(count: number, of: (index: number) => unknown): unknown[] {
	return Array.from({ length: count }, (_, index) => of(index));
}

/** Gives ID/TOKEN of the interaction sent last. */
function latest(discord: Discord): string {
	const interaction = discord.lastInteraction;
	if (!interaction) throw new Error('nothing was sent yet');
	return `${interaction.id}/${interaction.token}`;
}
