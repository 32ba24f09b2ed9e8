import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAction, encodeAction, lookupOf, statementsOf } from '../../../src/core/answer/actions.ts';
import { keyOf } from '../../../src/core/knowledge/entry.ts';
import { MAX_ID_LENGTH } from '../../../src/core/knowledge/schema.ts';
import type { Question } from '../../../src/core/question/question.ts';

const id = fc.stringMatching(new RegExp(`^[a-z0-9][a-z0-9-]{1,${MAX_ID_LENGTH - 1}}$`));
const topic = fc.stringMatching(/^[a-z][a-z-]{1,15}$/);
const code = fc.constantFrom('RU', 'US-NY', 'AE-AZ:adgm', 'EU');
const question: fc.Arbitrary<Question> = fc.oneof(
	fc.tuple(code, topic).map(([place, about]) => lookupOf(place, about)),
	code.map((jurisdiction) => ({ kind: 'overview' as const, jurisdiction })),
	fc
		.tuple(topic, fc.array(topic, { maxLength: 2 }))
		.map(([about, statuses]) => ({ kind: 'list' as const, topic: about, statuses })),
	fc.tuple(topic, topic, topic, fc.boolean()).map(([about, region, term, now]) => ({
		kind: 'list' as const,
		topic: about,
		statuses: [],
		regions: [region],
		terms: [term],
		...(now ? { now } : {}),
	})),
	id.map((actor) => statementsOf([actor])),
	id.map((entry) => ({ kind: 'entry' as const, id: entry })),
	fc.array(id, { minLength: 1, maxLength: 6 }).map((ids) => ({ kind: 'entries' as const, keys: ids.map(keyOf) })),
	fc.tuple(code, topic).map(([jurisdiction, about]) => ({ kind: 'timeline' as const, jurisdiction, topic: about })),
	code.map((jurisdiction) => ({ kind: 'timeline' as const, jurisdiction })),
);

test('every button fits 64 bytes and leads back to what it was made of', () => {
	fc.assert(
		fc.property(question, fc.nat({ max: 9999 }), fc.boolean(), (asked, page, sources) => {
			const action = encodeAction({ question: asked, page, sources });
			expect(action).toBeDefined();
			expect(Buffer.byteLength(action ?? '')).toBeLessThanOrEqual(64);
			expect(decodeAction(action ?? '')).toEqual({ question: asked, page, sources, replace: sources });
		}),
	);
});

test('a question with more to it than a button can carry has no button', () => {
	const asked = lookupOf('RU', 'mining');
	if (asked.kind !== 'lookup') throw new Error('not a lookup');
	const period = { from: '2018-01-01', to: '2018-12-31', label: '2018' };
	expect(encodeAction({ question: { ...asked, period: { ...period, to: '2018-06-30' } } })).toBeUndefined();
	expect(encodeAction({ question: { ...asked, jurisdictions: ['RU', 'JP'] } })).toBeUndefined();
});

test('what is no button of ours is refused', () => {
	for (const text of [
		'',
		'v',
		'v|l',
		'v|l|RU',
		'x|l|RU|mining',
		'v|l|ru|mining',
		'v|o|../../etc',
		'v|z|RU',
		'v|l|RU|mining|a|b|c',
		'v|l|RU|mining|p99999',
		'v|o|RU|mining',
		'v|x|',
		'v|x|ABC',
	])
		expect(decodeAction(text), text).toBeUndefined();
	fc.assert(
		fc.property(
			fc.string(),
			(text) => decodeAction(text) === undefined || text.startsWith('v|') || /^[rs]\|/.test(text),
		),
	);
});
