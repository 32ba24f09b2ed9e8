/** How a moderator fills in a form on Telegram: one field after another, in messages and by buttons, through restarts and back. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSql } from '../../support/databases.ts';
import type { Message } from '../../support/telegram/objects.ts';
import type { Telegram } from '../../support/telegram/server.ts';
import { visibleText } from '../../support/telegram/visible.ts';
import {
	callsIn,
	eventually,
	labelsOf,
	nothingAmiss,
	QUESTION,
	requestsIn,
	saidIn,
	titleOf,
	useSmallKnowledge,
} from '../telegram-bot.ts';
import { Actor, expectText, type ModeratedBot, newModeratedBot } from './telegram-moderators.ts';

useSmallKnowledge();
let moderated: ModeratedBot;
let telegram: Telegram;
let ada: Actor;
let zoe: Actor;

beforeAll(async () => {
	moderated = await newModeratedBot();
	({ telegram } = moderated);
	ada = moderated.moderator();
	zoe = moderated.member();
}, 60_000);
afterAll(nothingAmiss);

const begin = (): Promise<Message> => ada.says('/propose change ru-mining');

describe('a field', () => {
	it('with choices takes a button, and the words of one, in any case', async () => {
		const status = await begin();
		expect(labelsOf(status)).toEqual([
			...['Encouraged', 'Allowed', 'Regulated', 'No specific rule', 'Restricted', 'Banned', 'Proposed'],
			...['Keep it', 'Keep the rest', 'Cancel'],
		]);
		const title = await ada.presses(status, 'Restricted');
		expect(titleOf(title)).toBe('What holds · Title (2/5)');
		const again = await ada.presses(title, 'Back');
		expectText(again, /Now: Restricted/);
		for (const typed of ['banned', 'No specific rule', 'Banned: mining is prohibited'])
			expectText(
				await ada.presses(await ada.says(typed), 'Back'),
				/^What holds · Status[\s\S]*Now: (Banned|No specific rule)/,
			);
	});

	it('says what is wrong with a choice, and what there is to choose from, and asks again', async () => {
		await begin();
		const again = await ada.says('forbidden');
		expectText(again, /^What holds · Status \(1\/5\)\n\nStatus: must be one of Encouraged, Allowed, .*Proposed\.\n/);
		expect(titleOf(await ada.says('Banned'))).toBe('What holds · Title (2/5)');
	});

	it('says what is wrong with a value, and how to put it right, and asks again with what was sent', async () => {
		const draft = await ada.presses(await begin(), 'Keep the rest');
		await ada.presses(draft, '2. Dates and evidence');
		const again = await ada.says('2024-13-01');
		expectText(
			again,
			/^Dates and evidence · Announced \(1\/5\)\n\nAnnounced: must be a date that exists, written YYYY/,
		);
		expectText(again, /Now: 2024-13-01/);
		expect(titleOf(await ada.says('2024-10'))).toBe('Dates and evidence · In force since (2/5)');
	});

	it('that is kept as it is though it is wrong stays with the draft, which says so', async () => {
		const draft = await ada.presses(await begin(), 'Keep the rest');
		await ada.presses(draft, '2. Dates and evidence');
		const faulty = await ada.pressesOn(await ada.says('soon'), 'Keep it', 'Keep the rest');
		expectText(faulty, /^Draft: .*\n\nPlease put right\nAnnounced: must be a date[\s\S]*✗ 2\. Dates and evidence/);
		expect(labelsOf(faulty)).not.toContain('Preview');
		expectText(await ada.presses(faulty, '2. Dates and evidence'), /Now: soon/);
		const mended = await ada.presses(await ada.says('2024'), 'Keep the rest');
		expect(labelsOf(mended)).toContain('Preview');
	});

	it('that may be empty is skipped, or emptied; one that may not is neither', async () => {
		const draft = await ada.presses(await begin(), 'Keep the rest');
		const announced = await ada.presses(draft, '2. Dates and evidence');
		expect(labelsOf(announced)).toEqual(['Skip', 'Keep the rest', 'Cancel']);
		const since = await ada.presses(announced, 'Skip');
		expect(labelsOf(since)).toEqual(['Keep it', 'Leave it empty', 'Keep the rest', 'Back', 'Cancel']);
		const last = await ada.pressesOn(since, 'Leave it empty', 'Skip', 'Keep it');
		expect(titleOf(last)).toBe('Dates and evidence · Evidence (5/5)');
		expect(labelsOf(last)).toEqual(['Keep it', 'Back', 'Cancel']);
		expectText(await ada.presses(last, 'Keep it'), /Announced: must have a date: "announced", "in_force" or both/);
	});

	it('of a step that is left out altogether is skipped with the others', async () => {
		const draft = await ada.presses(await begin(), 'Keep the rest');
		const address = await ada.presses(draft, '4. A new source');
		expect(labelsOf(address)).toEqual(['Skip', 'Skip the rest', 'Cancel']);
		const kind = await ada.pressesOn(address, 'Skip', 'Skip', 'Skip', 'Skip');
		expect(labelsOf(kind)).toEqual([
			...['law', 'regulator', 'central-bank', 'court', 'parliament', 'government', 'intergovernmental'],
			...['research', 'news', 'Skip', 'Back', 'Cancel'],
		]);
		expectText(await ada.presses(kind, 'Skip'), /^Draft: /);
	});
});

describe('a text that is too long', () => {
	it('is refused with how long it may be, and a shorter one is taken at once', async () => {
		await ada.pressesOn(await begin(), 'Keep it', 'Keep it');
		const again = await ada.says('x'.repeat(481));
		expectText(
			again,
			/^What holds · Claim \(3\/5\)\n\nClaim: must be at most 480 characters, and this is 481 long\. Please/,
		);
		expect(titleOf(await ada.says('Miners register.'))).toBe('What holds · Keywords (4/5)');
	});

	it('is refused once when the client sends it in pieces, which are taken for nothing else', async () => {
		await ada.pressesOn(await begin(), 'Keep it', 'Keep it');
		const before = saidIn(ada.chat).length;
		const pieces = ada.chat.postLong('All who mine must register. '.repeat(400));
		expect(pieces.length).toBe(3);
		await telegram.acknowledged(pieces[2]?.updateId ?? 0);
		const said = saidIn(ada.chat).slice(before);
		expect(said.map(titleOf)).toEqual(['What holds · Claim (3/5)']);
		expectText(
			said[0] as Message,
			/Claim: must be at most 480 characters, and this is much longer\. Please shorten it\./,
		);
		expectText(said[0] as Message, /Now: Whoever mines in Russia must register first\./);
		await ada.presses(said[0] as Message, 'Cancel');
	});
});

describe('a dialogue', () => {
	it('leaves no buttons behind when it goes on by buttons', async () => {
		const status = await begin();
		const draft = await ada.pressesOn(status, 'Keep it', 'Keep it', 'Keep it', 'Skip', 'yes');
		expect(draft.message_id).toBe(status.message_id);
		expectText(draft, /^Draft: Change an entry/);
	});

	it('goes back to a field, with what was answered there', async () => {
		await ada.presses(await begin(), 'Keep it');
		const claim = await ada.says('Miners have to register');
		const title = await ada.presses(claim, 'Back');
		expectText(title, /^What holds · Title \(2\/5\)[\s\S]*Now: Miners have to register/);
		expect(titleOf(await ada.presses(title, 'Back'))).toBe('What holds · Status (1/5)');
	});

	it('that is cancelled keeps what was sent, and shows the draft', async () => {
		await ada.presses(await begin(), 'Banned');
		const draft = await ada.presses(await ada.says('Mining is banned'), 'Cancel');
		expectText(draft, /^Draft: Change an entry[\s\S]*Saved\./);
		const title = await ada.presses(await ada.presses(draft, '1. What holds'), 'Keep it');
		expectText(title, /Now: Mining is banned/);
		expectText(await ada.says('/cancel'), /^Draft: Change an entry/);
		expectText(await ada.says(QUESTION), /Russia · Mining/);
	});

	it('ends at any command, which says so; the draft stays, and /propose goes on with it', async () => {
		await ada.presses(await begin(), 'Banned');
		await ada.says('Mining is not allowed');
		expectText(await ada.says('/help'), /The form that was open is closed; its draft is kept\.$/);
		expectText(await ada.says('/country Russia'), /Russia/);
		const menu = await ada.says('/propose');
		expect(labelsOf(menu)[0]).toBe('Go on with my draft');
		const title = await ada.pressesOn(menu, 'Go on with my draft', '1. What holds', 'Keep it');
		expectText(title, /Now: Mining is not allowed/);
		await begin();
		expectText(await ada.says('/nonsense'), /I know no such command/);
		expectText(await ada.says(QUESTION), /Russia · Mining/);
	});

	it('keeps what was sent when another form is opened, also the same one', async () => {
		const draft = await ada.presses(await begin(), 'Keep the rest');
		await ada.presses(await ada.presses(draft, '1. What holds'), 'Banned');
		await ada.says('Kept by opening another');
		expect(titleOf(await ada.presses(draft, '2. Dates and evidence'))).toMatch(/^Dates and evidence/);
		const again = await ada.presses(draft, '1. What holds');
		expectText(again, /Now: Banned/);
		expectText(await ada.presses(again, 'Keep it'), /Now: Kept by opening another/);
	});

	it('takes no answer from the buttons of a question that was answered, nor of a dialogue that has ended', async () => {
		const status = await begin();
		const title = await ada.says('Banned');
		expect(await ada.toldOnPressing(status, 'Regulated')).toBe('That has been answered. The question below is open.');
		const draft = await ada.presses(title, 'Keep the rest');
		expect(await ada.toldOnPressing(status, 'Regulated')).toMatch(/^That form is no longer open\./);
		expectText(await ada.presses(draft, '1. What holds'), /Now: Banned/);
		await begin();
		expect(await ada.toldOnPressing(status, 'Regulated')).toMatch(/^That form is no longer open\./);
	});

	it('of a member is cancelled in a word, and a command says that it is closed', async () => {
		const asked = await zoe.presses(await zoe.says(QUESTION), 'Report a mistake');
		expect(labelsOf(asked)).toEqual(['Cancel']);
		expectText(await zoe.presses(asked, 'Cancel'), /^Cancelled\.$/);
		await zoe.presses(await zoe.says(QUESTION), 'Report a mistake');
		expectText(await zoe.says('/help'), /That form is no longer open\. Please begin again\.$/);
		expectText(await zoe.says(QUESTION), /Russia · Mining/);
	});

	it('shows what a draft holds as it was typed, without markup', async () => {
		await ada.presses(await begin(), 'Keep it');
		const claim = await ada.chat.say('<b>Miners</b> & *others* _here_ [x](y)');
		const title = await ada.chat.press(claim, 'Back');
		expect(visibleText(title.edited as Message)).toContain('Now: <b>Miners</b> & *others* _here_ [x](y)');
		await ada.chat.press(title.edited as Message, 'Cancel');
	});

	it('that is left for more than a day is not answered by a question', async () => {
		await ada.presses(await begin(), 'Banned');
		const yesterday = new Date(Date.now() - 25 * 3_600_000).toISOString();
		await runSql(moderated.databaseUrl, `update dialogues set updated_at = '${yesterday}'`);
		expectText(await ada.says(QUESTION), /Russia · Mining/);
		const status = await ada.pressesOn(await ada.says('/propose'), 'Go on with my draft', '1. What holds');
		expectText(status, /Now: Banned/);
		await ada.presses(status, 'Cancel');
	});

	it('that cannot be finished, since too much has been done in a minute, stays open with all that was sent', async () => {
		const busy = moderated.moderator();
		const menu = await busy.says('/gaps');
		await busy.presses(await busy.says('/propose change ru-mining'), 'Banned');
		const claim = await busy.says('Mining is banned');
		for (let times = 0; times < 70; times++) await busy.chat.forgePress(menu, '!|review|999', { settleMs: 0 });
		await busy.told(/^Too many at once/);
		const { heard } = busy;
		expectText(await busy.presses(claim, 'Keep the rest'), /^Too many at once/);
		expectText(await busy.told(/^What holds/, heard), /^What holds · Claim \(3\/5\)[\s\S]*Now: Whoever mines/);
	});

	it('enters nobody among the people who only asks', async () => {
		const grace = new Actor(telegram.privateChat({ firstName: 'Grace' }));
		await grace.says(QUESTION);
		expect(await runSql(moderated.databaseUrl, `select name from people where name = 'Grace'`)).toEqual([]);
	});
});

describe('a restart', () => {
	it('between two answers leaves the dialogue as it was: the next answer goes on', async () => {
		await ada.presses(await begin(), 'Banned');
		await ada.says('Mining is over');
		const { heard } = ada;
		await moderated.kill();
		ada.chat.post('Nobody may mine in Russia.');
		await moderated.start();
		const keywords = await ada.told(/^What holds · Keywords \(4\/5\)/, heard);
		const draft = await ada.presses(keywords, 'Keep the rest');
		const claim = await ada.pressesOn(draft, '1. What holds', 'Keep it', 'Keep it');
		expectText(claim, /Now: Nobody may mine in Russia\./);
		const title = await ada.presses(claim, 'Back');
		expectText(title, /Now: Mining is over/);
		expectText(await ada.presses(title, 'Back'), /Now: Banned/);
	});

	it('before an answer was confirmed asks again instead of taking it for the next field', async () => {
		await ada.presses(await begin(), 'Keep it');
		const before = requestsIn(telegram, ada.chat).length;
		const { heard } = ada;
		telegram.faults.cut(callsIn(ada.chat), Number.POSITIVE_INFINITY);
		ada.chat.post('Taken once');
		await eventually(() => requestsIn(telegram, ada.chat).length > before);
		await moderated.kill();
		telegram.faults.clear();
		await moderated.start();
		const claim = await ada.told(/^What holds · Claim \(3\/5\)/, heard);
		expectText(claim, /Now: Whoever mines in Russia must register first\./);
		expectText(await ada.presses(claim, 'Back'), /Now: Taken once/);
	});

	it('does not take an answer again that Telegram sends again much later', async () => {
		await ada.presses(await begin(), 'Keep it');
		const { heard } = ada;
		const { updateId = 0 } = ada.chat.post('Taken only once');
		await ada.told(/^What holds · Claim \(3\/5\)/, heard);
		await telegram.acknowledged(updateId);
		// What was handled is entered together, a little later.
		await sleep(300);
		await moderated.kill();
		telegram.redeliver(updateId);
		await moderated.start();
		const keywords = await ada.says('Whoever mines must register.');
		expect(titleOf(keywords)).toBe('What holds · Keywords (4/5)');
		const claim = await ada.presses(keywords, 'Back');
		expectText(claim, /Now: Whoever mines must register\./);
		expectText(await ada.presses(claim, 'Back'), /Now: Taken only once/);
	});

	it('does not press a button again that Telegram sends again', async () => {
		const status = await begin();
		const before = telegram.requests.length;
		telegram.faults.cut('answerCallbackQuery', Number.POSITIVE_INFINITY);
		const pressed = ada.chat.press(status, 'Restricted', { timeoutMs: 15_000 }).catch(() => undefined);
		await eventually(() => telegram.requests.slice(before).some(({ method }) => method === 'answerCallbackQuery'));
		await moderated.kill();
		telegram.faults.clear();
		await moderated.start();
		expect((await pressed)?.edited?.message_id).toBe(status.message_id);
		const title = await ada.told(/^What holds · Title \(2\/5\)/);
		expect(title.message_id).toBe(status.message_id);
		expectText(await ada.presses(title, 'Back'), /Now: Restricted/);
	});
});
