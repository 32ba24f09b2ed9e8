/** Texts that mean harm in every field of every form: kept or refused in plain words, and inert wherever they are shown. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordFinder } from '../../../src/core/knowledge/apply-changes.ts';
import { checkRecords } from '../../../src/core/knowledge/check.ts';
import { factSchema, personSchema, sourceSchema, statementSchema } from '../../../src/core/knowledge/schema.ts';
import { loadKnowledge } from '../../../src/files/load.ts';
import { mergePublished, readChanges } from '../../../src/moderation/published.ts';
import type { BotProcess } from '../../support/bot-process.ts';
import { eachDatabase, freshDatabase, runSql, testStore } from '../../support/databases.ts';
import { buttonsOf } from '../../support/discord/act/controls.ts';
import { fieldsOf } from '../../support/discord/act/fill-modal.ts';
import type { Reply } from '../../support/discord/act/reply.ts';
import type { Message } from '../../support/discord/message-store.ts';
import { type Person, person } from '../../support/discord/people.ts';
import type { Discord } from '../../support/discord/server.ts';
import { writeSmallKnowledge } from '../../support/small-knowledge.ts';
import type { Telegram } from '../../support/telegram/server.ts';
import type { TestGroup } from '../../support/telegram/test-group.ts';
import * as onDiscord from '../discord-bot.ts';
import * as onTelegram from '../telegram-bot.ts';
import { expectNothingInside } from './attacks.ts';
import { ada, environmentOf, expectPrivately, following, read } from './discord-moderators.ts';
import { asSeen, LONG_TEXTS, PLAIN_TEXTS, readInert, readInertOnTelegram, UNSEEN_TEXTS } from './hostile-texts.ts';

const knowledge = writeSmallKnowledge();
afterAll(() => rmSync(knowledge, { recursive: true }));
afterAll(onDiscord.nothingAmiss);
afterAll(onTelegram.nothingAmiss);

/** An address that is hard to write into markup, and right. */
const SOURCE = 'https://example.org/law_(1)?a=1&b=%22*2*#c';
const DRAFTS = ['add-fact', 'add-statement', 'change', 'supersede', 'correct', 're-verify', 'word'];

eachDatabase((name) => {
	let url: string;
	let discord: Discord;
	let telegram: Telegram;
	let bot: BotProcess;
	/** The moderators' group on Telegram. */
	let group: TestGroup;

	const moderator = (): Person => person({ roles: ada.roles, globalName: 'Moderator' });
	const member = (): Person => person({ globalName: 'Member' });

	beforeAll(async () => {
		url = await freshDatabase(name);
		[discord, telegram] = await Promise.all([onDiscord.newDiscord(), onTelegram.newTelegram()]);
		group = telegram.group({ title: 'Moderators' });
		bot = onDiscord.startFor(discord, {
			...environmentOf(discord),
			DATABASE_URL: url,
			KNOWLEDGE_DIR: knowledge,
			TELEGRAM_BOT_TOKEN: telegram.token,
			TELEGRAM_API_URL: telegram.apiUrl,
			TELEGRAM_MODERATOR_CHAT: String(group.id),
		});
		await bot.ready();
	}, 60_000);

	// So much in a second is more than Discord takes; the bot waits and tells it again.
	afterAll(() => {
		const others = discord.violations.filter((violation) => !violation.includes(': 429 '));
		discord.violations.splice(0, discord.violations.length, ...others);
	});

	/** What a moderator does in a channel of its own. */
	function newModerator() {
		const user = moderator();
		const who = { user, channelId: discord.places.addChannel() };
		const send = (id: string, fields: Record<string, string | string[]>) => discord.forge.submit(id, fields, who);
		return {
			user,
			command: (command: string, options: Record<string, string> = {}) => discord.forge.slash(command, options, who),
			press: (id: string) => discord.forge.press(id, who),
			send,
			/** Begins a draft; gives its id. */
			begin: async (kind: string): Promise<string> => {
				const entry = ['add-fact', 'add-statement', 'word'].includes(kind) ? {} : { entry: 'ru-mining' };
				const options = kind === 'add-fact' ? { country: 'Iran', topic: 'tax' } : entry;
				const opened = await discord.forge.slash('propose', { what: kind, ...options }, who);
				return opened.modal.custom_id.split('|')[2] ?? '';
			},
			/** Fills in all of a draft: what is not given for a field is `rest`. Gives the last reply. */
			fillIn: async (draft: string, values: Record<string, string>, rest: string): Promise<Reply> => {
				let last: Reply | undefined;
				for (let step = 0; step < 4; step += 1) {
					const opened = await discord.forge.press(`?|step|${draft}|${step}`, who);
					if (opened.type !== 9) break;
					const names = fieldsOf(opened.modal).map(({ customId }) => customId);
					const entered = names.map((field): [string, string] => [field, values[field] ?? rest]);
					last = await send(`?|step|${draft}|${step}`, Object.fromEntries(entered));
				}
				if (!last) throw new Error('the draft has no steps');
				return last;
			},
		};
	}

	const proposalIn = (reply: Reply): string => /Proposal (\d+)/.exec(read(reply.message))?.[1] ?? '';

	/** The notice of a proposal in the moderators' channel, and in their group. */
	async function noticesOf(number: string): Promise<[Message, string]> {
		const title = new RegExp(`^(?:Proposal|Report) #${number}(?: · |\n)`);
		const inChannel = await onDiscord.eventually(() =>
			discord.messagesIn(discord.channelId).find((message) => title.test(read(message))),
		);
		const inGroup = await onTelegram.eventually(() =>
			onTelegram.saidIn(group).find((message) => title.test(message.text ?? '')),
		);
		return [inChannel, readInertOnTelegram(inGroup)];
	}

	describe.each([...PLAIN_TEXTS, ...UNSEEN_TEXTS, ...LONG_TEXTS])('%s in every field of a draft', (_, text) => {
		const isPlain = /^[^\p{Cc}\p{Cf}\p{Cs}]*$/u.test(text);

		it.each(DRAFTS)('%s is kept as typed, and what is wrong is said of its field', async (kind) => {
			const author = newModerator();
			const draft = await author.begin(kind);
			const labels = new Map<string, string>();
			for (let step = 0; step < 4; step += 1) {
				const opened = await author.press(`?|step|${draft}|${step}`);
				if (opened.type === 9) for (const { customId, label } of fieldsOf(opened.modal)) labels.set(customId, label);
			}
			const reply = await author.fillIn(draft, {}, text);
			expect(reply.ephemeral).toBe(true);
			const shown = readInert(reply.message);
			expectNothingInside(shown);
			expect(shown).toContain('Please put right');
			for (const field of ['title', 'claim', 'said', 'evidence', 'occasion', 'source_title', 'source_publisher']) {
				const label = labels.get(field);
				if (label === undefined || !shown.includes(`\n${label}: `)) continue;
				const said = shown.split(`\n${label}: `)[1]?.split('\n')[0];
				expect(said).toMatch(isPlain ? /^must be at most|^is missing/ : /^must be (plain text without|at most)/);
			}
			const [row] = await runSql(url, `select data from drafts where id = '${draft}'`);
			const { fields } = JSON.parse(String(row?.data)) as { fields: Record<string, string> };
			for (const field of labels.keys()) expect(text.toWellFormed()).toContain(fields[field]?.toWellFormed());
			// It is offered again as it was typed, and cannot be sent.
			for (let step = 0; step < 4; step += 1) await author.press(`?|step|${draft}|${step}`);
			const sent = await author.send(`?|send|${draft}`, { reason: text });
			expect(readInert(sent.message)).toContain('Please put right');
			expect(
				await runSql(url, `select id from proposals where author = (select author from drafts where id = '${draft}')`),
			).toEqual([]);
		});
	});

	describe.each(PLAIN_TEXTS.map(([what, text], at) => [what, text, at] as const))(
		'an entry made of %s',
		(_, text, at) => {
			const country = ['Japan', 'Brazil', 'Mexico', 'India', 'Singapore', 'Switzerland', 'Belarus', 'Poland', 'Kenya'][
				at
			];
			const title = text.slice(0, 90).trim();

			it('is inert wherever it is shown, from the draft to the answers', async () => {
				const author = newModerator();
				const opened = await author.command('propose', { what: 'add-fact', country: country ?? '', topic: 'mining' });
				const draft = opened.modal.custom_id.split('|')[2] ?? '';
				const values = {
					status: 'banned',
					lead: 'yes',
					title,
					announced: '2024-01-01',
					in_force: '2024-02-02',
					until: '',
					verified: '2026-01-01',
					instrument_number: text.slice(0, 80).trim(),
					instrument_date: '2024',
					sources: '',
					source_language: '',
					source_url: `${SOURCE}${at}`,
					source_published: '2024-01-01',
					source_kind: 'law',
					keywords: text.slice(0, 80),
				};
				const sources = [`${SOURCE}${at}`.replaceAll('(', '%28').replaceAll(')', '%29')];
				const sourcesOnTelegram = [`${SOURCE}${at}`];
				const filled = await author.fillIn(draft, values, text);
				// The law was read today.
				expect(readInert(filled.message)).toContain('Verified on: is before the day its only source was read');
				await author.send(`?|step|${draft}|1`, { verified: '' });
				const preview = await author.press(`!|preview|${draft}`);
				const previewed = [preview.message, ...(await following(discord, preview, 2))];
				expect(previewed.map((message) => readInert(message, sources)).join('\n')).toContain(text);
				const sent = await author.send(`?|send|${draft}`, { reason: text });
				expectPrivately(sent, /^Proposal \d+ is in the queue/);
				expect(readInert(sent.message)).toContain(title);
				const number = proposalIn(sent);

				const [inChannel, inGroup] = await noticesOf(number);
				for (const notice of [readInert(inChannel), inGroup]) expect(notice).toContain(text);

				const reviewer = newModerator();
				const review = await reviewer.command('review', { number });
				expect(readInert(review.message, sources)).toContain(text);
				const onPhone = telegram.user({ firstName: 'Moderator' });
				group.promote(onPhone);
				const chat = telegram.privateChat({ user: onPhone });
				const reviewed = readInertOnTelegram(await chat.say(`/review ${number}`), sourcesOnTelegram);
				expect(reviewed).toContain(title);
				expect(reviewed).toContain(`claim: ${text}`);

				const published = await reviewer.press(`!|approve|${number}|1`);
				expect(readInert(published.message)).toContain(`#${number} is published`);
				const told = await onDiscord.eventually(() =>
					discord.directMessages(author.user).find((message) => read(message).includes('is published')),
				);
				expect(readInert(told)).toContain(title);
				const [record] = await runSql(url, `select subject from revisions where proposal = ${number}`);
				const history = await reviewer.command('history', { entry: String(record?.subject) });
				expect(readInert(history.message, sources)).toContain(text);

				const question = `Is mining legal in ${country}?`;
				const answer = await discord.slash(
					'ask',
					{ question },
					{ user: member(), channelId: discord.places.addChannel() },
				);
				expect(readInert(answer.message, sources)).toContain(text);
				const listed = buttonsOf(answer.message).find(({ label }) => label === 'Sources');
				const cited = await discord.press(
					answer.message.id,
					listed?.custom_id ?? '',
					answer.interaction.person as Person,
				);
				expect(readInert(cited.message, sources)).toContain(text);
				const answered = await telegram.privateChat().say(question);
				expect(readInertOnTelegram(answered, sourcesOnTelegram)).toContain(text);
			});
		},
	);

	it('a statement by someone whose name means harm is inert, too', async () => {
		for (const [at, [, text]] of PLAIN_TEXTS.entries()) {
			const speaker = text.slice(0, 80).trim();
			const author = newModerator();
			const draft = await author.begin('add-statement');
			const values = {
				speaker: `new: ${speaker}`,
				date: '2025',
				form: 'quote',
				title: text.slice(0, 90).trim(),
				topics: 'tax',
				jurisdictions: 'Iran',
				verified: '',
				sources: '',
				source_language: '',
				source_url: `https://example.org/statement/${at}`,
				source_published: '',
				source_kind: 'news',
				translated_by: speaker,
				keywords: '',
			};
			const filled = await author.fillIn(draft, values, text);
			expect(readInert(filled.message)).not.toContain('Please put right');
			const sent = await author.send(`?|send|${draft}`, { reason: text });
			const number = proposalIn(sent);
			const reviewer = newModerator();
			const sources = [`https://example.org/statement/${at}`];
			expect(readInert((await reviewer.command('review', { number })).message, sources)).toContain(speaker);
			await reviewer.press(`!|approve|${number}|1`);
		}
		const question = 'Who said what on tax in Iran?';
		const sources = PLAIN_TEXTS.map((_, at) => `https://example.org/statement/${at}`);
		const answer = await discord.slash('ask', { question }, { user: member(), channelId: discord.places.addChannel() });
		expect(readInert(answer.message, sources)).toContain(PLAIN_TEXTS[0]?.[1].slice(0, 40));
		readInertOnTelegram(await telegram.privateChat().say(question), sources);
	});

	it.each([
		['place', 'Iran'],
		['topic-term', 'mining'],
		['topic-word', 'mining'],
	])('a word for a %s that means harm is inert, and questions are understood as before', async (kind, target) => {
		const question = 'Is mining legal in Iran?';
		const ask = async () => {
			const who = { user: member(), channelId: discord.places.addChannel() };
			return read((await discord.slash('ask', { question }, who)).message);
		};
		const before = await ask();
		for (const [, text] of PLAIN_TEXTS) {
			const word = text.slice(0, 60).trim();
			const author = newModerator();
			const draft = await author.begin('word');
			const values = { word_kind: [kind], target, word, language: 'en' };
			expect(readInert((await author.send(`?|step|${draft}|0`, values)).message)).toContain(word);
			const sent = await author.send(`?|send|${draft}`, { reason: text });
			const number = proposalIn(sent);
			const reviewer = newModerator();
			expect(readInert((await reviewer.command('review', { number })).message)).toContain(word);
			expect(readInert((await reviewer.press(`!|approve|${number}|1`)).message)).toContain('is published');
			const asked = await discord.slash(
				'ask',
				{ question: word },
				{ user: member(), channelId: discord.places.addChannel() },
			);
			readInert(asked.message, [
				'https://example.org/IR/law',
				'https://example.org/CN/law',
				'https://example.org/RU/law',
			]);
		}
		expect(await ask()).toBe(before);
	});

	describe.each([...PLAIN_TEXTS, ...UNSEEN_TEXTS, ...LONG_TEXTS])('%s in the words of people', (_, text) => {
		const seen = asSeen(text).trim();
		// Beside lines of the bot's own it stays in one.
		const beside = seen.replace(/\s+/g, ' ');

		it('in a report, the reason to close it and the notices of both is shown as typed, and is inert', async () => {
			const user = member();
			const who = { user, channelId: discord.places.addChannel() };
			const sent = await discord.forge.submit('?|report|', { text }, who);
			expectPrivately(sent, /^Sent to the moderators/);
			const number = /number (\d+)/.exec(read(sent.message))?.[1] ?? '';
			const [inChannel, inGroup] = await noticesOf(number);
			for (const notice of [readInert(inChannel), inGroup]) expect(notice).toContain(seen);
			const reviewer = newModerator();
			expect(readInert((await reviewer.command('review', { number })).message)).toContain(seen);
			expect(readInert((await reviewer.send(`?|reject|${number}|1`, { note: text })).message)).toContain('is closed');
			const told = await onDiscord.eventually(() => discord.directMessages(user)[0]);
			expect(readInert(told)).toContain(`closed your report ${number}: ${seen}`);
		});

		it('in /suggest on Telegram is shown as typed, and is inert', async () => {
			if (!/\S/.test(text) || text.includes('\0')) return;
			const chat = telegram.privateChat({ firstName: 'Member' });
			const sent = readInertOnTelegram(await chat.say(`/suggest ${text}`));
			expect(sent).toMatch(/^(Sent to the moderators|Please check this)/);
			const number = /number (\d+)/.exec(sent)?.[1];
			if (number === undefined) return;
			const [inChannel] = await noticesOf(number);
			readInert(inChannel);
		});

		it('in the reason, the request for a change and the decision on a proposal is inert', async () => {
			const author = newModerator();
			const reviewer = newModerator();
			const opened = await author.command('propose', { what: 'retire', entry: 'cn-mining' });
			const sent = await author.send(opened.modal.custom_id, { reason: text });
			const number = proposalIn(sent);
			const [inChannel, inGroup] = await noticesOf(number);
			for (const notice of [readInert(inChannel), inGroup]) expect(notice).toContain(seen);
			const asked = await reviewer.send(`?|ask|${number}|1`, { note: text });
			expect(readInert(asked.message)).toContain('is back with its author');
			const told = await onDiscord.eventually(() => discord.directMessages(author.user)[0]);
			expect(readInert(told)).toContain(seen);
			const shown = readInert((await reviewer.command('review', { number })).message, ['https://example.org/CN/law']);
			expect(shown.split(beside.slice(0, 60)).length).toBeGreaterThan(2);
			expect(readInert((await author.press(`!|reopen|${number}`)).message)).toContain('Draft: Retire');
			await reviewer.send(`?|reject|${number}|2`, { note: text });
		});

		it('in the reason why an answer did not help is inert', async () => {
			const user = member();
			const who = { user, channelId: discord.places.addChannel() };
			const answer = await discord.slash('ask', { question: 'Is mining legal in Iran?' }, who);
			const unhelpful = buttonsOf(answer.message).find(({ label }) => label?.includes('Not helpful'));
			const keys = unhelpful?.custom_id?.split('|')[2];
			await discord.press(answer.message.id, unhelpful?.custom_id ?? '', user);
			expect((await discord.forge.submit(`?|reason|${keys}`, { text }, who)).ephemeral).toBe(true);
			const author = newModerator();
			const opened = await author.command('propose', { what: 'retire', entry: 'ir-mining' });
			const sent = await author.send(opened.modal.custom_id, { reason: 'x' });
			const review = await newModerator().command('review', { number: proposalIn(sent) });
			expect(readInert(review.message, ['https://example.org/IR/law'])).toContain(
				`Not helpful: ${beside.slice(0, 150)}`,
			);
		});
	});

	describe('what the checker refuses cannot be sent', () => {
		const future = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
		it.each([
			['source_url', 'javascript:alert(1)', 'Address: must be an https address'],
			['source_url', 'http://example.org/', 'Address: must be an https address'],
			['source_url', 'data:text/html,x', 'Address: must be an https address'],
			['source_url', 'https://', 'Address: must be an https address'],
			['source_url', 'https:example.org', 'Address: must be an https address'],
			['source_url', '//example.org', 'Address: must be an https address'],
			['source_url', 'https://example.org/<script>', 'Address: must have quotes, blanks and brackets percent-encoded'],
			['source_url', 'https://example.org/\u202egpj', 'Address: must have quotes, blanks and brackets percent-encoded'],
			['source_title', '', 'Title of the page: is missing; add it'],
			['source_kind', 'gossip', 'Kind: must be one of law, regulator'],
			['source_published', '2024-02-30', 'Published: must be a date that exists'],
			['source_published', '<b>x', 'Published: must be a date that exists'],
			['source_published', future, `Published: "${future}" is later than "accessed"`],
			['source_language', 'xx1', undefined],
			['source_language', '11', 'Language of the new source: must be an ISO 639-1 code'],
			['sources', 'no-such-source', 'Sources it keeps: “no-such-source” '],
			['sources', 'ru-mining', 'Sources it keeps: “ru-mining” '],
			['sources', '__proto__', 'Sources it keeps: “__proto__” '],
			['status', 'splendid', 'Status: "splendid" is no status of tax; choose one of'],
			['verified', future, `Verified on: is in the future`],
			['verified', '2026-02-30', 'Verified on: must be a day that exists'],
			['verified', '2026', 'Verified on: must be a day that exists'],
			['announced', future, `Announced: "${future}" is later than "verified"`],
			['in_force', '2024-13', 'In force since: must be a date that exists'],
			['in_force', "'; --", 'In force since: must be a date that exists'],
			['until', '1999', 'In force until: "1999" is before the fact begins'],
			['instrument_date', '2024-00', 'Its date: must be a date that exists'],
			['instrument_number', '221-FZ', 'Law or notice: is missing; add it'],
			['title', '', 'Title: must not be empty'],
			['evidence', '\u200b', 'Evidence: must be plain text without control or invisible characters'],
			['keywords', `x, ${'y'.repeat(81)}`, 'Keywords: must be at most 80 characters'],
			['keywords', 'a\u202eb', 'Keywords: must be plain text without control or invisible characters'],
		] as const)('%s: %s', async (field, value, message) => {
			const author = newModerator();
			const draft = await author.begin('add-fact');
			const good = {
				status: 'taxed',
				lead: 'no',
				title: 'A title',
				claim: 'A claim.',
				announced: '2024',
				in_force: '2024-02',
				verified: '',
				evidence: 'The page says so.',
				source_url: 'https://example.org/good',
				source_title: 'A page',
				source_publisher: 'A publisher',
				source_kind: 'news',
			};
			const filled = await author.fillIn(draft, { ...good, [field]: value }, '');
			const sent = await author.send(`?|send|${draft}`, { reason: 'It should be known.' });
			if (message === undefined) {
				// A form takes no more than its field holds.
				expectPrivately(sent, /^Proposal \d+ is in the queue/);
				return;
			}
			expect(readInert(filled.message)).toContain(message);
			expect(readInert(sent.message)).toContain(message);
			expect(readInert((await author.press(`!|preview|${draft}`)).message)).toContain(message);
		});

		it('a text that is longer than its field is cut, and no character with it', async () => {
			const author = newModerator();
			const draft = await author.begin('change');
			await author.send(`?|step|${draft}|0`, { claim: '🙂'.repeat(5_000), title: 'x'.repeat(5_000) });
			const [row] = await runSql(url, `select data from drafts where id = '${draft}'`);
			const { fields } = JSON.parse(String(row?.data));
			expect(fields.claim).toBe('🙂'.repeat(240));
			expect(fields.title).toBe('x'.repeat(90));
		});

		it.each([
			['place', 'Iran', 'x\u202ey', 'The word: must be plain text'],
			['place', 'Iran', '!!!', 'The word: must hold a letter or a digit'],
			['place', 'Iran', '', 'The word: must not be empty'],
			['place', 'Atlantis', 'x', 'Which one: names no jurisdiction'],
			['place', '__proto__', 'x', 'Which one: names no jurisdiction'],
			['constructor', 'Iran', 'x', 'What it names: must be place, actor'],
			['topic-term', 'mining', 'mining', 'The word: is known already'],
			['topic-word', '<b>', 'x', 'Which one: names no topic'],
		])('a word for a %s %s: %s', async (kind, target, word, message) => {
			const author = newModerator();
			const draft = await author.begin('word');
			const filled = await author.send(`?|step|${draft}|0`, { word_kind: [kind], target, word, language: '' });
			expect(readInert(filled.message)).toContain(message);
			const sent = await author.send(`?|send|${draft}`, { reason: 'People say so.' });
			expect(readInert(sent.message)).toContain(message);
		});

		it('so that all that was published passes it', async () => {
			const store = await testStore(name, url);
			const shipped = loadKnowledge(knowledge);
			expect(shipped.problems).toEqual([]);
			const revisions = await store.revisions.after(0);
			expect(revisions.length).toBeGreaterThanOrEqual(5 * PLAIN_TEXTS.length);
			const { records, conflicts } = mergePublished(shipped, revisions);
			expect(conflicts).toEqual([]);
			expect(checkRecords(records, new Date().toISOString().slice(0, 10))).toEqual([]);
			const schemas = { fact: factSchema, statement: statementSchema, source: sourceSchema, person: personSchema };
			const find = recordFinder(records);
			for (const change of revisions.flatMap(readChanges)) {
				if (change.type === 'word') continue;
				const { jurisdiction: _place, ...record } = { jurisdiction: '', ...(find(change) as object) };
				expect(schemas[change.type].safeParse(record).error).toBeUndefined();
			}
		});
	});

	it('no log holds what people have said, nor their names', () => {
		expect(bot.output).not.toMatch(/DROP TABLE|evil\.com|spoiler|Moderator"|Member"/);
		expect(bot.output).not.toContain('"level":50');
	});
});
