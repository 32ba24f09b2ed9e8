import { expect, test } from 'vitest';
import { findPeriod } from '../../../src/core/question/period.ts';

const period = (text: string) => findPeriod(text.split(' '))?.period;

test('a year, a month and a part of a year are periods', () => {
	expect(period('mining in 2018')).toEqual({ from: '2018-01-01', to: '2018-12-31', label: '2018' });
	expect(period('in february 2018')).toEqual({ from: '2018-02-01', to: '2018-02-28', label: 'February 2018' });
	expect(period('by mid 2018')).toEqual({ from: '2018-05-01', to: '2018-08-31', label: '2018' });
	expect(period('by the middle of 2018')).toEqual({ from: '2018-05-01', to: '2018-08-31', label: '2018' });
	expect(period('early in 2018')).toEqual({ from: '2018-01-01', to: '2018-12-31', label: '2018' });
});

test('other numbers are no periods', () => {
	expect(period('law 2821')).toBeUndefined();
	expect(period('room 1066')).toBeUndefined();
	expect(period('no number')).toBeUndefined();
});
