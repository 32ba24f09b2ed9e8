/** Moderators who forge buttons and forms: what is another's, is not there or makes no sense is refused, and nothing changes. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../commands/index.ts';
import { eachDatabase, freshDatabase, runSql } from '../../support/databases.ts';
import type { Circumstances } from '../../support/discord/act/circumstances.ts';
import type { Reply } from '../../support/discord/act/reply.ts';
import { person } from '../../support/discord/people.ts';
import type { Discord } from '../../support/discord/server.ts';
import { writeSmallKnowledge } from '../../support/small-knowledge.ts';
import type { User } from '../../support/telegram/objects.ts';
import type { Telegram } from '../../support/telegram/server.ts';
import { nothingAmiss } from '../discord-bot.ts';
import * as onTelegram from '../telegram-bot.ts';
import { expectNothingInside, ODD_ARGUMENTS, SQL, settledContentsOf, withoutPeople } from './attacks.ts';
import { actingAs, ada, ben, expectPrivately, newModeratedBot, read } from './discord-moderators.ts';

const ENTRY = 'ru-mining';
/** Stands in Ada's draft alone. */
const SECRET = 'Confidential 7731';

const knowledge = writeSmallKnowledge();
afterAll(() => rmSync(knowledge, { recursive: true }));
afterAll(nothingAmiss);
afterAll(onTelegram.nothingAmiss);

const BUTTONS = COMMANDS.flatMap(({ buttons = {} }) => Object.keys(buttons));
const FORMS = COMMANDS.flatMap(({ forms = {} }) => Object.keys(forms));

eachDatabase((name) => {
	let url: string;
	let discord: Discord;
	/** Ada's: not sent yet. */
	let draft: string;

	/** Another moderator in another channel every so often, so that no limit is met. */
	let used = 0;
	let current: Circumstances = {};
	const someModerator = (): Circumstances => {
		if (used % 40 === 0) current = { user: person({ roles: ada.roles }), channelId: discord.places.addChannel() };
		used += 1;
		return current;
	};
	const press = (...parts: readonly (string | number)[]) => discord.forge.press(parts.join('|'), someModerator());
	const send = (id: readonly (string | number)[], fields: Parameters<Discord['forge']['submit']>[1] = {}) =>
		discord.forge.submit(id.join('|'), fields, someModerator());

	beforeAll(async () => {
		url = await freshDatabase(name);
		({ discord } = await newModeratedBot({ DATABASE_URL: url, KNOWLEDGE_DIR: knowledge }));
		const author = actingAs(discord, ada);
		await author.fill(await author.command('propose', { what: 'retire', entry: 'cn-mining' }), { reason: 'Number 1.' });
		await author.fill(await author.command('propose', { what: 'retire', entry: 'ir-mining' }), { reason: 'Number 2.' });
		const opened = await author.command('propose', { what: 'change', entry: ENTRY });
		await author.fill(opened, { claim: SECRET });
		draft = opened.modal.custom_id.split('|')[2] ?? '';
		await actingAs(discord, ben).command('review');
	}, 60_000);

	async function kept() {
		return withoutPeople(await settledContentsOf(url));
	}

	/** The replies are for the forger alone, say what is wrong in words, and have changed nothing. */
	async function expectHarmless(attack: () => Promise<Reply[]>, text: RegExp): Promise<void> {
		const before = await kept();
		const replies = await attack();
		expect(replies.length).toBeGreaterThan(0);
		for (const reply of replies) {
			expect(reply.type).toBe(4);
			expectPrivately(reply, text);
			expectNothingInside(read(reply.message));
			expect(read(reply.message)).not.toContain(SECRET);
		}
		expect(await kept()).toEqual(before);
	}

	const NO_DRAFT = /^That did not work\nThere is no such draft of yours any more\. \/propose begins a new one\./;

	describe("another moderator's draft", () => {
		it.each([
			['show', (id: string) => press('!', 'draft', id)],
			['preview', (id: string) => press('!', 'preview', id)],
			['discard', (id: string) => press('!', 'discard', id)],
			['open', (id: string) => press('?', 'step', id, 0)],
			['open the last step of', (id: string) => press('?', 'step', id, 3)],
			['fill in', (id: string) => send(['?', 'step', id, 0], { claim: 'Ben was here.', title: 'Ben' })],
			['ask to send', (id: string) => press('?', 'send', id)],
			['send', (id: string) => send(['?', 'send', id], { reason: 'I like it.' })],
		])('nobody else can %s', async (_what, attack) => {
			await expectHarmless(async () => [await attack(draft)], NO_DRAFT);
		});

		it('is no other’s by its id in another form either', async () => {
			const ids = [
				draft.toUpperCase(),
				` ${draft}`,
				`${draft} `,
				draft.slice(1),
				`${draft}%`,
				'%',
				'_'.repeat(12),
				SQL,
			];
			const attack = async () => {
				const replies: Reply[] = [];
				for (const id of [...ids, ...ODD_ARGUMENTS.filter((odd) => !/[\p{Cc}\p{Cs}]/u.test(odd))])
					for (const verb of ['draft', 'preview', 'discard']) replies.push(await press('!', verb, id));
				return replies;
			};
			await expectHarmless(attack, NO_DRAFT);
		});

		it('does not come back to whoever is not its author', async () => {
			await expectHarmless(async () => [await press('!', 'reopen', 1), await press('!', 'reopen', 2)], NO_DRAFT);
		});
	});

	describe('a step of a draft', () => {
		const byAda = () => ({ user: ada, channelId: discord.places.addChannel() });

		it.each(['4', '-1', '0.5', '1e309', 'NaN', 'length', '__proto__', '99999999999999999999'])(
			'that there is not is neither opened nor filled in: %s',
			async (step) => {
				const attack = async () => [
					await discord.forge.press(`?|step|${draft}|${step}`, byAda()),
					await discord.forge.submit(`?|step|${draft}|${step}`, { claim: 'x' }, byAda()),
				];
				await expectHarmless(attack, NO_DRAFT);
			},
		);

		it('takes only its own fields, as text, and those that are missing stay as they were', async () => {
			const fieldsOf = async () => {
				const [row] = await runSql(url, `select data from drafts where id = '${draft}'`);
				return JSON.parse(String(row?.data)).fields as Record<string, string>;
			};
			const before = await fieldsOf();
			const forged = {
				sources: 'cn-src-law',
				proposal: '1',
				gap: '1',
				kind: 'word',
				__proto__: 'x',
				constructor: 'x',
				toString: 'x',
				verified: '2026-01-01',
				status: ['banned', 'legal'],
			};
			const reply = await discord.forge.submit(`?|step|${draft}|0`, forged, byAda());
			expectPrivately(reply, /^Draft: Change an entry/);
			expect(await fieldsOf()).toEqual({ ...before, status: 'banned' });
			await discord.forge.submit(`?|step|${draft}|0`, { status: before.status ?? '' }, byAda());
			for (const odd of [[], [{ type: 18, id: 1 }], [{ type: 1, id: 1, components: [] }], [{ type: 10, id: 1 }]])
				await discord.forge.submit(`?|step|${draft}|0`, odd, byAda());
			expect(await fieldsOf()).toEqual(before);
		});

		it('takes no value that is none of its choices: it says so, and the draft cannot be sent', async () => {
			const before = await runSql(url, 'select id from proposals');
			for (const [field, value, message] of [
				['status', 'splendid', /Status: "splendid" is no status of mining; choose one of .*banned/],
				['status', '<b>', /Status: must be 2 to 40 characters of a-z, 0-9 and "-"/],
				['status', '__proto__', /Status: must be 2 to 40 characters/],
				['lead', 'maybe', /stand for the topic here\?: must be yes or no/],
			] as const) {
				const reply = await discord.forge.submit(`?|step|${draft}|0`, { [field]: [value] }, byAda());
				expectPrivately(reply, message);
				const sent = await discord.forge.submit(`?|send|${draft}`, { reason: 'Because.' }, byAda());
				expectPrivately(sent, message);
				await discord.forge.submit(`?|step|${draft}|0`, { status: ['regulated'], lead: ['yes'] }, byAda());
			}
			expect(await runSql(url, 'select id from proposals')).toEqual(before);
		});
	});

	describe('a proposal', () => {
		it('that there is not is neither shown nor decided', async () => {
			const numbers = ODD_ARGUMENTS.filter((odd) => !/[\p{Cc}\p{Cs}]/u.test(odd));
			const attack = async () => {
				const replies: Reply[] = [];
				for (const number of numbers) {
					replies.push(await press('!', 'review', number));
					replies.push(await press('!', 'beside', number));
					replies.push(await press('!', 'approve', number, 1));
					replies.push(await send(['?', 'reject', number, 1], { note: 'No.' }));
					replies.push(await send(['?', 'ask', number, 1], { note: 'No.' }));
				}
				return replies;
			};
			await expectHarmless(attack, /^There is no such proposal/);
		});

		it('is not shown for what is no number', async () => {
			const numbers = ['-1', '0', '1.0', '1e309', 'NaN', '__proto__', '1 or 1=1', '9999999999', '##1', '１'];
			const attack = async () => {
				const replies: Reply[] = [];
				for (const number of numbers) replies.push(await discord.forge.slash('review', { number }, someModerator()));
				return replies;
			};
			await expectHarmless(attack, /^There is no such proposal/);
		});

		it('is not decided by the version of another, or by one that it never had', async () => {
			const attack = async () => {
				const replies: Reply[] = [];
				for (const version of ODD_ARGUMENTS.filter((odd) => !/[\p{Cc}\p{Cs}]/u.test(odd))) {
					replies.push(await press('!', 'approve', 1, version));
					replies.push(await send(['?', 'reject', 2, version], { note: 'No.' }));
				}
				return replies;
			};
			await expectHarmless(attack, /^#[12] has changed since you saw it\nNothing was decided\. Look at it again\./);
		});

		it('is not approved by who has written it', async () => {
			const attack = async () => [await discord.forge.press('!|approve|1|1', { user: ada })];
			await expectHarmless(attack, /^That is your own proposal\n.*Nothing was changed\./);
		});

		it('is not closed as if it were a report that has been written up', async () => {
			await expectHarmless(async () => [await press('!', 'takeup', 1)], /^There is no such report/);
			for (const odd of ['0', '-1', '1e309', 'NaN', '__proto__', '2147483648'])
				await expectHarmless(async () => [await press('!', 'takeup', odd)], /^There is no such report/);
		});

		it('cannot be decided without a word to its author', async () => {
			const attack = async () => [
				await send(['?', 'reject', 1, 1]),
				await send(['?', 'reject', 1, 1], { note: ' \n\u3000' }),
				await send(['?', 'ask', 1, 1], { nota: 'x', __proto__: 'x' }),
			];
			await expectHarmless(attack, /^Please say why/);
		});
	});

	describe('the history', () => {
		it('of what is no entry is not there', async () => {
			const attack = async () => {
				const replies: Reply[] = [];
				for (const entry of ODD_ARGUMENTS.filter((odd) => odd.trim() !== '')) {
					replies.push(await discord.forge.slash('history', { entry }, someModerator()));
					replies.push(await discord.forge.slash('revert', { entry, version: '1' }, someModerator()));
				}
				return replies;
			};
			await expectHarmless(attack, /^Please check this\nI know no entry called “/);
		});

		it('has only the pages that there are', async () => {
			const pages = ODD_ARGUMENTS.filter((odd) => !/[\p{Cc}\p{Cs}]/u.test(odd));
			const ofEntry = async () => {
				const replies: Reply[] = [];
				for (const page of pages) replies.push(await press('!', 'history', ENTRY, page));
				return replies;
			};
			await expectHarmless(ofEntry, /^History of ru-mining · [\s\S]*Version 1/);
			const lists = async () => {
				const replies: Reply[] = [];
				for (const page of pages) replies.push(await press('!', 'stale', page), await press('!', 'gaps', page));
				return replies;
			};
			await expectHarmless(lists, /^(\d+ entries to check again|Nothing is stale|No gaps)/);
		});

		it('has only the versions that there are to go back to', async () => {
			const attack = async () => {
				const replies: Reply[] = [];
				for (const version of ODD_ARGUMENTS.filter((odd) => !/[\p{Cc}\p{Cs}]/u.test(odd))) {
					replies.push(await press('?', 'revert', ENTRY, version));
					replies.push(await send(['?', 'revert', ENTRY, version], { reason: 'x' }));
				}
				for (const entry of ['__proto__', 'constructor', 'cn-src-law', 'RU-MINING', '%', SQL.replaceAll('|', '')])
					replies.push(await send(['?', 'revert', entry, 1], { reason: 'x' }));
				return replies;
			};
			await expectHarmless(attack, /^There is no such version/);
			const same = async () => [await send(['?', 'revert', ENTRY, 1], { reason: 'x' })];
			await expectHarmless(same, /^The entry is at that version already/);
		});
	});

	describe('a button or form of no known kind', () => {
		const EXPIRED = /^That did not work\nThat button belongs to an answer that is no longer available/;
		const verbs = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', '', ' ', 'approve ', 'APPROVE'];

		it('says that it is no longer there', async () => {
			const attack = async () => {
				const replies: Reply[] = [];
				for (const verb of verbs)
					replies.push(
						await press('!', verb, 1, 1),
						await press('?', verb, 1, 1),
						await send(['?', verb, 1, 1], { reason: 'x' }),
					);
				for (const id of [
					'!',
					'?',
					'|',
					'',
					'!approve|1|1',
					'~|cancel|0|x',
					'approve|1|1',
					'?|step\u0000|x',
					'!|\ud800',
				])
					if (id !== '') replies.push(await press(id));
				// Buttons are no forms, and forms no buttons.
				for (const verb of BUTTONS) if (!FORMS.includes(verb)) replies.push(await send(['?', verb, 1, 1], {}));
				for (const verb of FORMS) if (!BUTTONS.includes(verb)) replies.push(await press('!', verb, 1, 1));
				for (const verb of BUTTONS) replies.push(await send(['!', verb, '__proto__'], {}));
				return replies;
			};
			await expectHarmless(attack, EXPIRED);
		});

		it('is no command either', async () => {
			const attack = async () => {
				const replies: Reply[] = [];
				for (const command of ['constructor', '__proto__', 'toString', 'approve', 'publish'])
					replies.push(await discord.forge.slash(command, { entry: ENTRY }, someModerator()));
				return replies;
			};
			await expectHarmless(attack, /^Please check this\nI know no such command/);
		});
	});

	it('whatever stands in a button or form, nothing comes of it but words', async () => {
		const before = await kept();
		for (const odd of ODD_ARGUMENTS)
			for (const args of [[odd], [odd, odd, odd], ['1', odd], [ENTRY, odd], [draft, odd]]) {
				const replies: [string, Reply][] = [];
				const attack = async (id: string, reply: Promise<Reply>) => replies.push([id, await reply]);
				for (const verb of BUTTONS) {
					const id = ['!', verb, ...args].join('|');
					// What is true of an entry may be said of any.
					if (verb !== 'still' || args[0] !== ENTRY) await attack(id, discord.forge.press(id, someModerator()));
				}
				for (const verb of FORMS) {
					const id = ['?', verb, ...args].join('|');
					await attack(id, discord.forge.press(id, someModerator()));
					await attack(id, discord.forge.submit(id, { what: odd }, someModerator()));
				}
				for (const [id, reply] of replies) {
					const text = reply.type === 9 ? reply.modal.title : read(reply.message);
					expectNothingInside(text, id);
					expect(text, id).not.toContain(SECRET);
					expect(reply.ephemeral, id).toBe(true);
				}
			}
		expect(await kept()).toEqual(before);
	}, 240_000);
});

describe('a question of a form on Telegram', () => {
	let url: string;
	let telegram: Telegram;
	let ben: User;

	beforeAll(async () => {
		url = await freshDatabase('sqlite');
		telegram = await onTelegram.newTelegram();
		ben = telegram.user({ firstName: 'Ben' });
		const environment = { DATABASE_URL: url, KNOWLEDGE_DIR: knowledge, TELEGRAM_MODERATORS: String(ben.id) };
		await onTelegram.startFor(telegram, environment).ready();
	}, 60_000);

	it('is answered by none but its own buttons', async () => {
		const chat = telegram.privateChat({ user: ben });
		const hello = await chat.say('Hello');
		const { sent: asked } = await chat.forgePress(hello, `!|new|change|${ENTRY}`);
		const own = asked?.reply_markup?.inline_keyboard.flat().map((button) => button.callback_data ?? '') ?? [];
		const [, , , mark = ''] = own.find((data) => data.startsWith('~|choose|'))?.split('|') ?? [];
		expect(mark).toHaveLength(6);
		const before = withoutPeople(await settledContentsOf(url));
		const forged = [
			'~',
			'~|',
			'~|choose',
			`~|choose|0|${mark}`,
			`~|choose|0|${mark}|99`,
			`~|choose|0|${mark}|-1`,
			`~|choose|0|${mark}|1e309`,
			`~|choose|0|${mark}|NaN`,
			`~|choose|0|${mark}|length`,
			`~|choose|0|${mark}|__proto__`,
			`~|choose|1|${mark}|0`,
			'~|choose|0|000000|0',
			'~|keep|0|',
			`~|keep|4|${mark}`,
			`~|empty|0|${mark}`,
			`~|rest|9|${mark}`,
			`~|back|-1|${mark}`,
			`~|cancel|1|${mark}`,
			`~|constructor|0|${mark}`,
			`~|__proto__|0|${mark}`,
			`~|${SQL.replaceAll('|', '').slice(0, 40)}|0|${mark}`,
		];
		for (const data of forged) {
			const { answer, sent, edited } = await chat.forgePress(asked ?? hello, data, { settleMs: 20 });
			expect([sent, edited], data).toEqual([undefined, undefined]);
			expect(answer.text, data).toMatch(/no longer|has been answered/);
		}
		expect(withoutPeople(await settledContentsOf(url))).toEqual(before);
	});

	it('is not answered by another person, in another chat, or by another moderator', async () => {
		const stranger = telegram.privateChat({ firstName: 'Mallory' });
		const chat = telegram.privateChat({ user: ben });
		const { sent: asked } = await chat.forgePress(await chat.say('Hello'), `!|new|change|${ENTRY}`);
		const own = asked?.reply_markup?.inline_keyboard.flat().map((button) => button.callback_data ?? '') ?? [];
		expect(own.length).toBeGreaterThan(3);
		const group = telegram.group({ title: 'Anyone' });
		group.join(ben);
		const before = withoutPeople(await settledContentsOf(url));
		const theirs = await stranger.say('Hello');
		for (const data of own) {
			const pressed = await stranger.forgePress(theirs, data, { settleMs: 20 });
			expect(pressed.sent).toBeUndefined();
			expect(pressed.answer.text).toMatch(/no longer/);
			const elsewhere = await group.forgePress(1, data, { from: ben, settleMs: 20 });
			expect(elsewhere.sent).toBeUndefined();
			expect(elsewhere.answer.text).toMatch(/no longer/);
		}
		expect(withoutPeople(await settledContentsOf(url))).toEqual(before);
	});
});
