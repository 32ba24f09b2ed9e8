/** A change on Telegram, from /propose to the answer that everyone gets, and back again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../support/telegram/objects.ts';
import { visibleLinks, visibleText } from '../../support/telegram/visible.ts';
import { eventually, labelsOf, nothingAmiss, QUESTION, saidIn, useSmallKnowledge } from '../telegram-bot.ts';
import { type Actor, expectText, type ModeratedBot, newModeratedBot } from './telegram-moderators.ts';

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

const answer = async (): Promise<string> => visibleText(await zoe.says(QUESTION));

describe('a change of an entry', () => {
	let draft: Message;
	let shown: Message;

	it('is asked for field by field, and shows what the entry says', async () => {
		const status = await ada.says('/propose change ru-mining');
		expectText(status, /^What holds · Status \(1\/5\)[\s\S]*Banned: mining is prohibited[\s\S]*Now: Regulated/);
		const title = await ada.presses(status, 'Keep it');
		expectText(title, /^What holds · Title \(2\/5\)[\s\S]*Now: Miners in Russia must register/);
		const claim = await ada.presses(title, 'Keep it');
		expectText(claim, /^What holds · Claim \(3\/5\)/);
		draft = await ada.presses(await ada.says('Whoever mines in Russia & sells must register first.'), 'Keep the rest');
		expectText(draft, /^Draft: Change an entry · Miners in Russia must register\n[\s\S]*✓ 1\. What holds/);
		expect(labelsOf(draft)).toContain('Preview');
	});

	it("is shown as people will see it, beside today's answer", async () => {
		await ada.presses(draft, 'Preview');
		const [today, once, summary] = await eventually(() => {
			const last = saidIn(ada.chat).slice(-3);
			return labelsOf(last[2] as Message).includes('Send for review') && last;
		}, 10_000);
		expectText(today as Message, /^Today: .*Russia · Mining[\s\S]*Whoever mines in Russia must register first\./);
		expectText(once as Message, /^Once published: .*Russia · Mining[\s\S]*Whoever mines in Russia & sells/);
		expectText(summary as Message, /claim: Whoever mines in Russia & sells must register first\./);
		expect(visibleLinks(summary as Message).map(({ url }) => url)).toContain('https://example.org/RU/law');
	});

	it('waits for review with its reason; the other moderators are told, and its author is not', async () => {
		expect(await ada.sends(draft, 'Those who only mine for themselves are free.')).toBe(1);
		const told = await ben.told(/^Proposal #1 · Miners in Russia must register\n/);
		expectText(told, /By Ada: Those who only mine for themselves are free\./);
		expect(labelsOf(told)).toEqual(['Show it']);
		expect(saidIn(ada.chat).filter((said) => visibleText(said).startsWith('Proposal #'))).toEqual([]);
		expect(await answer()).not.toContain('& sells');
	});

	it('cannot be approved by who proposed it', async () => {
		const own = await ada.says('/review');
		expect(labelsOf(own)).toContain('Change it');
		expectText(await ada.presses(own, 'Approve'), /^That is your own proposal[\s\S]*Nothing was changed/);
		expectText(await ada.says('/review 1'), /It is your own: another moderator has to approve it\./);
	});

	it('is reviewed with who, when, why, the differences, and the sources as links', async () => {
		shown = await ben.says('/review');
		expectText(
			shown,
			/^#1 · change · Miners in Russia must register\n\nBy Ada, \d{4}-\d\d-\d\d \d\d:\d\d UTC\. Those who/,
		);
		expectText(shown, /fact ru-mining changed\nclaim: Whoever mines in Russia & sells must register first\./);
		expect(shown.entities?.filter(({ type }) => type === 'bold' || type === 'strikethrough').length).toBeGreaterThan(1);
		expect(visibleLinks(shown)).toContainEqual({ text: 'The mining law of Russia', url: 'https://example.org/RU/law' });
		expect(labelsOf(shown)).toEqual(['Approve', 'Ask for a change', 'Reject', 'See the answers', 'Next']);
		expectText(await ben.presses(shown, 'See the answers'), /^Today: /);
		await ben.told(/^Once published: /);
	});

	it('goes back to its author, who is told and goes on with the draft as it was', async () => {
		const asked = await ben.presses(shown, 'Ask for a change');
		expectText(asked, /^Ask for a change: proposal 1 · What should be changed\?\n/);
		expectText(await ben.says('Sells what?'), /^#1 is back with its author/);
		const told = await ada.told(/^Please change your proposal #1[\s\S]*Sells what\?/);
		const reopened = await ada.presses(told, 'Change it');
		expectText(reopened, /^Draft: Change an entry/);
		const claim = await ada.pressesOn(reopened, '1. What holds', 'Keep it', 'Keep it');
		expectText(claim, /Now: Whoever mines in Russia & sells must register first\./);
		draft = await ada.presses(
			await ada.says('Whoever mines in Russia & sells coins must register first.'),
			'Keep the rest',
		);
	});

	it('is sent again under its number, and whoever saw it before has to look again', async () => {
		await ada.presses(draft, 'Preview');
		const ready = await eventually(
			() =>
				saidIn(ada.chat)
					.slice(-1)
					.find((said) => labelsOf(said).includes('Send for review')),
			10_000,
		);
		const reason = await ada.presses(ready, 'Send for review');
		expectText(reason, /Now: Those who only mine for themselves are free\./);
		expectText(await ada.presses(reason, 'Keep it'), /^Proposal 1 is in the queue/);
		const stale = await ben.chat.forgePress(shown, '!|approve|1|1', { timeoutMs: 10_000, settleMs: 2_000 });
		expectText((stale.sent ?? stale.edited) as Message, /^#1 has changed since you saw it[\s\S]*Nothing was decided/);
		shown = await ben.says('/review');
		expectText(shown, /So far\nBen asked for a change, .* UTC: Sells what\?/);
	});

	it("is published when another moderator approves it: everyone's next answer has it, and its author is told", async () => {
		expectText(await ben.presses(shown, 'Approve'), /^#1 is published\n[\s\S]*revision 1/);
		expect(await answer()).toContain('Whoever mines in Russia & sells coins must register first.');
		await ada.told(/^Your proposal #1 is published/);
	});

	it('survives a restart, as old buttons do; they say that it was decided, when and by whom', async () => {
		await moderated.kill();
		await moderated.start();
		expect(await answer()).toContain('& sells coins');
		const old = await ben.chat.forgePress(shown, '!|approve|1|3', { timeoutMs: 10_000, settleMs: 2_000 });
		expectText(
			old.edited as Message,
			/^#1 was decided before\n\nIt was published by Ben, .* UTC\. Nothing was changed now\./,
		);
		const told = await ben.told(/^Proposal #1 · /);
		expectText(await ben.presses(told, 'Show it'), /Ben approved, [\s\S]*This proposal is published\./);
	});

	it('stands in the history with who, why and the differences', async () => {
		const history = await ada.says('/history ru-mining');
		expectText(history, /^History of ru-mining · Miners in Russia must register\n/);
		expectText(history, /Version 2 · .* UTC\nby Ada, approved by Ben \(revision 1\): Those who only mine/);
		expectText(
			history,
			/claim: Whoever mines in Russia & sells coins must register first\.[\s\S]*Version 1 · .*\nas the files had it/,
		);
		expect(labelsOf(history)).toEqual(['Back to version 1']);
		expectText(await ada.says('/history Miners in Russia must register'), /^History of ru-mining/);
		const near = await ada.says('/history miners in china must regster');
		expectText(near, /I know no entry called “miners in china must regster”\. Did you mean:/);
		expectText(await ada.presses(near, labelsOf(near)[0] ?? ''), /^History of cn-mining/);
	});

	it('is undone by /revert, which goes through review as well', async () => {
		const asked = await ada.says('/revert ru-mining 1');
		expectText(asked, /^Back to version 1 · Why\n/);
		expectText(await ada.says('It was right as it was.'), /^Proposal 2 is in the queue[\s\S]*back to version 1/);
		expect(await answer()).toContain('& sells coins');
		await ben.pressesOn(await ben.told(/^Proposal #2 /), 'Show it', 'Approve');
		expect(await answer()).not.toContain('& sells coins');
		expectText(await ada.says('/history ru-mining'), /Version 3 · [\s\S]*revision 2\): It was right as it was\./);
	});
});

describe('a proposal', () => {
	it('that is rejected stays unpublished, and its author is told why', async () => {
		const status = await ada.says('/propose correct cn-mining');
		const draft = await ada.presses(await ada.says('Banned'), 'Keep the rest');
		expectText(status, /Now: Regulated/);
		const number = await ada.sends(draft, 'It is banned.');
		const asked = await ben.pressesOn(await ben.told(new RegExp(`^Proposal #${number} `)), 'Show it', 'Reject');
		expectText(asked, new RegExp(`^Reject: proposal ${number} · Why\\?`));
		expectText(await ben.says('No law says so.'), new RegExp(`^#${number} is closed`));
		await ada.told(new RegExp(`^Your proposal #${number} was rejected\\n\\n.*\\n\\nNo law says so\\.`));
		expectText(await zoe.says('mining in China'), /Regulated/);
	});

	it('that retires an entry needs a reason alone', async () => {
		expectText(await ada.says('/propose retire ir-mining'), /^Send for review · Why\n/);
		expectText(await ada.says('It was repealed.'), /^Proposal \d+ is in the queue/);
		const told = await ben.told(/^Proposal #\d+ · Miners in Iran must register/);
		expectText(await ben.presses(told, 'Show it'), /· retire · [\s\S]*fact ir-mining removed/);
		await ben.presses(await ben.told(/· retire · /), 'Approve');
		expectText(await zoe.says('mining in Iran'), /^Not covered yet/);
	});

	it('that brings a retired entry back names it by its id', async () => {
		expectText(await ada.says('/history ir-mining'), /^History of ir-mining · no longer published/);
		expectText(await ada.says('/revert ir-mining 9'), /^There is no such version/);
		expectText(await ada.says('/revert ir-mining 1'), /^Back to version 1 · Why/);
		const sent = await ada.says('It was not repealed.');
		await ada.presses(sent, 'Show it');
		await ben.pressesOn(await ben.told(/^Proposal #5 /), 'Show it', 'Approve');
		expectText(await zoe.says('mining in Iran'), /Iran · Mining/);
	});

	it('on what another has changed meanwhile is a conflict that names the other', async () => {
		const change = async (who: Actor, title: string) => {
			await who.presses(await who.says('/propose change cn-mining'), 'Keep it');
			return who.sends(await who.presses(await who.says(title), 'Keep the rest'), 'Better.');
		};
		const [first, second] = [await change(ada, 'First title'), await change(ben, 'Second title')];
		expectText(await ben.says(`/review ${first}`), new RegExp(`Also waiting on the same entry: #${second}`));
		await ada.presses(await ada.says(`/review ${second}`), 'Approve');
		const seen = await ben.says(`/review ${first}`);
		expectText(seen, /Conflict: the entry has been changed since this was proposed/);
		expectText(
			await ben.presses(seen, 'Approve'),
			/conflicts\n\nRevision \d+ \(“Second title”[\s\S]*Nothing was published/,
		);
	});
});
