/** How sure it is what is asked for. The shares were found by trying values on the tuned sets of test/questions. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Asked } from '../asked.ts';

/** From this share on a topic is surely meant; a smaller one is enough where a word means it too. */
const SURE = 0.35;

const AGREED = 0.25;

/** Unknown words are the place's own when at least this share of them stands in its entries. */
const FAMILIAR_SHARE = 0.5;

export function isSpecific(id: string, base: KnowledgeBase): boolean {
	return base.topics.get(id)?.role !== 'general';
}

/** Whether a topic is asked for at all: some word means it, or the example questions leave little doubt. */
export function isAskedFor(asked: Asked): boolean {
	const [id] = asked.topic.ids;
	return id !== undefined && (asked.topics.length > 0 || isSurely(id, asked));
}

/** Whether the example questions leave little doubt that the topic is meant. */
export function isSurely(id: string, { guesses, inScope, alien, telling, topics }: Asked): boolean {
	const [best] = guesses;
	const isNamed = topics.some((topic) => topic.id === id);
	const enough = isNamed ? AGREED : SURE;
	// Words that no example has say nothing, however sure the rest of the question sounds; without a word of crypto they may
	// well make it a question of another field ("dog tax").
	const strangers = inScope ? alien * 2 <= telling : isNamed ? alien * 2 < telling : alien === 0;
	return best?.label === id && best.share >= enough && telling > 0 && strangers;
}

/** Whether the words that nothing is known of are at home in the entries of the places, so that crypto is meant. */
export function isFamiliar(unknown: readonly string[], places: readonly string[], base: KnowledgeBase): boolean {
	if (unknown.length === 0) return true;
	const known = unknown.filter((word) => places.some((code) => base.isWordOf(code, word)));
	return known.length >= FAMILIAR_SHARE * unknown.length;
}
