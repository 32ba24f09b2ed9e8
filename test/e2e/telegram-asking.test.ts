import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Telegram } from '../support/telegram/server.ts';
import { visibleButtons, visibleText } from '../support/telegram/visible.ts';
import {
	eventually,
	expectCited,
	expectNotCited,
	labelsOf,
	newBot,
	nothingAmiss,
	QUESTION,
	requestsIn,
	saidIn,
	titleOf,
} from './telegram-bot.ts';

let telegram: Telegram;

beforeAll(async () => {
	({ telegram } = await newBot());
}, 60_000);
afterAll(nothingAmiss);

describe('in a private chat', () => {
	it('answers plain text with citations, and /ask with the same answer', async () => {
		const chat = telegram.privateChat();
		const plain = await chat.say(QUESTION);
		expect(titleOf(plain)).toContain('Russia');
		expect(titleOf(plain)).toContain('Mining');
		expectCited(plain);
		expect(labelsOf(plain)).toEqual(expect.arrayContaining(['Timeline', 'All on Russia', 'Sources']));

		for (const command of [`/ask ${QUESTION}`, `/ask@policy_bot ${QUESTION}`, `/ASK\n${QUESTION}`]) {
			const asked = await chat.say(command);
			expect(visibleText(asked)).toBe(visibleText(plain));
			expect(asked.entities).toEqual(plain.entities);
			expect(visibleButtons(asked)).toEqual(visibleButtons(plain));
		}
	});

	it('says so when it has no entry, and offers what it knows', async () => {
		const answer = await telegram.privateChat().say('Is crypto mining legal in Fiji?');
		expect(titleOf(answer)).toBe('Not covered yet');
		expectNotCited(answer);
		expect(labelsOf(answer).length).toBeGreaterThan(0);
	});

	it.each(['/start', '/start from-a-link', '/help'])('%s welcomes and names the commands', async (text) => {
		const chat = telegram.privateChat();
		const welcome = await chat.say(text);
		for (const command of ['/ask', '/country', '/topic', '/compare', '/list', '/timeline', '/quote', '/help'])
			expect(visibleText(welcome)).toContain(`${command}: `);
		expect(visibleText(welcome)).toContain('not legal advice');
		const [example = ''] = labelsOf(welcome);
		const { sent } = await chat.press(welcome, example);
		expect(sent && titleOf(sent)).toContain('Russia');
	});

	it.each(['/country Russia', '/country RU', '/country russian federation', '/country@policy_bot Россия'])(
		'%s gives an overview',
		async (text) => {
			const answer = await telegram.privateChat().say(text);
			expect(titleOf(answer)).toMatch(/Russia$/);
			expectCited(answer);
			expect(labelsOf(answer)).toContain('Timeline');
		},
	);

	it('/country and /topic narrow down to a pair when both are named', async () => {
		const chat = telegram.privateChat();
		const byCountry = await chat.say('/country Russia mining');
		expect(titleOf(byCountry)).toMatch(/Russia · Mining$/);
		expectCited(byCountry);
		expect(visibleText(await chat.say('/topic mining in Russia'))).toBe(visibleText(byCountry));
	});

	it.each([
		['/compare Russia China mining', /^Compared: .*Russia · .*China · Mining\n/],
		['/compare RU, CN, IR', /^Compared: .*Russia · .*China · .*Iran\n/],
		['/list mining banned', /^Mining: Banned\n/],
		['/list mining Asia', /Mining: all statuses · Asia\n/],
		['/timeline Russia', /^Timeline: .*Russia\n/],
		['/timeline mining', /^Timeline: Mining\n/],
		['/timeline Russia mining', /^Timeline: .*Russia · Mining\n/],
	])('%s answers with more than one entry, each cited', async (command, title) => {
		const answer = await telegram.privateChat().say(command);
		expect(visibleText(answer)).toMatch(title);
		expectCited(answer);
	});

	it('/country with a name of several places lets the asker choose', async () => {
		const chat = telegram.privateChat();
		const choice = await chat.say('/country Georgia');
		expect(titleOf(choice)).toBe('Which place do you mean?');
		expectNotCited(choice);
		expect(labelsOf(choice).length).toBeGreaterThan(1);
	});

	it('/topic lists countries', async () => {
		const answer = await telegram.privateChat().say('/topic mining');
		expect(titleOf(answer)).toContain('Mining');
		expect(visibleText(answer)).toMatch(/China.*\[\d+\]/);
		expectCited(answer);
		expect(labelsOf(answer)).toContain('Next page');
	});

	it('/quote tells what a person said, and what was said on a country', async () => {
		const chat = telegram.privateChat();
		const person = await chat.say('/quote Herman Gref');
		expect(titleOf(person)).toContain('Herman Gref');
		expectCited(person);
		const country = await chat.say('/quote Russia mining');
		expect(titleOf(country)).toContain('Russia');
		expectCited(country);
	});

	it.each([
		['/country Atlantis', 'Atlantis'],
		['/topic gardening', 'gardening'],
		['/quote Nobody Atall', 'Nobody Atall'],
	])('%s says that it knows no such name', async (text, name) => {
		const answer = await telegram.privateChat().say(text);
		expect(visibleText(answer)).toContain(`“${name}”`);
		expectNotCited(answer);
	});

	it.each([
		['/ask', /question/],
		['/ask   ', /question/],
		['/country', /country/],
		['/topic\n', /topic/],
		['/quote', /person|country|topic/],
	])('%j without a name says what is missing', async (text, missing) => {
		const answer = await telegram.privateChat().say(text);
		expect(visibleText(answer)).toMatch(missing);
		expect(visibleText(answer)).not.toContain('approved entry');
		expectNotCited(answer);
	});

	it('tells which commands there are after an unknown one', async () => {
		const answer = await telegram.privateChat().say('/weather Moscow');
		expect(visibleText(answer)).toContain('/ask');
		expectNotCited(answer);
	});

	it('takes no notice of what is no text, and goes on answering', async () => {
		const chat = telegram.privateChat();
		const { id, user: from } = chat;
		const place = { message_id: 900, date: 1_800_000_000, chat: { id, type: 'private' as const }, from };
		const sticker = { ...place, sticker: {} };
		telegram.deliver({ message: sticker }, { unchecked: true });
		telegram.deliver({ message_of_the_future: {} }, { unchecked: true });
		chat.rewrite(chat.post(QUESTION).message, 'Is mining legal in China?');
		await eventually(() => saidIn(chat).length > 0);
		await chat.say('/help');
		expect(saidIn(chat).map(titleOf)).toEqual([expect.stringContaining('Russia'), 'Crypto Policy Bot']);
	});
});

describe('in a group', () => {
	it.each(['/ask', '/ask@policy_bot', '/ASK@Policy_Bot'])(
		'%s is answered as a reply to the question',
		async (command) => {
			const group = telegram.group({ title: 'Policy' });
			const answer = await group.say(`${command} ${QUESTION}`);
			expect(answer.reply_to_message?.text).toBe(`${command} ${QUESTION}`);
			expect(titleOf(answer)).toMatch(/Russia · Mining$/);
			expectCited(answer);
		},
	);

	it('answers a reply to its own answer in the light of that answer, and leaves talk below it alone', async () => {
		const group = telegram.group({ title: 'Policy' });
		const answer = await group.say(`/ask ${QUESTION}`);
		const followed = await group.say('and in China?', { replyTo: answer });
		expect(titleOf(followed)).toMatch(/China · Mining$/);
		expectCited(followed);
		expect(titleOf(await group.say('what about tax', { replyTo: followed }))).toMatch(/China · Tax$/);
		const before = requestsIn(telegram, group).length;
		group.post('thanks, great bot', { replyTo: answer });
		await group.say('/help');
		expect(requestsIn(telegram, group)).toHaveLength(before + 1);
	});

	it('is silent on talk, on unknown commands and on what is meant for other bots', async () => {
		// An administrator gets all that is said, commands for other bots included.
		const group = telegram.group({ title: 'Policy', botIsAdmin: true });
		group.post(`/ask@another_bot ${QUESTION}`);
		group.post('/weather Moscow');
		group.post('/weather@policy_bot Moscow');
		group.post(QUESTION);
		const answer = await group.say('/ask@policy_bot mining in China');
		expect(answer.reply_to_message?.text).toBe('/ask@policy_bot mining in China');
		expect(requestsIn(telegram, group)).toHaveLength(1);
	});

	it('keeps the answer in the forum topic of the question, also that of a button', async () => {
		const forum = telegram.group({ title: 'Policy', forum: true });
		const threadId = forum.topic('Taxes');
		const answer = await forum.say(`/ask ${QUESTION}`, { threadId });
		expect(answer.message_thread_id).toBe(threadId);
		const { sent } = await forum.press(answer, 'Timeline');
		expect(sent?.message_thread_id).toBe(threadId);
		const general = await forum.say(`/ask ${QUESTION}`);
		expect(general.message_thread_id).toBeUndefined();
		expectCited(general);
	});

	it.each([true, false])('answers a question that was deleted meanwhile (forum: %s)', async (forum) => {
		const group = telegram.group({ title: 'Policy', forum });
		const threadId = forum ? group.topic('Taxes') : undefined;
		telegram.faults.delay((method, { chat_id }) => method === 'sendMessage' && chat_id === group.id, 300);
		const answer = group.nextMessage({ threadId });
		const { message } = group.post(`/ask ${QUESTION}`, { threadId });
		await eventually(() => requestsIn(telegram, group).length > 0);
		group.remove(message);
		expectCited(await answer);
		expect((await answer).reply_to_message?.text).toBeUndefined();
	});

	it('tells two people who ask at once their own answers', async () => {
		const group = telegram.group({ title: 'Policy' });
		const grace = telegram.user({ firstName: 'Grace' });
		const [russia, china] = await Promise.all([
			group.say('/ask mining in Russia'),
			group.say('/ask mining in China', { from: grace }),
		]);
		expect(titleOf(russia)).toContain('Russia');
		expect(titleOf(china)).toContain('China');
	});
});

it('switches link previews off in every message', () => {
	const messages = telegram.requests.filter(({ method }) => /^(sendMessage|editMessageText)$/.test(method));
	expect(messages.length).toBeGreaterThan(20);
	for (const { params } of messages) expect(params.link_preview_options).toEqual({ is_disabled: true });
});
