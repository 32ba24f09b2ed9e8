/** What must not get out: secrets and people's words into the logs, and the inside of the program into messages. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { eachDatabase, freshDatabase, onPostgres, runSql } from '../../support/databases.ts';
import { textOf } from '../../support/discord/act/controls.ts';
import { person } from '../../support/discord/people.ts';
import { writeSmallKnowledge } from '../../support/small-knowledge.ts';
import { eventually, newDiscord, nothingAmiss, startFor } from '../discord-bot.ts';
import * as onTelegram from '../telegram-bot.ts';
import { expectNothingInside } from './attacks.ts';
import {
	actingAs,
	ada,
	ben,
	environmentOf,
	expectPrivately,
	following,
	newModeratedBot,
	read,
} from './discord-moderators.ts';

const FAILED =
	/^That did not work\nSomething went wrong here, and nothing was changed\. Please try again in a moment\./;
/** What nobody else is told. */
const WORDS = 'Confidential 7731 of a member';

const knowledge = writeSmallKnowledge();
afterAll(() => rmSync(knowledge, { recursive: true }));
afterAll(nothingAmiss);
afterAll(onTelegram.nothingAmiss);

eachDatabase((name) => {
	it('no message holds a key or the id of anyone else, however a proposal goes', async () => {
		const url = await freshDatabase(name);
		const [discord, telegram] = await Promise.all([newDiscord(), onTelegram.newTelegram()]);
		const group = telegram.group({ title: 'Moderators' });
		const bot = startFor(discord, {
			...environmentOf(discord),
			DATABASE_URL: url,
			KNOWLEDGE_DIR: knowledge,
			TELEGRAM_BOT_TOKEN: telegram.token,
			TELEGRAM_API_URL: telegram.apiUrl,
			TELEGRAM_MODERATOR_CHAT: String(group.id),
		});
		await bot.ready();
		const author = actingAs(discord, ada);
		const reviewer = actingAs(discord, ben);
		const member = person({ username: 'cleo', globalName: 'Cleo' });
		await discord.slash('suggest', { suggestion: WORDS }, { user: member });
		const opened = await author.command('propose', { what: 'change', entry: 'ru-mining' });
		const draft = await author.fill(opened, { title: 'Another title' });
		const shown = await author.press(draft.message, 'Preview');
		const [, summary] = await following(discord, shown, 2);
		if (!summary) throw new Error('no summary was shown');
		await author.fill(await author.press(summary, 'Send for review'), { reason: 'Better.' });
		const onPhone = telegram.user({ firstName: 'Dora' });
		group.promote(onPhone);
		const chat = telegram.privateChat({ user: onPhone });
		await chat.say('/review 2');
		await reviewer.command('review', { number: '1' });
		await discord.forge.submit('?|ask|2|1', { note: 'Why?' }, { user: ben });
		await reviewer.command('review', { number: '2' });
		await chat.forgePress(await chat.say('/review 2'), '!|approve|2|2');
		await discord.forge.submit('?|reject|1|1', { note: 'No.' }, { user: ben });
		await author.command('history', { entry: 'ru-mining' });
		await eventually(() => discord.directMessages(member)[0]);

		const people = await runSql(url, 'select key, platform_id as id from people');
		expect(people.length).toBeGreaterThanOrEqual(4);
		const texts = [
			...[...discord.messages, ...discord.posts, ...discord.directMessages(member), ...discord.directMessages(ada)].map(
				textOf,
			),
			...telegram.requests.map(({ params }) => String(params.text ?? '')),
		].join('\n');
		expect(texts).toContain('Another title');
		for (const { key, id } of people) {
			expect(texts).not.toContain(String(key));
			expect(texts).not.toContain(String(id));
		}
		expect(bot.output).not.toContain(WORDS);
		expect(bot.output).not.toMatch(/Another title|Better\.|Cleo|Dora/);
	}, 60_000);
});

describe('when the database fails', () => {
	it('people are told so without a word of how it is made, and the log without a word of theirs', async () => {
		const url = await freshDatabase('sqlite');
		const { discord, bot } = await newModeratedBot({ DATABASE_URL: url, KNOWLEDGE_DIR: knowledge });
		await runSql(url, 'alter table proposals rename to gone');
		const suggested = await discord.slash('suggest', { suggestion: WORDS }, { user: person() });
		expectPrivately(suggested, FAILED);
		const reviewed = await actingAs(discord, ada).command('review');
		expectPrivately(reviewed, FAILED);
		for (const reply of [suggested, reviewed])
			expectNothingInside(read(reply.message).replace('Something went wrong', ''));
		expect(bot.stderr).toContain('an answer could not be made');
		expect(bot.output).not.toContain(WORDS);
	}, 60_000);

	onPostgres(() => {
		it('and says what it would not take, that stays in the database', async () => {
			const url = new URL(await freshDatabase('postgres'));
			url.password = 'pass-word/7731';
			const { discord, bot } = await newModeratedBot({ DATABASE_URL: url.href, KNOWLEDGE_DIR: knowledge });
			await runSql(url.href, `alter table proposals add constraint no_reports check (kind <> 'report')`);
			const suggested = await discord.slash('suggest', { suggestion: WORDS }, { user: person() });
			expectPrivately(suggested, FAILED);
			expectNothingInside(read(suggested.message).replace('Something went wrong', ''));
			expect(bot.stderr).toContain('an answer could not be made');
			expect(bot.output).not.toContain(WORDS);
			await runSql(url.href, 'alter table proposals rename to gone');
			expectPrivately(await actingAs(discord, ada).command('review'), FAILED);
			const database = url.pathname.slice(1);
			await runSql(
				new URL('/postgres', url).href,
				`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
			);
			await actingAs(discord, ada).command('review');
			expect(bot.output).not.toMatch(/pass-word|7731/);
		}, 60_000);

		it.each([
			['before the host', (url: URL) => Object.assign(url, { password: 'se cret%2Fword' }).href],
			['among the parameters', (url: URL) => `${url.href}?password=se%20cret`],
		])(
			'a password that stands %s is in no log',
			async (_where, withPassword) => {
				const url = withPassword(new URL(await freshDatabase('postgres')));
				const { bot } = await newModeratedBot({ DATABASE_URL: url, KNOWLEDGE_DIR: knowledge });
				await bot.stop();
				expect(bot.output).not.toMatch(/se(?: |%20|\+)cret/);
			},
			60_000,
		);
	});
});
