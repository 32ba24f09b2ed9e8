/** What the topic classifier of each language learns from: example questions, the topics' words, and in English the facts. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../knowledge/language-schema.ts';
import { stemmerOf } from '../text/stemmers.ts';
import { ENGLISH, wordsOf } from './language-words.ts';
import { type Example, NONE, TopicClassifier } from './topic-classifier.ts';

/** A topic's words and the sober language of facts help, and count less than what people really say. */
const WORD = 0.5;
const FACT = 0.3;

/** One classifier for each language (ISO 639-1) that has words. */
export function teach(base: KnowledgeBase): Map<string, TopicClassifier> {
	const classifiers = new Map<string, TopicClassifier>();
	// Crypto words are borrowed from English everywhere.
	const borrowed = wordsAsExamples(base.languages.get(ENGLISH));
	for (const language of base.languages.values()) {
		const examples = language.code === ENGLISH ? factsAsExamples(base) : [...borrowed];
		examples.push(...wordsAsExamples(language));
		for (const [label, texts] of Object.entries(language.wordings ?? {}))
			for (const text of texts) examples.push({ label, words: wordsOf(text), weight: 1 });
		classifiers.set(language.code, new TopicClassifier(examples, stemmerOf(language.code)));
	}
	return classifiers;
}

function wordsAsExamples(language: Language | undefined): Example[] {
	return Object.entries(language?.words?.topics ?? {}).flatMap(([id, { terms, words, other_meanings: others }]) => [
		...[...terms, ...words].map((text) => ({ label: id, words: wordsOf(text), weight: WORD })),
		...others.map((text) => ({ label: NONE, words: wordsOf(text), weight: WORD })),
	]);
}

function factsAsExamples({ facts }: KnowledgeBase): Example[] {
	return facts.map(({ topic, title, claim }) => ({ label: topic, words: wordsOf(`${title} ${claim}`), weight: FACT }));
}
