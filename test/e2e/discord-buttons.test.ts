import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../support/discord/act/controls.ts';
import type { Reply } from '../support/discord/act/reply.ts';
import { person } from '../support/discord/people.ts';
import type { Discord } from '../support/discord/server.ts';
import {
	byHand,
	embedOf,
	expectCited,
	expectPrivate,
	labelsOf,
	newBot,
	nothingAmiss,
	pressLabel,
	QUESTION,
	titleOf,
} from './discord-bot.ts';

let discord: Discord;

beforeAll(async () => {
	({ discord } = await newBot());
}, 60_000);
afterAll(nothingAmiss);

const ask = (): Promise<Reply> => discord.slash('ask', { question: QUESTION });

/** The button changed the message it stands on, at once and for all, and sent nothing. */
function expectEdited(pressed: Reply, before: Reply, title: RegExp): void {
	expect(pressed.type).toBe(7);
	expect(pressed.message.id).toBe(before.message.id);
	expect(pressed.followUps).toEqual([]);
	expect(pressed.elapsedMs).toBeLessThan(1500);
	expect(titleOf(pressed)).toMatch(title);
	expectCited(pressed.message);
}

/** The button answered the presser alone and left the message as it was. */
function expectAside(pressed: Reply, title: RegExp): void {
	expectPrivate(pressed, title);
	expect(pressed.elapsedMs).toBeLessThan(1500);
	expectCited(pressed.message);
}

it.each([
	['in a server', {}],
	['in a direct message', { dm: true }],
	['in a private channel', { dm: 'private' }],
] as const)('Sources shows the sources in place of the answer, and leads back to it: %s', async (_, circumstances) => {
	const answer = await discord.slash('ask', { question: QUESTION }, circumstances);
	const { embeds, components } = answer.message;
	expectEdited(await pressLabel(discord, answer.message, 'Sources'), answer, /^Sources: .*Russia · Mining$/);
	expect(answer.message.embeds).not.toEqual(embeds);
	expectEdited(await pressLabel(discord, answer.message, 'Back to the answer'), answer, /Russia · Mining$/);
	expect(answer.message.embeds).toEqual(embeds);
	expect(answer.message.components).toEqual(components);
});

it.each([
	['Timeline', /^Timeline: .*Russia · Mining/],
	['All on Russia', /^🇷🇺 Russia\n/],
])('%s answers in private, whoever presses, and leaves the answer as it was', async (label, title) => {
	const answer = await ask();
	const { message } = answer;
	expectAside(await pressLabel(discord, message, label), title);
	expectAside(await pressLabel(discord, message, label, person({ username: 'eve' })), title);
	expect(answer.message).toEqual(message);
});

it('buttons of a private answer work: it is edited, and leads to others', async () => {
	const { message } = await ask();
	const aside = await pressLabel(discord, message, 'All on Russia');
	expectEdited(await pressLabel(discord, aside.message, 'Sources'), aside, /^Sources: .*Russia$/);
	expectEdited(await pressLabel(discord, aside.message, 'Back to the answer'), aside, /^🇷🇺 Russia$/);
	expectAside(await pressLabel(discord, aside.message, 'Timeline'), /^Timeline: /);
});

it.each([
	['topic', { topic: 'mining' }],
	['country', { country: 'RU' }],
] as const)('Next page and Previous page of /%s turn the page in place', async (name, values) => {
	const list = await discord.slash(name, values);
	const title = new RegExp(`^${titleOf(list)}$`);
	const first = list.message;
	expect(labelsOf(first)).not.toContain('Previous page');
	expectEdited(await pressLabel(discord, first, 'Next page'), list, title);
	expect(embedOf(list.message).description).not.toBe(embedOf(first).description);
	expectEdited(await pressLabel(discord, list.message, 'Previous page'), list, title);
	expect(list.message.embeds).toEqual(first.embeds);
});

it('Next page leads to the last page, which has no next one, and each page says where it is', async () => {
	const list = await discord.slash('topic', { topic: 'mining' });
	const pages = [];
	for (;;) {
		pages.push(embedOf(list.message).description);
		if (!labelsOf(list.message).includes('Next page')) break;
		await pressLabel(discord, list.message, 'Next page');
	}
	expect(pages.length).toBeGreaterThan(1);
	for (const [at, page] of pages.entries()) expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
	expect(labelsOf(list.message)).toContain('Previous page');
});

it('a choice takes the place of the question that offered it', async () => {
	const choice = await discord.slash('ask', { question: 'Is mining legal?' });
	expectEdited(await pressLabel(discord, choice.message, 'Mining in Russia'), choice, /^🇷🇺 Russia · Mining$/);
});

it('an example under a private answer works', async () => {
	const refused = await discord.slash('ask', { question: 'What is the weather in Paris today?' });
	expect(refused.ephemeral).toBe(true);
	const [label = ''] = labelsOf(refused.message);
	expectEdited(await pressLabel(discord, refused.message, label), refused, / · /);
});

it('pressing by many at once answers each of them', async () => {
	const { message } = await ask();
	const people = Array.from({ length: 8 }, (_, at) => person({ username: `p${at}` }));
	const replies = await Promise.all(people.map((one) => pressLabel(discord, message, 'Timeline', one)));
	for (const reply of replies) expectAside(reply, /^Timeline: /);
	expect(new Set(replies.map((reply) => reply.message.id)).size).toBe(people.length);
});

describe('a button that an older version of the bot may have left', () => {
	/** An answer that has this button. */
	async function withButton(customId: string): Promise<Reply> {
		const answer = await ask();
		const button = { type: 2, style: 2, label: 'Old', custom_id: customId };
		await byHand(
			discord,
			'PATCH',
			`/webhooks/${discord.applicationId}/${answer.interaction.token}/messages/@original`,
			{
				components: [{ type: 1, components: [button] }],
				allowed_mentions: { parse: [] },
			},
		);
		return answer;
	}

	it.each([
		'nonsense',
		'v|x',
		's|l|RU',
		'r|l',
		'|||',
		'v|l|RU|<@1>',
		'v|l|RU|mining|tax|aml|cbdc',
		'v|o|__proto__',
		' ',
		'\ud83d',
		'x'.repeat(100),
		'🙂'.repeat(50),
	])('and that is not known (%s) gives a private error and changes nothing', async (customId) => {
		const answer = await withButton(customId);
		const before = answer.message;
		expectPrivate(await pressLabel(discord, before, 'Old'), /ask again/);
		expect(answer.message).toEqual(before);
	});

	it('and whose entry is gone says so in private', async () => {
		const { message } = await withButton('v|e|an-entry-of-long-ago');
		expectPrivate(await pressLabel(discord, message, 'Old'), /ask again/);
	});

	it.each(['r|o|RU|p9999', 'r|w|mining|p9999', 's|l|RU|mining|p9999', 'r|q|herman-gref|p9999', 'r|t|RU|p9999'])(
		'and whose page is gone (%s) shows what there is',
		async (customId) => {
			const answer = await withButton(customId);
			const pressed = await pressLabel(discord, answer.message, 'Old');
			expect(pressed.type).toBe(7);
			expect(textOf(pressed.message)).not.toMatch(/undefined|NaN|p?9999|10000/);
			expectCited(pressed.message);
		},
	);
});
