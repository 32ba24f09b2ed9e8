/** What a reviewer reads of a change. */
import { expect, test } from 'vitest';
import type { RecordChange } from '../../src/core/knowledge/changes.ts';
import { differencesOf } from '../../src/moderation/differences.ts';
import { makeFact, makeSource } from '../support/records.ts';

const fact = makeFact({ claim: 'Miners must register with the tax service before they begin.' });
const changed = (claim: string): RecordChange => ({
	type: 'fact',
	id: fact.id,
	before: fact,
	after: { ...fact, claim },
});
/** The pieces of the one field that changed: what was taken out in [-…-], what was put in in {+…+}. */
const shown = (claim: string): string | undefined =>
	differencesOf([changed(claim)])[0]
		?.fields[0]?.pieces.map(({ text, kind }) =>
			kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`,
		)
		.join('');

test('a word that was put in stands out', () => {
	expect(shown('Miners must register with the federal tax service before they begin.')).toBe(
		'Miners must register with the {+federal +}tax service before they begin.',
	);
});

test('changes with next to nothing between them are one', () => {
	expect(shown('Miners must ask at the tax service before they begin.')).toMatch(
		/^Miners must \[-register with-\]\{\+ask at\+\} the tax service before they begin\.$/,
	);
});

test('texts that share little are set against each other whole', () => {
	expect(shown('Nobody may mine.')).toBe(`[-${fact.claim}-] → {+Nobody may mine.+}`);
});

test('only what changed is shown, and nothing of what is merely lent', () => {
	const source = makeSource();
	const lent: RecordChange = { type: 'source', id: source.id, before: source, after: source };
	const differences = differencesOf([changed('Nobody may mine.'), lent]);
	expect(differences).toMatchObject([{ what: 'changed', fields: [{ label: 'claim' }] }]);
});

test('an entry that is taken out is named, not recited', () => {
	const [difference] = differencesOf([{ type: 'fact', id: fact.id, before: fact, after: null }]);
	expect(difference?.what).toBe('removed');
	expect(difference?.fields.map(({ label }) => label)).toEqual(['title', 'claim']);
});
