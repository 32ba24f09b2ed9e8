/** What members tell the moderators on Telegram, and what moderators find to do: reports, reasons, gaps, and entries grown old. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../support/telegram/objects.ts';
import { visibleButtons, visibleLinks, visibleText } from '../../support/telegram/visible.ts';
import { labelsOf, nothingAmiss, QUESTION, saidIn, titleOf, useSmallKnowledge } from '../telegram-bot.ts';
import { Actor, expectText, type ModeratedBot, newModeratedBot } from './telegram-moderators.ts';

useSmallKnowledge();
let moderated: ModeratedBot;
let ada: Actor;
let ben: Actor;
let zoe: Actor;

beforeAll(async () => {
	moderated = await newModeratedBot();
	ada = moderated.moderator();
	ben = moderated.moderator();
	zoe = moderated.member();
}, 60_000);
afterAll(nothingAmiss);

/** The number under which something was sent to the moderators. */
function numberIn(message: Message): number {
	expectText(message, /^Sent to the moderators\n\nThank you\. It is number \d+ in their queue; you will be told/);
	return Number(/number (\d+)/.exec(visibleText(message))?.[1]);
}

describe('a report of a member', () => {
	it('by /suggest waits in the queue in its own words, marked as from a member', async () => {
		const number = numberIn(await zoe.says('/suggest The 2024 law is old: https://example.org/new & <3 of it'));
		const told = await ada.told(new RegExp(`^Report #${number}\n`));
		expect(visibleText(told).replaceAll('\u2060', '')).toMatch(
			/By Zoe \(a member\): The 2024 law is old: https:\/\/example\.org\/new & <3 of it$/,
		);
		const shown = await ada.presses(told, 'Show it');
		expectText(shown, new RegExp(`^#${number} · report\n\nBy Zoe \\(a member\\), .* UTC\\. The 2024 law is old`));
		expect(labelsOf(shown)).toEqual(['Close', 'Next']);
		expect(visibleLinks(shown)).toEqual([]);
	});

	it('by a button under an answer is on its entry, and is taken up as a change of it', async () => {
		const asked = await zoe.presses(await zoe.says('mining in China'), 'Report a mistake');
		expect(visibleText(asked)).toBe(
			'Report a mistake · What is wrong or missing?\n\nIf you can, with a link to a page that shows it\n\nAnswer in a message.',
		);
		const number = numberIn(await zoe.says('Mining is banned there.'));
		const shown = await ada.says(`/review ${number}`);
		expectText(shown, new RegExp(`^#${number} · report · Miners in China must register\n\nBy Zoe \\(a member\\)`));
		expect(labelsOf(shown)).toEqual(['Write the change', 'Close', 'Next']);
		const status = await ada.presses(shown, 'Write the change');
		expectText(status, /^What holds · Status[\s\S]*Now: Regulated/);
		const draft = await ada.pressesOn(status, 'Banned', 'Keep the rest');
		const proposal = await ada.sends(draft, 'As a member says.');
		expectText(await zoe.told(/has been taken up/), new RegExp(`what you reported \\(number ${number}\\)`));
		expectText(await ada.says(`/review ${number}`), /Taken up in proposal \d+\.[\s\S]*This report has been taken up\./);
		await ben.presses(await ben.says(`/review ${proposal}`), 'Approve');
		expectText(await zoe.says('mining in China'), /Banned/);
	});

	it('is closed with a reason, which the member is told', async () => {
		const number = numberIn(await zoe.says('/suggest Bitcoin is great'));
		const asked = await ada.presses(await ada.says(`/review ${number}`), 'Close');
		expect(titleOf(asked)).toBe(`Close report ${number} · Why?`);
		expectText(await ada.says('That is no rule.'), new RegExp(`^#${number} is closed\n`));
		expectText(await zoe.told(/closed your report/), /That is no rule\.$/);
	});

	it('names an entry by its id, and says when it says nothing', async () => {
		const number = numberIn(await zoe.says('/suggest ru-mining is not what the law says'));
		const shown = await ada.says(`/review ${number}`);
		expectText(
			shown,
			/· report · Miners in Russia must register\n\nBy Zoe \(a member\), .* UTC\. ru-mining is not what/,
		);
		expectText(await zoe.says('/suggest'), /What is wrong or missing/);
	});

	it('of a moderator is not marked as from a member', async () => {
		expectText(await ben.says(`/review ${numberIn(await ada.says('/suggest Look into Chad'))}`), /By Ada, /);
	});
});

describe('what people think of an answer', () => {
	it('is counted with its reason, and shown to who reviews the entry or checks it again', async () => {
		const answer = await zoe.says(QUESTION);
		expect(visibleButtons(answer).at(-1)).toEqual(['👍 Helpful', '👎 Not helpful', 'Report a mistake']);
		expect(await zoe.toldOnPressing(answer, '👍 Helpful')).toMatch(/^Thank you\./);
		const other = moderated.member();
		const thanks = await other.presses(await other.says(QUESTION), '👎 Not helpful');
		expect(labelsOf(thanks)).toEqual(['Say why']);
		expect(titleOf(await other.presses(thanks, 'Say why'))).toBe('What was not helpful? · In a few words');
		expectText(await other.says('No word on fees'), /^Thank you\./);

		expectText(await ada.says('/stale'), /ru-mining · verified 2026-01-01, .*helpful 1, not helpful 1/);
		const draft = await ada.presses(await ada.says('/propose change ru-mining'), 'Restricted');
		const number = await ada.sends(await ada.presses(draft, 'Keep the rest'), 'See the fees.');
		const shown = await ben.says(`/review ${number}`);
		expectText(shown, /Readers: 1 found this entry helpful, 1 did not\.\nNot helpful: No word on fees/);
		const asked = await ben.presses(shown, 'Reject');
		await ben.says('It says nothing of fees.');
		expect(titleOf(asked)).toContain('Reject');
	});

	it('is one voice a person, the last one', async () => {
		const answer = await zoe.says(QUESTION);
		await zoe.presses(answer, '👎 Not helpful');
		expectText(await ada.says('/stale'), /helpful 0, not helpful 2/);
		await zoe.toldOnPressing(answer, '👍 Helpful');
		expectText(await ada.says('/stale'), /helpful 1, not helpful 1/);
	});
});

describe('/gaps', () => {
	it('counts what was asked and not answered, and nothing of who asked', async () => {
		expectText(await ada.says('/gaps'), /^No gaps/);
		for (let times = 0; times < 2; times++) expectText(await zoe.says('mining in Fiji'), /^Not covered yet/);
		await zoe.says('crypto tax in Japan');
		const listed = await ada.says('/gaps');
		expectText(
			listed,
			/^Asked, and not answered\n\n1\. .*Fiji · Mining: 2 times, last on .*\n2\. .*Japan · Tax: 1 time, last on/,
		);
		expect(visibleButtons(listed)).toEqual([
			['1. Write a fact', '1. Dismiss'],
			['2. Write a fact', '2. Dismiss'],
		]);
		expect(visibleText(listed)).not.toContain('Zoe');
	});

	it('has one press to begin the missing fact, and one to dismiss it', async () => {
		const listed = await ada.says('/gaps');
		expectText(await ada.presses(listed, '1. Write a fact'), /^What holds · Status[\s\S]*Encouraged/);
		await ada.says('/cancel');
		expectText(
			await ada.presses(listed, '2. Dismiss'),
			/^Asked, and not answered\n\n1\. .*Fiji · Mining: 2 times, last on .*$/,
		);
		expectText(await ada.presses(listed, '1. Dismiss'), /^No gaps/);
	});
});

describe('/stale', () => {
	it('lists what should be checked again with its source, the worst first, three buttons each', async () => {
		const listed = await ada.says('/stale');
		expectText(
			listed,
			/^3 entries to check again\n\n1\. .*China · Miners in China must register\n[\s\S]*days ago \(fresh for 270\)/,
		);
		expect(visibleLinks(listed).map(({ url }) => url)).toContain('https://example.org/IR/law');
		expect(visibleButtons(listed)).toEqual([
			['1. Still true', '1. New source', '1. Law changed'],
			['2. Still true', '2. New source', '2. Law changed'],
			['3. Still true', '3. New source', '3. Law changed'],
		]);
	});

	it('has one press for what is still true, which waits for review once', async () => {
		const listed = await ada.says('/stale');
		expectText(
			await ada.presses(listed, '1. Still true'),
			/^Proposal \d+ is in the queue\n\nMiners in .*: still true\./,
		);
		expectText(await ada.presses(listed, '1. Still true'), /^Proposal \d+ says so already/);
		const shown = await ben.presses(await ben.told(/^Proposal #\d+ · [\s\S]*still say so/), 'Show it');
		expectText(shown, /· still true · [\s\S]*Its sources were read again and still say so\./);
		await ben.presses(shown, 'Approve');
		expectText(await ada.says('/stale'), /^2 entries to check again/);
	});

	it('begins a new source or a change of the entry', async () => {
		const listed = await ada.says('/stale');
		expectText(await ada.presses(listed, '1. New source'), /^Still true · Verified on \(1\/3\)/);
		expectText(await ada.presses(listed, '1. Law changed'), /^What holds · Status/);
	});
});

describe('a chat that asks for it', () => {
	it('is told of new proposals, and no longer when it does not want to be', async () => {
		for (let left = 1; left < 20; left++) {
			const shown = await ben.says('/review');
			if (titleOf(shown) === 'Nothing is waiting') break;
			const [label = ''] = labelsOf(shown).filter((one) => one === 'Close' || one === 'Reject');
			await ben.presses(shown, label);
			await ben.says('Cleared.');
		}
		const there = new Actor(moderated.telegram.group({ title: 'Editors' }), ben.user);
		const offer = await there.says('/review');
		expectText(offer, /^Nothing is waiting\n\nEvery proposal has been decided on\.$/);
		expectText(await there.presses(offer, 'Tell this chat of new ones'), /^This chat will be told of new proposals$/);
		const shown = await ben.says('/review');
		expect(labelsOf(shown)).toEqual(['Do not tell this chat']);
		const off = await ben.presses(shown, 'Do not tell this chat');
		expectText(off, /^This chat will not be told any more$/);
		const before = ben.heard;
		await zoe.says('/suggest First');
		await ada.told(/^Report #\d+[\s\S]*First/);
		await there.told(/^Report #\d+[\s\S]*First/);
		expect(saidIn(ben.chat).slice(before).map(titleOf)).toEqual([]);
		expectText(await ben.presses(off, 'Tell this chat of new ones'), /^This chat will be told of new proposals$/);
		await zoe.says('/suggest Second');
		await ben.told(/^Report #\d+[\s\S]*Second/);
	});
});
