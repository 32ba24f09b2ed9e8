import { expect, test } from 'vitest';
import { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base.ts';
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

test('other numbers are no periods', () => {
	expect(period('law 2821')).toBeUndefined();
	expect(period('room 1066')).toBeUndefined();
	expect(period('no number')).toBeUndefined();
});
