import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCore, makeFact } from '../../support/records.ts';

const { names } = makeCore();
const ids = (kind: Parameters<typeof names.suggest>[0], text: string, limit = 25) =>
	names.suggest(kind, text, limit).map(({ id }) => id);

test('an exact name or code comes first, then beginnings, then words inside, then typos', () => {
	expect(ids('jurisdiction', 'RU')[0]).toBe('RU');
	expect(ids('jurisdiction', 'niger').slice(0, 2)).toEqual(['NE', 'NG']);
	expect(ids('jurisdiction', 'korea').sort()).toEqual(expect.arrayContaining(['KP', 'KR']));
	expect(ids('jurisdiction', 'swtizerland')[0]).toBe('CH');
	expect(ids('actor', 'greff')[0]).toBe('herman-gref');
	expect(ids('topic', 'minin')[0]).toBe('mining');
	expect(ids('entry', 'fact of life')[0]).toBe('ru-gref-fact-of-life');
});

test('before anything is typed the places with entries come first', () => {
	expect(ids('jurisdiction', '', 2).sort()).toEqual(['JP', 'RU']);
});

test('never more than asked for, whatever is typed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.integer({ min: 1, max: 25 }), (text, limit) => {
			for (const kind of ['jurisdiction', 'topic', 'actor', 'entry'] as const)
				expect(names.suggest(kind, text, limit).length).toBeLessThanOrEqual(limit);
		}),
		{ numRuns: 50 },
	);
});

test('a question offers the entries that hold most of its words', () => {
	expect(ids('entry', 'do miners need registration in Russia today')).toContain('ru-mining');
	expect(ids('entry', 'Gref calls virtual currencies a fact of everyday life')[0]).toBe('ru-gref-fact-of-life');
	expect(ids('entry', 'what is the weather like on the moon')).toEqual([]);
});

test('no text takes long, however much longer it becomes when it is normalised', () => {
	const facts = Array.from({ length: 300 }, (_, n) =>
		makeFact({ id: `ru-mining-${n}`, title: `Mining rule number ${n} needs a registration with the tax service` }),
	);
	const { names: many } = makeCore({ facts });
	// This letter stands for 18.
	for (const text of ['\ufdfa'.repeat(100), 'registration '.repeat(50), 'x'.repeat(6000), 'a b c d '.repeat(30)]) {
		const began = performance.now();
		for (let round = 0; round < 3; round += 1) many.suggest('entry', text, 25);
		expect(performance.now() - began).toBeLessThan(100);
	}
});
