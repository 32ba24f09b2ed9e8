/** Two processes on one database: one serves Discord, the other Telegram, and moderators work on both. */

import { loadKnowledge } from '../../src/files/load.ts';
import type { Desk } from '../../src/moderation/desk.ts';
import { sendDraft, startDraft } from '../../src/moderation/propose.ts';
import { Published } from '../../src/moderation/published.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { newDiscord, startFor as startDiscordBot } from '../e2e/discord-bot.ts';
import { environmentOf, read } from '../e2e/moderation/discord-moderators.ts';
import { newTelegram, startFor as startTelegramBot } from '../e2e/telegram-bot.ts';
import { type Person, person } from './discord/people.ts';
import type { Discord } from './discord/server.ts';
import type { Telegram } from './telegram/server.ts';
import type { TestPrivateChat } from './telegram/test-private-chat.ts';
import { visibleText } from './telegram/visible.ts';

const ROLE = '900000000000000001';

interface Moderator {
	/** Presses a moderators' button and gives what is read then. */
	press: (button: string) => Promise<string>;
}

export interface TwoProcesses {
	discord: Discord;
	telegram: Telegram;
	store: Store;
	onDiscord: Moderator[];
	onTelegram: Moderator[];
	/** Enters a proposal to give the fact a new title; its number. */
	propose: (fact: string, title: string) => Promise<number>;
}

/** Starts both on the database of `url`, with so many moderators each. */
export async function startTwoProcesses(url: string, moderators: number): Promise<TwoProcesses> {
	const discord = await newDiscord();
	const telegram = await newTelegram();
	const chats = Array.from({ length: moderators }, () => telegram.privateChat());
	const people = Array.from({ length: moderators }, (_, at) => person({ username: `moderator${at}`, roles: [ROLE] }));
	const shared = { DATABASE_URL: url, LOG_LEVEL: 'info' };
	const bots = [
		startDiscordBot(discord, { ...environmentOf(discord), ...shared }),
		startTelegramBot(telegram, { ...shared, TELEGRAM_MODERATORS: chats.map(({ user }) => user.id).join() }),
	];
	await Promise.all(bots.map((bot) => bot.ready()));
	const store = await openStore(url);
	const desk = deskOf(store);
	const writer = person({ username: 'author', globalName: 'Author' });
	discord.places.meet(writer);
	const author = await store.people.keyOf({ platform: 'discord', platformId: writer.id, name: 'Author' }, desk.now());
	return {
		discord,
		telegram,
		store,
		onDiscord: people.map((who) => discordModerator(discord, who)),
		onTelegram: await Promise.all(chats.map(telegramModerator)),
		async propose(fact, title) {
			const { id } = await startDraft(desk, author, { kind: 'change', entry: fact, fields: { title } });
			const sent = await sendDraft(desk, id, author, `To be called ${title}.`);
			if (sent.kind !== 'sent') throw new Error(`not sent: ${JSON.stringify(sent)}`);
			return sent.proposal.id;
		},
	};
}

/** A desk like that of the processes, for proposals that are not what is looked at. */
function deskOf(store: Store): Desk {
	return {
		store,
		published: new Published(loadKnowledge('knowledge')),
		day: () => new Date().toISOString().slice(0, 10),
		now: () => new Date().toISOString(),
		needsSecond: true,
		moderatorChats: [],
	};
}

function discordModerator(discord: Discord, user: Person): Moderator {
	return {
		press: async (button) => {
			const reply = await discord.forge.press(button, { user, timeoutMs: 30_000 });
			return read(reply.deferred ? await reply.settled(60_000) : reply.message);
		},
	};
}

async function telegramModerator(chat: TestPrivateChat): Promise<Moderator> {
	const below = await chat.say('/help');
	return {
		press: async (button) => {
			const { edited, sent, answer } = await chat.forgePress(below, button, { timeoutMs: 60_000, settleMs: 5_000 });
			const shown = edited ?? sent;
			return shown ? visibleText(shown) : (answer.text ?? '');
		},
	};
}
