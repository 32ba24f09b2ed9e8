/** Works out what a text asks: jurisdictions, topics, people, time and intent. Never guesses: several readings are choices. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Day } from '../knowledge/partial-date.ts';
import { clauseStarts, tokenise } from '../text/tokens.ts';
import { type Asked, bringTogether } from './asked.ts';
import type { Classifiers } from './classifiers.ts';
import { detectLanguage } from './detect-language.ts';
import { intentOf } from './intents.ts';
import type { LanguageWords } from './language-words.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mentions } from './mentions.ts';
import type { Understanding } from './question.ts';
import { following, read } from './read.ts';

/** A question in a chat is a sentence or two; more is not read. In characters. */
export const MAX_QUESTION_LENGTH = 500;

/** What understanding needs to know. */
export interface Knowing {
	base: KnowledgeBase;
	lexicon: Lexicon;
	classifiers: Classifiers;
}

/** What is known of the asking itself. */
export interface Asking {
	/** The day of the question, which "last year" is seen from. */
	day?: Day;
	/** The asker's language (ISO 639-1), if the chat tells it. */
	hint?: string | undefined;
	/** What the answer before was about, when the question follows one. */
	about?: Mentions | undefined;
}

/** What `text` asks. Any string is allowed. */
export function understand(text: string, knowing: Knowing, asking: Asking = {}): Understanding {
	return understandWhy(text, knowing, asking).understood;
}

/** The same, with all that led to it. */
export function understandWhy(
	text: string,
	{ base, lexicon, classifiers }: Knowing,
	{ day, hint, about }: Asking = {},
): { understood: Understanding; asked?: Asked; language: LanguageWords } {
	const fallback = lexicon.wordsOf(hint?.slice(0, 2).toLowerCase() ?? '');
	if (text.length > MAX_QUESTION_LENGTH)
		return {
			understood: { kind: 'out-of-scope', reason: 'too-long', language: fallback.code },
			language: fallback,
		};
	const spelt = spellSigns(text);
	const tokens = tokenise(spelt);
	if (tokens.length === 0)
		return { understood: { kind: 'out-of-scope', reason: 'empty', language: fallback.code }, language: fallback };
	const language = lexicon.wordsOf(detectLanguage(tokens, lexicon, hint));
	const alone = read(tokens, clauseStarts(spelt), lexicon, language, day);
	const reading = about ? following(alone, about) : alone;
	const asked = bringTogether(reading, classifiers.of(language.code), base);
	return { understood: { ...intentOf(asked, base), language: language.code }, asked, language };
}

/** Signs that stand for words: "tax + mining" joins as "tax & mining" does, and "kyc = ?" asks for a meaning. */
function spellSigns(text: string): string {
	return text.replace(/(?<=\s)[+&](?=\s)/g, 'and').replace(/=\s*\?*\s*$/, ' meaning');
}
