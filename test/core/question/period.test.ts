import { expect, test } from 'vitest';
import { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base.ts';
import { wordsOf } from '../../../src/core/question/language-words.ts';
import { Lexicon } from '../../../src/core/question/lexicon.ts';
import { findPeriod } from '../../../src/core/question/period.ts';
import { makeRecords, makeWords } from '../../support/records.ts';

const words = makeWords({
	months: [
		'january',
		'february',
		'march',
		'april',
		'may',
		'june',
		'july',
		'august',
		'september',
		'october',
		'november',
		'december',
	],
	relative_years: { last: ['last year'], this: ['this year'], next: ['next year', 'coming year'] },
	relative_months: { last: ['last month'], this: ['this month'], next: ['next month'] },
	joins: ['and', 'to'],
	before: ['before'],
	since: ['since'],
	cues: { begin: ['start', 'end'] },
	place_before: ['in', 'of'],
	parts_of_year: { early: ['early'], middle: ['mid', 'middle'], late: ['late', 'end'] },
});
const { english } = new Lexicon(new KnowledgeBase(makeRecords({ languages: [{ code: 'en', words }] })));
const period = (text: string) => findPeriod(text.split(' '), english)?.period;

test('a year, a month and a part of a year are periods', () => {
	expect(period('mining in 2018')).toEqual({ from: '2018-01-01', to: '2018-12-31', label: '2018' });
	expect(period('in february 2018')).toEqual({ from: '2018-02-01', to: '2018-02-28', label: '2018-02' });
	expect(period('by mid 2018')).toEqual({ from: '2018-05-01', to: '2018-08-31', label: '2018' });
	expect(period('by the middle of 2018')).toEqual({ from: '2018-05-01', to: '2018-08-31', label: '2018' });
	expect(period('early in 2018')).toEqual({ from: '2018-01-01', to: '2018-04-30', label: '2018' });
	expect(period('2018 february')).toEqual({ from: '2018-02-01', to: '2018-02-28', label: '2018-02' });
});

test('what starts or ends in a year is of all of it', () => {
	expect(period('rules that end in 2018')).toMatchObject({ from: '2018-01-01', to: '2018-12-31' });
	expect(period('rules of end of 2018')).toMatchObject({ from: '2018-09-01', to: '2018-12-31' });
});

test('before a date is the day before it, and since a date all from it on', () => {
	expect(period('tax before 2018')).toEqual({ from: '2017-12-31', to: '2017-12-31', label: '2017-12-31' });
	expect(period('tax before march 2018')).toMatchObject({ label: '2018-02-28' });
	expect(period('tax since 2018')).toEqual({ from: '2018-01-01', to: '9999-12-31', label: '2018', until: 'now' });
});

test('two years in a row are a span', () => {
	const span = { from: '2017-01-01', to: '2019-12-31', label: '2017', until: '2019' };
	for (const text of ['tax 2017 2019', 'from 2017 to 2019', 'between 2017 and 2019'])
		expect(period(text), text).toEqual(span);
	expect(period('2019 and 2017')).toMatchObject({ label: '2019', to: '2019-12-31' });
});

test('a month is named from the day of the question', () => {
	const from = (text: string, day: string) => findPeriod(text.split(' '), english, day)?.period.label;
	expect(from('changed last month', '2026-01-31')).toBe('2025-12');
	expect(from('this month', '2026-11-24')).toBe('2026-11');
	expect(from('next month', '2026-12-01')).toBe('2027-01');
});

test('a day is a period', () => {
	const day = { from: '2027-10-25', to: '2027-10-25', label: '2027-10-25' };
	for (const text of [
		'on 25 october 2027',
		'25th of oct 2027',
		'october 25 2027',
		'oct 25th in 2027',
		'2027 october 25',
		'2027 10 25',
	])
		expect(period(text), text).toEqual(day);
	// That day does not exist, and the number further away is none.
	expect(period('31 february 2018')).toMatchObject({ label: '2018-02' });
	expect(period('3 btc in february 2018')).toMatchObject({ label: '2018-02' });
	expect(period('2027 13 45')).toMatchObject({ label: '2027' });
});

test('a month in a script without spaces is one', () => {
	const chinese = new Lexicon(
		new KnowledgeBase(
			makeRecords({
				languages: [
					{ code: 'en', words },
					{ code: 'zh', words: makeWords({ months: words.months.map((_, index) => `${index + 1}月`) as never }) },
				],
			}),
		),
	).wordsOf('zh');
	expect(findPeriod(wordsOf('2026年12月有什么'), chinese)?.period.label).toBe('2026-12');
	expect(findPeriod(wordsOf('2026年3月5日'), chinese)?.period.label).toBe('2026-03-05');
});

test('last year is seen from the day of the question', () => {
	const seen = (text: string, day?: string) => findPeriod(text.split(' '), english, day);
	expect(seen('what changed last year', '2026-11-24')).toEqual({
		period: { from: '2025-01-01', to: '2025-12-31', label: '2025' },
		used: new Set([2, 3]),
	});
	expect(seen('next year', '2026-11-24')?.period.label).toBe('2027');
	expect(seen('this year or in 2018', '2026-11-24')?.period.label).toBe('2018');
	expect(seen('last year')).toBeUndefined();
});

test('other numbers are no periods', () => {
	expect(period('law 2821')).toBeUndefined();
	expect(period('room 1066')).toBeUndefined();
	expect(period('no number')).toBeUndefined();
});
