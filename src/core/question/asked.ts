/** What a question's parts come to before its intent is decided: which places, topics and entries, and whether crypto is meant. */
import { isFact, jurisdictionsOf } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { chooseTopics, type TopicDecision } from './choose-topics.ts';
import type { NamedEntry, Reading } from './read.ts';
import { type Guess, NONE, type TopicClassifier } from './topic-classifier.ts';

/** A word in fewer entries than this share of all says something about what is meant. */
const RARE_SHARE = 0.2;
/** A neutral word in at most this share of the entries still tells some of them apart. */
const TELLING_SHARE = 0.1;
/** How likely what is no topic stays when a place and crypto are named, or a place alone. */
const WITH_BOTH = 0.25;
const WITH_PLACE = 0.6;
/** Entries of one name in two places are told apart when one holds this much more of the asker's words. */
const CLOSE_FIT = 0.05;

export interface Asked extends Reading {
	/** Places named, each of which can only mean one. */
	named: string[];
	/** The places named, else those that other names imply. */
	homes: string[];
	/** The candidates of a place that could be several; undefined when all are clear. */
	unclear: string[] | undefined;
	/** Entries named, of the places named. */
	entries: NamedEntry[];
	/** Content words that nothing is known of, as stems, without those of named entries. */
	strange: string[];
	/** The asker's words that rank entries, as stems. */
	ranking: string[];
	topic: TopicDecision;
	/** Crypto is surely what it is about. */
	inScope: boolean;
	/** What the example questions make of the words, the likeliest first, for a question that has these places and crypto words. */
	guesses: readonly Guess[];
	/** Content words that neither the lexicon nor any example question on a topic has. */
	alien: number;
	/** Content words in all. */
	telling: number;
	/** The share of the example questions that are not for the bot, by the words alone. */
	none: number;
	/** The asker wants what was. */
	past: boolean;
}

/** Brings the parts together. */
export function bringTogether(reading: Reading, classifier: TopicClassifier | undefined, base: KnowledgeBase): Asked {
	const guesses = classifier?.guess(reading.content) ?? [];
	const ranking = rankingWords(reading, base);
	const named = [...new Set(reading.places.filter((codes) => codes.length === 1).flat())];
	// "Digital yuan, digital rupee and Russia's digital ruble": names that imply places are as good as the places.
	const several = reading.implied.length > 1 ? [...new Set([...named, ...reading.implied])] : named;
	const homes = several.length > 0 ? several : homesOf(reading, ranking, base);
	const entries = entriesIn(reading.entries, named, base);
	const strange = reading.unknown
		.filter(({ at }) => !entries.some(({ start, end }) => at >= start && at < end))
		.map(({ word }) => word);
	// With nothing but an organisation's name, its home says nothing of a topic.
	const onlyActors = reading.actors.length > 0 && named.length === 0 && reading.topics.length === 0;
	const none = guesses.find(({ label }) => label === NONE)?.share ?? 0;
	const inContext = discounted(
		guesses,
		reading.crypto && homes.length > 0 ? WITH_BOTH : named.length > 0 ? WITH_PLACE : 1,
	);
	const topic = chooseTopics(
		{
			found: reading.topics,
			words: reading.words,
			joins: reading.joins,
			asks: reading.asks,
			clauses: reading.clauses,
			places: onlyActors ? [] : homes,
			actors: reading.actors,
			statuses: reading.statuses,
			named: entries,
			stems: ranking,
			unknown: tellingWords(strange, base),
			guesses: inContext,
		},
		base,
	);
	return {
		...reading,
		named,
		homes,
		// "Georgia (GE)" says itself which one is meant.
		unclear: reading.places.find((codes) => codes.length > 1 && !codes.some((code) => named.includes(code))),
		entries,
		strange,
		ranking,
		topic,
		inScope:
			reading.crypto ||
			reading.implied.length > 0 ||
			reading.topics.some(({ certain }) => certain) ||
			entries.some(({ certain }) => certain) ||
			// Whoever is named here is known for what they do or say about crypto.
			(reading.actors.length > 0 && reading.topics.length > 0) ||
			reading.actors.length > 1 ||
			// Two words of the field weigh more than one unknown word: "do exchanges have to register with the agency".
			reading.topics.length > strange.length,
		guesses: inContext,
		alien: reading.unknown.filter(({ raw }) => !classifier?.isFamiliar(raw)).length,
		telling: reading.stems.filter(({ neutral }) => !neutral).length,
		none,
		past: reading.cues.has('past') || reading.cues.has('history') || reading.cues.has('timeline'),
	};
}

/** The guesses when what is no topic is so much less likely than by the words alone. */
function discounted(guesses: readonly Guess[], factor: number): Guess[] {
	const weighed = guesses.map(({ label, share }) => ({ label, share: label === NONE ? share * factor : share }));
	const sum = weighed.reduce((all, { share }) => all + share, 0);
	return weighed.map(({ label, share }) => ({ label, share: share / sum })).sort((a, b) => b.share - a.share);
}

/** The words that rank entries; neutral ones only where few entries hold them. */
function rankingWords({ stems }: Reading, base: KnowledgeBase): string[] {
	const tells = (word: string) => {
		const frequency = base.frequency(word);
		return frequency > 0 && frequency <= TELLING_SHARE * base.entries.size;
	};
	return [...new Set(stems.filter(({ word, neutral }) => !neutral || tells(word)).map(({ word }) => word))];
}

/** The words that say something because few entries hold them. */
export function tellingWords(words: readonly string[], base: KnowledgeBase): string[] {
	return words.filter((word) => base.frequency(word) < RARE_SHARE * base.entries.size);
}

/** Where to look when no place is named: what a name implies, what a named entry belongs to, where an actor is at home. */
function homesOf({ implied, entries, actors }: Reading, ranking: readonly string[], base: KnowledgeBase): string[] {
	if (implied.length > 0) return implied;
	const byLaw = placeOfNamed(
		entries.filter(({ certain }) => certain),
		ranking,
		base,
	);
	if (byLaw) return byLaw;
	const homes = actors.flatMap((id) => {
		const office = base.people.get(id)?.offices.find(({ jurisdiction }) => jurisdiction !== undefined);
		return base.organisations.get(id)?.jurisdiction ?? office?.jurisdiction ?? [];
	});
	return [...new Set(homes)];
}

/** The one place that the named facts belong to, or the one whose fact fits the asker's words best. */
function placeOfNamed(
	names: readonly NamedEntry[],
	ranking: readonly string[],
	base: KnowledgeBase,
): string[] | undefined {
	const facts = names.map(({ id }) => base.entries.get(id)).filter((entry) => entry !== undefined && isFact(entry));
	const overlap = base.overlapWith(ranking);
	const fit = facts.map((fact) => ({ code: fact.jurisdiction, overlap: overlap(fact) }));
	const best = Math.max(...fit.map(({ overlap }) => overlap));
	const codes = new Set(fit.filter(({ overlap }) => overlap > best - CLOSE_FIT).map(({ code }) => code));
	return codes.size === 1 ? [...codes] : undefined;
}

/** Named entries that belong to the places asked for; all of them when no place is named. */
function entriesIn(entries: readonly NamedEntry[], places: readonly string[], base: KnowledgeBase): NamedEntry[] {
	if (places.length === 0) return [...entries];
	const allowed = new Set(places.flatMap((code) => [code, ...base.fallbacksOf(code)]));
	return entries.filter(({ id }) => {
		const entry = base.entries.get(id);
		return entry && jurisdictionsOf(entry).some((code) => allowed.has(code));
	});
}
