/** Whoever is no moderator is refused everything that moderators do on Telegram, and nothing changes or leaks. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, runSql } from '../../support/databases.ts';
import { writeSmallKnowledge } from '../../support/small-knowledge.ts';
import type { Message, User } from '../../support/telegram/objects.ts';
import type { Pressed } from '../../support/telegram/press.ts';
import type { Telegram } from '../../support/telegram/server.ts';
import type { TestChat } from '../../support/telegram/test-chat.ts';
import type { TestGroup } from '../../support/telegram/test-group.ts';
import { visibleButtons, visibleText } from '../../support/telegram/visible.ts';
import { eventually, newTelegram, nothingAmiss, saidIn, startFor } from '../telegram-bot.ts';
import {
	argumentsFor,
	contentsOf,
	MODERATORS_BUTTONS,
	MODERATORS_COMMANDS,
	MODERATORS_FORMS,
	SQL,
	settledContentsOf,
} from './attacks.ts';

const ENTRY = 'ru-mining';
/** Stands in what only moderators see. */
const SECRET = 'Confidential 7731';
const REFUSAL = 'For moderators only';

const knowledge = writeSmallKnowledge();
let url: string;
let telegram: Telegram;
/** Whose administrators moderate. */
let group: TestGroup;
/** Named in TELEGRAM_MODERATORS. */
let ada: User;
let target: { draft: string; proposal: string; entry: string };
/** The notice in the moderators' group. */
let told: Message;

beforeAll(async () => {
	url = await freshDatabase('sqlite');
	telegram = await newTelegram();
	group = telegram.group({ title: 'Moderators' });
	ada = telegram.user({ firstName: 'Ada' });
	const bot = startFor(telegram, {
		DATABASE_URL: url,
		KNOWLEDGE_DIR: knowledge,
		TELEGRAM_MODERATORS: String(ada.id),
		TELEGRAM_MODERATOR_CHAT: String(group.id),
	});
	await bot.ready();
	const chat = telegram.privateChat({ user: ada });
	const message = await chat.say('Hello');
	await chat.forgePress(message, `!|new|retire|${ENTRY}`);
	await chat.say(SECRET);
	told = await eventually(() => saidIn(group).find((one) => visibleText(one).includes(SECRET)));
	await chat.forgePress(message, `!|new|change|${ENTRY}`);
	const drafts = await runSql(url, `select id from drafts where data like '%"change"%'`);
	const draft = String(drafts[0]?.id);
	target = { draft, proposal: '1', entry: ENTRY };
}, 60_000);
afterAll(() => rmSync(knowledge, { recursive: true }));
afterAll(nothingAmiss);

interface Attacker {
	user: User;
	chat: TestChat;
}

/** Everyone who is no moderator. Each time another person in another chat where that can be, so that no limit is met. */
const ATTACKERS: [who: string, attacker: () => Attacker][] = [
	[
		'a stranger in a private chat',
		() => {
			const chat = telegram.privateChat({ firstName: 'Mallory' });
			return { chat, user: chat.user };
		},
	],
	[
		"a member of the moderators' group",
		() => {
			const user = telegram.user({ firstName: 'Mallory' });
			group.join(user);
			return { chat: telegram.privateChat({ user }), user };
		},
	],
	[
		'an administrator who was made a member again',
		() => {
			const user = telegram.user({ firstName: 'Mallory' });
			group.promote(user);
			group.demote(user);
			return { chat: telegram.privateChat({ user }), user };
		},
	],
	[
		'an administrator who has left',
		() => {
			const user = telegram.user({ firstName: 'Mallory' });
			group.promote(user);
			group.leave(user);
			return { chat: telegram.privateChat({ user }), user };
		},
	],
	[
		'an administrator who was thrown out',
		() => {
			const user = telegram.user({ firstName: 'Mallory' });
			group.promote(user);
			group.ban(user);
			return { chat: telegram.privateChat({ user }), user };
		},
	],
	[
		'an administrator who stays anonymous',
		() => {
			const user = telegram.user({ firstName: 'Mallory' });
			group.promote(user, { anonymous: true });
			return { chat: telegram.privateChat({ user }), user };
		},
	],
	[
		'whoever has made a group of their own',
		() => {
			const own = telegram.group({ title: 'Moderators' });
			return { chat: own, user: own.creator };
		},
	],
	[
		'an administrator of another group',
		() => {
			const own = telegram.group({ title: 'Moderators' });
			own.promote(own.user);
			return { chat: own, user: own.user };
		},
	],
];

function expectNothingLeaks(text: string): void {
	expect(text).not.toMatch(/Confidential|Ada|Russia/);
}

function expectRefusal(message: Message | undefined): void {
	expect(message).toBeDefined();
	const text = visibleText(message as Message);
	expect(text.startsWith(REFUSAL)).toBe(true);
	expect(visibleButtons(message as Message)).toEqual([]);
	expectNothingLeaks(text);
}

/** In a group only the presser reads it; in a private chat nobody else does. */
function expectPressRefused({ chat }: Attacker, { answer, sent, edited, deleted }: Pressed): void {
	expect({ edited, deleted }).toEqual({ edited: undefined, deleted: false });
	if (chat.id > 0) {
		expectRefusal(sent);
		return;
	}
	expect(sent).toBeUndefined();
	expect(answer).toMatchObject({ show_alert: true, text: expect.stringMatching(/^For moderators only\n.*\/suggest/) });
	expectNothingLeaks(answer.text ?? '');
}

async function expectNothingChanges(attack: () => Promise<void>): Promise<void> {
	const before = await settledContentsOf(url);
	const messages = group.messages;
	await attack();
	expect(await contentsOf(url)).toEqual(before);
	expect(group.messages).toEqual(messages);
}

describe.each(ATTACKERS)('%s', (_, attacker) => {
	it('is refused every command of moderators', async () => {
		expect(MODERATORS_COMMANDS.length).toBeGreaterThan(4);
		await expectNothingChanges(async () => {
			for (const name of MODERATORS_COMMANDS) {
				const { chat, user } = attacker();
				for (const args of argumentsFor(target))
					expectRefusal(await chat.say(`/${name} ${args.join(' ')}`.trim(), { from: user, anonymous: false }));
			}
		});
	}, 60_000);

	it.each([
		['to press any button', '!', MODERATORS_BUTTONS],
		['to open any form', '?', MODERATORS_FORMS],
	])(
		'is refused %s of moderators',
		async (_what, mark, verbs) => {
			expect(verbs.length).toBeGreaterThan(4);
			await expectNothingChanges(async () => {
				for (const verb of verbs) {
					const who = attacker();
					const message = await who.chat.say('/help', { from: who.user });
					for (const args of argumentsFor(target)) {
						const pressed = await who.chat.forgePress(message, [mark, verb, ...args].join('|'), {
							from: who.user,
							settleMs: who.chat.id > 0 ? 1000 : 20,
						});
						expectPressRefused(who, pressed);
					}
				}
			});
		},
		120_000,
	);
});

describe('in the group of the moderators', () => {
	it('a member who presses what stands there is refused, and the others see nothing of it', async () => {
		const member = telegram.user({ firstName: 'Mallory' });
		group.join(member);
		await expectNothingChanges(async () => {
			const pressed = await group.press(told, 'Show it', { from: member, settleMs: 100 });
			expectPressRefused({ chat: group, user: member }, pressed);
		});
	});

	it('an administrator who stays anonymous is refused what they write, since every change names its author', async () => {
		const hidden = telegram.user({ firstName: 'Mallory' });
		group.promote(hidden, { anonymous: true, title: 'Ada' });
		const before = await settledContentsOf(url);
		for (const name of MODERATORS_COMMANDS)
			expectRefusal(await group.say(`/${name}@policy_bot`, { from: hidden, anonymous: true }));
		expect(await contentsOf(url)).toEqual(before);
	});

	it('a moderator who is named in the configuration is refused what they write in the name of the group', async () => {
		group.promote(ada, { anonymous: true });
		expectRefusal(await group.say('/review@policy_bot', { from: ada, anonymous: true }));
	});
});

describe('rights are looked at anew each time', () => {
	it('so that who is demoted while a form is asked for cannot go on with it', async () => {
		const user = telegram.user({ firstName: 'Once' });
		group.promote(user);
		const chat = telegram.privateChat({ user });
		const shown = await chat.say('/review');
		const asked = await chat.forgePress(shown, '?|reject|1|1');
		expect(visibleText(asked.sent as Message)).toContain('Why?');
		group.demote(user);
		const before = await settledContentsOf(url);
		expectRefusal(await chat.say('Because I say so.'));
		// What was asked for is over; the text is a question like any other now.
		const after = await contentsOf(url);
		expect({ ...after, dialogues: [] }).toEqual({ ...before, dialogues: [] });
		expect(after.dialogues?.length).toBe((before.dialogues?.length ?? 0) - 1);
	});

	it('so that who is promoted may at once', async () => {
		const user = telegram.user({ firstName: 'Fresh' });
		const chat = telegram.privateChat({ user });
		expectRefusal(await chat.say('/review'));
		group.promote(user);
		expect(visibleText(await chat.say('/review'))).toMatch(/^#1 · retire/);
	});
});

it('who asked to be told of new proposals is told only as long as they moderate', async () => {
	const user = telegram.user({ firstName: 'Told' });
	group.promote(user);
	const chat = telegram.privateChat({ user });
	const pressed = await chat.forgePress(await chat.say('Hello'), '!|tell|on');
	expect(visibleText(pressed.edited as Message)).toContain('This chat will be told of new proposals');
	const reporter = telegram.privateChat({ firstName: 'Reporter' });
	const heard = chat.nextMessage();
	await reporter.say('/suggest The first report');
	expect(visibleText(await heard)).toContain('The first report');
	group.demote(user);
	await reporter.say('/suggest The second report');
	await eventually(() => saidIn(group).find((message) => visibleText(message).includes('The second report')));
	await settledContentsOf(url);
	expect(JSON.stringify(chat.messages)).not.toContain('The second report');
});

it('when Telegram does not say who is an administrator, nobody is', async () => {
	const user = telegram.user({ firstName: 'Ben' });
	group.promote(user);
	const chat = telegram.privateChat({ user });
	expect(visibleText(await chat.say('/review'))).toMatch(/^#1 · retire/);
	telegram.faults.refuse('getChatMember', 'Bad Request: member list is inaccessible');
	expectRefusal(await chat.say('/review'));
});

it('a moderator is refused none of it, so that the refusals above were for who asked', async () => {
	const texts: string[] = [];
	for (const [mark, verbs] of [
		['!', MODERATORS_BUTTONS],
		['?', MODERATORS_FORMS],
	] as const)
		for (const verb of verbs) {
			const user = telegram.user({ firstName: 'Ben' });
			group.promote(user);
			const chat = telegram.privateChat({ user });
			const { sent, answer } = await chat.forgePress(await chat.say('Hello'), `${mark}|${verb}`);
			texts.push(`${answer.text ?? ''}${sent ? visibleText(sent) : ''}`);
		}
	expect(texts.filter((text) => /For moderators only|Too many|Something went wrong/.test(text))).toEqual([]);
}, 60_000);

it('who only asks is not entered among the people whom the bot knows', async () => {
	const chat = telegram.privateChat({ firstName: 'Unnoticed' });
	await chat.say(`What about ${SQL}?`);
	await chat.say('/review');
	expect(JSON.stringify(await contentsOf(url))).not.toContain('Unnoticed');
});
