import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Discord } from '../support/discord/server.ts';
import { newBot, nothingAmiss } from './discord-bot.ts';

let discord: Discord;

beforeAll(async () => {
	({ discord } = await newBot());
}, 60_000);
// A choice that Discord would refuse is among the server's violations.
afterAll(nothingAmiss);

const OPTIONS: [command: string, option: string][] = [
	['ask', 'question'],
	['country', 'country'],
	['country', 'topic'],
	['topic', 'topic'],
	['topic', 'country'],
	['compare', 'first'],
	['compare', 'second'],
	['compare', 'third'],
	['compare', 'fourth'],
	['compare', 'topic'],
	['list', 'topic'],
	['list', 'status'],
	['list', 'region'],
	['timeline', 'country'],
	['timeline', 'topic'],
	['quote', 'person'],
	['suggest', 'entry'],
	['quote', 'country'],
	['quote', 'topic'],
];

async function ids(command: string, option: string, text: string): Promise<unknown[]> {
	return (await discord.autocomplete(command, option, text)).map(({ value }) => value);
}

it('is there for every text option', () => {
	const offered = discord.registeredCommands.flatMap(({ name, options = [] }) =>
		options.filter(({ autocomplete }) => autocomplete).map((option) => [name, option.name]),
	);
	expect(offered.toSorted()).toEqual(OPTIONS.toSorted());
});

describe.each([
	['countries', 'country', 'country', 'RU', ['Russia', 'russ', 'RU', 'россия', 'Rusia', 'Russai', 'RUSSIA ']],
	['countries with accents', 'country', 'country', 'TR', ['Türkiye', 'turkiye', 'Turkey', 'Turkye']],
	['countries named by a part of the name', 'country', 'country', 'AE', ['emirates', 'united arab', 'UAE', 'emirtes']],
	['topics', 'topic', 'topic', 'mining', ['Mining', 'min', 'minign', 'mni', 'miner']],
	['topics by another word', 'topic', 'topic', 'cbdc', ['cbdc', 'digital rub', 'central-bank', 'central bank digtal']],
	['people', 'quote', 'person', 'herman-gref', ['Herman Gref', 'gref', 'herman', 'Herman Greff', 'Hermann Gref']],
	['statuses', 'list', 'status', 'banned', ['Banned', 'bann', 'prohibit']],
	['regions', 'list', 'region', 'asia', ['Asia', 'asia', 'asian']],
	['a second country', 'compare', 'second', 'JP', ['Japan', 'jap']],
	['organisations', 'quote', 'person', 'bank-of-russia', ['Bank of Russia', 'bank of rus', 'Bank of Rusia']],
] as const)('%s', (_, command, option, id, texts) => {
	it.each(texts)('are found by “%s”, the best one first', async (text) => {
		expect((await ids(command, option, text))[0]).toBe(id);
	});
});

it('shows countries with their flags and entries with their place', async () => {
	expect(await discord.autocomplete('country', 'country', 'russia')).toContainEqual({ name: '🇷🇺 Russia', value: 'RU' });
	const entries = await discord.autocomplete('ask', 'question', 'mining');
	expect(entries.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^Russia: /));
});

it('finds entries by their titles, also with a typo', async () => {
	const found = await discord.autocomplete('ask', 'question', 'mining');
	for (const { name } of found.slice(0, 5)) expect(name).toMatch(/mining/i);
	expect((await discord.autocomplete('ask', 'question', 'minning ban')).length).toBeGreaterThan(0);
});

it('puts names that begin with the text before those that only have a word that does', async () => {
	const found = await ids('country', 'country', 'united');
	expect(found.slice(0, 3).toSorted()).toEqual(['AE', 'GB', 'US']);
	expect(found).toContain('TZ');
});

const ODD: [what: string, text: string][] = [
	['nothing', ''],
	['spaces', '   '],
	['one letter', 'a'],
	['6,000 letters', 'mining '.repeat(900).slice(0, 6000)],
	[
		'6,000 different letters',
		Array.from({ length: 6000 }, (_, at) => String.fromCharCode(97 + ((at * 7) % 26))).join(''),
	],
	['6,000 signs', '\\'.repeat(6000)],
	['3,000 emoji', '🙂'.repeat(3000)],
	['markup and mentions', '**<@1>** @everyone `x` [a](https://example.org)'],
	['half a surrogate pair', '\ud83d'],
	['zero-width marks', '\u200b\u200d'],
	['right-to-left marks', '\u202eaissuR'],
	['a combining mark', '\u0301'],
	['a pattern', '(.*)+$|^'],
	['operators of a search', "!russia 'mining | ^x .com$ ="],
	['names of properties', '__proto__'],
	['control characters', '\u0000\u001b[31m'],
	['a line break', 'rus\nsia'],
];

describe.each(OPTIONS)('/%s %s', (command, option) => {
	it.each(ODD)('takes %s, and offers at most 25 different choices', async (_, text) => {
		const started = performance.now();
		const choices = await discord.autocomplete(command, option, text);
		expect(performance.now() - started).toBeLessThan(1500);
		expect(choices.length).toBeLessThanOrEqual(25);
		expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
		for (const { name, value } of choices) {
			expect(name.isWellFormed() && name.trim() !== '' && name.length <= 100).toBe(true);
			expect(value).toMatch(/^[\w:-]{2,40}$/);
		}
	});

	it('offers something before anything is typed', async () => {
		expect((await discord.autocomplete(command, option, '')).length).toBeGreaterThanOrEqual(10);
	});
});

it('offers nothing for what is like no name', async () => {
	expect(await discord.autocomplete('country', 'country', 'qqqqqqqqqq')).toEqual([]);
});

it('takes the other options as they are so far, and answers in direct messages too', async () => {
	const choices = await discord.autocomplete('country', 'topic', 'mining', { country: 'nowhere' }, { dm: true });
	expect(choices[0]?.value).toBe('mining');
});

it('answers many who type at the same time', async () => {
	const texts = ['r', 'ru', 'rus', 'russ', 'russi', 'russia', 'mi', 'min', 'ch', 'chi', 'chin', 'china'];
	const found = await Promise.all(texts.map((text) => ids('country', 'country', text)));
	expect(found[5]?.[0]).toBe('RU');
	expect(found[11]?.[0]).toBe('CN');
});
