/** What the topic classifier of each language learns from: example questions, the topics' words, and in English the facts. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../knowledge/language-schema.ts';
import { stemmerOf } from '../text/stemmers.ts';
import { ENGLISH, wordsOf } from './language-words.ts';
import { type Example, NONE, TopicClassifier } from './topic-classifier.ts';

/** A topic's words and the sober language of facts help, and count less than what people really say. */
const WORD = 0.5;
const FACT = 0.3;

/** The classifiers of the languages: each learns when it is first asked in. */
export class Classifiers {
	readonly #base: KnowledgeBase;
	readonly #learnt = new Map<string, TopicClassifier>();

	constructor(base: KnowledgeBase) {
		this.#base = base;
	}

	/** The classifier of a language (ISO 639-1). */
	of(code: string): TopicClassifier {
		let classifier = this.#learnt.get(code);
		if (!classifier) {
			classifier = teach(this.#base, code);
			this.#learnt.set(code, classifier);
		}
		return classifier;
	}
}

function teach(base: KnowledgeBase, code: string): TopicClassifier {
	const language = base.languages.get(code);
	const examples = wordsAsExamples(language);
	// Crypto words are borrowed from English everywhere.
	examples.push(...(code === ENGLISH ? factsAsExamples(base) : wordsAsExamples(base.languages.get(ENGLISH))));
	for (const [label, texts] of Object.entries(language?.wordings ?? {}))
		for (const text of texts) examples.push({ label, words: wordsOf(text), weight: 1 });
	return new TopicClassifier(examples, stemmerOf(code));
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
