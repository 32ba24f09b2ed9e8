import { expect, test } from 'vitest';
import { damerauLevenshtein, TypoIndex } from '../../../src/core/question/typos.ts';

function indexOf(...words: string[]): TypoIndex {
	const index = new TypoIndex();
	for (const word of words) index.add(word, 1);
	return index;
}

test('insertions, deletions, replacements and swaps count one each', () => {
	expect(damerauLevenshtein('mining', 'minning')).toBe(1);
	expect(damerauLevenshtein('china', 'chian')).toBe(1);
	expect(damerauLevenshtein('japan', 'japon')).toBe(1);
	expect(damerauLevenshtein('kitten', 'sitting')).toBe(3);
	expect(damerauLevenshtein('', 'abc')).toBe(3);
});

test('a mistyped word is corrected to the nearest one', () => {
	const index = indexOf('mining', 'switzerland', 'china', 'chile');
	expect(index.correct('minning')).toBe('mining');
	expect(index.correct('swtizerlnd')).toBe('switzerland');
	expect(index.correct('chian')).toBe('china');
});

test('a short word is never corrected, and a distant one is left alone', () => {
	const index = indexOf('tax', 'mining', 'iran', 'iraq');
	expect(index.correct('tqx')).toBeUndefined();
	expect(index.correct('narnia')).toBeUndefined();
});

test('between two equally near words nothing is guessed', () => {
	expect(indexOf('iran', 'iraq').correct('irax')).toBeUndefined();
});

test('a word in another script or of great length is no typo', () => {
	expect(indexOf('mining').correct('майнинг')).toBeUndefined();
	expect(indexOf('mining').correct('m'.repeat(5000))).toBeUndefined();
});
