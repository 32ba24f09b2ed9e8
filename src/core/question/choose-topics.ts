/**
 * Decides which topics a question asks for when its words point to several, or to none. Three witnesses are heard: what the
 * words mean by the lexicon, what the example questions make of them, and how well the entries of the places hold them.
 */
import { isFact } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Fact } from '../knowledge/schema.ts';
import { stem } from '../text/tokens.ts';
import { type Guess, NONE } from './topic-classifier.ts';

/** A topic that words of the question mean, in the order of the words. */
export interface TopicSpan {
	id: string;
	/** Token positions, end exclusive. */
	start: number;
	end: number;
	/** The words can mean nothing else. */
	certain: boolean;
}

export interface TopicQuestion {
	found: readonly TopicSpan[];
	/** The normalised words of the question. */
	words: readonly string[];
	places: readonly string[];
	/** People and organisations named. */
	actors: readonly string[];
	/** Statuses that the words name. */
	statuses: readonly string[];
	/** Entries named outright. */
	named: readonly { id: string; certain: boolean }[];
	/** The asker's words, as stems. */
	stems: readonly string[];
	/** Those of them that mean nothing by the lexicon. */
	unknown: readonly string[];
	/** Words that stand between two topics asked for: "and". */
	joins: ReadonlySet<string>;
	/** Words that begin a question. */
	asks: ReadonlySet<string>;
	/** Where the clauses begin, but the first: token positions. */
	clauses: ReadonlySet<number>;
	/** What the example questions make of the words, the likeliest first. */
	guesses: readonly Guess[];
}

export interface TopicDecision {
	/** The topics asked for, usually one; several only when they are joined by "and" or "or"; none when it is not clear. */
	ids: string[];
	/** What spoke for each topic considered, the best first. */
	scores: { id: string; score: number }[];
}

/**
 * What speaks for a topic, beside the entries' share of the asker's words and the share of the example questions (both 0 to
 * 1). The values were found by trying others on the tuned sets of test/questions.
 */
const CERTAIN = 0.5;
const ASPECT = 0.35;
const GENERAL = -0.3;
const NAMED = 0.5;
/** Of two equal subjects the first one is what the sentence is about. */
const FIRST = 0.1;
/** A topic that no word means is considered from this share of the example questions on, and with this much less. */
const LIKELY = 0.1;
const ONLY_GUESSED = -0.45;
/** Less is taken off where the examples are this sure. */
const CLEAR = 0.8;
const CLEARLY_GUESSED = -0.2;
/** From this share on the example questions leave nothing vague. */
const SURE = 0.6;
const OF_SUBJECT = new Set(['on', 'of', 'for']);
const PREDICATES = new Set(['taxed', 'taxable', 'untaxed', 'advertised']);
/** An entry on another topic counts when it holds at least this share of the words that the lexicon does not know. */
const ENOUGH = 0.5;
/** So many words may stand between a topic and the "and" behind it, and between the "and" and the next topic. */
const BEFORE_JOIN = 4;
const AFTER_JOIN = 4;
/** So many topics with commas between them are a row; a comma between two may as well end the story and begin the question. */
const ROW = 3;
/** So many words may stand between two topics in a row: "tax rate, mining". */
const IN_ROW = 2;
/** A status word of at most so many topics points to them. */
const FEW = 2;

/** Which topics are asked for, and what else was considered. */
export function chooseTopics(question: TopicQuestion, base: KnowledgeBase): TopicDecision {
	const scores = scoresOf(question, base);
	const ids = joinedTopics(question, base) ?? bestTopic(question, scores, base);
	return { ids, scores };
}

/** Every topic that anything speaks for, the best first. */
function scoresOf(question: TopicQuestion, base: KnowledgeBase): TopicDecision['scores'] {
	const meant = priorsOf(question, base);
	const shares = new Map(question.guesses.map(({ label, share }) => [label, share]));
	// Where words and example questions agree, no other guess is heard.
	const isAgreed = meant.has(question.guesses[0]?.label ?? '');
	if (!isAgreed)
		for (const { label, share } of question.guesses)
			if (label !== NONE && share >= LIKELY && !meant.has(label))
				meant.set(label, share >= CLEAR ? CLEARLY_GUESSED : ONLY_GUESSED);
	// A topic without a rival needs no look at its entries.
	const hasRivals = meant.size > 1;
	// What a word means speaks for no topic that is only guessed: "legal" is found in entries on legal tender.
	const named = new Set(question.found.flatMap(({ start, end }) => question.words.slice(start, end).map(stem)));
	const others = question.stems.filter((word) => !named.has(word));
	const isNamed = (id: string) => question.found.some((topic) => topic.id === id);
	const shareHeld = (id: string, stems: readonly string[]) =>
		(stems.length / (stems.length + 1)) * bestOverlap(factsOf(id, question, base), stems, base);
	return [...meant]
		.map(([id, prior]) => ({
			id,
			score:
				prior +
				(shares.get(id) ?? 0) +
				// One word alone ("legal") is found in too many entries to say much.
				(hasRivals ? shareHeld(id, isNamed(id) ? question.stems : others) : 0),
		}))
		.sort((a, b) => b.score - a.score);
}

function bestTopic(question: TopicQuestion, scores: TopicDecision['scores'], base: KnowledgeBase): string[] {
	const [best] = scores;
	const aspect = question.found.find(({ id }) => base.topics.get(id)?.role === 'aspect')?.id;
	if (aspect !== undefined && isPredicate(aspect, question)) return [aspect];
	// Nothing known on the aspect asked for is no reason to answer about its subject.
	if (aspect !== undefined && question.places.length > 0 && factsOf(aspect, question, base).length === 0)
		return [aspect];
	// A law named outright ("the CLARITY Act") and a term of its own ("crypto law") are never vague.
	const isCertain = question.found.some(({ certain }) => certain) || question.named.some(({ certain }) => certain);
	const isGuessed = best !== undefined && question.guesses[0]?.label === best.id && question.guesses[0].share >= SURE;
	const isVague = best === undefined || (base.topics.get(best.id)?.role === 'general' && !isCertain && !isGuessed);
	const other = isVague ? (topicOfUnknown(question, best?.id, base) ?? topicOfActors(question, base)) : undefined;
	return other !== undefined ? [other] : best ? [best.id] : [];
}

/** "Tax on NFTs", "is staking taxed": the aspect is what is said of the subject, whatever the entries hold. */
function isPredicate(aspect: string, { found, words }: TopicQuestion): boolean {
	return found.some(({ id, end }) => {
		if (id !== aspect) return false;
		const isOfSubject = found.some((other) => other.id !== aspect && other.start === end + 1);
		return (isOfSubject && OF_SUBJECT.has(words[end] ?? '')) || PREDICATES.has(words[end - 1] ?? '');
	});
}

/** How strongly the words and the named entries point to each topic. */
function priorsOf({ found, named }: TopicQuestion, base: KnowledgeBase): Map<string, number> {
	const meant = new Map<string, number>();
	const add = (id: string, prior: number) => meant.set(id, Math.max(prior, meant.get(id) ?? Number.NEGATIVE_INFINITY));
	for (const [at, { id, certain }] of found.entries()) {
		const role = base.topics.get(id)?.role;
		const byRole = role === 'aspect' ? ASPECT : role === 'general' ? GENERAL : 0;
		add(id, byRole + (certain ? CERTAIN : 0) + (at === 0 ? FIRST : 0));
	}
	const byWord = new Map(meant);
	for (const { id, certain } of named) {
		const entry = base.entries.get(id);
		if (!entry || !isFact(entry)) continue;
		const word = byWord.get(entry.topic);
		if (word !== undefined) add(entry.topic, word + NAMED);
		// Of a law named in many topics, what it is comes first.
		else if (certain) add(entry.topic, NAMED + (base.topics.get(entry.topic)?.role === 'general' ? FIRST : 0));
	}
	return meant;
}

/**
 * The topic of the entry that holds the words unknown to the lexicon ("derivatives", "national bank"), when the entries
 * on the topic that the known words mean do not hold as many of them.
 */
function topicOfUnknown(question: TopicQuestion, best: string | undefined, base: KnowledgeBase): string | undefined {
	const { unknown, stems, found, places } = question;
	if (places.length === 0 || unknown.length === 0 || found.some(({ certain }) => certain)) return undefined;
	const overlap = base.overlapWith(stems);
	const held = (fact: Fact) => unknown.filter((word) => base.holds(fact, word)).length;
	const most = (topic: string) => Math.max(0, ...factsOf(topic, question, base).map(held));
	const needed = Math.max(ENOUGH * unknown.length, best === undefined ? 1 : most(best) + 1);
	let chosen: { topic: string; score: number } | undefined;
	for (const topic of base.topics.keys()) {
		if (topic === best) continue;
		for (const fact of factsOf(topic, question, base)) {
			if (held(fact) < needed) continue;
			const score = held(fact) + overlap(fact);
			if (!chosen || score > chosen.score) chosen = { topic, score };
		}
	}
	return chosen?.topic;
}

/** What an organisation named ("will the national bank hold bitcoin") is asked about: the entry on it that fits best. */
function topicOfActors({ actors, stems, places, statuses }: TopicQuestion, base: KnowledgeBase): string | undefined {
	// "Hold" is a status of reserves alone; "ban" is one of almost every topic.
	const byStatus = new Set(
		[...base.topics.values()]
			.filter((topic) => topic.statuses.some(({ id }) => statuses.includes(id)))
			.map(({ id }) => id),
	);
	const bonus = (topic: string) => (byStatus.size <= FEW && byStatus.has(topic) ? ENOUGH : 0);
	const overlapOf = base.overlapWith(stems);
	let chosen: { topic: string; overlap: number } | undefined;
	const organisations = actors.filter((id) => base.organisations.has(id));
	for (const entry of new Set(organisations.flatMap((id) => base.entriesAbout(id)))) {
		if (!isFact(entry) || !places.includes(entry.jurisdiction)) continue;
		if (base.topics.get(entry.topic)?.role === 'general') continue;
		const overlap = overlapOf(entry) + bonus(entry.topic);
		if (overlap >= ENOUGH && (!chosen || overlap > chosen.overlap)) chosen = { topic: entry.topic, overlap };
	}
	return chosen?.topic;
}

/** The topics on both sides of an "and", of a comma in a row of them, and of two questions in one. */
function joinedTopics(question: TopicQuestion, base: KnowledgeBase): string[] | undefined {
	const { found } = question;
	const specific = found.filter(({ id }) => base.topics.get(id)?.role !== 'general');
	const aspect = specific.find(({ id }) => base.topics.get(id)?.role === 'aspect')?.id;
	// "Tax on mining and staking" is about tax.
	if (aspect !== undefined && isPredicate(aspect, question)) return undefined;
	const all = unique(specific);
	const isJoin = (before: TopicSpan, after: TopicSpan) =>
		joinBetween(before, after, question) !== undefined || (all.length >= ROW && isRow(before, after, question));
	if (hasPair(specific, isJoin)) return all;
	// "Is it legal to own and can I pay with it": a question of its own may be the general one.
	const isQuestion = (before: TopicSpan, after: TopicSpan) => {
		const at = joinBetween(before, after, question);
		return at !== undefined && question.asks.has(question.words[at + 1] ?? '');
	};
	return hasPair(found, isQuestion) ? unique(found) : undefined;
}

/** Whether this is so of any two neighbours on different topics. */
function hasPair(spans: readonly TopicSpan[], test: (before: TopicSpan, after: TopicSpan) => boolean): boolean {
	return spans.some((after, index) => {
		const before = spans[index - 1];
		return before !== undefined && before.id !== after.id && test(before, after);
	});
}

/** The position of the "and" that stands near both; undefined when none does. */
function joinBetween({ end }: TopicSpan, { start }: TopicSpan, { words, joins }: TopicQuestion): number | undefined {
	const between = words.slice(end, start);
	const at = between.findLastIndex((word) => joins.has(word));
	return at >= 0 && at <= BEFORE_JOIN && between.length - at - 1 <= AFTER_JOIN ? end + at : undefined;
}

/** "Tax rate, mining": a clause begins between them, and hardly a word beside. */
function isRow({ end }: TopicSpan, { start }: TopicSpan, { clauses }: TopicQuestion): boolean {
	if (start - end > IN_ROW) return false;
	for (let at = end; at <= start; at++) if (clauses.has(at)) return true;
	return false;
}

function unique(spans: readonly TopicSpan[]): string[] {
	return [...new Set(spans.map(({ id }) => id))];
}

/** The facts on a topic in the places asked for, or where the named entries belong. */
function factsOf(topic: string, { places, named }: TopicQuestion, base: KnowledgeBase): readonly Fact[] {
	const codes =
		places.length > 0
			? places.flatMap((code) => [code, ...base.fallbacksOf(code)])
			: named
					.map(({ id }) => base.entries.get(id))
					.flatMap((entry) => (entry && isFact(entry) ? [entry.jurisdiction] : []));
	return [...new Set(codes)].flatMap((code) => base.factsOf(code, topic));
}

/** The largest share of the asker's words that one of these facts holds. */
function bestOverlap(facts: readonly Fact[], stems: readonly string[], base: KnowledgeBase): number {
	return Math.max(0, ...facts.map(base.overlapWith(stems)));
}
