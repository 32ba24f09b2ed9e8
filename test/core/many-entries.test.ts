/** Answers of more than one entry: comparisons, lists, timelines, what is new and what comes next, definitions, follow-ups. */
import { expect, test } from 'vitest';
import { definitionSchema } from '../../src/core/knowledge/schema.ts';
import { DAY, makeCore, makeFact, makeJurisdiction } from '../support/records.ts';

const core = makeCore({
	jurisdictions: ['RU', 'JP', 'CN'].map((code) =>
		makeJurisdiction(code, { name: { RU: 'Russia', JP: 'Japan' }[code] ?? 'China' }),
	),
	facts: [
		makeFact({ lead: true, announced: '2024-08-08' }),
		makeFact({
			jurisdiction: 'KZ',
			id: 'kz-tax',
			topic: 'tax',
			status: 'restricted',
			in_force: '2020',
			title: 'Pools pay a tax',
			claim: 'A mining pool pays a tax.',
		}),
		makeFact({ id: 'ru-mining-old', title: 'No rule on mining', in_force: '2018', until: '2024-10-31' }),
		makeFact({
			id: 'ru-tax',
			topic: 'tax',
			in_force: '2026-01-01',
			title: 'Gains are taxed at 13 %',
			claim: 'Gains are taxed at 13 %.',
		}),
		makeFact({
			jurisdiction: 'CN',
			id: 'cn-mining',
			status: 'banned',
			in_force: '2021-09-24',
			title: 'Mining is banned',
		}),
		makeFact({
			jurisdiction: 'JP',
			id: 'jp-tax-2027',
			topic: 'tax',
			announced: '2026-03-01',
			in_force: '2027-04-01',
			title: 'Gains at 20 % from 2027',
		}),
	],
	definitions: [
		definitionSchema.parse({
			id: 'def-mining',
			term: 'Mining',
			aliases: ['crypto mining'],
			topic: 'mining',
			text: 'Computers compete for new coins.',
			verified: '2026-11-01',
			sources: ['src-law'],
		}),
		definitionSchema.parse({
			id: 'def-pool',
			term: 'Mining pool',
			aliases: ['pools'],
			narrows: true,
			topic: 'mining',
			text: 'Miners who share what they find.',
			verified: '2026-11-01',
			sources: ['src-law'],
		}),
	],
});
const ask = (text: string, about?: string) => core.ask(text, { day: DAY, about });
const lines = (text: string) => ask(text).blocks.map((block) => block.text);

test('a comparison has a cell for each place, cited where there is an entry and saying so where there is none', () => {
	const answer = ask('compare mining in Russia and China and Japan');
	expect(answer).toMatchObject({ outcome: 'answered', jurisdictions: ['RU', 'CN', 'JP'], topics: ['mining'] });
	const [row] = answer.blocks;
	expect(row?.cells?.map(({ place, status, citations }) => [place, status, citations.length])).toEqual([
		['🇷🇺 Russia', 'Regulated', 1],
		['🇨🇳 China', 'Banned', 1],
		['🇯🇵 Japan', undefined, 0],
	]);
	expect(ask('Russia vs China').topics).toEqual(['mining', 'tax']);
	expect(ask('compare Narnia and Russia').outcome).not.toBe('answered:');
});

test('before the ban is the day before it was announced; with nothing known of then, the ban is told', () => {
	const banned = makeCore({
		facts: [
			makeFact({ jurisdiction: 'KZ', id: 'kz-mining-free', in_force: '2018', until: '2021', title: 'Mining is free' }),
			makeFact({
				jurisdiction: 'KZ',
				id: 'kz-mining-ban',
				status: 'banned',
				announced: '2021-01-01',
				in_force: '2022',
				until: '2023',
				title: 'Mining is banned',
			}),
		],
	});
	expect(banned.ask('was mining allowed in Kazakhstan before the ban', { day: DAY })).toMatchObject({
		title: '🇰🇿 Kazakhstan · Mining, as of 31 December 2020',
		entries: ['kz-mining-free'],
	});
	expect(ask('was mining allowed in China before the ban').entries).toEqual(['cn-mining']);
});

test('a list keeps to the facts that name the term asked for, and to what holds when that is asked', () => {
	expect(ask('which countries tax a mining pool').jurisdictions).toEqual(['KZ']);
	expect(ask('which countries have a crypto tax').jurisdictions).toEqual(['KZ', 'RU', 'JP']);
	expect(ask('which countries have a crypto tax in force').jurisdictions).toEqual(['KZ', 'RU']);
});

test('where nothing is banned, what is restricted is listed, and called so', () => {
	const answer = ask('which countries have banned crypto tax');
	expect(answer.jurisdictions).toEqual(['KZ']);
	expect(answer.title).toBe('Tax: Restricted');
});

test('a list is of a status, of a region, or of a rate', () => {
	expect(ask('which countries ban mining').jurisdictions).toEqual(['CN']);
	expect(ask('crypto mining in Asia').jurisdictions).toEqual(['CN']);
	expect(ask('which countries tax crypto at 13 %').jurisdictions).toEqual(['RU']);
});

test('a timeline is of a place, of a topic, or of both, oldest first', () => {
	expect(lines('history of mining in Russia')).toEqual([
		'2018, in force: No rule on mining',
		'8 August 2024, announced: Mining needs registration',
		'31 October 2024, ended: No rule on mining',
		'1 November 2024, in force: Mining needs registration',
	]);
	expect(lines('history of mining')[1]).toBe('24 September 2021, in force: 🇨🇳 China: Mining is banned');
});

test('what is new comes newest first, what comes next soonest first', () => {
	expect(lines('what changed in Russia')).toEqual(['1 January 2026, in force: Tax: Gains are taxed at 13 %']);
	expect(lines('what comes next in Japan')).toEqual(['takes effect 1 April 2027: Tax: Gains at 20 % from 2027']);
	expect(ask('what is new in crypto').entries).toEqual(['jp-tax-2027', 'ru-tax']);
	expect(ask('what comes next in China').notes).toContain('I know of no date ahead there.');
});

test('a place at an earlier time is as it was then', () => {
	expect(lines('crypto in Russia in 2019')).toEqual(['Mining: Regulated. No rule on mining']);
	expect(ask('crypto in Russia in 2019').title).toBe('🇷🇺 Russia, as of 2019');
});

test('what a term means is its definition, and nothing else is', () => {
	expect(ask('what is crypto mining')).toMatchObject({
		outcome: 'answered',
		entries: ['def-mining'],
		jurisdictions: [],
	});
	expect(ask('what is the law on mining').entries).not.toContain('def-mining');
	expect(ask('what is crypto mining in Russia').entries).not.toContain('def-mining');
});

test('a follow-up takes from the answer before what it does not name itself', () => {
	expect(ask('and in China?', '🇷🇺 Russia · Mining')).toMatchObject({ jurisdictions: ['CN'], topics: ['mining'] });
	expect(ask('what about tax', '🇷🇺 Russia · Mining')).toMatchObject({ jurisdictions: ['RU'], topics: ['tax'] });
	expect(ask('hello', '🇷🇺 Russia · Mining').outcome).toBe('out-of-scope');
});
