import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Telegraf, TelegramError } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { splitAsClient } from './telegram/client-split.ts';
import { HtmlError, parseHtml } from './telegram/html.ts';
import type { Message, User } from './telegram/objects.ts';
import { startTelegram, type Telegram } from './telegram/server.ts';
import { hasSpec } from './telegram/spec.ts';
import type { TestGroup } from './telegram/test-group.ts';
import { buttonLink, visibleButtons, visibleLinks, visibleText } from './telegram/visible.ts';

const token = '123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr';
const keyboard = (fields: object) => ({ inline_keyboard: [[{ text: 'A', ...fields } as never]] });
const noPreview = { link_preview_options: { is_disabled: true } };

let telegram: Telegram;
let bots: Telegraf[] = [];

beforeEach(async () => {
	telegram = await startTelegram({ token, username: 'policy_bot' });
});

afterEach(async () => {
	for (const bot of bots) stop(bot);
	bots = [];
	await telegram.close();
});

function stop(bot: Telegraf): void {
	try {
		bot.stop();
	} catch (error) {
		// telegraf throws for a bot that was never launched.
		if (!String(error).includes('not running')) throw error;
	}
}

function newBot(server = telegram): Telegraf {
	const bot = new Telegraf(server.token, { telegram: { apiRoot: server.apiUrl } });
	bots.push(bot);
	return bot;
}

/** A bot as small as one can be: it shows what telegraf itself sends. */
function exampleBot(): Telegraf {
	const bot = newBot();
	bot.start((ctx) => ctx.reply('Welcome'));
	bot.command('ask', (ctx) =>
		ctx.reply('<b>Answer</b> &amp; <a href="https://example.org/law?a=1&amp;b=2">source</a>', {
			parse_mode: 'HTML',
			...noPreview,
			reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true },
			reply_markup: {
				inline_keyboard: [
					[
						{ text: 'More', callback_data: 'more:1' },
						{ text: 'Site', url: 'https://example.org' },
					],
					[{ text: 'Delete', callback_data: 'delete' }],
				],
			},
		}),
	);
	bot.action('more:1', async (ctx) => {
		await ctx.editMessageText('More of it', { reply_markup: { inline_keyboard: [] } });
		await ctx.reply('and a second message');
		await ctx.answerCbQuery('Done');
	});
	bot.action('delete', async (ctx) => {
		await ctx.answerCbQuery();
		await ctx.deleteMessage();
	});
	bot.on('inline_query', (ctx) =>
		ctx.answerInlineQuery(
			[{ type: 'article', id: '1', title: ctx.inlineQuery.query, input_message_content: { message_text: 'Hello' } }],
			{ is_personal: true, cache_time: 0 },
		),
	);
	bot.on('text', (ctx) => ctx.reply(`You said ${ctx.message.text}`));
	return bot;
}

function launch(bot: Telegraf): Promise<unknown> {
	return bot.launch().catch((error: unknown) => error);
}

async function call(method: string, params: object = {}, withToken = token): Promise<Record<string, unknown>> {
	const response = await fetch(`${telegram.apiUrl}/bot${withToken}/${method}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(params),
	});
	return (await response.json()) as Record<string, unknown>;
}

describe('conversations', () => {
	it('carries a command to the bot and the formatted answer back', async () => {
		launch(exampleBot());
		const chat = telegram.privateChat({ languageCode: 'de' });
		const answer = await chat.say('/ask what');
		expect(visibleText(answer)).toBe('Answer & source');
		expect(visibleLinks(answer)).toEqual([{ text: 'source', url: 'https://example.org/law?a=1&b=2' }]);
		expect(visibleButtons(answer)).toEqual([['More', 'Site'], ['Delete']]);
		expect(answer.reply_to_message?.text).toBe('/ask what');
		expect(telegram.violations).toEqual([]);
	});

	it('carries plain text and the language of the person', async () => {
		const bot = newBot();
		bot.on('text', (ctx) => ctx.reply(`${ctx.from.language_code}: ${ctx.message.text}`));
		launch(bot);
		expect((await telegram.privateChat({ languageCode: 'pt-br' }).say('hello')).text).toBe('pt-br: hello');
		expect((await telegram.privateChat().say('hello')).text).toBe('undefined: hello');
	});

	it('gives the bot in a group only what privacy mode lets through', async () => {
		launch(exampleBot());
		const group = telegram.group({ title: 'Policy' });
		const answer = await group.say('/ask@policy_bot what');
		expect(answer.text).toBe('Answer & source');
		await expect(group.say('just talking')).rejects.toThrow('privacy mode');
		const posted = await group.sayExpectingSilence('/ask@another_bot what', 50);
		expect(posted.withheld).toContain('@another_bot');
		expect((await group.say('and this?', { replyTo: answer })).text).toBe('You said and this?');
		expect(telegram.violations).toEqual([]);
	});

	it('keeps two people who ask at once apart by the message replied to', async () => {
		launch(exampleBot());
		const group = telegram.group({ title: 'Policy' });
		const grace = telegram.user({ firstName: 'Grace' });
		const [first, second] = await Promise.all([group.say('/ask one'), group.say('/ask two', { from: grace })]);
		expect(first.reply_to_message?.text).toBe('/ask one');
		expect(second.reply_to_message?.text).toBe('/ask two');
	});

	it('keeps answers in the forum topic of the question', async () => {
		launch(exampleBot());
		const forum = telegram.group({ title: 'Policy', forum: true });
		const threadId = forum.topic('Taxes');
		const answer = await forum.say('/ask what', { threadId });
		expect(answer.message_thread_id).toBe(threadId);
		const general = await forum.say('/ask what');
		expect(general.message_thread_id).toBeUndefined();
		expect(telegram.violations).toEqual([]);
	});

	it('notices an answer outside the topic of its question', async () => {
		const bot = newBot();
		bot.command('ask', (ctx) => bot.telegram.sendMessage(ctx.chat.id, 'lost'));
		bot.command('reply', (ctx) =>
			bot.telegram.sendMessage(ctx.chat.id, 'found', { reply_parameters: { message_id: ctx.message.message_id } }),
		);
		launch(bot);
		const forum = telegram.group({ title: 'Policy', forum: true });
		const threadId = forum.topic('Taxes');
		await expect(forum.say('/ask', { threadId, timeoutMs: 300 })).rejects.toThrow('but said "lost" in thread none');
		expect((await forum.say('/reply', { threadId })).text).toBe('found');
		expect(telegram.violations).toEqual([
			expect.stringContaining(`the question is in topic ${threadId}`),
			expect.stringContaining('without its message_thread_id'),
		]);
	});

	it('presses buttons and tells what came of it', async () => {
		launch(exampleBot());
		const chat = telegram.privateChat();
		const answer = await chat.say('/ask what');
		const pressed = await chat.press(answer, 'More');
		expect(pressed.answer.text).toBe('Done');
		expect(pressed.edited?.text).toBe('More of it');
		expect(pressed.edited?.reply_markup).toBeUndefined();
		expect(pressed.sent?.text).toBe('and a second message');
		const other = await chat.say('/ask more');
		expect((await chat.press(other, 'delete')).deleted).toBe(true);
		expect(chat.message(other.message_id)).toBeUndefined();
		await expect(chat.press(other, 'Site')).rejects.toThrow('sends nothing');
		await expect(chat.press(other, 'Nowhere')).rejects.toThrow('no button "Nowhere"');
		expect(telegram.violations).toEqual([]);
	});

	it('notices a pressed button that stays unanswered', async () => {
		const bot = newBot();
		bot.start((ctx) => ctx.reply('x', { reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] } }));
		bot.on('callback_query', () => undefined);
		launch(bot);
		const chat = telegram.privateChat();
		const message = await chat.say('/start');
		await expect(chat.press(message, 'A', { timeoutMs: 100 })).rejects.toThrow('did not answer the button "a"');
		expect(telegram.unansweredCallbacks).toEqual([expect.stringContaining('"a"')]);
	});

	it('asks inline queries', async () => {
		launch(exampleBot());
		const answer = await telegram.inline('mining');
		expect(answer.results?.map(({ title }) => title)).toEqual(['mining']);
		expect(telegram.violations).toEqual([]);
	});

	it('moves a basic group to a supergroup', async () => {
		launch(exampleBot());
		const group = telegram.group({ title: 'Policy', basic: true });
		await group.say('/start');
		const moved = group.upgrade();
		expect(await call('sendMessage', { chat_id: group.id, text: 'x' })).toMatchObject({
			error_code: 400,
			description: 'Bad Request: group chat was upgraded to a supergroup chat',
			parameters: { migrate_to_chat_id: moved.id },
		});
		expect((await moved.say('/start')).text).toBe('Welcome');
		expect(telegram.violations).toEqual([]);
	});

	it('refuses a bot that was blocked, and takes it back', async () => {
		const chat = telegram.privateChat();
		chat.removeBot();
		const refused = await call('sendMessage', { chat_id: chat.id, text: 'x' });
		expect(refused).toMatchObject({ error_code: 403, description: 'Forbidden: bot was blocked by the user' });
		chat.restoreBot();
		expect(await call('sendMessage', { chat_id: chat.id, text: 'x' })).toMatchObject({ ok: true });
		expect(telegram.violations).toEqual([]);
	});

	it('lets a person change a message', async () => {
		const bot = newBot();
		bot.on('edited_message', (ctx) => ctx.reply('seen'));
		launch(bot);
		const chat = telegram.privateChat();
		const { message } = chat.post('first');
		const heard = chat.nextMessage();
		chat.rewrite(message, 'second');
		expect((await heard).text).toBe('seen');
	});
});

describe('moderators', () => {
	const status = async (group: TestGroup, user: User) =>
		(await newBot().telegram.getChatMember(group.id, user.id)) as { status: string; is_anonymous?: boolean };

	it('are promoted and demoted at any time, and come and go', async () => {
		const { telegram: api } = newBot();
		const group = telegram.group({ title: 'Policy' });
		const grace = telegram.user({ firstName: 'Grace' });
		expect(await status(group, grace)).toMatchObject({ status: 'left' });
		group.join(grace);
		expect(await status(group, grace)).toMatchObject({ status: 'member' });
		group.promote(grace, { title: 'Editor' });
		expect(await status(group, grace)).toMatchObject({ status: 'administrator', is_anonymous: false });
		group.promote(grace, { anonymous: true });
		group.promote(group.creator, { anonymous: true });
		expect(await status(group, grace)).toMatchObject({ status: 'administrator', is_anonymous: true });
		group.setBotAdministrator(true);
		expect(await api.getChatAdministrators(group.id)).toMatchObject([
			{ status: 'creator', user: group.creator, is_anonymous: true },
			{ status: 'administrator', user: grace },
			{ status: 'administrator', user: { id: telegram.bot.id } },
		]);
		group.demote(grace);
		expect(await status(group, grace)).toMatchObject({ status: 'member' });
		group.leave(grace);
		expect(await status(group, grace)).toMatchObject({ status: 'left' });
		group.ban(grace);
		expect(await status(group, grace)).toMatchObject({ status: 'kicked' });
		expect(() => group.post('/help', { from: grace })).toThrow('cannot write');
		expect(await call('getChatMember', { chat_id: group.id, user_id: 7 })).toMatchObject({ error_code: 400 });
		expect(telegram.violations).toEqual([]);
	});

	it('are told of as chat_member to a bot that runs the group and asks for it', async () => {
		const group = telegram.group({ title: 'Policy', botIsAdmin: true });
		await call('getUpdates', { allowed_updates: ['chat_member'] });
		group.promote(group.user);
		expect(await call('getUpdates')).toMatchObject({
			result: [
				{
					chat_member: {
						old_chat_member: { status: 'member' },
						new_chat_member: { status: 'administrator', user: group.user },
					},
				},
			],
		});
	});

	it('may write as the group, and press buttons as themselves', async () => {
		const bot = newBot();
		const pressedBy: unknown[] = [];
		bot.command('review', (ctx) => ctx.reply('Which?', { reply_markup: keyboard({ callback_data: 'a' }) }));
		bot.on('callback_query', async (ctx) => {
			pressedBy.push(ctx.from.id);
			await ctx.answerCbQuery();
		});
		launch(bot);
		const group = telegram.group({ title: 'Policy' });
		const grace = telegram.user({ firstName: 'Grace' });
		expect(() => group.post('/review', { from: grace, anonymous: true })).toThrow('cannot write anonymously');
		group.promote(grace, { anonymous: true, title: 'Editor' });
		const answer = await group.say('/review', { from: grace });
		expect(group.messages.at(-2)).toMatchObject({
			from: { id: 1_087_968_824, is_bot: true, username: 'GroupAnonymousBot' },
			sender_chat: { id: group.id, title: 'Policy' },
			author_signature: 'Editor',
		});
		await group.press(answer, 'A', { from: grace });
		expect(pressedBy).toEqual([grace.id]);
		await group.say('/review', { from: grace, anonymous: false });
		expect(group.messages.at(-2)?.from).toEqual(grace);
		expect(telegram.violations).toEqual([]);
	});

	it('see commands that others do not', async () => {
		const { telegram: api } = newBot();
		const group = telegram.group({ title: 'Policy' });
		const [ask, review, mine] = ['ask', 'review', 'mine'].map((command) => ({ command, description: 'x' }));
		const set = (command: typeof ask, scope: object, language = '') =>
			call('setMyCommands', { commands: [command], scope, language_code: language });
		if (!ask) throw new Error('no command');
		await api.setMyCommands([ask]);
		await set(review, { type: 'chat_administrators', chat_id: String(group.id) });
		const german = telegram.user({ languageCode: 'de-AT' });
		const names = (user: User) => group.commandsFor(user).map(({ command }) => command);
		expect(names(group.user)).toEqual(['ask']);
		expect(names(group.creator)).toEqual(['review']);
		group.promote(german);
		await set(mine, { type: 'all_chat_administrators' }, 'de');
		expect(names(german)).toEqual(['review']);
		await set(mine, { type: 'chat_member', chat_id: group.id, user_id: german.id }, 'de');
		expect(names(german)).toEqual(['mine']);
		group.demote(german);
		await api.deleteMyCommands({
			scope: { type: 'chat_member', chat_id: group.id, user_id: german.id },
			language_code: 'de',
		});
		expect(names(german)).toEqual(['ask']);
		const chat = telegram.privateChat();
		await set(review, { type: 'chat', chat_id: chat.id });
		expect(chat.commandsFor()).toEqual([review]);
		expect(telegram.commands({ type: 'chat_administrators', chat_id: group.id })).toEqual([review]);
		expect(telegram.violations).toEqual([]);
	});

	it('get no commands in a scope that is not there', async () => {
		const group = telegram.group({ title: 'Policy' });
		const chat = telegram.privateChat();
		const waiting = telegram.user();
		const refusal = async (scope: object) =>
			(await call('setMyCommands', { commands: [{ command: 'review', description: 'x' }], scope })).description;
		// Whether someone has started the bot, and whether a group still wants it, it cannot know.
		expect(await refusal({ type: 'chat', chat_id: waiting.id })).toBe('Bad Request: chat not found');
		group.removeBot();
		expect(await refusal({ type: 'chat_administrators', chat_id: group.id })).toMatch(/^Forbidden: bot was kicked/);
		expect(telegram.violations).toEqual([]);
		group.restoreBot();
		const private_ = "Bad Request: can't use specified scope in private chats";
		expect(await refusal({ type: 'chat', chat_id: -5 })).toBe('Bad Request: chat not found');
		expect(await refusal({ type: 'chat_administrators', chat_id: chat.id })).toBe(private_);
		expect(await refusal({ type: 'chat_member', chat_id: chat.id, user_id: chat.user.id })).toBe(private_);
		expect(await refusal({ type: 'chat_member', chat_id: group.id, user_id: 7 })).toBe('Bad Request: user not found');
		expect(await refusal({ type: 'chat_member', chat_id: group.id })).toMatch(/Invalid user_id/);
		expect(await refusal({ type: 'chat_administrators' })).toMatch(/Can't find field "chat_id"/);
		expect(telegram.violations.filter((line) => line.includes('refused'))).toHaveLength(6);
	});

	it('keep their standing when the group moves', () => {
		const group = telegram.group({ title: 'Policy', basic: true });
		const grace = telegram.user();
		expect(() => group.promote(grace, { anonymous: true })).toThrow('only supergroups');
		group.promote(grace);
		const moved = group.upgrade();
		expect(moved.creator).toEqual(group.creator);
		moved.promote(grace, { anonymous: true });
		expect(moved.post('/help', { from: grace }).message.sender_chat?.id).toBe(moved.id);
	});
});

describe('questions and answers in steps', () => {
	it('forces a reply of the person asked, which gets through in a group', async () => {
		const bot = newBot();
		bot.command('suggest', (ctx) =>
			ctx.reply('What is wrong?', {
				reply_parameters: { message_id: ctx.message.message_id },
				reply_markup: { force_reply: true, selective: true, input_field_placeholder: 'x'.repeat(64) },
			}),
		);
		bot.on('text', (ctx) => ctx.reply('Thanks', { reply_markup: { remove_keyboard: true } }));
		launch(bot);
		const group = telegram.group({ title: 'Policy' });
		const question = await group.say('/suggest');
		expect(group.interfaceOf(question)).toMatchObject({ force_reply: true, selective: true });
		expect(question.reply_markup).toBeUndefined();
		expect([group.asksReplyOf(question), group.asksReplyOf(question, telegram.user())]).toEqual([true, false]);
		await expect(group.say('Everything')).rejects.toThrow('privacy mode');
		const thanks = await group.say('Everything', { replyTo: question });
		expect(thanks.text).toBe('Thanks');
		expect(group.interfaceOf(thanks)).toEqual({ remove_keyboard: true });
		expect(telegram.violations).toEqual([]);
	});

	it('knows whom a forced reply names', async () => {
		const group = telegram.group({ title: 'Policy' });
		const [bob, grace] = [telegram.user({ username: 'Bobby' }), telegram.user({ firstName: 'Grace' })];
		const text = `@bobby and <a href="tg://user?id=${grace.id}">Grace</a>: why?`;
		const markup = { force_reply: true, selective: true };
		await call('sendMessage', { chat_id: group.id, text, parse_mode: 'HTML', reply_markup: markup });
		const [question] = group.messages;
		if (!question) throw new Error('nothing was sent');
		expect([bob, group.user].map((user) => group.asksReplyOf(question, user))).toEqual([true, false]);
	});

	it('refuses an edit that brings, or meets, anything but an inline keyboard', async () => {
		const chat = telegram.privateChat();
		const { telegram: api } = newBot();
		const plain = await api.sendMessage(chat.id, 'x');
		const asking = await api.sendMessage(chat.id, 'x', { reply_markup: { force_reply: true } });
		const edit = (id: number, markup?: object) =>
			call('editMessageText', { chat_id: chat.id, message_id: id, text: 'y', reply_markup: markup });
		expect(await edit(plain.message_id, { force_reply: true })).toMatchObject({
			description: 'Bad Request: inline keyboard expected',
		});
		expect(await edit(asking.message_id)).toMatchObject({ description: "Bad Request: message can't be edited" });
		expect(telegram.violations.filter((line) => line.includes('refused'))).toHaveLength(2);
	});

	it.each<[string, object]>([
		['input_field_placeholder has 65 characters', { force_reply: true, input_field_placeholder: 'x'.repeat(65) }],
		['input_field_placeholder has 0 characters', { force_reply: true, input_field_placeholder: '' }],
		['several kinds', { force_reply: true, inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] }],
		['no known kind', { force: true }],
		['can\'t parse reply keyboard markup: field "force_reply"', { force_reply: false }],
		['deep link', keyboard({ url: 'https://t.me/policy_bot?start=not%20so' })],
		['deep link', keyboard({ url: `t.me/policy_bot?start=${'x'.repeat(65)}` })],
	])('notices %s', async (violation, markup) => {
		const chat = telegram.privateChat();
		await call('sendMessage', { chat_id: chat.id, text: 'x', reply_markup: markup });
		expect(telegram.violations.join('\n')).toContain(violation);
	});

	it('leads from a group by a link to a chat of their own', async () => {
		const bot = newBot();
		bot.start((ctx) => ctx.reply(`Started with ${ctx.payload}`));
		const url = 'https://t.me/policy_bot?start=edit_7';
		bot.command('suggest', (ctx) => ctx.reply('Go on there', { reply_markup: keyboard({ url, style: 'success' }) }));
		launch(bot);
		const group = telegram.group({ title: 'Policy' });
		const offer = await group.say('/suggest');
		expect(offer.reply_markup?.inline_keyboard).toEqual([[{ text: 'A', url, style: 'success' }]]);
		expect(buttonLink(offer, 'A')).toBe(url);
		expect(await call('sendMessage', { chat_id: group.user.id, text: 'x' })).toMatchObject({ error_code: 403 });
		const { chat, answer } = await telegram.follow(url, group.user);
		expect([chat.id, answer.text]).toEqual([group.user.id, 'Started with edit_7']);
		expect((await chat.start('again')).text).toBe('Started with again');
		expect(() => chat.start('not so')).toThrow('no client starts a bot');
		await expect(telegram.follow('https://t.me/another_bot?start=x', group.user)).rejects.toThrow(
			'not lead to the bot',
		);
		expect(telegram.violations).toEqual([]);
	});

	it('cannot begin with the bot', async () => {
		const user = telegram.user();
		const refused = { error_code: 403, description: "Forbidden: bot can't initiate conversation with a user" };
		expect(await call('sendMessage', { chat_id: user.id, text: 'x' })).toMatchObject(refused);
		const chat = telegram.privateChat({ user, started: false });
		expect(await call('sendMessage', { chat_id: user.id, text: 'x' })).toMatchObject(refused);
		chat.post('/start');
		expect(await call('sendMessage', { chat_id: user.id, text: 'x' })).toMatchObject({ ok: true });
		expect(telegram.violations).toEqual([]);
	});

	it('takes text of any length in parts, as clients send it', async () => {
		const bot = newBot();
		const heard: string[] = [];
		bot.on('text', (ctx) => void heard.push(ctx.message.text));
		launch(bot);
		const chat = telegram.privateChat();
		const lines = Array.from({ length: 900 }, (_, at) => `line ${at}`);
		expect(() => chat.post(lines.join('\n'))).toThrow('use postLong');
		const posted = chat.postLong(lines.join('\n'));
		await telegram.acknowledged(posted.at(-1)?.updateId ?? 0);
		expect(posted).toHaveLength(2);
		expect(heard.join('\n').split('\n')).toEqual(lines);
		expect(heard.every(({ length }) => length > 0 && length <= 4096)).toBe(true);
		expect(splitAsClient('x'.repeat(4096))).toHaveLength(1);
		expect(splitAsClient(`${'x'.repeat(4095)}🙂`)).toEqual(['x'.repeat(4095), '🙂']);
		expect(splitAsClient(`${'word '.repeat(900)}`)[0]).toHaveLength(4094);
		expect(splitAsClient(' \n')).toEqual([]);
	});

	it('gets whatever a modified client makes of a button', async () => {
		const bot = newBot();
		const heard: unknown[] = [];
		bot.command('ask', (ctx) => ctx.reply('x', { reply_markup: keyboard({ callback_data: 'a' }) }));
		bot.on('callback_query', async (ctx) => {
			const { data, message } = ctx.callbackQuery as { data?: string; message?: { message_id: number; date: number } };
			heard.push([data, ctx.from.id, message?.message_id, message?.date === 0]);
			await ctx.answerCbQuery('No');
		});
		launch(bot);
		const group = telegram.group({ title: 'Policy' });
		const eve = telegram.user({ firstName: 'Eve' });
		const answer = await group.say('/ask');
		const asked = group.messages[0] as Message;
		expect((await group.forgePress(answer, 'approve:7', { from: eve, settleMs: 10 })).answer.text).toBe('No');
		await group.forgePress(asked, 'x'.repeat(1000), { from: eve, settleMs: 10 });
		await group.forgePress(4711, '', { from: eve, settleMs: 10 });
		expect(heard).toEqual([
			['approve:7', eve.id, answer.message_id, false],
			['x'.repeat(1000), eve.id, asked.message_id, false],
			['', eve.id, 4711, true],
		]);
		expect(telegram.violations).toEqual([]);
	});

	it('hands what a poller took without confirming to the next one', async () => {
		const chat = telegram.privateChat();
		const updates = [chat.post('one'), chat.post('two')].map(({ updateId }) => updateId);
		const ids = async (params: object) =>
			((await call('getUpdates', params)).result as { update_id: number }[]).map((update) => update.update_id);
		expect(await ids({ limit: 1 })).toEqual(updates.slice(0, 1));
		expect(await ids({})).toEqual(updates);
		expect(await ids({ offset: updates[1] })).toEqual(updates.slice(1));
		expect(await ids({})).toEqual(updates.slice(1));
	});
});

describe('registration', () => {
	it('keeps commands by scope and language, and the texts of the profile', async () => {
		const { telegram: api } = newBot();
		const commands = [{ command: 'ask', description: 'Ask a question' }];
		await api.setMyCommands(commands);
		await api.setMyCommands(commands, { scope: { type: 'all_group_chats' }, language_code: 'de' });
		expect(telegram.commands()).toEqual(commands);
		expect(telegram.commands({ type: 'all_group_chats' }, 'de')).toEqual(commands);
		expect(telegram.commands('all_group_chats')).toBeUndefined();
		expect(await api.getMyCommands({ scope: { type: 'all_group_chats' }, language_code: 'de' })).toEqual(commands);
		await api.deleteMyCommands();
		expect(telegram.commands()).toBeUndefined();
		await api.setMyDescription('What it does', 'de');
		await api.setMyShortDescription('Short');
		expect(await api.getMyDescription('de')).toEqual({ description: 'What it does' });
		expect(await api.getMyShortDescription('fr')).toEqual({ short_description: 'Short' });
		expect(telegram.profile('de').description).toBe('What it does');
		expect(telegram.violations).toEqual([]);
	});

	it('tells who the bot is and who is in a chat', async () => {
		const { telegram: api } = newBot();
		const group = telegram.group({ title: 'Policy' });
		expect(await api.getMe()).toMatchObject({ username: 'policy_bot', can_read_all_group_messages: false });
		expect(await api.getChat(group.id)).toMatchObject({ title: 'Policy', type: 'supergroup' });
		expect(await api.getChatMember(group.id, group.user.id)).toMatchObject({ status: 'member' });
		expect(await api.getChatMember(group.id, telegram.bot.id)).toMatchObject({ status: 'member' });
		expect(await api.getChatAdministrators(group.id)).toMatchObject([{ status: 'creator', user: group.creator }]);
		expect(telegram.violations).toEqual([]);
	});
});

describe('transport', () => {
	it('reads JSON, forms, multipart and query strings', async () => {
		const chat = telegram.privateChat();
		const url = `${telegram.apiUrl}/bot${token}/sendMessage`;
		const query = new URLSearchParams({ chat_id: String(chat.id), text: 'x', protect_content: 'true' });
		const markup = JSON.stringify({ inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] });
		const form = new FormData();
		form.set('chat_id', String(chat.id));
		form.set('text', 'y');
		form.set('reply_markup', markup);
		for (const request of [fetch(`${url}?${query}`), fetch(url, { method: 'POST', body: query })]) {
			expect(await (await request).json()).toMatchObject({ ok: true });
		}
		const sent = await (await fetch(url, { method: 'POST', body: form })).json();
		expect(sent).toMatchObject({ result: { reply_markup: { inline_keyboard: [[{ text: 'A' }]] } } });
		// telegraf's own uploads never end under Node 26 (sandwich-stream), so the form is made here.
		const upload = new FormData();
		upload.set('chat_id', String(chat.id));
		upload.set('caption', 'Look');
		upload.set('photo', new Blob(['image']), 'map.png');
		const photo = await fetch(`${telegram.apiUrl}/bot${token}/sendPhoto`, { method: 'POST', body: upload });
		expect(await photo.json()).toMatchObject({ result: { caption: 'Look', photo: [{ file_size: 5 }] } });
		const api = newBot().telegram;
		expect(await api.sendPhoto(chat.id, 'https://example.org/map.png')).toMatchObject({ photo: [{ width: 640 }] });
		expect(telegram.violations).toEqual([]);
	});

	it('logs requests without the token, and notices a token among parameters', async () => {
		const chat = telegram.privateChat();
		await call('sendMessage', { chat_id: chat.id, text: 'x' });
		expect(telegram.requests).toMatchObject([{ method: 'sendMessage', params: { text: 'x' }, outcome: 'ok' }]);
		expect(JSON.stringify(telegram.requests)).not.toContain(token);
		await call('sendMessage', { chat_id: chat.id, text: `my token is ${token}` });
		expect(telegram.violations).toEqual([expect.stringContaining('token')]);
		expect(JSON.stringify(telegram.requests)).not.toContain(token);
	});

	it('refuses another token with 401 and a malformed one with 404', async () => {
		expect(await call('getMe', {}, '123456789:AAwrong')).toEqual({
			ok: false,
			error_code: 401,
			description: 'Unauthorized',
		});
		expect(await call('getMe', {}, 'nonsense')).toMatchObject({ error_code: 404, description: 'Not Found' });
		const bot = new Telegraf('123456789:AAwrong', { telegram: { apiRoot: telegram.apiUrl } });
		await expect(bot.launch()).rejects.toMatchObject({ response: { error_code: 401 } });
	});

	it('holds a poll open, wakes it, and forgets only what is acknowledged', async () => {
		const chat = telegram.privateChat();
		const started = performance.now();
		const poll = call('getUpdates', { timeout: 5 });
		await sleep(100);
		const { updateId } = chat.post('one');
		expect(await poll).toMatchObject({ result: [{ update_id: updateId, message: { text: 'one' } }] });
		expect(performance.now() - started).toBeLessThan(2000);
		expect(await call('getUpdates')).toMatchObject({ result: [{ update_id: updateId }] });
		chat.post('two');
		expect(await call('getUpdates', { limit: 1 })).toMatchObject({ result: [{ message: { text: 'one' } }] });
		const offset = Number(updateId) + 1;
		expect(await call('getUpdates', { offset })).toMatchObject({ result: [{ message: { text: 'two' } }] });
		expect(await call('getUpdates', { offset: offset + 1, timeout: 1 })).toEqual({ ok: true, result: [] });
	});

	it('gives only the kinds of update the bot asks for', async () => {
		const chat = telegram.privateChat();
		await call('getUpdates', { allowed_updates: ['callback_query'] });
		await expect(chat.say('hello')).rejects.toThrow('allowed_updates');
	});

	it('ends the older of two polls with 409, and telegraf with it', async () => {
		const older = call('getUpdates', { timeout: 5 });
		await sleep(50);
		const bot = exampleBot();
		const launched = launch(bot);
		expect(await older).toMatchObject({ error_code: 409, description: expect.stringContaining('terminated by other') });
		const chat = telegram.privateChat();
		const answer = chat.nextMessage();
		await telegram.acknowledged(chat.post('hello').updateId ?? 0);
		await answer;
		const newer = call('getUpdates', { timeout: 1 });
		expect(await launched).toMatchObject({ response: { error_code: 409 } });
		await newer;
	});

	it('delivers the same update twice', async () => {
		launch(exampleBot());
		const chat = telegram.privateChat();
		const updateId = telegram.deliver({
			message: {
				message_id: 77,
				date: 1_800_000_000,
				chat: { id: chat.id, type: 'private' },
				from: chat.user,
				text: 'raw',
			},
		});
		await telegram.acknowledged(updateId);
		const again = chat.nextMessage();
		telegram.redeliver(updateId);
		expect((await again).text).toBe('You said raw');
		expect(chat.messages.map(({ text }) => text)).toEqual(['You said raw', 'You said raw']);
		expect(() => telegram.deliver({ message: { text: 'no chat' } as never })).toThrow();
		telegram.deliver({ poll_of_the_future: { x: 1 } }, { unchecked: true });
		expect((await chat.say('still there?')).text).toBe('You said still there?');
	});

	it('accepts answers to raw queries, and refuses them a second time', async () => {
		const from = telegram.user();
		telegram.deliver({ callback_query: { id: '7', from, chat_instance: '1', data: 'raw' } });
		await call('getUpdates');
		expect(telegram.unansweredCallbacks).toEqual([expect.stringContaining('"raw"')]);
		expect(await call('answerCallbackQuery', { callback_query_id: '7' })).toMatchObject({ ok: true });
		expect(telegram.unansweredCallbacks).toEqual([]);
		expect(await call('answerCallbackQuery', { callback_query_id: '7' })).toMatchObject({ error_code: 400 });
	});

	it('calls a webhook with its secret, again after a failure, and obeys what it answers', async () => {
		const bot = exampleBot();
		let failures = 1;
		const local = createServer();
		await new Promise<void>((resolve) => local.listen(0, '127.0.0.1', resolve));
		const { port } = local.address() as AddressInfo;
		const hooked = await startTelegram({ token, webhookTarget: () => `http://127.0.0.1:${port}/hook` });
		bot.telegram.options.apiRoot = hooked.apiUrl;
		const handle = bot.webhookCallback('/hook', { secretToken: 'secret' });
		local.on('request', (request, response) => {
			if (failures-- > 0) response.writeHead(500).end();
			else void handle(request, response);
		});
		try {
			await bot.telegram.setWebhook('https://bot.example.org/hook', { secret_token: 'secret' });
			await expect(bot.telegram.getUpdates(0, 1, 0, [])).rejects.toThrow('while webhook is active');
			const chat = hooked.privateChat();
			const answer = await chat.say('/ask what');
			expect((await chat.press(answer, 'delete')).deleted).toBe(true);
			expect(await bot.telegram.getWebhookInfo()).toMatchObject({
				url: 'https://bot.example.org/hook',
				last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
			});
		} finally {
			local.close();
			local.closeAllConnections();
			await hooked.close();
		}
	});
});

describe('faults', () => {
	const send = () => {
		const chat = telegram.privateChat();
		return newBot().telegram.sendMessage(chat.id, 'x');
	};

	it('429 with retry_after', async () => {
		telegram.faults.rateLimit(/^send/, 3);
		const error = await send().catch((error: unknown) => error);
		expect(error).toBeInstanceOf(TelegramError);
		expect(error).toMatchObject({ response: { error_code: 429, parameters: { retry_after: 3 } } });
		expect(telegram.faults.pending).toBe(0);
		await expect(send()).resolves.toMatchObject({ text: 'x' });
	});

	it('500 and 502 as HTML', async () => {
		telegram.faults.serverError('sendMessage');
		await expect(send()).rejects.toMatchObject({ response: { error_code: 500 } });
		telegram.faults.badGateway('sendMessage');
		await expect(send()).rejects.toMatchObject({ response: { error_code: 502 } });
		telegram.faults.badGateway('getMe');
		const page = await fetch(`${telegram.apiUrl}/bot${token}/getMe`);
		expect(await page.text()).toContain('<html>');
	});

	it('a socket cut before the call, and one cut after it', async () => {
		const chat = telegram.privateChat();
		const { telegram: api } = newBot();
		telegram.faults.cut('sendMessage');
		await expect(api.sendMessage(chat.id, 'x')).rejects.toThrow(/socket hang up|ECONNRESET/);
		expect(chat.messages).toHaveLength(0);
		telegram.faults.loseReply('sendMessage');
		await expect(api.sendMessage(chat.id, 'x')).rejects.toThrow(/socket hang up|ECONNRESET/);
		expect(chat.messages).toHaveLength(1);
	});

	it('does not blame a bot that repeats a call whose reply was lost', async () => {
		const chat = telegram.privateChat();
		const { telegram: api } = newBot();
		const { message_id: id } = await api.sendMessage(chat.id, 'x');
		telegram.faults.loseReply('editMessageText');
		await expect(api.editMessageText(chat.id, id, undefined, 'y')).rejects.toThrow();
		await expect(api.editMessageText(chat.id, id, undefined, 'y')).rejects.toThrow('not modified');
		expect(telegram.violations).toEqual([]);
	});

	it('a delay, a chosen refusal, a migration, for one chat only', async () => {
		telegram.faults.delay('sendMessage', 150);
		const started = performance.now();
		await send();
		expect(performance.now() - started).toBeGreaterThan(140);
		telegram.faults.refuse('sendMessage', 'Bad Request: not enough rights to send text messages to the chat');
		await expect(send()).rejects.toThrow('not enough rights');
		const [one, other] = [telegram.privateChat(), telegram.privateChat()];
		telegram.faults.migrated((_, params) => params.chat_id === one.id, -1_002_000_000_999);
		const { telegram: api } = newBot();
		await api.sendMessage(other.id, 'x');
		await expect(api.sendMessage(one.id, 'x')).rejects.toMatchObject({
			response: { parameters: { migrate_to_chat_id: -1_002_000_000_999 } },
		});
		expect(telegram.violations).toEqual([]);
	});

	it('409 on a waiting getUpdates, until lifted', async () => {
		const bot = exampleBot();
		const launched = launch(bot);
		await telegram.privateChat().say('hello');
		const lift = telegram.faults.conflict();
		expect(await launched).toMatchObject({ response: { error_code: 409 } });
		expect(await call('getUpdates')).toMatchObject({ error_code: 409 });
		lift();
		expect(await call('getUpdates')).toMatchObject({ ok: true });
	});

	it('429 on a waiting getUpdates, which telegraf sits out', async () => {
		launch(exampleBot());
		const chat = telegram.privateChat();
		await chat.say('hello');
		telegram.faults.rateLimit('getUpdates', 1);
		expect((await chat.say('still there?', { timeoutMs: 4000 })).text).toContain('still there');
	});

	it('delivers again what a lost getUpdates reply held', async () => {
		telegram.faults.loseReply('getUpdates');
		telegram.privateChat().post('hello');
		await expect(call('getUpdates')).rejects.toThrow();
		expect(await call('getUpdates')).toMatchObject({ result: [{ message: { text: 'hello' } }] });
	});

	it('the API down until lifted, open polls included', async () => {
		const poll = call('getUpdates', { timeout: 5 });
		await sleep(50);
		const lift = telegram.faults.down();
		await expect(poll).rejects.toThrow();
		await expect(send()).rejects.toThrow();
		lift();
		await expect(send()).resolves.toMatchObject({ text: 'x' });
	});
});

describe('what Telegram refuses', () => {
	const button = (fields: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'A', ...fields }]] } });
	const html = (text: string) => ({ text, parse_mode: 'HTML' });
	const buttons = (count: number) => Array.from({ length: count }, (_, n) => ({ text: `${n}`, callback_data: `${n}` }));
	const rows = (count: number) => buttons(count).map((one) => [one]);
	const commands = (count: number, fields: object = {}) =>
		Array.from({ length: count }, (_, n) => ({ command: `c${n}`, description: 'x', ...fields }));

	it.each<[string, string, object]>([
		['message text is empty', 'sendMessage', { text: '' }],
		['text must be non-empty', 'sendMessage', html('<b> </b>')],
		['message is too long', 'sendMessage', { text: 'x'.repeat(4097) }],
		['can\'t parse entities: Unsupported start tag "div" at byte offset 3', 'sendMessage', html('ä <div>x</div>')],
		[
			'can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>"',
			'sendMessage',
			html('<b><i>x</b></i>'),
		],
		['can\'t parse entities: Can\'t find end tag corresponding to start tag "b"', 'sendMessage', html('<b>x')],
		['can\'t parse entities: Unsupported start tag "5"', 'sendMessage', html('a <5 > b')],
		['unsupported parse_mode', 'sendMessage', { text: 'x', parse_mode: 'text' }],
		[
			'entity beginning at UTF-16 offset 0 ends after',
			'sendMessage',
			{ text: 'x', entities: [{ type: 'bold', offset: 0, length: 2 }] },
		],
		['BUTTON_DATA_INVALID', 'sendMessage', { text: 'x', ...button({ callback_data: 'ä'.repeat(33) }) }],
		['Text buttons are unallowed', 'sendMessage', { text: 'x', ...button({}) }],
		["URL 'localhost' is invalid: Wrong HTTP URL", 'sendMessage', { text: 'x', ...button({ url: 'localhost' }) }],
		['button text must be non-empty', 'sendMessage', { text: 'x', ...button({ text: '', callback_data: 'a' }) }],
		['reply markup is too long', 'sendMessage', { text: 'x', reply_markup: { inline_keyboard: rows(101) } }],
		['reply markup is too long', 'sendMessage', { text: 'x', reply_markup: { inline_keyboard: [buttons(9)] } }],
		['message to be replied not found', 'sendMessage', { text: 'x', reply_parameters: { message_id: 999 } }],
		['message to be replied not found', 'sendMessage', { text: 'x', reply_to_message_id: 999 }],
		['message thread not found', 'sendMessage', { text: 'x', message_thread_id: 999 }],
		['chat not found', 'sendMessage', { text: 'x', chat_id: 42 }],
		['chat_id is empty', 'sendMessage', { text: 'x', chat_id: undefined }],
		['message to edit not found', 'editMessageText', { text: 'x', message_id: 999 }],
		['message to delete not found', 'deleteMessage', { message_id: 999 }],
		['query is too old', 'answerCallbackQuery', { callback_query_id: '1', chat_id: undefined }],
		['wrong parameter action', 'sendChatAction', { action: 'sleeping' }],
		['there is no photo', 'sendPhoto', {}],
		['command length must not exceed 32', 'setMyCommands', { commands: commands(1, { command: 'x'.repeat(33) }) }],
		['BOT_COMMAND_INVALID', 'setMyCommands', { commands: commands(1, { command: 'Ask' }) }],
		['description must be non-empty', 'setMyCommands', { commands: commands(1, { description: ' ' }) }],
		[
			'description length must not exceed 256',
			'setMyCommands',
			{ commands: commands(1, { description: 'x'.repeat(257) }) },
		],
		['BOT_COMMANDS_TOO_MUCH', 'setMyCommands', { commands: commands(101) }],
		['Unsupported type specified', 'setMyCommands', { commands: [], scope: { type: 'everyone' } }],
		['invalid language code', 'setMyCommands', { commands: [], language_code: 'en-GB' }],
		['DESCRIPTION_TOO_LONG', 'setMyDescription', { description: 'x'.repeat(513) }],
		['ABOUT_TOO_LONG', 'setMyShortDescription', { short_description: 'x'.repeat(121) }],
		['An HTTPS URL must be provided', 'setWebhook', { url: 'http://example.org' }],
		[
			'RESULT_ID_INVALID',
			'answerInlineQuery',
			{
				inline_query_id: '1',
				results: [{ type: 'article', id: 'ä'.repeat(33), title: 'x', input_message_content: { message_text: 'x' } }],
			},
		],
		['parameter "message_id"', 'deleteMessage', { message_id: 'first' }],
	])('%s (%s)', async (description, method, params) => {
		const chat = telegram.privateChat();
		const needsChat = /^(send|edit|delete)Message|^sendPhoto|^sendChatAction/.test(method);
		const answer = await call(method, { ...(needsChat && { chat_id: chat.id }), ...params });
		expect(answer).toMatchObject({ ok: false, error_code: 400, description: expect.stringContaining(description) });
		expect(telegram.violations.join('\n')).toContain(`${method}: refused: `);
		expect(chat.messages).toEqual([]);
	});

	it('an edit that changes nothing, or of a message that is not the bot’s', async () => {
		const chat = telegram.privateChat();
		const { message } = chat.post('mine');
		const { telegram: api } = newBot();
		const sent = await api.sendMessage(chat.id, 'x');
		await expect(api.editMessageText(chat.id, sent.message_id, undefined, 'x')).rejects.toThrow(
			'message is not modified',
		);
		await expect(api.editMessageReplyMarkup(chat.id, sent.message_id, undefined, undefined)).rejects.toThrow(
			'not modified',
		);
		await expect(api.editMessageText(chat.id, message.message_id, undefined, 'x')).rejects.toThrow("can't be edited");
		expect(telegram.violations).toHaveLength(3);
	});

	it('an answer to a button that is too long, or given twice', async () => {
		const bot = newBot();
		const refusals: unknown[] = [];
		bot.start((ctx) => ctx.reply('x', { reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] } }));
		bot.on('callback_query', async (ctx) => {
			await ctx.answerCbQuery('x'.repeat(201)).catch((error: unknown) => refusals.push(error));
			await ctx.answerCbQuery('x'.repeat(200));
			await ctx.answerCbQuery('x').catch((error: unknown) => refusals.push(error));
		});
		launch(bot);
		const chat = telegram.privateChat();
		expect((await chat.press(await chat.say('/start'), 'A')).answer.text).toHaveLength(200);
		expect(refusals.map(String)).toEqual([
			expect.stringContaining('MESSAGE_TOO_LONG'),
			expect.stringContaining('query is too old'),
		]);
		expect(telegram.violations).toHaveLength(2);
	});

	it('a method nobody knows, with 404', async () => {
		expect(await call('sendTelepathy')).toMatchObject({ error_code: 404 });
		expect(await call('sendDocument')).toMatchObject({ error_code: 404 });
		expect(telegram.violations[0]).toContain(hasSpec ? 'no such method' : 'not implemented');
		expect(telegram.violations[1]).toContain('not implemented by this test server');
	});
});

describe('what Telegram lets pass and the documentation forbids', () => {
	it.each<[string, object]>([
		['link preview not disabled', { text: 'see https://example.org/a.' }],
		['link preview not disabled', { text: 'see example.org' }],
		['link preview not disabled', { text: '<a href="https://example.org">x</a>', parse_mode: 'HTML' }],
		["'&' is not escaped", { text: 'this & that', parse_mode: 'HTML' }],
		["'>' is not escaped", { text: 'this > that', parse_mode: 'HTML' }],
		["'&' is not escaped, or names", { text: 'this&nbsp;that', parse_mode: 'HTML' }],
		['nested blockquote', { text: '<blockquote>a<blockquote>b</blockquote></blockquote>', parse_mode: 'HTML' }],
		['holds no other entity', { text: '<code>a<b>b</b></code>', parse_mode: 'HTML' }],
		['is dropped', { text: '<a href="nowhere">x</a>', parse_mode: 'HTML' }],
		[
			'more than one action',
			{ text: 'x', reply_markup: { inline_keyboard: [[{ text: 'A', url: 'https://e.org', callback_data: 'a' }]] } },
		],
	])('%s', async (violation, params) => {
		const chat = telegram.privateChat();
		expect(await call('sendMessage', { chat_id: chat.id, ...params })).toMatchObject({ ok: true });
		expect(telegram.violations.join('\n')).toContain(violation);
	});

	it('is fair to older names and to switched-off previews', async () => {
		const chat = telegram.privateChat();
		const { message } = chat.post('hello');
		await call('sendMessage', { chat_id: chat.id, text: 'https://example.org', ...noPreview });
		await call('sendMessage', {
			chat_id: chat.id,
			text: 'https://example.org and e.g. a U.S. rule from 3.5.2024',
			disable_web_page_preview: true,
			reply_to_message_id: message.message_id,
		});
		await call('sendMessage', { chat_id: chat.id, text: 'No link e.g. in the U.S. or 3.5.2024: Sec.4, MiCA.Art' });
		expect(telegram.violations).toEqual([]);
	});

	it('notices parameters that the API does not have', async () => {
		const chat = telegram.privateChat();
		await call('sendMessage', { chat_id: chat.id, text: 'x', colour: 'red' });
		expect(telegram.violations).toEqual([expect.stringContaining('sendMessage has no colour')]);
	});

	it.runIf(hasSpec)('checks nested parameters against the API description', async () => {
		const chat = telegram.privateChat();
		const markup = { inline_keyboard: [[{ text: 'A', callback_data: 'a', colour: 'red' }]] };
		await call('sendMessage', { chat_id: chat.id, text: 'x', reply_markup: markup });
		await call('setMyCommands', { scope: { type: 'all_group_chats' } });
		expect(telegram.violations).toEqual([
			expect.stringContaining('InlineKeyboardButton has no colour'),
			expect.stringContaining('required commands is missing'),
		]);
	});
});

describe('HTML', () => {
	it('gives visible text and entities in UTF-16 units', () => {
		expect(parseHtml('🙂 <b>bo<i>ld</i></b> &lt;x&gt; &#8364; <code>a &amp; b</code>')).toEqual({
			text: '🙂 bold <x> € a & b',
			entities: [
				{ type: 'bold', offset: 3, length: 4 },
				{ type: 'italic', offset: 5, length: 2 },
				{ type: 'code', offset: 14, length: 5 },
			],
			complaints: [],
		});
	});

	it('knows the other tags', () => {
		const kinds = (html: string) => parseHtml(html).entities.map(({ type, language }) => language ?? type);
		expect(kinds('<pre><code class="language-ts">x</code></pre>')).toEqual(['ts']);
		expect(kinds('<blockquote expandable>x</blockquote>')).toEqual(['expandable_blockquote']);
		expect(kinds('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>')).toEqual(['spoiler', 'spoiler']);
		expect(kinds('<s>x</s><u>y</u><em>z</em>')).toEqual(['strikethrough', 'underline', 'italic']);
		expect(kinds('<a href="tg://user?id=5">x</a>')).toEqual(['text_mention']);
	});

	it.each([
		['<b', 'Unclosed start tag at byte offset 0'],
		['x</b>', 'Unexpected end tag at byte offset 1'],
		['<b>x</b', 'Unclosed end tag at byte offset 4'],
		['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
		['<a href=http://x>y</a>', 'Unexpected end of name token at byte offset 8'],
		['<a "x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
		['<br/>', 'Unsupported start tag "br/" at byte offset 0'],
	])('refuses %s', (html, reason) => {
		expect(() => parseHtml(html)).toThrow(new HtmlError(reason));
	});
});

it('counts how fast the bot sends without blaming it', async () => {
	const chat = telegram.privateChat();
	for (let n = 0; n < 40; n++) await call('sendMessage', { chat_id: chat.id, text: `${n}` });
	expect(telegram.stats.sent).toBe(40);
	expect(telegram.stats.busiestSecond).toBeGreaterThan(30);
	expect(telegram.violations).toEqual([]);
});
