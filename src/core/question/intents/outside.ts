/** What is not for the bot: other fields, greetings, places that are none. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Asked } from '../asked.ts';
import type { Intent } from './intent.ts';
import { isSpecific } from './judgement.ts';

/**
 * From these shares of the example questions on, a text is not for the bot: by what else speaks for the field. Found, like the
 * others below, by trying values on the tuned sets of test/questions.
 */
const NONE_ALONE = 0.5;

const NONE_WITH_PLACE = 0.35;

const NONE_OF_FIELD = 0.35;

const NONE_WITH_BOTH = 0.85;

/** With a place, what these ask for can hardly be anything else than policy. */
const PLACED = ['changes', 'coming', 'recent', 'ahead', 'timeline', 'compare'] as const;

/** Prices, advice, gold mining: words of the field in another sense, or nothing of the field. */
export function anotherField(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, crypto, topics, entries, none } = asked;
	const outside: Intent = { kind: 'out-of-scope', reason: 'other-field' };
	if (cues.has('other-meaning') && !crypto) return outside;
	if (cues.has('off_topic') && !topics.some(({ id }) => isSpecific(id, base))) return outside;
	const isOfNobody = asked.actors.length + asked.places.length + topics.length === 0 && !crypto;
	// "Churchill quotes on democracy"
	if (cues.has('quote') && isOfNobody && none >= NONE_ALONE) return outside;
	// "Which laws take effect soon"
	if (cues.has('ahead') && asked.asksForRule && asked.strange.length === 0) return undefined;
	if (cues.has('greeting') || cues.has('quote') || asked.actors.length > 0) return undefined;
	const isNamed = entries.some(({ certain }) => certain);
	// "Singapore exchange licence, taxes and adverts in one go"
	const areSeveral = asked.named.length > 0 && asked.topic.ids.length > 1;
	const isAsked = topics.some(({ id }) => isSpecific(id, base)) || asked.period !== undefined;
	const isOfField = crypto || asked.implied.length > 0 || topics.some(({ certain }) => certain);
	const isEverywhere = (cues.has('list') || asked.opensList) && topics.length > 0;
	const hasPlace = asked.named.length + asked.regions.length > 0 || isEverywhere;
	// "Tax rules in Belarus": not a word that the bot does not know.
	const isPlain = (asked.named.length > 0 || isEverywhere) && isAsked && asked.strange.length === 0;
	const isNews = (asked.named.length > 0 || asked.period !== undefined) && PLACED.some((cue) => cues.has(cue));
	const withPlace = isOfField || isNews ? NONE_WITH_BOTH : NONE_WITH_PLACE;
	const sure = hasPlace || isNews ? withPlace : isOfField ? NONE_OF_FIELD : NONE_ALONE;
	// A text that is all names, such as a country's, gives the examples nothing to go by.
	return !isNamed && !areSeveral && !isPlain && none >= sure && asked.content.length > 0 && asked.stems.length > 0
		? outside
		: undefined;
}

export function greeting({ cues, places, topics, actors, crypto }: Asked): Intent | undefined {
	const isEmpty = places.length + topics.length + actors.length === 0 && !crypto;
	return cues.has('greeting') && isEmpty ? { kind: 'out-of-scope', reason: 'greeting' } : undefined;
}

export function unknownPlace(asked: Asked): Intent | undefined {
	const isAbout = asked.crypto || asked.topic.ids.length > 0;
	const isElsewhere =
		asked.named.length > 0 || asked.regions.length > 0 || asked.entries.some(({ certain }) => certain);
	return asked.unknownPlace && !isElsewhere && isAbout ? { kind: 'out-of-scope', reason: 'unknown-place' } : undefined;
}
