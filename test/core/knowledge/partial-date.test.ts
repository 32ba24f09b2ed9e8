import { expect, test } from 'vitest';
import { daysBetween, firstDay, isDay, isPartialDate, lastDay } from '../../../src/core/knowledge/partial-date.ts';

test('a partial date is a year, a month or a day that the calendar has', () => {
	for (const date of ['2018', '2018-02', '2018-02-28', '2024-02-29']) expect(isPartialDate(date), date).toBe(true);
	for (const date of ['18', '2018-13', '2018-00', '2018-02-29', '2018-2', '2018-02-2', '24 February 2018', ''])
		expect(isPartialDate(date), date).toBe(false);
});

test('only a whole day is a day', () => {
	expect(isDay('2018-02-24')).toBe(true);
	expect(isDay('2018-02')).toBe(false);
});

test('a partial date reaches from its first to its last day', () => {
	expect([firstDay('2018'), lastDay('2018')]).toEqual(['2018-01-01', '2018-12-31']);
	expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
	expect([firstDay('2018-02-24'), lastDay('2018-02-24')]).toEqual(['2018-02-24', '2018-02-24']);
});

test('days are counted over months and leap years', () => {
	expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
	expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
});
