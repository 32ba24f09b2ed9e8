import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/core/answer/answer.ts';
import { shorten, shrinkToFit } from '../../../src/core/answer/fit.ts';

function answerWith(texts: string[]): Answer {
	return {
		outcome: 'answered',
		language: 'en',
		title: 'Title',
		blocks: texts.map((text, index) => ({ text, citations: [index + 1], details: 'since 2018' })),
		citations: [],
		notes: ['a note'],
		actions: [],
		suggestions: [],
		jurisdictions: [],
		topics: [],
		entries: [],
		private: false,
	};
}

const render = (answer: Answer) => {
	const message = answer.blocks.map(({ text, citations }) => `${text} [${citations.join()}]`).join('\n');
	return { message, length: message.length };
};

test('what fits is left as it is', () => {
	expect(shrinkToFit(answerWith(['short', 'text']), render, 100)).toBe('short [1]\ntext [2]');
});

test('the longest text is cut first, between words, and no citation is lost', () => {
	const message = shrinkToFit(answerWith(['word '.repeat(100).trim(), 'short']), render, 200);
	expect(message.length).toBeLessThanOrEqual(200);
	expect(message).toMatch(/^word .*word… \[1\]\nshort \[2\]$/);
});

test('shortening never leaves half a character', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (text, length) => {
			const short = shorten(text, length);
			expect(short.length).toBeLessThanOrEqual(Math.max(length, 2));
			expect(short.isWellFormed()).toBe(true);
		}),
	);
});
