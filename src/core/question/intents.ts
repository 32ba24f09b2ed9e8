/** What kind of answer is asked for. The intents are tried in order; the first that fits the question decides. */
import { isFact } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { stem, tokenise } from '../text/tokens.ts';
import { type Asked, tellingWords } from './asked.ts';
import type { Choices, OutOfScope, Question } from './question.ts';
import { NONE } from './topic-classifier.ts';

export type Intent = { kind: 'question'; question: Question } | Choices | OutOfScope;
type Reader = (asked: Asked, base: KnowledgeBase) => Intent | undefined;

/** Unknown words are the place's own when at least this share of them stands in its entries. */
const FAMILIAR_SHARE = 0.5;
/**
 * From these shares of the example questions on, a text is not for the bot: by what else speaks for the field. Found, like the
 * others below, by trying values on the tuned sets of test/questions.
 */
const NONE_ALONE = 0.5;
const NONE_WITH_PLACE = 0.45;
const NONE_OF_FIELD = 0.6;
const NONE_WITH_BOTH = 0.8;
/** From this share on a topic is surely meant; a smaller one is enough where a word means it too. */
const SURE = 0.35;
const AGREED = 0.25;
const BEYOND_DOUBT = 0.8;
/** Below this share of what is not for the bot, some topic may be meant. */
const POSSIBLE = 0.3;
/** So many terms are defined at once, and so many words may stand beside one without a meaning of their own. */
const MAX_DEFINED = 3;
const MOST_STRANGE = 2;
/** As many jurisdictions fit beside one another. */
const MAX_COMPARED = 4;

const INTENTS: readonly Reader[] = [
	definition,
	anotherField,
	greeting,
	unclearPlace,
	unknownPlace,
	quotation,
	comparison,
	changes,
	list,
	person,
	timeline,
	organisation,
	lookup,
	placeAlone,
	topicAlone,
];

/** With a place, what these ask for can hardly be anything else than policy. */
const PLACED = ['changes', 'coming', 'recent', 'ahead', 'timeline', 'compare'] as const;

/** The intent of a question. */
export function intentOf(asked: Asked, base: KnowledgeBase): Intent {
	for (const reader of INTENTS) {
		const intent = reader(asked, base);
		if (intent) return intent;
	}
	if (asked.crypto) return { kind: 'clarify', reason: 'nothing-specific', jurisdictions: [], topics: [] };
	return { kind: 'out-of-scope', reason: 'not-understood' };
}

function question(asked: Question): Intent {
	return { kind: 'question', question: asked };
}

/** Prices, advice, gold mining: words of the field in another sense, or nothing of the field. */
function anotherField(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, crypto, topics, entries, none } = asked;
	const outside: Intent = { kind: 'out-of-scope', reason: 'other-field' };
	if (cues.has('other-meaning') && !crypto) return outside;
	if (cues.has('off_topic') && !topics.some(({ id }) => isSpecific(id, base))) return outside;
	if (cues.has('greeting') || cues.has('quote') || asked.actors.length > 0) return undefined;
	const isNamed = entries.some(({ certain }) => certain);
	const isOfField = crypto || asked.implied.length > 0 || topics.some(({ certain }) => certain);
	const isEverywhere = cues.has('list') && topics.length > 0;
	const hasPlace = asked.named.length + asked.regions.length > 0 || isEverywhere;
	const isNews = (asked.named.length > 0 || asked.period !== undefined) && PLACED.some((cue) => cues.has(cue));
	const withPlace = isOfField || isNews ? NONE_WITH_BOTH : NONE_WITH_PLACE;
	const sure = hasPlace || isNews ? withPlace : isOfField ? NONE_OF_FIELD : NONE_ALONE;
	// A text that is all names, such as a country's, gives the examples nothing to go by.
	return !isNamed && none >= sure && asked.content.length > 0 && asked.stems.length > 0 ? outside : undefined;
}

function greeting({ cues, places, topics, actors, crypto }: Asked): Intent | undefined {
	const isEmpty = places.length + topics.length + actors.length === 0 && !crypto;
	return cues.has('greeting') && isEmpty ? { kind: 'out-of-scope', reason: 'greeting' } : undefined;
}

/** "What is the travel rule": a term with words that ask for its meaning, and nothing that asks for a rule. */
function definition(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, definitions, places, regions, actors, period, strange, topics, words } = asked;
	const isElsewhere = places.length + regions.length + actors.length > 0 || period !== undefined;
	if (isElsewhere || definitions.length === 0 || cues.has('off_topic')) return undefined;
	const within = ({ start, end }: { start: number; end: number }) =>
		definitions.some((term) => start >= term.start && end <= term.end);
	if (!topics.every(within)) return undefined;
	const [first] = definitions;
	// "CARF?"
	const isAlone =
		first !== undefined && words.length === first.end - first.start && isAbbreviation(first.id, words, base);
	const isBeside = definitions.some(({ start, end }) => asked.defined.some((at) => at === start || at === end));
	const isAsked =
		cues.has('define') && (isBeside ? strange.length === 0 : !asked.asksForRule && strange.length <= MOST_STRANGE);
	if (!isAlone && !isAsked) return undefined;
	const ids = [...new Set(definitions.map(({ id }) => id))];
	// "KYC vs AML" asks for both; of "reserves behind a stablecoin" the longest term is meant.
	const areSeveral = cues.has('compare') || words.some((word) => asked.joins.has(word));
	const wanted = areSeveral || ids.length === 1 ? ids : [longest(definitions).id];
	return question({ kind: 'definition', ids: wanted.slice(0, MAX_DEFINED) });
}

function longest<T extends { start: number; end: number }>(spans: readonly T[]): T {
	return spans.reduce((best, span) => (span.end - span.start > best.end - best.start ? span : best));
}

/** Whether these words are an abbreviation of a defined term, which alone asks what it stands for. */
function isAbbreviation(id: string, words: readonly string[], base: KnowledgeBase): boolean {
	const definition = base.definitions.get(id);
	const text = words.join('');
	const names = definition ? [definition.term, ...definition.aliases] : [];
	return names.some((name) => /^[A-Z]{2,6}s?$/.test(name) && name.toLowerCase() === text);
}

function unclearPlace({ unclear, topic }: Asked): Intent | undefined {
	return unclear && { kind: 'clarify', reason: 'which-place', jurisdictions: unclear, topics: topic.ids };
}

function unknownPlace(asked: Asked): Intent | undefined {
	const isAbout = asked.crypto || asked.topic.ids.length > 0;
	const isElsewhere =
		asked.named.length > 0 || asked.regions.length > 0 || asked.entries.some(({ certain }) => certain);
	return asked.unknownPlace && !isElsewhere && isAbout ? { kind: 'out-of-scope', reason: 'unknown-place' } : undefined;
}

type AboutOptions = Pick<Extract<Question, { kind: 'about' }>, 'required' | 'statementsOnly'> & { topics?: string[] };

function about(asked: Asked, options: AboutOptions): Intent {
	const { actors, named, topic, ranking, period } = asked;
	return question({
		kind: 'about',
		actors,
		jurisdictions: named,
		topics: topic.ids,
		stems: ranking,
		...options,
		// Entries are in English: words of another language cannot be asked for in them.
		...(asked.isEnglish ? {} : { required: [] }),
		...(period ? { period } : {}),
	});
}

/** "Who said what", and what a person or organisation named said. */
function quotation(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, actors, inScope, topic, topics, subject } = asked;
	const statementsOnly = actors.some((id) => base.people.has(id));
	if (cues.has('quote'))
		return about(asked, {
			required: topics.length > 0 ? [] : subject,
			statementsOnly: true,
			...spokenOn(asked, base),
		});
	// "Which Turkish politician called crypto …": someone is asked for.
	const isWho = cues.has('speech') && asked.opensList && actors.length === 0 && asked.named.length > 0;
	if (isWho) return about(asked, { required: [], statementsOnly: true, topics: [] });
	if (actors.length === 0 || !cues.has('speech')) return undefined;
	// What a regulator says of a topic somewhere is the rule there.
	const [id] = topic.ids;
	if (!statementsOnly && asked.named.length > 0 && id !== undefined && isSurely(id, asked)) return undefined;
	return about(asked, {
		required: inScope || topics.length > 0 ? [] : subject,
		statementsOnly,
		...spokenOn(asked, base),
	});
}

/** What was said is found by its words; only a topic named outright narrows it. */
function spokenOn({ topics, topic, actors, strange, subject }: Asked, base: KnowledgeBase): { topics?: string[] } {
	// "Who said bitcoin is open for business": the words find it better than the topic of one of them.
	if (actors.length === 0)
		return { topics: topics.length > 0 && (strange.length === 0 || subject.length > 0) ? topic.ids : [] };
	return { topics: [...new Set(topics.map(({ id }) => id).filter((id) => isSpecific(id, base)))] };
}

/** A person named, and nothing that asks for something else. */
function person(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { actors, statuses, topic, inScope, strange } = asked;
	if (!actors.some((id) => base.people.has(id)) || statuses.length > 0) return undefined;
	const topics = asked.topics.length > 0 ? topic.ids.filter((id) => isSpecific(id, base)) : [];
	if (topics.length > 0 && !hasSpokenOn(actors, topics, base)) return undefined;
	return about(asked, {
		topics,
		required: inScope || topics.length > 0 ? [] : strange,
		statementsOnly: topics.length > 0,
	});
}

/** "Japan vs Korea on tax", "MiCA against the GENIUS Act". */
function comparison(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, named, entries, topic, period } = asked;
	if (!cues.has('compare')) return undefined;
	const byLaw = entries
		.filter(({ certain }) => certain)
		.flatMap(({ id }) => base.entries.get(id) ?? [])
		.flatMap((entry) => (isFact(entry) ? [entry.jurisdiction] : []));
	const jurisdictions = [...new Set([...named, ...asked.implied, ...byLaw])];
	if (jurisdictions.length < 2) return undefined;
	return question({
		kind: 'compare',
		jurisdictions: jurisdictions.slice(0, MAX_COMPARED),
		topics: isAskedFor(asked) ? topic.ids : [],
		...(period ? { period } : {}),
	});
}

/** "What changed in 2026", "what comes next in Japan". */
function changes(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, named, regions, topic, period, topics, crypto, strange } = asked;
	const [id] = topic.ids;
	// "This year" and "coming" may as well be said of what holds: only where no topic is asked for do they ask for news.
	const isVague = id === undefined || (topics.length === 0 && !isSurely(id, asked));
	const isAhead = cues.has('coming') || (isVague && cues.has('ahead'));
	const isRecent = cues.has('changes') || (isVague && cues.has('recent'));
	const direction = isAhead ? 'coming' : isRecent ? 'recent' : undefined;
	if (!direction || (cues.has('list') && topics.length > 0)) return undefined;
	// "What is new" alone may be anything: a place, a topic, a time or crypto must be named with it.
	const isMeant =
		named.length + regions.length + topics.length > 0 || crypto || (period !== undefined && strange.length === 0);
	if (!isMeant) return undefined;
	// A guess is too little to leave out what is new on other topics.
	const topicIds = topics.length > 0 ? topic.ids.filter((id) => isSpecific(id, base)) : [];
	return question({
		kind: 'changes',
		jurisdictions: named,
		topics: topicIds,
		...(regions.length > 0 ? { regions } : {}),
		direction,
		...(period ? { period } : {}),
	});
}

/** "Which countries ban mining", "crypto tax in Asia". */
function list(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, named, regions, entries, statuses, topic, crypto, inScope, strange, period } = asked;
	const isAsked = cues.has('list') || (asked.opensList && asked.actors.length === 0);
	const isList = isAsked && named.length === 0 && !entries.some(({ certain }) => certain);
	if (!isList && (regions.length === 0 || named.length > 0)) return undefined;
	const id = topic.ids[0] ?? (crypto && (statuses.length > 0 || regions.length > 0) ? 'legality' : undefined);
	if (id === undefined || !(inScope || strange.length === 0 || isSurely(id, asked))) return undefined;
	const possible = new Set(base.topics.get(id)?.statuses.map((status) => status.id));
	const possibleOf = (ids: readonly string[]) => ids.filter((status) => possible.has(status));
	// Of everyday words the last one that says something decides: "with no reserve".
	const weak = asked.weakStatuses.map(possibleOf).findLast((ids) => ids.length > 0) ?? [];
	const strong = withoutContradiction(possibleOf(statuses));
	return question({
		kind: 'list',
		topic: id,
		statuses: strong.length > 0 ? strong : weak,
		...(regions.length > 0 ? { regions } : {}),
		stems: singling(id, asked, base),
		past: asked.past,
		...(period ? { period } : {}),
	});
}

/** "Where can't you legally pay": what is forbidden is asked for, whatever the word that is denied. */
function withoutContradiction(statuses: string[]): string[] {
	const isForbidden = statuses.some((id) => FORBIDDEN.has(id));
	return isForbidden ? statuses.filter((id) => !PERMITTED.has(id)) : statuses;
}
const FORBIDDEN = new Set(['banned', 'prohibited']);
const PERMITTED = new Set(['legal', 'allowed', 'regulated']);

/** "History of mining in China". */
function timeline({ cues, homes, topic, topics, period }: Asked): Intent | undefined {
	if (!cues.has('timeline') || homes.length > 1) return undefined;
	const [jurisdiction] = homes;
	const id = topics.length > 0 ? topic.ids[0] : undefined;
	if (jurisdiction === undefined && id === undefined) return undefined;
	return question({
		kind: 'timeline',
		...(jurisdiction === undefined ? {} : { jurisdiction }),
		...(id === undefined ? {} : { topic: id }),
		...(period ? { period } : {}),
	});
}

/** An organisation named without a topic: what it did, or the entry that the other words point to. */
function organisation(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { actors, topic, entries, homes, strange, period, inScope, subject, ranking, past } = asked;
	const [id] = topic.ids;
	if (actors.length === 0 || entries.some(({ certain }) => certain)) return undefined;
	if (id !== undefined && (asked.topics.length > 0 || isSurely(id, asked))) return undefined;
	const told = tellingWords(strange, base);
	const [home] = homes;
	if (!period && home !== undefined && told.length > 0 && told.every((word) => base.isWordOf(home, word)))
		return question({ kind: 'words', jurisdiction: home, stems: ranking, required: told, past });
	const isPerson = actors.some((id) => base.people.has(id));
	return about(asked, { topics: [], required: isPerson && !inScope ? subject : [], statementsOnly: false });
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
		past: asked.past,
		...(asked.period ? { period: asked.period } : {}),
	};
}

/** "Is mining legal in Russia": a place and a topic, or a law named outright. */
function lookup(asked: Asked, base: KnowledgeBase): Intent | undefined {
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
function placeAlone(asked: Asked, base: KnowledgeBase): Intent | undefined {
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
function topicAlone(asked: Asked): Intent | undefined {
	const { topic, inScope, strange } = asked;
	const [id] = topic.ids;
	if (id === undefined) return undefined;
	if (!inScope && strange.length > 0 && !isSurely(id, asked)) return { kind: 'out-of-scope', reason: 'other-field' };
	// A guess alone, without a word of the field, must be beyond doubt: almost any words are more like one topic than another.
	const isGuess = asked.topics.length === 0;
	const share = asked.guesses[0]?.share ?? 0;
	if (isGuess && (!isSurely(id, asked) || (!asked.crypto && share < BEYOND_DOUBT))) return undefined;
	return { kind: 'clarify', reason: 'place-missing', jurisdictions: [], topics: topic.ids };
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

function isSpecific(id: string, base: KnowledgeBase): boolean {
	return base.topics.get(id)?.role !== 'general';
}

/** Whether a topic is asked for at all: some word means it, or the example questions leave little doubt. */
function isAskedFor(asked: Asked): boolean {
	const [id] = asked.topic.ids;
	return id !== undefined && (asked.topics.length > 0 || isSurely(id, asked));
}

/** Whether the example questions leave little doubt that the topic is meant. */
function isSurely(id: string, { guesses, inScope, alien, telling, topics }: Asked): boolean {
	const [best] = guesses;
	const isNamed = topics.some((topic) => topic.id === id);
	const enough = isNamed ? AGREED : SURE;
	// Words that no example has say nothing, however sure the rest of the question sounds; without a word of crypto they may
	// well make it a question of another field ("dog tax").
	const strangers = inScope ? alien * 2 <= telling : isNamed ? alien * 2 < telling : alien === 0;
	return best?.label === id && best.share >= enough && telling > 0 && strangers;
}

/** Whether any of these people has a statement on any of these topics. */
function hasSpokenOn(actors: readonly string[], topics: readonly string[], base: KnowledgeBase): boolean {
	return actors.some((id) =>
		base.entriesAbout(id).some((entry) => !isFact(entry) && entry.topics.some((topic) => topics.includes(topic))),
	);
}

/** Whether the words that nothing is known of are at home in the entries of the places, so that crypto is meant. */
function isFamiliar(unknown: readonly string[], places: readonly string[], base: KnowledgeBase): boolean {
	if (unknown.length === 0) return true;
	const known = unknown.filter((word) => places.some((code) => base.isWordOf(code, word)));
	return known.length >= FAMILIAR_SHARE * unknown.length;
}

/** The words that may single out some of a topic's facts in a list: neither the topic's name nor a status's word. */
function singling(
	topic: string,
	{ topics, statuses, statusWords, words, strange }: Asked,
	base: KnowledgeBase,
): string[] {
	const name = new Set(tokenise(base.topics.get(topic)?.name ?? '').map((token) => stem(token.text)));
	const ofStatus = new Set(statuses.length > 0 ? statusWords : []);
	const ofTopic = topics.flatMap(({ id, start, end, certain }) =>
		certain || !isSpecific(id, base) ? [] : words.slice(start, end).map(stem),
	);
	return [...new Set([...strange, ...ofTopic])].filter((word) => !name.has(word) && !ofStatus.has(word));
}
