/** What a moderator can propose on Telegram, and the ways to begin: in words after /propose, by buttons, and in a dialogue. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../support/telegram/objects.ts';
import { visibleText } from '../../support/telegram/visible.ts';
import { expectCited, labelsOf, nothingAmiss, titleOf, useSmallKnowledge } from '../telegram-bot.ts';
import { type Actor, expectText, type ModeratedBot, newModeratedBot } from './telegram-moderators.ts';

useSmallKnowledge();
let moderated: ModeratedBot;
let ada: Actor;
let zoe: Actor;

beforeAll(async () => {
	moderated = await newModeratedBot({ REVIEW_NEEDS_SECOND: 'false' });
	ada = moderated.moderator();
	zoe = moderated.member();
}, 60_000);
afterAll(nothingAmiss);

/** Answers one question after another: a text in a message, a word in brackets by its button. */
async function fill(first: Message, ...answers: string[]): Promise<Message> {
	let last = first;
	for (const answer of answers) {
		const [, button] = /^\[(.*)\]$/.exec(answer) ?? [];
		last = button === undefined ? await ada.says(answer) : await ada.presses(last, button);
	}
	return last;
}

/** Sends a draft, approves it, and says that it is published. */
async function publish(draft: Message): Promise<void> {
	const number = await ada.sends(draft, 'For a test.');
	expectText(await ada.presses(await ada.says(`/review ${number}`), 'Approve'), /is published/);
}

describe('/propose', () => {
	it('is refused to everyone else, who does not see it among the commands', async () => {
		expectText(await zoe.says('/propose'), /^For moderators only\n[\s\S]*\/suggest/);
		expectText(await zoe.says('/review'), /^For moderators only/);
		const listed = (actor: Actor) => actor.chat.commandsFor().map(({ command }) => command);
		expect(listed(ada)).toEqual(
			expect.arrayContaining(['ask', 'propose', 'review', 'history', 'revert', 'gaps', 'stale']),
		);
		expect(listed(zoe)).toContain('suggest');
		expect(listed(zoe)).not.toContain('propose');
		for (const text of ['/help', '/nonsense']) {
			const answer = visibleText(await zoe.says(text));
			expect(answer).toContain('/suggest');
			expect(answer).not.toContain('/propose');
		}
		expectText(await ada.says('/nonsense'), /\/propose/);
	});

	it('alone offers the kinds; one that needs an entry asks for it', async () => {
		const menu = await ada.says('/propose');
		expectText(menu, /^What would you like to propose\?$/);
		expect(labelsOf(menu)).toEqual([
			'Add a fact',
			'Add a statement',
			'Change an entry',
			'Supersede: the law has changed',
			'Correct: the entry was wrong',
			'Re-verify: still true',
			'Retire an entry',
			'Add a word or alias',
		]);
		const entry = await ada.presses(menu, 'Change an entry');
		expect(titleOf(entry)).toBe('Change an entry · Entry');
		expect(titleOf(await ada.says('Miners in China must register'))).toBe('What holds · Status (1/5)');
	});

	it.each([
		['/propose change ru-mining', /^What holds · Status/],
		['/propose Change RU-MINING', /^What holds · Status/],
		['/propose correct Miners in Iran must register', /^What holds · Status/],
		['/propose re-verify cn-mining', /^Still true · Verified on/],
		['/propose retire ru-mining', /^Send for review · Why/],
		['/propose supersede ru-mining', /^What holds · Status/],
		['/propose add-fact Iran tax', /^What holds · Status[\s\S]*Tax-free/],
		['/propose Add a fact mining in Japan', /^What holds · Status[\s\S]*Encouraged/],
		['/propose add-statement', /^Who said it, and when · Speaker/],
		['/propose word', /^A word · What it names/],
		['/propose change', /^Change an entry · Entry/],
		['/propose add-fact', /^Add a fact · Jurisdiction/],
	])('takes words: %s', async (text, question) => {
		expectText(await ada.says(text), question);
	});

	it('with an entry alone offers what can be done with it', async () => {
		const menu = await ada.says('/propose ru-mining');
		expect(labelsOf(menu)).toEqual(expect.arrayContaining(['Change an entry', 'Retire an entry']));
		expect(labelsOf(menu)).not.toContain('Add a fact');
		expectText(await ada.presses(menu, 'Change an entry'), /Now: Regulated/);
	});

	it('with a place offers its entries; with a name that no entry has, those like it', async () => {
		const there = await ada.says('/propose change mining in China');
		expect(titleOf(there)).toBe('Which entry?');
		expect(labelsOf(there)).toEqual(['Miners in China must register', 'Another entry']);
		expectText(await ada.presses(there, 'Miners in China must register'), /Now: Regulated/);
		const near = await ada.says('/propose change must regster');
		expectText(near, /^Change an entry · Entry/);
		const named = await ada.says('Miners in Iran should sign up');
		expectText(named, /There is no entry called “Miners in Iran should sign up”\. Is it one of these\?/);
		expect(labelsOf(named)).toContain('Miners in Iran must register');
		expect(titleOf(await ada.presses(named, 'Another entry'))).toBe('Change an entry · Entry');
		expectText(await ada.says('nothing of the kind'), /There is no entry called “nothing of the kind”/);
	});

	it('asks again for a place or topic that it does not know', async () => {
		const place = await ada.says('/propose add-fact tax');
		expect(titleOf(place)).toBe('Add a fact · Jurisdiction (1/2)');
		expectText(await ada.says('Atlantis'), /Jurisdiction: no place is called “Atlantis”; check its name\./);
		const topic = await ada.says('Iran');
		expectText(topic, /^Add a fact · Topic \(2\/2\)[\s\S]*Now: tax/);
		expectText(await ada.presses(topic, 'Keep it'), /^What holds · Status/);
	});
});

describe('a proposal', () => {
	beforeEach(() => {
		ada = moderated.moderator();
	});

	it('of a new fact with a new source answers a question that nothing answered', async () => {
		expectText(await zoe.says('crypto tax in Iran'), /^Not covered yet/);
		const started = await ada.says('/propose add-fact Iran tax');
		const dates = await fill(
			started,
			'[Taxed]',
			'Gains are taxed in Iran',
			'Gains from crypto are taxed.',
			'[Skip]',
			'[yes]',
		);
		expectText(dates, /✓ 1\. What holds\n… 2\. Dates and evidence[\s\S]*Saved\. Next: 2\. Dates and evidence\./);
		const sources = await fill(
			dates,
			'[2. Dates and evidence]',
			'[Skip]',
			'2025-08',
			'[Skip]',
			'[Keep it]',
			'Article 2.',
		);
		expectText(sources, /… 4\. A new source\n\nSaved\. Next: 4\. A new source\./);
		expect(labelsOf(sources)).not.toContain('Preview');
		const address = await ada.presses(sources, '4. A new source');
		const again = await ada.says('example.org/tax');
		expectText(again, /Address: must be .*https/);
		expect(labelsOf(address)).toContain('Skip');
		const draft = await fill(again, 'https://example.org/tax', 'The tax law', 'The parliament', '2025-08-01', '[law]');
		expectText(draft, /✓ 4\. A new source\n\nSaved\.$/);
		await publish(draft);
		const answer = await zoe.says('crypto tax in Iran');
		expectText(
			answer,
			/Iran · Tax[\s\S]*Gains from crypto are taxed\.[\s\S]*The tax law · The parliament, 1 August 2025, law/,
		);
		expectCited(answer);
	});

	it('of a first fact on a place that nothing is known of yet answers as well', async () => {
		const started = await ada.says('/propose add-fact Fiji mining');
		let draft = await fill(
			started,
			'[Allowed]',
			'Mining is free in Fiji',
			'Nobody needs a licence to mine.',
			'[Skip]',
			'[yes]',
		);
		draft = await fill(draft, '[2. Dates and evidence]', '2025', '[Skip]', '[Skip]', '[Keep it]', 'The bank says so.');
		draft = await fill(
			draft,
			'[4. A new source]',
			'https://example.org/fiji',
			'On mining',
			'The bank',
			'[Skip]',
			'[news]',
		);
		await publish(draft);
		expectText(await zoe.says('mining in Fiji'), /Fiji · Mining[\s\S]*Nobody needs a licence to mine\./);
	});

	it('that supersedes a fact leaves the old one as what held before', async () => {
		const started = await ada.says('/propose supersede ru-mining');
		let draft = await fill(
			started,
			'[Banned]',
			'Mining is banned in Russia',
			'Nobody may mine in Russia.',
			'[Skip]',
			'[yes]',
		);
		draft = await fill(
			draft,
			'[2. Dates and evidence]',
			'2026-01',
			'2026-02',
			'[Skip]',
			'[Keep it]',
			'Article 5 says so.',
		);
		draft = await fill(draft, '[4. A new source]', 'https://example.org/ban', 'The ban', 'Parliament', '2026', '[law]');
		expect(labelsOf(draft)).toContain('Preview');
		await publish(draft);
		expectText(await zoe.says('mining in Russia'), /Banned[\s\S]*Nobody may mine in Russia\./);
		expectText(await zoe.says('/timeline Russia mining'), /2024[\s\S]*Miners in Russia must register/);
	});

	it('of a statement enters a new person, and says what is wrong with a name', async () => {
		await ada.says('/propose add-statement');
		const again = await ada.says('Nobody Known');
		expectText(
			again,
			/Speaker: names nobody known; check the spelling, or write "new: Full Name"[\s\S]*Now: Nobody Known/,
		);
		const who = await fill(again, 'new: Jane Doe', 'Minister', '2026-05-04', '[Skip]', '[quote]');
		const said = await ada.presses(who, '2. What was said');
		const wrong = await fill(said, 'Doe on mining', '“Mining stays.”', 'gardening');
		expectText(wrong, /^What was said · Topics \(3\/5\)\n\nTopics: .*gardening/);
		let draft = await fill(wrong, 'mining', 'Russia, IR', '[Skip]');
		draft = await fill(draft, '[3. Evidence and sources]', '[Skip]', '[Keep it]', '[Skip]', '[Skip]', '[Skip]');
		draft = await fill(
			draft,
			'[4. A new source]',
			'https://example.org/doe',
			'Doe speaks',
			'News',
			'2026-05-04',
			'[news]',
		);
		await ada.presses(draft, 'Preview');
		expectText(await ada.told(/^Today: /), /^Today: no such entry\n\nNothing answers with it\.$/);
		await ada.told(/^Once published: Doe on mining/);
		await publish(draft);
		const answer = await zoe.says('/quote Jane Doe');
		expectText(answer, /Jane Doe[\s\S]*“Mining stays\.”[\s\S]*Minister/);
		expectCited(answer);
	});

	it('of a word makes it understood', async () => {
		expect(titleOf(await zoe.says('hashfarming in China'))).not.toContain('Mining');
		const started = await ada.says('/propose word');
		const again = await fill(started, '[topic-term]', 'gardening');
		expectText(again, /Which one: names no topic/);
		const draft = await fill(again, 'mining', 'hashfarming', '[Skip]');
		await publish(draft);
		expectText(await zoe.says('hashfarming in China'), /China · Mining/);
	});

	it('that verifies an entry again changes its day alone', async () => {
		const draft = await fill(await ada.says('/propose re-verify ir-mining'), '[Keep it]', '[Keep it]', '[Skip]');
		const number = await ada.sends(draft, 'Read again.');
		const shown = await ada.says(`/review ${number}`);
		expectText(shown, /· still true · [\s\S]*fact ir-mining changed\nverified on: 2026-01-01 → \d{4}-\d\d-\d\d\n/);
		await ada.presses(shown, 'Approve');
		expectText(await zoe.says('mining in Iran'), /verified \d+ \w+ 2026/);
	});

	it('that changes nothing says so and cannot be sent', async () => {
		const draft = await ada.pressesOn(
			await ada.says('/propose change ir-mining'),
			'Keep the rest',
			'2. Dates and evidence',
		);
		const same = await ada.presses(draft, 'Keep the rest');
		expectText(same, /Please put right\nNothing has been changed yet\./);
		expect(labelsOf(same)).not.toContain('Preview');
		expectText(await ada.presses(same, 'Discard'), /^Draft discarded/);
	});

	it('may be approved by its author where no second moderator is needed, who is told so', async () => {
		const draft = await ada.presses(await ada.says('/propose change cn-mining'), 'Banned');
		const number = await ada.sends(await ada.presses(draft, 'Keep the rest'), 'It is.');
		const shown = await ada.says(`/review ${number}`);
		expect(visibleText(shown)).not.toContain('another moderator');
		expectText(await ada.presses(shown, 'Approve'), /is published/);
	});
});
