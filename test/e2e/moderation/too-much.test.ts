/** A megabyte in every place, and more than anyone may ask: refused or cut, and the others notice nothing. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeOptions } from '../../../commands/command.ts';
import { COMMANDS } from '../../../commands/index.ts';
import type { BotProcess } from '../../support/bot-process.ts';
import { freshDatabase, onPostgres, runSql } from '../../support/databases.ts';
import type { Reply } from '../../support/discord/act/reply.ts';
import { person } from '../../support/discord/people.ts';
import type { Discord } from '../../support/discord/server.ts';
import { writeSmallKnowledge } from '../../support/small-knowledge.ts';
import type { Telegram } from '../../support/telegram/server.ts';
import type { TestChat } from '../../support/telegram/test-chat.ts';
import { visibleText } from '../../support/telegram/visible.ts';
import * as onDiscord from '../discord-bot.ts';
import * as onTelegram from '../telegram-bot.ts';
import { expectNothingInside, settledContentsOf, withoutPeople } from './attacks.ts';
import { ada, environmentOf, expectPrivately, newModeratedBot, read } from './discord-moderators.ts';

const MEGABYTE = 1_000_000;
const QUESTION = 'Is mining legal in Iran?';
const TOO_MANY = /^Too many at once\n+Please try again in \d+ seconds?\. Nothing was changed\./;

const knowledge = writeSmallKnowledge();
afterAll(() => rmSync(knowledge, { recursive: true }));
afterAll(onDiscord.nothingAmiss);
afterAll(onTelegram.nothingAmiss);

/** As many characters as fill a megabyte, in ways that are hard in different places. */
const HUGE: [what: string, text: string][] = [
	['letters', 'x'.repeat(MEGABYTE)],
	['words', 'mining in Iran '.repeat(MEGABYTE / 15)],
	['bars', '|'.repeat(MEGABYTE)],
	['line breaks', '\n'.repeat(MEGABYTE)],
	['asterisks', '*'.repeat(MEGABYTE)],
	['emoji', '🙂'.repeat(MEGABYTE / 4)],
];

describe('a megabyte', () => {
	let url: string;
	let discord: Discord;
	let telegram: Telegram;
	let bot: BotProcess;

	beforeAll(async () => {
		url = await freshDatabase('sqlite');
		[discord, telegram] = await Promise.all([onDiscord.newDiscord(), onTelegram.newTelegram()]);
		bot = onDiscord.startFor(discord, {
			...environmentOf(discord),
			DATABASE_URL: url,
			KNOWLEDGE_DIR: knowledge,
			TELEGRAM_BOT_TOKEN: telegram.token,
			TELEGRAM_API_URL: telegram.apiUrl,
		});
		await bot.ready();
	}, 60_000);

	const someModerator = () => ({
		user: person({ roles: ada.roles }),
		channelId: discord.places.addChannel(),
		timeoutMs: 10_000,
	});

	/** While `work` goes on, other people get their answers in time. */
	async function othersAreAnswered(work: () => Promise<void>): Promise<void> {
		let isOver = false;
		const others = (async () => {
			while (!isOver) {
				const other = { user: person(), channelId: discord.places.addChannel() };
				const answer = await discord.slash('ask', { question: QUESTION }, other);
				expect(answer.elapsedMs).toBeLessThan(2_000);
				expect(read(answer.message)).toContain('Whoever mines in Iran');
			}
		})();
		try {
			await work();
		} finally {
			isOver = true;
			await others;
		}
	}

	function expectClear(reply: Reply, what: string): void {
		const text = reply.type === 9 ? reply.modal.title : read(reply.message);
		expectNothingInside(text, what);
		expect(text.length, what).toBeLessThan(6_000);
	}

	describe.each(HUGE)('of %s', (_, text) => {
		it('in an option of any command is refused in words', async () => {
			const before = withoutPeople(await settledContentsOf(url));
			await othersAreAnswered(async () => {
				for (const command of COMMANDS)
					for (const { name, required } of describeOptions(command)) {
						const others = Object.fromEntries(
							describeOptions(command)
								.filter((other) => other.required && other.name !== name)
								.map((other) => [other.name, 'Iran']),
						);
						const who = someModerator();
						const reply = await discord.forge.slash(command.name, { ...others, [name]: text }, who);
						expect(reply.ephemeral, `/${command.name} ${name}`).toBe(true);
						expect(read(reply.message)).toMatch(
							/must (be at most \d+ characters|not be empty)|at most 500|Nothing asked|at least one/,
						);
						expectClear(reply, `/${command.name} ${name} ${required}`);
						const choices = await discord.forge.autocomplete(command.name, name, text, others, who);
						expect(choices.length).toBeLessThanOrEqual(25);
					}
			});
			expect(withoutPeople(await settledContentsOf(url))).toEqual(before);
		}, 120_000);

		it('as a button or the id of a form is refused in words', async () => {
			const before = withoutPeople(await settledContentsOf(url));
			await othersAreAnswered(async () => {
				const ids = [
					'',
					'!|',
					'?|',
					'!|approve|',
					'!|review|',
					'?|step|',
					'?|report|',
					'!|helpful|',
					'v|l|RU|',
					's|x|',
					'~|',
				];
				for (const start of ids) {
					const who = someModerator();
					for (const reply of [
						await discord.forge.press(start + text, who),
						await discord.forge.press(`${start}x|${text}|x`, who),
						await discord.forge.submit(start + text, { text: 'x' }, who),
					])
						expectPrivately(reply, /^That did not work\nThat button belongs to an answer that is no longer available/);
				}
			});
			expect(withoutPeople(await settledContentsOf(url))).toEqual(before);
		}, 120_000);

		it('in a field of any form is refused or cut', async () => {
			await othersAreAnswered(async () => {
				const author = someModerator();
				const opened = await discord.forge.slash('propose', { what: 'change', entry: 'ru-mining' }, author);
				const draft = opened.modal.custom_id.split('|')[2] ?? '';
				for (const { forms = {} } of COMMANDS)
					for (const verb of Object.keys(forms)) {
						const fields = [
							'text',
							'reason',
							'note',
							'entry',
							'country',
							'topic',
							'claim',
							'title',
							'keywords',
							'status',
						];
						const values = Object.fromEntries(fields.map((field) => [field, text]));
						const id = ['step', 'send'].includes(verb) ? `?|${verb}|${draft}|0` : `?|${verb}|1|1`;
						expectClear(await discord.forge.submit(id, values, { ...author, user: author.user }), id);
					}
				for (const step of [1, 2, 3])
					expectClear(
						await discord.forge.submit(
							`?|step|${draft}|${step}`,
							{ evidence: text, verified: text, instrument_title: text, source_url: text, sources: text },
							author,
						),
						`step ${step}`,
					);
				expectClear(await discord.forge.press(`!|draft|${draft}`, author), 'the draft');
			});
			const kept = await runSql(
				url,
				'select max(length(data)) as draft, (select max(length(reason)) from proposals) as report from drafts',
			);
			expect(Number(kept[0]?.draft)).toBeLessThan(20_000);
			expect(Number(kept[0]?.report ?? 0)).toBeLessThanOrEqual(1_000);
		}, 120_000);

		it('on Telegram is refused in words', async () => {
			const say = async (chat: TestChat, words: string): Promise<string> => {
				const answer = chat.nextMessage({ timeoutMs: 10_000 });
				const { chat: where } = chat.post('Hello', {}).message;
				await answer;
				const next = chat.nextMessage({ timeoutMs: 10_000 });
				const message = { message_id: 900_000, date: Math.floor(Date.now() / 1000), chat: where, from: chat.user };
				telegram.deliver({ message: { ...message, text: words } });
				return visibleText(await next);
			};
			await othersAreAnswered(async () => {
				for (const start of ['', '/ask ', '/country ', '/suggest ', '/review ', '/propose ', '/nonsense '])
					expectNothingInside(await say(telegram.privateChat(), `${start}${text}`), start);
				const chat = telegram.privateChat();
				const message = await chat.say('Hello');
				for (const start of ['', '!|', '?|', '~|', '~|choose|0|']) {
					const pressed = await chat.forgePress(message, start + text, { timeoutMs: 10_000, settleMs: 50 });
					expectNothingInside(`${pressed.answer.text ?? ''}${pressed.sent?.text ?? ''}`);
				}
			});
		}, 120_000);
	});

	it('does not stay in memory, nor in the logs', async () => {
		const round = async () => {
			for (const [, text] of HUGE)
				for (let count = 0; count < 5; count += 1) {
					const who = someModerator();
					await discord.forge.slash('ask', { question: text }, who);
					await discord.forge.press(text, who);
					await discord.forge.submit('?|report|', { text }, who);
				}
		};
		await round();
		const before = bot.memory;
		await round();
		await round();
		expect(before).toBeGreaterThan(0);
		expect(bot.memory - before).toBeLessThan(100 * 1024 * 1024);
		expect(bot.output).not.toMatch(/x{100}|\|{100}|\*{100}|(?:mining in Iran ){5}/);
		expect(bot.output.length).toBeLessThan(MEGABYTE);
	}, 120_000);
});

describe('more than anyone may ask', () => {
	it('is refused to who asks it, privately, and answered to all others', async () => {
		const { discord } = await newModeratedBot({ KNOWLEDGE_DIR: knowledge, QUESTIONS_PER_MINUTE: '5' });
		const [eager, other] = [person(), person()];
		const ask = (user: typeof eager) => discord.slash('ask', { question: QUESTION }, { user });
		const { message } = await ask(eager);
		for (let count = 0; count < 3; count += 1) expect((await ask(eager)).ephemeral).toBe(false);
		const sources = await onDiscord.pressLabel(discord, message, 'Sources', eager);
		expect(read(sources.message)).toContain('The mining law of Iran');
		for (let count = 0; count < 3; count += 1) {
			expectPrivately(await ask(eager), TOO_MANY);
			expectPrivately(await discord.forge.press('v|l|IR|mining', { user: eager }), TOO_MANY);
			expectPrivately(await discord.slash('help', {}, { user: eager }), TOO_MANY);
			expect((await ask(other)).ephemeral).toBe(false);
		}
		// What names they look for while typing is no question.
		expect(await discord.autocomplete('country', 'country', 'Ira', {}, { user: eager })).not.toEqual([]);
	}, 60_000);

	it('is refused on Telegram, too', async () => {
		const telegram = await onTelegram.newTelegram();
		const bot = onTelegram.startFor(telegram, { KNOWLEDGE_DIR: knowledge, QUESTIONS_PER_MINUTE: '5' });
		await bot.ready();
		const chat = telegram.privateChat();
		for (let count = 0; count < 5; count += 1) expect(visibleText(await chat.say(QUESTION))).toContain('Whoever mines');
		expect(visibleText(await chat.say(QUESTION))).toMatch(TOO_MANY);
		expect(visibleText(await telegram.privateChat().say(QUESTION))).toContain('Whoever mines');
	}, 60_000);

	it('of reports is refused after ten in an hour, and nothing of it is kept', async () => {
		const url = await freshDatabase('sqlite');
		const { discord } = await newModeratedBot({ KNOWLEDGE_DIR: knowledge, DATABASE_URL: url });
		const [eager, other] = [person(), person()];
		for (let count = 0; count < 10; count += 1)
			expectPrivately(
				await discord.slash('suggest', { suggestion: `Report ${count}` }, { user: eager }),
				/^Sent to the moderators/,
			);
		expectPrivately(await discord.slash('suggest', { suggestion: 'One more' }, { user: eager }), /^Too many at once/);
		expectPrivately(
			await discord.forge.submit('?|report|', { text: 'One more' }, { user: eager }),
			/^Too many at once/,
		);
		expect(await runSql(url, `select id from proposals where reason = 'One more'`)).toEqual([]);
		expectPrivately(await discord.slash('suggest', { suggestion: 'Mine' }, { user: other }), /^Sent to the moderators/);
	}, 60_000);

	it('is refused to who is no moderator and tries all the same, and Telegram is not asked about them any more', async () => {
		const telegram = await onTelegram.newTelegram();
		const group = telegram.group({ title: 'Moderators' });
		const bot = onTelegram.startFor(telegram, {
			KNOWLEDGE_DIR: knowledge,
			TELEGRAM_MODERATOR_CHAT: String(group.id),
		});
		await bot.ready();
		const chat = telegram.privateChat();
		for (let count = 0; count < 60; count += 1)
			expect(visibleText(await chat.say('/review'))).toMatch(/^For moderators only/);
		const asked = () => telegram.requests.filter(({ method }) => method === 'getChatMember').length;
		const before = asked();
		for (let count = 0; count < 5; count += 1) expect(visibleText(await chat.say('/review'))).toMatch(TOO_MANY);
		expect(asked()).toBe(before);
	}, 60_000);

	it('is not used up for the moderators by the members of their channel', async () => {
		const { discord } = await newModeratedBot({ KNOWLEDGE_DIR: knowledge });
		for (let members = 0; members < 6; members += 1) {
			const user = person();
			for (let count = 0; count < 60; count += 1)
				expectPrivately(await discord.forge.press('!|approve|1|1', { user }), /^For moderators only/);
			expectPrivately(await discord.forge.press('!|approve|1|1', { user }), TOO_MANY);
		}
		expectPrivately(await discord.forge.slash('review', {}, { user: ada }), /^Nothing is waiting/);
	}, 60_000);

	onPostgres(() => {
		it('is refused by all processes together', async () => {
			const url = await freshDatabase('postgres');
			const environment = { KNOWLEDGE_DIR: knowledge, QUESTIONS_PER_MINUTE: '5', DATABASE_URL: url };
			const [one, two] = await Promise.all([newModeratedBot(environment), newModeratedBot(environment)]);
			const eager = person();
			const ask = ({ discord }: { discord: Discord }, user = eager) =>
				discord.slash('ask', { question: QUESTION }, { user });
			for (const process of [one, two, one, two, one]) expect((await ask(process)).ephemeral).toBe(false);
			for (const process of [two, one, two]) expectPrivately(await ask(process), TOO_MANY);
			for (const process of [one, two]) expect((await ask(process, person())).ephemeral).toBe(false);
			const report = ({ discord }: { discord: Discord }) =>
				discord.slash('suggest', { suggestion: 'A report' }, { user: eager });
			for (let count = 0; count < 5; count += 1)
				for (const process of [one, two]) expectPrivately(await report(process), /^Sent to the moderators/);
			for (const process of [one, two]) expectPrivately(await report(process), /^Too many at once/);
			const kept = await runSql(url, 'select key from limits');
			expect(kept.length).toBeGreaterThan(0);
			expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${eager.id}|${one.discord.channelId}`));
		}, 60_000);
	});
});
