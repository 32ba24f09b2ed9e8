import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import type { Message } from '../support/telegram/objects.ts';
import type { Telegram } from '../support/telegram/server.ts';
import { visibleLinks, visibleText } from '../support/telegram/visible.ts';
import {
	eventually,
	expectCited,
	labelsOf,
	newBot,
	nothingAmiss,
	QUESTION,
	requestsIn,
	saidIn,
	titleOf,
} from './telegram-bot.ts';

let telegram: Telegram;
let bot: BotProcess;

beforeAll(async () => {
	({ telegram, bot } = await newBot());
}, 60_000);
// Closing the server notes buttons that were not answered among its violations.
afterAll(nothingAmiss);

/** A message as an older version of the bot may have left it. */
function withButton(message: Message, data: string): Message {
	return { ...message, reply_markup: { inline_keyboard: [[{ text: 'Old', callback_data: data }]] } };
}

function sourcesOf(message: Message): Set<string> {
	return new Set(visibleLinks(message).flatMap(({ url }) => (url.startsWith('https://') ? [url] : [])));
}

it('Sources shows the sources in place of the answer, and leads back to it', async () => {
	const chat = telegram.privateChat();
	const answer = await chat.say(QUESTION);
	const { edited, sent, answer: sign } = await chat.press(answer, 'Sources');
	expect(edited?.message_id).toBe(answer.message_id);
	expect(edited && titleOf(edited)).toBe(`Sources: ${titleOf(answer)}`);
	expect(sent).toBeUndefined();
	expect(sign.text).toBeUndefined();
	expectCited(chat.message(answer.message_id) as Message);

	await chat.press(answer, 'Back to the answer');
	const back = chat.message(answer.message_id) as Message;
	expect(visibleText(back)).toBe(visibleText(answer));
	expect(back.reply_markup).toEqual(answer.reply_markup);
	expect(saidIn(chat)).toHaveLength(1);
});

// The words of a question may change which entries come first.
it.each([QUESTION, 'Was crypto mining banned in Buryatia, Russia?'])(
	'Sources shows the sources of what was answered: %s',
	async (question) => {
		const chat = telegram.privateChat();
		const answer = await chat.say(question);
		const { edited } = await chat.press(answer, 'Sources');
		expect(sourcesOf(edited as Message)).toEqual(sourcesOf(answer));
		await chat.press(answer, 'Back to the answer');
		// An answer whose order the button cannot repeat comes back without the count of what it left out.
		const withoutCount = (message: Message) => visibleText(message).replace(/\n\n\d+ more entr.*/, '');
		const back = chat.message(answer.message_id) as Message;
		expect(withoutCount(back)).toBe(withoutCount(answer));
	},
);

it('Timeline is a message of its own and leaves the answer as it was', async () => {
	const chat = telegram.privateChat();
	const answer = await chat.say(QUESTION);
	const { edited, sent } = await chat.press(answer, 'Timeline');
	expect(sent && titleOf(sent)).toMatch(/^Timeline: .*Russia · Mining$/);
	expectCited(sent as Message);
	expect(edited).toBeUndefined();
	expect(chat.message(answer.message_id)).toEqual(answer);
});

it('Next page and Previous page turn the page in place', async () => {
	const chat = telegram.privateChat();
	const first = await chat.say('/topic mining');
	expect(labelsOf(first)).not.toContain('Previous page');
	const { edited: second } = await chat.press(first, 'Next page');
	expect(second?.message_id).toBe(first.message_id);
	expect(second && titleOf(second)).toBe(titleOf(first));
	expect(second && visibleText(second)).not.toBe(visibleText(first));
	expectCited(second as Message);
	const { edited: again } = await chat.press(second as Message, 'Previous page');
	expect(again && visibleText(again)).toBe(visibleText(first));
	expect(saidIn(chat)).toHaveLength(1);
});

it('a choice takes the place of the question that offered it', async () => {
	const chat = telegram.privateChat();
	const choice = await chat.say('Is mining legal?');
	const label = labelsOf(choice).find((text) => text.includes('Russia')) ?? '';
	const { edited } = await chat.press(choice, label);
	expect(edited?.message_id).toBe(choice.message_id);
	expect(edited && titleOf(edited)).toMatch(/Russia · Mining$/);
	expectCited(edited as Message);
});

it('answers in a group to the message whose button was pressed', async () => {
	const group = telegram.group({ title: 'Policy' });
	const answer = await group.say(`/ask ${QUESTION}`);
	const { sent } = await group.press(answer, 'Timeline', { from: telegram.user() });
	expect(sent?.reply_to_message?.message_id).toBe(answer.message_id);
	const { edited } = await group.press(answer, 'Sources');
	expect(edited && titleOf(edited)).toMatch(/^Sources: /);
});

it.each(['nonsense', 'v|x', 's|l|RU', '|||', 'v|l|RU|<b>'])(
	'an unknown button (%s) is answered with an alert and changes nothing',
	async (data) => {
		const chat = telegram.privateChat();
		const message = await chat.say('/help');
		const pressed = await chat.press(withButton(message, data), data);
		expect(pressed.answer.show_alert).toBe(true);
		expect(pressed.answer.text).toMatch(/ask again/);
		expect(pressed.edited ?? pressed.sent).toBeUndefined();
	},
);

it('a button of an entry that is gone says so', async () => {
	const chat = telegram.privateChat();
	const message = await chat.say('/help');
	const { sent, answer } = await chat.press(withButton(message, 'v|e|an-entry-of-long-ago'), 'Old');
	expect(answer.show_alert).toBeUndefined();
	expect(sent && titleOf(sent)).toBe('That did not work');
});

it('a button under a message that the bot no longer sees still sends its answer', async () => {
	const chat = telegram.privateChat();
	const answer = await chat.say(QUESTION);
	chat.remove(answer);
	const { sent } = await chat.press(answer, 'Timeline');
	expect(sent && titleOf(sent)).toMatch(/^Timeline: /);
});

it('a button without a message is answered with an alert', async () => {
	const from = telegram.user();
	const query = { id: '77', from, chat_instance: '1', inline_message_id: 'abc', data: 'v|l|RU|mining' };
	telegram.deliver({ callback_query: query });
	const answered = await eventually(() =>
		telegram.requests.find(
			({ method, params }) => method === 'answerCallbackQuery' && params.callback_query_id === '77',
		),
	);
	expect(answered.params.show_alert).toBe(true);
});

it('an impatient second press of the same button is no error', async () => {
	const chat = telegram.privateChat();
	const answer = await chat.say(QUESTION);
	const before = bot.output.length;
	const [first, second] = await Promise.all([chat.press(answer, 'Sources'), chat.press(answer, 'Sources')]);
	expect(first.edited ?? second.edited).toBeDefined();
	await eventually(() => {
		const outcomes = requestsIn(telegram, chat, 'editMessageText').map(({ outcome }) => outcome);
		return outcomes.length === 2 && outcomes.some((outcome) => outcome.includes('not modified'));
	});
	await chat.say('/help');
	expect(bot.output.slice(before)).not.toContain('not delivered');
});
