import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../support/discord/act/controls.ts';
import type { OptionValues } from '../support/discord/act/option-values.ts';
import type { SlashOptions } from '../support/discord/act/people-at-work.ts';
import { person } from '../support/discord/people.ts';
import type { Discord } from '../support/discord/server.ts';
import {
	byHand,
	embedOf,
	expectAnswer,
	expectNotCited,
	expectPrivate,
	labelsOf,
	letAnythingIn,
	newBot,
	nothingAmiss,
	QUESTION,
	titleOf,
} from './discord-bot.ts';

let discord: Discord;

beforeAll(async () => {
	({ discord } = await newBot());
}, 60_000);
afterAll(nothingAmiss);

const RUSSIA_MINING = /^🇷🇺 Russia · Mining$/;

describe('a question', () => {
	it.each([
		['in a server', {}],
		['in a server, through an app that the asker alone has installed', { install: 'user' }],
		['in a direct message to the bot', { dm: true }],
		['in a direct message, through an app that the asker alone has installed', { dm: true, install: 'user' }],
		['in a private channel, through an app that the asker alone has installed', { dm: 'private' }],
	] satisfies [string, SlashOptions][])('%s is answered directly, in one cited embed', async (_, circumstances) => {
		const reply = await discord.slash('ask', { question: QUESTION }, { ...circumstances, user: person() });
		expectAnswer(reply, RUSSIA_MINING);
		expect(reply.followUps).toEqual([]);
		expect(textOf(reply.message)).toMatch(/not legal advice/);
		expect(labelsOf(reply.message)).toEqual(expect.arrayContaining(['Timeline', 'All on Russia', 'Sources']));
	});

	it('by someone with another language is answered, in English where there is no translation', async () => {
		expectAnswer(await discord.slash('ask', { question: QUESTION }, { locale: 'ja' }), RUSSIA_MINING);
	});

	it('with a typo is answered', async () => {
		expectAnswer(await discord.slash('ask', { question: 'is minning legal in Rusia' }), RUSSIA_MINING);
	});

	it('that is the id of an entry, as autocomplete fills it in, is answered with that entry', async () => {
		const [choice] = await discord.autocomplete('ask', 'question', 'mining russia');
		const [place, title] = choice?.name.replace(/…$/, '').split(': ') ?? [];
		const reply = await discord.slash('ask', { question: String(choice?.value) });
		expectAnswer(reply, /./);
		expect(titleOf(reply)).toContain(title);
		expect(labelsOf(reply.message).join()).toContain(place);
	});

	it.each(['What is the weather in Paris today?', 'qwfp zxcv', 'How do I bake bread?'])(
		'out of scope (%s) is answered in private, without sources',
		async (question) => {
			const reply = await discord.slash('ask', { question });
			expectPrivate(reply, /^Outside what I cover/);
			expectNotCited(reply.message);
		},
	);

	it('that fits many countries offers a choice', async () => {
		const reply = await discord.slash('ask', { question: 'Is mining legal?' });
		expect(titleOf(reply)).toBe('Which country?');
		expect(labelsOf(reply.message)).toContain('Mining in Russia');
	});

	it('of many people at once is answered to each of them', async () => {
		const places = ['Russia', 'China', 'Brazil', 'Japan', 'Iran', 'Belarus'];
		const replies = await Promise.all(
			places.map((place) => discord.slash('ask', { question: `mining in ${place}` }, { user: person() })),
		);
		for (const [at, reply] of replies.entries()) expectAnswer(reply, new RegExp(`${places[at]} · Mining$`));
	});
});

describe('a command', () => {
	it.each([
		['country', { country: 'RU' }, /^🇷🇺 Russia$/],
		['country', { country: 'Russia' }, /^🇷🇺 Russia$/],
		['country', { country: 'russian federation' }, /^🇷🇺 Russia$/],
		['country', { country: 'Rusia' }, /^🇷🇺 Russia$/],
		['country', { country: 'RU', topic: 'mining' }, RUSSIA_MINING],
		['country', { country: 'Russia', topic: 'minning' }, RUSSIA_MINING],
		['topic', { topic: 'mining' }, /^Mining around the world$/],
		['topic', { topic: 'Mining' }, /^Mining around the world$/],
		['topic', { topic: 'minning' }, /^Mining around the world$/],
		['topic', { topic: 'mining', country: 'RU' }, RUSSIA_MINING],
		['topic', { topic: 'Mining', country: 'russia' }, RUSSIA_MINING],
		['compare', { first: 'Russia', second: 'CN' }, /^Compared: .*Russia · .*China$/],
		['compare', { first: 'RU', second: 'China', third: 'Iran', topic: 'mining' }, /^Compared: .* · Mining$/],
		['list', { topic: 'mining', status: 'banned' }, /^Mining: Banned$/],
		['list', { topic: 'mining', region: 'Asia' }, /^Mining: all statuses · Asia$/],
		['timeline', { country: 'Russia' }, /^Timeline: .*Russia$/],
		['timeline', { topic: 'mining' }, /^Timeline: Mining$/],
		['timeline', { country: 'RU', topic: 'mining' }, /^Timeline: .*Russia · Mining$/],
		['quote', { person: 'herman-gref' }, /Herman Gref/],
		['quote', { person: 'Herman Gref' }, /Herman Gref/],
		['quote', { person: 'Gref' }, /Herman Gref/],
		['quote', { person: 'Herman Greff' }, /Herman Gref/],
		['quote', { country: 'RU' }, /Russia/],
		['quote', { country: 'Russia', topic: 'mining' }, /Russia.*Mining|Mining.*Russia/],
	] satisfies [string, OptionValues, RegExp][])('/%s %j is answered with sources', async (name, values, title) => {
		expectAnswer(await discord.slash(name, values), title);
	});

	it('/help names every command and makes no claim', async () => {
		const reply = await discord.slash('help');
		expect(reply).toMatchObject({ type: 4 });
		for (const { name } of discord.registeredCommands) expect(textOf(reply.message)).toContain(`/${name}`);
		expectNotCited(reply.message);
	});

	it.each([
		['country', { country: 'Atlantis' }, /place.*“Atlantis”/],
		['country', { country: 'Russia', topic: 'gardening' }, /topic.*“gardening”/],
		['topic', { topic: 'gardening' }, /topic.*“gardening”/],
		['topic', { topic: 'mining', country: 'Atlantis' }, /place.*“Atlantis”/],
		['compare', { first: 'Russia', second: 'Atlantis' }, /place.*“Atlantis”/],
		['list', { topic: 'mining', status: 'purple' }, /status.*“purple”/],
		['list', { topic: 'mining', region: 'Mordor' }, /region.*“Mordor”/],
		['quote', { person: 'Xyzzy Qwfp' }, /person or organisation.*“Xyzzy Qwfp”/],
	] satisfies [string, OptionValues, RegExp][])(
		'/%s %j says in private what it does not know',
		async (name, values, text) => {
			const reply = await discord.slash(name, values);
			expectPrivate(reply, text);
			expectNotCited(reply.message);
		},
	);

	it('with a name that is hardly one offers those that are like it', async () => {
		const reply = await discord.slash('country', { country: 'Russ' });
		expectPrivate(reply, /“Russ”.*Did you mean/);
		expect(labelsOf(reply.message)[0]).toBe('🇷🇺 Russia');
	});

	it('with the names of two places lets the asker choose', async () => {
		const { message } = await discord.slash('country', { country: 'Russia or China' });
		expect(embedOf(message).title).toBe('Which place do you mean?');
		expect(labelsOf(message)).toEqual(['Russia', 'China']);
	});
});

describe('an option that Discord requires but an old client leaves out', () => {
	beforeAll(() => letAnythingIn(discord));

	it.each(['ask', 'country', 'topic'])('is asked for in private by /%s', async (name) => {
		expectPrivate(await discord.slash(name), /“(question|country|topic)” is missing/);
	});
});

it('a command that the bot does not have is answered in private with those it has', async () => {
	await byHand(discord, 'POST', `/applications/${discord.applicationId}/commands`, { name: 'old', description: 'Old' });
	expectPrivate(await discord.slash('old'), /no such command.*\/ask/);
});

it('/quote without any name says in private what to name, not that nothing is known', async () => {
	expectPrivate(await discord.slash('quote'), /person|country|topic/);
});
