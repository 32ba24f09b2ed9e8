/** The same change on Telegram: Ada proposes it in her chat with the bot, and Ben approves it in the moderators' group. */
import type { Message } from '../support/telegram/objects.ts';
import { startTelegram } from '../support/telegram/server.ts';
import type { TestChat } from '../support/telegram/test-chat.ts';
import { visibleText } from '../support/telegram/visible.ts';
import { startBot } from './bot.ts';
import { CHANGE, type Picture } from './change.ts';
import { type Moment, telegramChat } from './telegram-chat.ts';

const TOKEN = '123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr';

export async function changeOnTelegram(): Promise<Picture[]> {
	const telegram = await startTelegram({ token: TOKEN, username: 'policy_bot' });
	const ada = telegram.privateChat({ firstName: 'Ada', languageCode: 'en' });
	const group = telegram.group({ title: 'Policy moderators', user: telegram.user({ firstName: 'Ben' }) });
	group.promote(group.user);
	const stop = await startBot({
		TELEGRAM_BOT_TOKEN: telegram.token,
		TELEGRAM_API_URL: telegram.apiUrl,
		TELEGRAM_MODERATORS: String(ada.user.id),
		TELEGRAM_MODERATOR_CHAT: String(group.id),
	});
	try {
		return await walk(ada, group);
	} finally {
		await stop();
		await telegram.close();
		if (telegram.violations.length > 0) console.error(telegram.violations.join('\n'));
	}
}

async function walk(ada: TestChat, group: TestChat): Promise<Picture[]> {
	const status = await ada.say(`/propose change ${CHANGE.words}`);
	const begun = ada.messages;
	const title = await press(ada, status, 'Keep it');
	const claim = await press(ada, title, 'Keep it');
	const before = /^Now: (.*)$/m.exec(visibleText(claim))?.[1] ?? '';
	const keywords = await ada.say(CHANGE.claim(before));
	const typed = ada.messages.filter(({ message_id: id }) => id >= claim.message_id && id < keywords.message_id);
	const draft = await press(ada, keywords, 'Keep the rest');
	await press(ada, draft, 'Preview');
	const difference = await last(ada, /changed/);
	const why = await press(ada, difference, 'Send for review');
	const sent = await ada.say(CHANGE.reason, { replyTo: why });
	const notice = await last(group, /^Proposal #1/);
	const proposal = await press(group, notice, 'Show it');
	const done = await press(group, proposal, 'Approve');
	const told = await last(ada, /^Your proposal/);
	return [
		picture('form', chatOf('Crypto Policy Bot', begun), chatOf('Crypto Policy Bot', typed)),
		picture('review', chatOf('Policy moderators', [notice]), chatOf('Policy moderators', [proposal])),
		{ name: '', html: '', text: [keywords, draft, difference, why, sent, done, told].map(visibleText).join('\n\n') },
	];
}

function chatOf(name: string, messages: readonly Message[]): Moment {
	return { name, about: messages[0]?.chat.type === 'private' ? 'bot' : '3 members', messages };
}

function picture(name: string, ...moments: Moment[]): Picture {
	const text = moments.flatMap(({ messages }) => messages.map(visibleText)).join('\n\n');
	return { name: `telegram-${name}`, html: telegramChat(...moments), text };
}

/** Presses a button and gives the message that comes of it. */
async function press(chat: TestChat, message: Message, label: string): Promise<Message> {
	const { edited, sent } = await chat.press(message, label);
	const shown = edited ?? sent;
	if (!shown) throw new Error(`nothing came of "${label}"`);
	return shown;
}

/** The bot's last message that says so, once it is there. */
async function last(chat: TestChat, words: RegExp): Promise<Message> {
	for (let tries = 0; tries < 100; tries++) {
		const found = chat.messages.findLast((message) => message.from?.is_bot && words.test(visibleText(message)));
		if (found) return found;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`the bot never said ${words}`);
}
