import { expect, test } from 'vitest';
import { phaseOf, startOf } from '../../../src/core/knowledge/phase.ts';
import type { Fact } from '../../../src/core/knowledge/schema.ts';
import { makeFact } from '../../support/records.ts';

/** A fact with exactly these dates. */
function dated(dates: Partial<Pick<Fact, 'announced' | 'in_force' | 'until' | 'verified'>>): Fact {
	const { in_force: _inForce, ...fact } = makeFact();
	return { ...fact, ...dates };
}

test('a law is coming from its announcement and current from the day it is in force', () => {
	const law = dated({ announced: '2024-08-08', in_force: '2024-11-01' });
	expect(phaseOf(law, '2024-08-07')).toBe('unknown');
	expect(phaseOf(law, '2024-08-08')).toBe('coming');
	expect(phaseOf(law, '2024-10-31')).toBe('coming');
	expect(phaseOf(law, '2024-11-01')).toBe('current');
});

test('the last day of a rule is the last day on which it is current', () => {
	const rule = dated({ in_force: '2020-01-01', until: '2021-06' });
	expect(phaseOf(rule, '2021-06-30')).toBe('current');
	expect(phaseOf(rule, '2021-07-01')).toBe('past');
});

test('a rule in force is replaced only when its successor is in force', () => {
	const rule = dated({ in_force: '2018-01-01' });
	const successor = dated({ announced: '2026-03-01', in_force: '2027-01-01' });
	expect(phaseOf(rule, '2026-11-24', [successor])).toBe('current');
	expect(phaseOf(rule, '2027-01-01', [successor])).toBe('past');
});

test('a plan is replaced as soon as a newer plan or rule is announced', () => {
	const plan = dated({ announced: '2018-02' });
	const law = dated({ announced: '2020-07-31', in_force: '2021-01-01' });
	expect(phaseOf(plan, '2020-07-30', [law])).toBe('coming');
	expect(phaseOf(plan, '2020-08-01', [law])).toBe('past');
});

test('a plan that came to nothing is past after its end', () => {
	expect(phaseOf(dated({ announced: '2018-02', until: '2018-07' }), '2018-08-01')).toBe('past');
});

test('a vague date in the future does not come true by itself', () => {
	const planned = dated({ announced: '2026-07-15', in_force: '2027', verified: '2026-11-24' });
	expect(phaseOf(planned, '2027-03-01')).toBe('coming');
	expect(phaseOf({ ...planned, verified: '2027-02-01' }, '2027-03-01')).toBe('current');
	expect(phaseOf(planned, '2027-12-31')).toBe('current');
});

test('a fact begins with the earlier of its dates', () => {
	expect(startOf(dated({ announced: '2016-01-20', in_force: '2014' }))).toBe('2014-01-01');
});
