/** Makes out the parts of a text: places, topics, people, names, time and cues. What is asked is decided in understand.ts. */
import type { Day } from '../knowledge/partial-date.ts';
import { stem, type Token } from '../text/tokens.ts';
import type { TopicSpan } from './choose-topics.ts';
import { ENGLISH, type LanguageWords } from './language-words.ts';
import type { Lexicon } from './lexicon.ts';
import type { Cue, EntryName } from './meaning.ts';
import type { Mentions } from './mentions.ts';
import { findPeriod, type Period } from './period.ts';
import { findDefinitions, findEntryNames, findSpans, type Span } from './spans.ts';

/** An entry that a phrase of the question names, and where the phrase stands. */
export type NamedEntry = EntryName & { start: number; end: number };

/** All that could be made out in a text, before deciding what is asked. */
export interface Reading {
	words: string[];
	/** Each place named, with all the codes it can mean. */
	places: string[][];
	/** Places that a name implies ("digital ruble"), used when none is named. */
	implied: string[];
	topics: TopicSpan[];
	actors: string[];
	entries: NamedEntry[];
	/** Statuses that the words name ("ban"), of whatever topic. */
	statuses: string[];
	/** Statuses that everyday words name ("have", "no"), a list for each word. */
	weakStatuses: string[][];
	/** Statuses of which the time before is asked for: "before the ban". */
	before: string[];
	/** The words that name them, as stems. */
	statusWords: string[];
	/** Groups of countries named ("Asian"). */
	regions: string[];
	/** What is defined by these ids, and where it is named. */
	definitions: { id: string; start: number; end: number }[];
	crypto: boolean;
	cues: Set<Cue>;
	/** Content words that nothing is known of, as stems with their token positions. */
	unknown: { word: string; raw: string; at: number }[];
	/** Those of them that say what was spoken about: behind "about" or "on". */
	subject: string[];
	/** An unknown word stands where a place is named: "in Wakanda". */
	unknownPlace: boolean;
	/** Where words that ask for a meaning touch what they ask of: the token positions before and after it, without words in between that say nothing. */
	defined: number[];
	/** All words but names and times: what tells the topic. */
	content: string[];
	/** Everything but places, crypto words and function words, as stems. */
	stems: { word: string; neutral: boolean }[];
	period: Period | undefined;
	isEnglish: boolean;
	/** It has a word such as "rules" or "law". */
	asksForRule: boolean;
	/** It begins with "where", "who" or "countries". */
	opensList: boolean;
	/** The language's words for "and" and "or". */
	joins: ReadonlySet<string>;
	/** Words that begin a question: "what", "can". */
	asks: ReadonlySet<string>;
	/** Where the clauses begin, but the first: token positions. */
	clauses: ReadonlySet<number>;
}

/** What opens a question stands among its first words: "in which countries", "ok so where". */
const OPENING = 3;

/** The parts of a question, given as its tokens, the positions where its clauses begin, and its day. */
export function read(
	tokens: readonly Token[],
	clauses: ReadonlySet<number>,
	lexicon: Lexicon,
	language: LanguageWords,
	day?: Day,
): Reading {
	const spans = findSpans(tokens, lexicon, language);
	const words = spans.flatMap((span) => span.words);
	const time = findPeriod(words, language, day);
	const names = findEntryNames(spans, lexicon);
	const reading: Reading = {
		words,
		places: [],
		implied: [],
		topics: [],
		actors: [],
		entries: names,
		statuses: [],
		weakStatuses: [],
		before: [],
		statusWords: [],
		regions: [],
		defined: [],
		definitions: findDefinitions(spans, lexicon, language),
		content: [],
		crypto: false,
		cues: new Set(),
		unknown: [],
		subject: [],
		unknownPlace: false,
		stems: [],
		period: time?.period,
		asksForRule: words.some((word) => language.rules.has(word)),
		isEnglish: language.code === ENGLISH,
		opensList: words.slice(0, OPENING).some((word) => language.opensList.has(word)),
		joins: language.joins,
		asks: language.asks,
		clauses,
	};
	let about = false;
	let wasActor = false;
	for (const [at, span] of spans.entries())
		if (span.meanings.some((meaning) => meaning.kind === 'cue' && meaning.cue === 'define')) {
			reading.defined.push(passing(spans, at, 1).start, passing(spans, at, -1).end);
		}
	for (const { start, end, words: spanWords, meanings } of spans) {
		if (time?.used.has(start)) continue;
		const places: string[] = [];
		let content = true;
		let neutral = false;
		let isName = false;
		const weak: string[] = [];
		const actors: string[] = [];
		const isEveryday = meanings.some(({ kind }) => kind === 'neutral' || kind === 'function');
		for (const meaning of meanings) {
			switch (meaning.kind) {
				case 'jurisdiction':
					addOnce(places, meaning.code);
					content = meaning.part === true;
					isName = true;
					break;
				case 'region':
					addOnce(reading.regions, meaning.id);
					content = false;
					isName = true;
					break;
				case 'nowhere':
					reading.unknownPlace = true;
					content = false;
					break;
				case 'implied-place':
					addOnce(reading.implied, meaning.code);
					break;
				case 'topic':
					// A word inside the name of a law ("… and Exchange Act") is part of the name.
					if (!names.some((name) => name.certain && name.start <= start && end < name.end))
						reading.topics.push({ id: meaning.id, start, end, certain: meaning.certain });
					break;
				case 'status':
					addOnce(isEveryday ? weak : reading.statuses, meaning.id);
					if (isAfter(language.before, words, start, end)) addOnce(reading.before, meaning.id);
					for (const word of spanWords) addOnce(reading.statusWords, stem(word));
					break;
				case 'actor':
					addOnce(reading.actors, meaning.id);
					actors.push(meaning.id);
					content = false;
					isName = true;
					break;
				case 'crypto':
					reading.crypto = true;
					content = false;
					break;
				case 'cue':
					reading.cues.add(meaning.cue);
					content = false;
					break;
				case 'neutral':
					neutral = true;
					break;
				case 'function':
					content = false;
			}
		}
		// The last word of "who has prohibited" says more than that a list is wanted.
		if (spanWords.length > 1 && meanings.some((meaning) => meaning.kind === 'cue' && meaning.cue === 'list'))
			for (const meaning of language.meaningsOf(spanWords.slice(-1)))
				if (meaning.kind === 'status') addOnce(reading.statuses, meaning.id);
				else if (meaning.kind === 'topic')
					reading.topics.push({ id: meaning.id, start: end - 1, end, certain: meaning.certain });
		// "Seized coins" and "crypto banned" name a topic, and a status of it.
		if (spanWords.length > 1 && meanings.some(({ kind }) => kind === 'topic'))
			for (const id of statusesBesideCrypto(spanWords, language)) addOnce(reading.statuses, id);
		if (weak.length > 0) reading.weakStatuses.push(weak);
		if (places.length > 0) reading.places.push(places);
		if (!isName) reading.content.push(...spanWords);
		else for (const id of actors) reading.content.push(...(lexicon.kindWordsOf(id) ?? []));
		const isAbout = spanWords.some((word) => language.about.has(word));
		if (content && !isAbout) for (const word of spanWords) reading.stems.push({ word: stem(word), neutral });
		if (meanings.length === 0)
			for (const word of spanWords) {
				reading.unknown.push({ word: stem(word), raw: word, at: start });
				if (about) addOnce(reading.subject, stem(word));
				if (language.in.has(words[start - 1] ?? '') && end === words.length) reading.unknownPlace = true;
			}
		// "Carney on holding crypto" asks what he said.
		if (isAbout && wasActor) reading.cues.add('speech');
		wasActor = meanings.some(({ kind }) => kind === 'actor');
		about ||= isAbout;
	}
	return reading.before.length > 0 ? without(language.before, reading) : reading;
}

/** The statuses that single words of a phrase name, where another word of it is one of crypto. */
function statusesBesideCrypto(words: readonly string[], language: LanguageWords): string[] {
	const meanings = words.map((word) => language.meaningsOf([word]));
	if (!meanings.some((each) => each.some(({ kind }) => kind === 'crypto'))) return [];
	return meanings.flat().flatMap((meaning) => (meaning.kind === 'status' ? meaning.id : []));
}

/** The reading without words that have been read as a time: they rank no entries. */
function without(marks: ReadonlySet<string>, reading: Reading): Reading {
	const stems = new Set([...marks].map(stem));
	const isOther = ({ word }: { word: string }) => !stems.has(word);
	return { ...reading, stems: reading.stems.filter(isOther), unknown: reading.unknown.filter(isOther) };
}

/** The reading of a question that follows another one: a place or topic that it does not name is that of the one before. */
export function following(reading: Reading, before: Mentions): Reading {
	if (reading.cues.has('greeting')) return reading;
	const isPlaced = reading.places.length + reading.regions.length + reading.implied.length > 0;
	const isOnTopic = reading.topics.length > 0 || reading.definitions.length > 0 || reading.cues.has('off_topic');
	return {
		...reading,
		// What came before was about crypto.
		crypto: true,
		places: isPlaced ? reading.places : before.jurisdiction.map((code) => [code]),
		topics: isOnTopic ? reading.topics : before.topic.map((id) => ({ id, start: -1, end: -1, certain: true })),
	};
}

/** The next span in this direction that is more than a function word; the last one when there is none. */
function passing(spans: readonly Span[], from: number, step: 1 | -1): Span {
	let at = from + step;
	while (spans[at]?.meanings.some(({ kind }) => kind === 'function')) at += step;
	return spans[at] ?? (spans[from] as Span);
}

/** How many words may stand between "before" and "ban". */
const BEFORE_REACH = 2;

/** Whether one of these words stands shortly before a phrase or, as some languages have it, right behind it. */
function isAfter(marks: ReadonlySet<string>, words: readonly string[], start: number, end: number): boolean {
	const near = words.slice(Math.max(0, start - BEFORE_REACH - 1), start);
	return near.some((word) => marks.has(word)) || marks.has(words[end] ?? '');
}

function addOnce<T>(list: T[], item: T): void {
	if (!list.includes(item)) list.push(item);
}
