import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base.ts';
import type { Topic } from '../../../src/core/knowledge/schema.ts';
import { Classifiers } from '../../../src/core/question/classifiers.ts';
import { Lexicon } from '../../../src/core/question/lexicon.ts';
import type { Understanding } from '../../../src/core/question/question.ts';
import { MAX_QUESTION_LENGTH, understand } from '../../../src/core/question/understand.ts';
import { makeFact, makeRecords } from '../../support/records.ts';

const { topics } = makeRecords();
const base = new KnowledgeBase(
	makeRecords({
		topics: [...topics, { ...(topics[0] as Topic), id: 'nft', name: 'NFT' }],
		facts: [
			makeFact({ lead: true, keywords: ['221-FZ'] }),
			makeFact({ jurisdiction: 'JP', id: 'jp-tax', topic: 'tax', keywords: ['whale levy'] }),
		],
	}),
);
const knowing = { base, lexicon: new Lexicon(base), classifiers: new Classifiers(base) };
const read = (text: string): Understanding => understand(text, knowing);

/** Kind, places and topics of a reading, for short expectations. */
function gist(text: string): string {
	const understood = read(text);
	if (understood.kind === 'out-of-scope') return `out-of-scope: ${understood.reason}`;
	if (understood.kind === 'clarify')
		return `clarify: ${understood.reason} ${understood.jurisdictions.join(',')} ${understood.topics.join(',')}`.trimEnd();
	const { question } = understood;
	switch (question.kind) {
		case 'lookup':
		case 'about':
		case 'compare':
		case 'changes':
			return `${question.kind}: ${question.jurisdictions.join(',')} ${question.topics.join(',')}`.trimEnd();
		case 'overview':
		case 'words':
			return `${question.kind}: ${question.jurisdiction}`;
		case 'timeline':
			return `timeline: ${question.jurisdiction ?? ''} ${question.topic ?? ''}`.trimEnd();
		case 'list':
			return `list: ${question.topic} ${question.statuses.join(',')}`.trimEnd();
		case 'entry':
			return `entry: ${question.id}`;
		case 'definition':
			return `definition: ${question.ids.join()}`;
		case 'entries':
			return `entries: ${question.keys.join()}`;
	}
}

test('a country is known by name, code, flag, demonym, capital and native name', () => {
	for (const place of [
		'Russia',
		'russia',
		'RUSSIA',
		'RU',
		'RUS',
		'🇷🇺',
		'Russian',
		'Moscow',
		'Россия',
		"Russia's",
		'Rusland',
	])
		expect(gist(`mining ${place}`), place).toBe('lookup: RU mining');
});

test('a mistyped country or topic is corrected', () => {
	expect(gist('is minning legal in rusia')).toBe('lookup: RU mining');
	expect(gist('bitcoin tax in jpaan')).toBe('lookup: JP tax');
	expect(gist('crypto minig russai')).toBe('lookup: RU mining');
});

test('short codes are words unless written or placed as codes', () => {
	expect(gist('tell us about mining')).toBe('clarify: place-missing  mining');
	expect(gist('mining in the us')).toBe('lookup: US mining');
	expect(gist('mining US')).toBe('lookup: US mining');
	expect(gist('MINING IN THE US')).toBe('lookup: US mining');
	expect(gist('is it legal in IT')).toBe('lookup: IT legality');
	expect(gist('mining uk')).toBe('lookup: GB mining');
});

test('a general topic gives way, an aspect wins over its subject, and joined topics are both asked for', () => {
	expect(gist('is mining legal in Russia')).toBe('lookup: RU mining');
	expect(gist('is mining taxed in Russia')).toBe('lookup: RU tax');
	expect(gist('mining and tax in Russia')).toBe('lookup: RU mining,tax');
	expect(gist('is crypto legal in Russia')).toBe('lookup: RU legality');
});

test('two questions in one are both asked for, the general one too, and so is a row of three', () => {
	expect(gist('is it legal in Russia and what about mining')).toBe('lookup: RU legality,mining');
	expect(gist('in Russia: tax, mining, NFT')).toBe('lookup: RU tax,mining,nft');
	// A comma between two may end the story and begin the question.
	expect(gist('my rig in Russia, is it taxed')).toBe('lookup: RU tax');
});

test('several places are all asked for', () => {
	expect(gist('crypto tax in Russia and Japan')).toBe('lookup: RU,JP tax');
});

test('the longest name wins', () => {
	expect(gist('mining in South Korea')).toBe('lookup: KR mining');
	expect(gist('mining in North Korea')).toBe('lookup: KP mining');
	expect(gist('mining in Papua New Guinea')).toBe('lookup: PG mining');
});

test('a name of several places is a choice', () => {
	expect(gist('mining in Korea')).toBe('clarify: which-place KR,KP mining');
});

test('a topic without a place and a place without a topic are choices, a place alone is its overview', () => {
	expect(gist('is it legal')).toBe('clarify: place-missing  legality');
	expect(gist('crypto mining')).toBe('clarify: place-missing  mining');
	expect(gist('crypto frobnication in Russia')).toBe('clarify: which-topic RU');
	expect(gist('Russia')).toBe('overview: RU');
	expect(gist('crypto in Russia')).toBe('overview: RU');
	expect(gist('bitcoin')).toBe('clarify: nothing-specific');
});

test('a law named outright needs no place', () => {
	expect(read('what is 221-FZ')).toMatchObject({
		kind: 'question',
		question: { kind: 'lookup', entries: ['ru-mining'] },
	});
	expect(gist('221-FZ')).toBe('lookup: RU mining');
});

test('a keyword of plain words alone does not make a question about crypto', () => {
	expect(gist('whale levy')).toBe('out-of-scope: not-understood');
	expect(gist('crypto whale levy')).toBe('clarify: nothing-specific');
	expect(read('crypto whale levy in Japan')).toMatchObject({ question: { entries: ['jp-tax'] } });
});

test('who said what is about people', () => {
	expect(read('what did Gref say about mining')).toMatchObject({
		question: { kind: 'about', actors: ['herman-gref'], topics: ['mining'] },
	});
	expect(gist('who said bitcoin is a fact of life')).toBe('about:');
});

test('which countries is a list, with the statuses that the words name', () => {
	expect(gist('which countries ban mining')).toBe('list: mining banned');
	expect(gist('which countries ban crypto')).toBe('list: legality banned');
});

test('what starts at a time is news of that time', () => {
	expect(gist('which crypto rules starts in 2027')).toBe('changes:');
	expect(gist('what is new in Japan last year')).toBe('changes: JP');
	// With a topic it is the topic that is asked for.
	expect(gist('mining started in 2017 in Russia')).toBe('lookup: RU mining');
});

test('a year and the past are noticed', () => {
	expect(read('was mining legal in Russia in 2018')).toMatchObject({
		question: { past: true, period: { from: '2018-01-01', to: '2018-12-31' } },
	});
	expect(gist('history of crypto in Russia')).toBe('timeline: RU');
});

test('other fields, prices and nonsense are out of scope', () => {
	expect(gist('gold mining in Russia')).toBe('out-of-scope: other-field');
	expect(gist('car tax in Japan')).toBe('out-of-scope: other-field');
	expect(gist('price of bitcoin')).toBe('out-of-scope: other-field');
	expect(gist('should i buy bitcoin')).toBe('out-of-scope: other-field');
	expect(gist('lorem ipsum dolor')).toMatch(/^out-of-scope: /);
	expect(gist('football in Russia')).toBe('out-of-scope: other-field');
});

test('nothing and too much are told apart', () => {
	for (const nothing of ['', '  \n', '\u200b\u200f', '?!', '\ud800'])
		expect(gist(nothing), JSON.stringify(nothing)).toBe('out-of-scope: empty');
	expect(gist('x'.repeat(MAX_QUESTION_LENGTH + 1))).toBe('out-of-scope: too-long');
});

test('no string breaks it', () => {
	const word = fc.constantFrom(
		'mining',
		'Russia',
		'in',
		'🇷🇺',
		'\u200b',
		'\ud800',
		'<b>',
		'@everyone',
		'Korea',
		'221-FZ',
		'٣',
	);
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: MAX_QUESTION_LENGTH }),
		fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
	);
	fc.assert(fc.property(text, (any) => ['question', 'clarify', 'out-of-scope'].includes(read(any).kind)));
});
