import { describe, expect, test } from 'vitest';
import { PolicyCore } from '../../src/core/core.ts';
import { en } from '../../src/core/messages/en.ts';
import { LANGUAGES, messagesFor } from '../../src/core/messages/messages.ts';
import { loadKnowledge } from '../../src/files/load.ts';

const DAY = '2026-11-24';
const core = new PolicyCore(loadKnowledge('knowledge').records);

test('an unknown language falls back to English, and a region does not matter', () => {
	expect(messagesFor('sv')).toBe(en);
	expect(messagesFor(undefined)).toBe(en);
	expect(messagesFor('pt-BR').language).toBe('pt');
});

describe.each(LANGUAGES)('%s', (language) => {
	const m = messagesFor(language);

	test('has every message, of the same kind', () => {
		const kinds = (of: object): unknown =>
			Object.fromEntries(
				Object.entries(of)
					.map(([key, value]) => [key, typeof value])
					.sort(),
			);
		expect(kinds(m)).toEqual(kinds(en));
		expect(kinds(m.commands)).toEqual(kinds(en.commands));
		expect(kinds(m.options)).toEqual(kinds(en.options));
	});

	test('fits what the chats allow', () => {
		for (const text of [...Object.values(m.commands), ...Object.values(m.options)])
			expect(text.length, text).toBeLessThanOrEqual(100);
		expect(m.profile.length).toBeLessThanOrEqual(512);
		expect(m.shortProfile.length).toBeLessThanOrEqual(120);
	});

	test('writes a date as precisely as it is known', () => {
		expect(m.date('2018')).toContain('2018');
		expect(m.date('2018-02')).not.toBe(m.date('2018'));
		expect(m.date('2018-02-24')).toMatch(/24/);
	});

	test('suggests questions that are understood when they are sent back', () => {
		const { suggestions } = core.ask('', { day: DAY, language });
		expect(suggestions.length).toBeGreaterThan(2);
		for (const suggestion of suggestions) {
			const answer = core.ask(suggestion, { day: DAY, language });
			expect([answer.outcome, answer.language], suggestion).toEqual(['answered', language]);
		}
	});
});
