import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Example, NONE, TopicClassifier } from '../../../src/core/question/topic-classifier.ts';
import { stem } from '../../../src/core/text/tokens.ts';

const EXAMPLES: Record<string, string[]> = {
	tax: [
		'do i owe the taxman',
		'what goes on my return',
		'how much of my profit goes to the office',
		'declare my gains',
	],
	mining: ['plug in a rig at home', 'electricity for my asics', 'a shed full of miners', 'hashing in the garage'],
	[NONE]: ['what is the weather', 'tell me a joke', 'who won the match', 'best pizza in town'],
};
const examples: Example[] = Object.entries(EXAMPLES).flatMap(([label, texts]) =>
	texts.map((text) => ({ label, words: text.split(' '), weight: 1 })),
);
const classifier = new TopicClassifier(examples, stem);
const best = (text: string) => classifier.guess(text.split(' '))[0]?.label;

test('what is like the examples of a label is taken for it', () => {
	expect(best('must i declare the profit')).toBe('tax');
	expect(best('can i run asics in my garage')).toBe('mining');
	expect(best('tell me who won')).toBe(NONE);
});

test('the shares of all labels make one, whatever the words', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 80 }), (words) => {
			const guesses = classifier.guess(words);
			expect(guesses.map(({ label }) => label).sort()).toEqual(['mining', NONE, 'tax']);
			expect(guesses.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
		}),
	);
});

test('it says which words speak for a label', () => {
	const reasons = classifier.reasons(['run', 'asics'], 'mining');
	expect(reasons.map(({ word }) => word)).toEqual(['run', 'asics']);
	expect(reasons[1]?.weight).toBeGreaterThan(reasons[0]?.weight ?? 0);
});

test('it learns the same from the same examples', () => {
	const again = new TopicClassifier(examples, stem);
	expect(again.guess(['profit'])).toEqual(classifier.guess(['profit']));
});

test('it knows the words of the topics, in any form, and the usual ones', () => {
	expect(classifier.isFamiliar('gains')).toBe(true);
	expect(classifier.isFamiliar('gain')).toBe(true);
	expect(classifier.isFamiliar('pizza')).toBe(false);
	expect(classifier.isUsual('my')).toBe(true);
	expect(classifier.isUsual('shed')).toBe(false);
});
