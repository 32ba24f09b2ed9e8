import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise, stem, tokenise } from '../../../src/core/text/tokens.ts';

test('case, accents, possessives and punctuation do not matter', () => {
	expect(normalise("Türkiye's CÔTE d’Ivoire!")).toBe('turkiye cote ivoire');
	expect(normalise('e-CNY / state-backed')).toBe('e cny state backed');
	expect(normalise('U.S. and U.A.E.')).toBe('us and uae');
});

test('invisible characters and half surrogates do not split or hide words', () => {
	expect(normalise('rus\u200bsia \u202emining\u202c')).toBe('russia mining');
	expect(normalise('mi\ud800ning')).toBe('mi ning');
	expect(normalise('tab\tand\u0000zero')).toBe('tab and zero');
});

test('flags, other scripts and Indic vowel signs are kept; scripts without spaces are read by the character', () => {
	expect(normalise('🇯🇵 налог 税金 क्रिप्टो')).toBe('🇯🇵 налог 税 金 क्रिप्टो');
	expect(normalise('2018年')).toBe('2018 年');
});

test('French elisions and Turkish endings come off, and digits of all scripts are the same', () => {
	expect(normalise("l'impôt d’Allemagne, qu'est-ce")).toBe('impot allemagne est ce');
	expect(normalise("Türkiye'de 2018'den İstanbul'un")).toBe('turkiye 2018 istanbul');
	expect(normalise('٢٠١٨ २०१८')).toBe('2018 2018');
	expect(normalise("don't I'm Hawai'i")).toBe('dont im hawai');
});

test('letters that are typed for one another are one', () => {
	expect(normalise('yasal mı')).toBe(normalise('yasal mi'));
	expect(normalise('ضريبة')).toBe(normalise('ضريبه'));
	expect(normalise('Straße й ё')).toBe('strasse й е');
});

test('a token remembers how it was typed', () => {
	expect(tokenise('US us')).toEqual([
		{ text: 'us', raw: 'US' },
		{ text: 'us', raw: 'us' },
	]);
});

test('forms of a word meet in their stem', () => {
	expect(new Set(['miner', 'miners', 'mining', 'mined'].map(stem))).toEqual(new Set(['min']));
	expect(stem('tax')).toBe(stem('taxes'));
});

test('normalising twice changes nothing, whatever the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
			const once = normalise(text);
			expect(normalise(once)).toBe(once);
		}),
	);
});
