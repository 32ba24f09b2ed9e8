/** A change on Discord, from /propose to the answer that everyone gets, and back again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf } from '../../support/discord/act/fill-modal.ts';
import type { Reply } from '../../support/discord/act/reply.ts';
import type { Message } from '../../support/discord/message-store.ts';
import type { Discord } from '../../support/discord/server.ts';
import { eventually, nothingAmiss } from '../discord-bot.ts';
import {
	actingAs,
	ada,
	ben,
	expectPrivately,
	following,
	labelsOf,
	member,
	newModeratedBot,
	read,
} from './discord-moderators.ts';

const ENTRY = 'ru-mining-law-2024';
const QUESTION = 'Is crypto mining legal in Russia?';
let discord: Discord;
let author: ReturnType<typeof actingAs>;
let reviewer: ReturnType<typeof actingAs>;

beforeAll(async () => {
	({ discord } = await newModeratedBot());
	author = actingAs(discord, ada);
	reviewer = actingAs(discord, ben);
});
afterAll(nothingAmiss);

const answer = async (): Promise<string> =>
	read((await discord.slash('ask', { question: QUESTION }, { user: member })).message);

const numberIn = ({ message }: Reply): string => /Proposal (\d+)/.exec(read(message))?.[1] ?? '';

describe('a change of an entry', () => {
	let draft: Reply;
	let preview: readonly Message[];

	it('begins with a form that holds what the entry says', async () => {
		const opened = await author.command('propose', { what: 'change', entry: ENTRY });
		expect(opened.modal.title).toBe('What holds');
		const fields = fieldsOf(opened.modal);
		expect(fields.map(({ label }) => label)).toEqual(['Status', 'Title', 'Claim', 'Keywords', expect.any(String)]);
		expect(fields[2]?.prefilled).toContain('Law 221-FZ');
		draft = await author.fill(opened, { claim: 'x'.repeat(480) });
		expectPrivately(draft, /^Draft: Change an entry/);
	});

	it('says what is wrong with a field, and what to do, and keeps what was typed', async () => {
		const opened = await author.press(draft.message, '2. Dates and evidence');
		const faulty = await author.fill(opened, { in_force: '2024-13-01' });
		expectPrivately(faulty, /In force since: must be a date that exists, written YYYY, YYYY-MM or YYYY-MM-DD/);
		expect(labelsOf(faulty.message)).not.toContain('Preview');
		const again = await author.press(faulty.message, '2. Dates and evidence');
		expect(fieldsOf(again.modal).find(({ customId }) => customId === 'in_force')?.prefilled).toBe('2024-13-01');
		draft = await author.fill(again, { in_force: '2024-11-01' });
		expect(read(draft.message)).not.toContain('must be');
		const first = await author.press(draft.message, '1. What holds');
		draft = await author.fill(first, { claim: 'Mining is lawful for companies in the tax register. That is all.' });
	});

	it("is shown as people will see it, beside today's answer", async () => {
		const today = await author.press(draft.message, 'Preview');
		preview = [today.message, ...(await following(discord, today, 2))];
		expect(read(preview[0] as Message)).toMatch(/^Today: .*Russia · Mining.*Under Law 221-FZ/s);
		expect(read(preview[1] as Message)).toMatch(/^Once published: .*Russia · Mining.*That is all\./s);
		expect(read(preview[2] as Message)).toContain('claim:');
	});

	it('waits in the queue, and the moderators are told', async () => {
		const asked = await author.press(preview[2] as Message, 'Send for review');
		const sent = await author.fill(asked, { reason: 'The claim was too long.' });
		expectPrivately(sent, /^Proposal 1 is in the queue/);
		const told = await eventually(() => discord.messagesIn(discord.channelId)[0]);
		expect(read(told)).toMatch(/Proposal #1 · .*By Ada: The claim was too long\./s);
		expect(await answer()).toContain('Under Law 221-FZ');
	});

	it('cannot be approved by who proposed it', async () => {
		const { message } = await author.command('review');
		expectPrivately(await author.press(message, 'Approve'), /your own proposal.*Nothing was changed/s);
	});

	it('is published when another moderator approves it, and its author is told', async () => {
		const shown = await reviewer.command('review');
		expectPrivately(shown, /^#1 · change · .*By Ada, .*The claim was too long\..*claim:.*\[1\]/s);
		expect(labelsOf(shown.message)).toEqual(['Approve', 'Ask for a change', 'Reject', 'See the answers', 'Next']);
		const done = await reviewer.press(shown.message, 'Approve');
		expectPrivately(done, /^#1 is published.*revision 1/s);
		expect(await answer()).toContain('That is all.');
		const told = await eventually(() => discord.directMessages(ada)[0]);
		expect(read(told)).toMatch(/^Your proposal #1 is published/);
	});

	it('was decided before, says an old button', async () => {
		const [told] = discord.messagesIn(discord.channelId);
		const shown = await reviewer.press(told as Message, 'Show it');
		expectPrivately(shown, /This proposal is published/);
		const forged = await discord.forge.press('!|approve|1|1', { user: ben });
		expectPrivately(forged, /^#1 was decided before.*by Ben/s);
	});

	it('stands in the history, and is undone by a revert', async () => {
		const history = await author.command('history', { entry: ENTRY });
		expectPrivately(
			history,
			/Version 2.*by Ada, approved by Ben \(revision 1\): The claim was too long\..*Version 1.*as the files had it/s,
		);
		const opened = await author.press(history.message, 'Back to version 1');
		expectPrivately(await author.fill(opened, { reason: 'It was right as it was.' }), /^Proposal 2 is in the queue/);
		const shown = await reviewer.command('review', { number: '2' });
		await reviewer.press(shown.message, 'Approve');
		expect(await answer()).toContain('Under Law 221-FZ');
		expectPrivately(await author.command('history', { entry: ENTRY }), /Version 3.*revision 2/s);
	});
});

describe('a proposal', () => {
	it('that is sent back is opened filled in by its author, and reviewed again', async () => {
		const opened = await author.command('propose', { what: 'retire', entry: 'ru-mining-crime-draft-2025' });
		const sent = await author.fill(opened, { reason: 'It came to nothing.' });
		const number = numberIn(sent);
		const { message } = await reviewer.command('review', { number });
		const asked = await reviewer.fill(await reviewer.press(message, 'Ask for a change'), {
			note: 'Which law says so?',
		});
		expectPrivately(asked, /is back with its author/);
		const told = await eventually(() => discord.directMessages(ada).find((one) => read(one).includes('Which law')));
		expect(read(told)).toContain(`/review ${number} in the moderators' server`);
		const own = await author.command('review', { number });
		expectPrivately(own, /Ben asked for a change, .*Which law says so\?.*waiting for its author/s);
		const draft = await author.press(own.message, 'Change it');
		const shown = await author.press(draft.message, 'Preview');
		const [, summary] = await following(discord, shown, 2);
		const reasons = await author.press(summary as Message, 'Send for review');
		expect(fieldsOf(reasons.modal)[0]?.prefilled).toBe('It came to nothing.');
		const again = await author.fill(reasons, { reason: 'The sponsor withdrew it.' });
		expectPrivately(again, new RegExp(`Proposal ${number} is in the queue`));
		expectPrivately(
			await discord.forge.press(`!|approve|${number}|1`, { user: ben }),
			/has changed since you saw it.*Nothing was decided/s,
		);
		const anew = await reviewer.command('review', { number });
		expectPrivately(await reviewer.press(anew.message, 'Approve'), /is published/);
	});

	it('of two at once on the same entry is overtaken by the other', async () => {
		const propose = async (who: typeof author, title: string) => {
			const opened = await who.command('propose', { what: 'correct', entry: 'ru-mining-282-fz' });
			const draft = await who.fill(opened, { title });
			const shown = await who.press(draft.message, 'Preview');
			const [, summary] = await following(discord, shown, 2);
			const sent = await who.fill(await who.press(summary as Message, 'Send for review'), { reason: title });
			return numberIn(sent);
		};
		const [first, second] = [await propose(author, 'First title'), await propose(author, 'Second title')];
		const { message: one } = await reviewer.command('review', { number: first });
		const { message: two } = await reviewer.command('review', { number: second });
		expect(read(one)).toContain(`Also waiting on the same entry: #${second}`);
		expectPrivately(await reviewer.press(two, 'Approve'), /is published/);
		expectPrivately(await reviewer.press(one, 'Approve'), /conflicts.*Revision \d+ \(“Second title”/s);
		expectPrivately(await reviewer.command('review', { number: first }), /Conflict: the entry has been changed/);
	});
});

describe('what people say', () => {
	it('of an answer is counted, and a reason is kept', async () => {
		const { message } = await discord.slash('ask', { question: 'crypto tax in Japan' }, { user: member });
		const cleo = actingAs(discord, member);
		expectPrivately(await cleo.press(message, '👍 Helpful'), /Thank you/);
		const asked = await cleo.press(message, '👎 Not helpful');
		expectPrivately(asked, /Thank you/);
		expectPrivately(
			await cleo.fill(await cleo.press(asked.message, 'Say why'), { text: 'The rate is missing' }),
			/Thank you/,
		);
	});

	it('is wrong lands in the queue, marked as from a member', async () => {
		const { message } = await discord.slash('ask', { question: 'crypto tax in Japan' }, { user: member });
		const cleo = actingAs(discord, member);
		const sent = await cleo.fill(await cleo.press(message, 'Report a mistake'), { text: 'The rate has changed.' });
		expectPrivately(sent, /Sent to the moderators.*number (\d+)/s);
		const number = /number (\d+)/.exec(read(sent.message))?.[1] ?? '';
		const shown = await reviewer.command('review', { number });
		expectPrivately(shown, /By Cleo \(a member\).*The rate has changed\./s);
		const closed = await reviewer.fill(await reviewer.press(shown.message, 'Close'), { note: 'It has not.' });
		expectPrivately(closed, /is closed/);
		const told = await eventually(() => discord.directMessages(member)[0]);
		expect(read(told)).toContain('It has not.');
	});

	it('and nobody has an answer to is a gap, which one press turns into a proposal', async () => {
		await discord.slash('ask', { question: 'stablecoin rules in Belarus' }, { user: member });
		await discord.slash('ask', { question: 'nft rules in Iran' }, { user: member });
		const gaps = await eventually(() => author.command('gaps').then((shown) => shown));
		const listed = await gaps;
		expect(read(listed.message)).toMatch(/Asked, and not answered.*1 time/s);
		const opened = await author.press(listed.message, '1. Write a fact');
		expect(opened.modal.title).toBe('What holds');
	});
});

it('/stale lists what should be checked again, the worst first, and takes "still true" in one press', async () => {
	const listed = await author.command('stale');
	expect(read(listed.message)).toMatch(/to check again|Nothing is stale/);
});
