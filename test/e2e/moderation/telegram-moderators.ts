/** What the tests of moderation on Telegram share: a bot with moderators and a database, and people who say, press and read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { type BotProcess, startedBots } from '../../support/bot-process.ts';
import type { Message, User } from '../../support/telegram/objects.ts';
import type { Telegram } from '../../support/telegram/server.ts';
import type { SayOptions, TestChat } from '../../support/telegram/test-chat.ts';
import { visibleText } from '../../support/telegram/visible.ts';
import { eventually, labelsOf, newTelegram, saidIn, startFor } from '../telegram-bot.ts';

/** Patient, since a change is checked and the whole knowledge base built anew. In milliseconds. */
const PATIENCE = 10_000;
/** What the bot says without having been asked. */
const NOTICE = /^(?:(?:Proposal|Report) #\d+|Your proposal #\d+|Please change your proposal #\d+)/;
/** Markup, or a value that was never meant to be read. */
const LEAK = /<\/?[a-z]+[ >]|&(?:amp|lt|gt|quot);|\b(?:undefined|null|NaN)\b|\[object/;

/** A bot that keeps what it knows in a file, and can be ended at once and started again. */
export interface ModeratedBot {
	telegram: Telegram;
	databaseUrl: string;
	/** The process that runs now. */
	bot: () => BotProcess;
	/** Kills the process (SIGKILL). */
	kill: () => Promise<void>;
	/** Starts the next process on the same database. */
	start: () => Promise<void>;
	/** A moderator in a private chat, whom nobody has been yet: one may do only so much in a minute. */
	moderator: () => Actor;
	member: () => Actor;
}

/** People who may moderate by their ids. */
const NAMES = [
	'Ada',
	'Ben',
	'Chloe',
	'Dora',
	'Emil',
	'Femi',
	'Gus',
	'Hana',
	'Ines',
	'Jan',
	'Kofi',
	'Lea',
	'Mia',
	'Noor',
];

/** The URL of an empty database, which is gone at the end of the test file. */
export function temporaryDatabase(): string {
	const folder = mkdtempSync(join(tmpdir(), 'moderated-'));
	afterAll(async () => {
		await Promise.all(startedBots().map((bot) => bot.kill()));
		rmSync(folder, { recursive: true, force: true });
	});
	return `sqlite:${join(folder, 'bot.db')}`;
}

/** A bot that is ready. */
export async function newModeratedBot(environment: Record<string, string> = {}): Promise<ModeratedBot> {
	const telegram = await newTelegram();
	const databaseUrl = temporaryDatabase();
	const moderators = NAMES.map((firstName) => new Actor(telegram.privateChat({ firstName })));
	const ids = moderators.map(({ user }) => user.id).join();
	const settings = { DATABASE_URL: databaseUrl, TELEGRAM_MODERATORS: ids, ...environment };
	let running = startFor(telegram, settings);
	await running.ready();
	return {
		telegram,
		databaseUrl,
		bot: () => running,
		kill: () => running.kill(),
		start: async () => {
			running = startFor(telegram, settings);
			await running.ready();
		},
		moderator: () => {
			const next = moderators.shift();
			if (!next) throw new Error('every moderator has been someone');
			return next;
		},
		member: () => new Actor(telegram.privateChat({ firstName: 'Zoe' })),
	};
}

/** One person in one chat. */
export class Actor {
	readonly chat: TestChat;
	readonly user: User;

	constructor(chat: TestChat, user: User = chat.user) {
		this.chat = chat;
		this.user = user;
	}

	/** Says something and gives the bot's answer, whatever it is told of meanwhile. */
	async says(text: string, options: SayOptions = {}): Promise<Message> {
		const { message, withheld } = this.chat.post(text, { from: this.user, ...options });
		expect(withheld).toBeUndefined();
		const answer = await eventually(
			() => saidIn(this.chat).find((said) => said.message_id > message.message_id && !NOTICE.test(visibleText(said))),
			PATIENCE,
		);
		expectReadable(answer);
		return answer;
	}

	/** Presses a button and gives what it led to: the message in its new form, or the next one. */
	async presses(message: Message, label: string): Promise<Message> {
		const before = saidIn(this.chat).length;
		const { edited } = await this.chat.press(message, label, { from: this.user, timeoutMs: PATIENCE, settleMs: 2_000 });
		const answer =
			edited ??
			(await eventually(
				() =>
					saidIn(this.chat)
						.slice(before)
						.find((said) => !NOTICE.test(visibleText(said))),
				PATIENCE,
			));
		expectReadable(answer);
		return answer;
	}

	/** Presses a button and gives the words that pass by; it leads to no message. */
	async toldOnPressing(message: Message, label: string): Promise<string> {
		const pressed = await this.chat.press(message, label, { from: this.user, timeoutMs: PATIENCE, settleMs: 300 });
		expect(pressed.edited ?? pressed.sent).toBeUndefined();
		return pressed.answer.text ?? '';
	}

	/** How many messages of the bot there are so far. */
	get heard(): number {
		return saidIn(this.chat).length;
	}

	/** The bot's message with this text, once it is there; `after` so many others. */
	async told(text: RegExp, after = 0): Promise<Message> {
		const said = () => saidIn(this.chat).slice(after);
		const message = await eventually(() => said().findLast((one) => text.test(visibleText(one))), PATIENCE).catch(
			() => {
				throw new Error(
					`${this.user.first_name} was not told ${text}, only:\n${said().map(visibleText).join('\n---\n')}`,
				);
			},
		);
		expectReadable(message);
		return message;
	}

	/** Presses one button after another, each under what the one before led to. */
	async pressesOn(message: Message, ...labels: string[]): Promise<Message> {
		let last = message;
		for (const label of labels) last = await this.presses(last, label);
		return last;
	}

	/** Sends a draft that is complete, and gives the number of the proposal. */
	async sends(draft: Message, reason: string): Promise<number> {
		await this.presses(draft, 'Preview');
		const summary = await eventually(
			() => saidIn(this.chat).findLast((said) => labelsOf(said).includes('Send for review')),
			PATIENCE,
		);
		const asked = await this.presses(summary, 'Send for review');
		const sent = await this.says(reason, this.chat.id < 0 ? { replyTo: asked } : {});
		const [, number] = /^Proposal (\d+) is in the queue/.exec(visibleText(sent)) ?? [];
		expect(number, visibleText(sent)).toBeDefined();
		return Number(number);
	}
}

/** What holds of every message: no markup is seen, and no two buttons read alike. */
function expectReadable(message: Message): void {
	expect(visibleText(message)).not.toMatch(LEAK);
	const labels = labelsOf(message);
	expect(new Set(labels).size).toBe(labels.length);
}

export function expectText(message: Message, text: RegExp): void {
	expect(visibleText(message)).toMatch(text);
}
