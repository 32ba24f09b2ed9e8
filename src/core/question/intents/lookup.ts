/** What holds somewhere on something; and, where one of the two is missing, the choice of it. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { type Asked, tellingWords } from '../asked.ts';
import type { Choices, Question } from '../question.ts';
import { NONE } from '../topic-classifier.ts';
import { type Intent, question } from './intent.ts';
import { isFamiliar, isSurely } from './judgement.ts';

const BEYOND_DOUBT = 0.8;

/** Below this share of what is not for the bot, some topic may be meant. */
const POSSIBLE = 0.3;

export function unclearPlace({ unclear, topic }: Asked): Intent | undefined {
	return unclear && { kind: 'clarify', reason: 'which-place', jurisdictions: unclear, topics: topic.ids };
}

/** What holds in the places and on the topics asked for, with all that the words say beside. */
function lookupOf(asked: Asked): Extract<Question, { kind: 'lookup' }> {
	return {
		kind: 'lookup',
		jurisdictions: asked.homes,
		topics: asked.topic.ids,
		entries: asked.entries.map(({ id }) => id),
		actors: asked.actors,
		stems: asked.ranking,
		statuses: asked.statuses,
		past: asked.past || asked.before.length > 0,
		...(asked.before.length > 0 ? { before: asked.before } : {}),
		...(asked.period ? { period: asked.period } : {}),
	};
}

/** "Is mining legal in Russia": a place and a topic, or a law named outright. */
export function lookup(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { homes, named, topic, entries, inScope, strange } = asked;
	const it = lookupOf(asked);
	const [id] = topic.ids;
	if (homes.length > 0 && id !== undefined) {
		const isOnlyGuessed = asked.topics.length === 0 && entries.length === 0;
		if (isOnlyGuessed && !isSurely(id, asked)) return undefined;
		if (!inScope && !isSurely(id, asked) && !isFamiliar(strange, homes, base)) return unsure(asked);
		return question(it);
	}
	const isNamed = entries.some(({ certain }) => certain) && inScope;
	return isNamed || (entries.length > 0 && named.length > 0) ? question(it) : undefined;
}

/** A place without a topic: its overview, an entry that clearly holds the other words, or the choice of topics. */
export function placeAlone(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { homes, named, inScope, strange, crypto, period, ranking, past } = asked;
	const [place] = homes;
	if (place === undefined || (named.length === 0 && !inScope)) return undefined;
	// "When does the new UK regime start": a status of nothing in particular is that of crypto itself.
	const general = [...base.topics.values()].find(({ role }) => role === 'general')?.id;
	if (asked.statuses.length > 0 && crypto && general !== undefined)
		return question({ ...lookupOf(asked), topics: [general] });
	if (strange.length === 0) {
		if (homes.length > 1) return whichTopic(asked);
		return question({ kind: 'overview', jurisdiction: place, ...(period ? { period } : {}) });
	}
	const telling = tellingWords(strange, base);
	if (telling.length > 0 && telling.every((word) => base.frequency(word) > 0))
		return question({ kind: 'words', jurisdiction: place, stems: ranking, required: telling, past });
	return crypto ? whichTopic(asked) : unsure(asked);
}

/** A topic without a place: the choice of places. */
export function topicAlone(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { topic, inScope, strange } = asked;
	const [id] = topic.ids;
	if (id === undefined) return undefined;
	if (!inScope && strange.length > 0 && !isSurely(id, asked)) return { kind: 'out-of-scope', reason: 'other-field' };
	// A guess alone, without a word of the field, must be beyond doubt: almost any words are more like one topic than another.
	const isGuess = asked.topics.length === 0;
	const share = asked.guesses[0]?.share ?? 0;
	if (isGuess && (!isSurely(id, asked) || (!asked.crypto && share < BEYOND_DOUBT))) return undefined;
	// Words that no example question has are names rather than a way of asking.
	const home = asked.alien >= strange.length ? homeOfWords(strange, base) : undefined;
	if (home !== undefined) return question({ ...lookupOf(asked), jurisdictions: [home] });
	return { kind: 'clarify', reason: 'place-missing', jurisdictions: [], topics: topic.ids };
}

/** The only place whose entries hold all the words that nothing else is known of: "project helvetia". */
function homeOfWords(words: readonly string[], base: KnowledgeBase): string | undefined {
	if (words.length === 0) return undefined;
	const homes = [...base.jurisdictions.keys()].filter((code) => words.every((word) => base.isWordOf(code, word)));
	return homes.length === 1 ? homes[0] : undefined;
}

/** The choice of topics in the places, the likelier ones first. */
function whichTopic({ homes, guesses }: Asked): Choices {
	const likely = guesses.map(({ label }) => label).filter((label) => label !== NONE);
	return { kind: 'clarify', reason: 'which-topic', jurisdictions: homes, topics: [], likely };
}

/** A place, and words that may mean some topic there: the choice of topics, unless the words are rather of another field. */
function unsure(asked: Asked): Intent {
	const { guesses, none, alien, telling } = asked;
	const isPossible = guesses[0]?.label !== NONE && none < POSSIBLE && alien * 2 < telling;
	if (isPossible) return whichTopic(asked);
	return { kind: 'out-of-scope', reason: 'other-field' };
}
