/** Moderation in a group on Telegram, whose administrators are the moderators. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message, User } from '../../support/telegram/objects.ts';
import type { Telegram } from '../../support/telegram/server.ts';
import type { TestGroup } from '../../support/telegram/test-group.ts';
import { visibleText } from '../../support/telegram/visible.ts';
import {
	labelsOf,
	newTelegram,
	nothingAmiss,
	QUESTION,
	saidIn,
	startFor,
	titleOf,
	useSmallKnowledge,
} from '../telegram-bot.ts';
import { Actor, expectText, temporaryDatabase } from './telegram-moderators.ts';

useSmallKnowledge();
let telegram: Telegram;
let group: TestGroup;
let ada: Actor;
let ben: Actor;
let zoe: Actor;

beforeAll(async () => {
	telegram = await newTelegram();
	group = telegram.group({ title: 'Moderators' });
	const join = (firstName: string): User => {
		const user = telegram.user({ firstName });
		group.join(user);
		return user;
	};
	ada = new Actor(group, join('Ada'));
	ben = new Actor(group, join('Ben'));
	zoe = new Actor(group, join('Zoe'));
	group.promote(ada.user);
	group.promote(ben.user);
	const bot = startFor(telegram, {
		DATABASE_URL: temporaryDatabase(),
		TELEGRAM_MODERATOR_CHAT: String(group.id),
	});
	await bot.ready();
}, 60_000);
afterAll(nothingAmiss);

describe('a dialogue in the group', () => {
	let draft: Message;

	it('is answered by replies to its questions, which say so', async () => {
		const status = await ada.says('/propose change ru-mining');
		expectText(status, /Answer by replying to this message\.$/);
		const title = await ada.says('Banned', { replyTo: status });
		expectText(title, /^What holds · Title \(2\/5\)/);
		const claim = await ada.says('Mining is banned in Russia', { replyTo: title });
		expectText(claim, /^What holds · Claim \(3\/5\)/);
		draft = await ada.presses(await ada.says('Nobody may mine.', { replyTo: claim }), 'Keep the rest');
		expectText(draft, /^Draft: Change an entry · Miners in Russia must register/);
	});

	it('leaves alone what the same person says about something else, and asks again under an older question', async () => {
		const status = await ada.presses(draft, '1. What holds');
		const title = await ada.says('Restricted', { replyTo: status });
		const answer = await ada.says(`/ask@policy_bot ${QUESTION}`);
		expectText(answer, /The form that was open is closed; its draft is kept\./);
		const again = await ada.presses(draft, '1. What holds');
		expectText(again, /Now: Restricted/);
		expectText(await ada.says('and in China?', { replyTo: answer }), /China · Mining/);
		expectText(await ada.presses(again, 'Banned'), /^What holds · Title \(2\/5\)/);
		expectText(await ada.says('Allowed', { replyTo: status }), /^What holds · Title \(2\/5\)/);
		expect(titleOf(title)).toBe('What holds · Title (2/5)');
		draft = await ada.presses((await ada.told(/^What holds · Title/)) as Message, 'Keep the rest');
	});

	it('is nobody else’s: neither their presses nor their replies answer it', async () => {
		const status = await ada.presses(draft, '1. What holds');
		for (const other of [ben, zoe])
			expect(await other.toldOnPressing(status, 'Allowed')).toMatch(/^That form is no longer open/);
		expectText(await zoe.says('Allowed', { replyTo: status }), /^That form is no longer open/);
		expectText(await ada.presses(status, 'Keep it'), /^What holds · Title[\s\S]*Now: Mining is banned in Russia/);
		expectText(await ada.says('/cancel'), /^Draft: /);
	});

	it('of a member who reports a mistake is answered by a reply as well', async () => {
		const asked = await zoe.presses(await zoe.says(`/ask ${QUESTION}`), 'Report a mistake');
		expectText(asked, /Answer by replying to this message\.$/);
		expectText(await zoe.says('It is older.', { replyTo: asked }), /^Sent to the moderators/);
		const told = await ada.told(/^Report #1 · Miners in Russia must register\n\nBy Zoe \(a member\): It is older\./);
		expect(labelsOf(told)).toEqual(['Show it']);
	});

	it('leads to a proposal, of which the group is told', async () => {
		expect(await ada.sends(draft, 'A new law.')).toBe(2);
		await ben.told(/^Proposal #2 · Mining is banned in Russia\n\nBy Ada: A new law\./);
	});
});

describe("moderators' buttons in the group", () => {
	let shown: Message;

	it('are refused to members, and to the author of the proposal, in a word that only they see', async () => {
		shown = await ben.presses(await ben.told(/^Proposal #2 /), 'Show it');
		expectText(shown, /^#2 · change · /);
		expect(await zoe.toldOnPressing(shown, 'Approve')).toMatch(/^For moderators only\nOnly moderators can do that/);
		expect(await zoe.toldOnPressing(shown, 'Reject')).toMatch(/^For moderators only/);
		expect(await ada.toldOnPressing(shown, 'Approve')).toMatch(/^That is your own proposal/);
	});

	it('are refused to a moderator from the moment they are none any more', async () => {
		group.demote(ben.user);
		expect(await ben.toldOnPressing(shown, 'Approve')).toMatch(/^For moderators only/);
		expectText(await ben.says('/review'), /^For moderators only/);
		group.promote(ben.user);
		group.leave(ben.user);
		expect(await ben.toldOnPressing(shown, 'Approve')).toMatch(/^For moderators only/);
		group.promote(ben.user);
	});

	it('are refused to who stays anonymous, since every change names its author', async () => {
		group.promote(ben.user, { anonymous: true });
		expect(await ben.toldOnPressing(shown, 'Approve')).toMatch(/^For moderators only/);
		expectText(await ben.says('/review', { anonymous: true }), /^For moderators only/);
		expectText(await ben.says('/review', { anonymous: false }), /^For moderators only/);
		group.promote(ben.user);
	});

	it('end a dialogue that was begun before', async () => {
		const asked = await ben.presses(shown, 'Reject');
		group.demote(ben.user);
		expectText(await ben.says('No.', { replyTo: asked }), /^For moderators only/);
		group.promote(ben.user);
		expect(await ben.toldOnPressing(asked, 'Cancel')).toMatch(/^That form is no longer open/);
	});

	it('publish for every chat', async () => {
		expectText(await ben.presses(shown, 'Approve'), /^#2 is published/);
		const outside = new Actor(telegram.privateChat({ firstName: 'Grace' }));
		expectText(await outside.says(QUESTION), /Banned[\s\S]*Nobody may mine\./);
	});

	it('say who was faster', async () => {
		const pressed = await group.forgePress(shown, '!|approve|2|1', { from: ada.user, settleMs: 2_000 });
		expectText(pressed.edited as Message, /^#2 was decided before\n\nIt was published by Ben, .* UTC\./);
	});
});

describe('a moderator of the group', () => {
	it('may moderate in a private chat too, and is told there what became of a proposal', async () => {
		const alone = new Actor(telegram.privateChat({ user: ada.user }));
		expectText(await alone.says('/propose retire cn-mining'), /^Send for review · Why[\s\S]*Answer in a message\.$/);
		expectText(await alone.says('Repealed.'), /^Proposal 3 is in the queue/);
		await ben.pressesOn(await ben.told(/^Proposal #3 /), 'Show it', 'Reject');
		const asked = await ben.told(/^Reject: proposal 3/);
		await ben.says('It was not.', { replyTo: asked });
		await alone.told(/^Your proposal #3 was rejected\n\n.*\n\nIt was not\./);
		expect(
			saidIn(group)
				.map(visibleText)
				.filter((text) => text.startsWith('Your proposal')),
		).toEqual([]);
	});

	it("sees the moderators' commands in the group's list; a member does not", () => {
		const listed = (user: User) => group.commandsFor(user).map(({ command }) => command);
		expect(listed(ada.user)).toEqual(expect.arrayContaining(['ask', 'propose', 'review', 'history', 'gaps', 'stale']));
		expect(listed(zoe.user)).toEqual(expect.arrayContaining(['ask', 'suggest']));
		expect(listed(zoe.user)).not.toContain('propose');
	});

	it('works in any group, also in a topic of a forum, where each topic keeps its messages', async () => {
		const forum = telegram.group({ title: 'Everyone', forum: true });
		const threadId = forum.topic('Entries');
		const there = new Actor(forum, ada.user);
		const status = await there.says('/propose change ir-mining', { threadId });
		expect(status.message_thread_id).toBe(threadId);
		const title = await there.says('Banned', { threadId, replyTo: status });
		expect(title.message_thread_id).toBe(threadId);
		expectText(title, /^What holds · Title/);
	});
});
