/** Makes out the parts of a text: places, topics, people, names, time and cues. What is asked is decided in understand.ts. */
import { stem, type Token } from '../text/tokens.ts';
import type { TopicSpan } from './choose-topics.ts';
import type { Cue, EntryName, Lexicon } from './lexicon.ts';
import { findPeriod, type Period } from './period.ts';
import { findEntryNames, findSpans } from './spans.ts';

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
	statuses: { topic: string; status: string }[];
	crypto: boolean;
	cues: Set<Cue>;
	/** Content words that nothing is known of, as stems with their token positions. */
	unknown: { word: string; at: number }[];
	/** Those of them that say what was spoken about: behind "about" or "on". */
	subject: string[];
	/** An unknown word stands where a place is named: "in Wakanda". */
	unknownPlace: boolean;
	/** Everything but places, crypto words and function words, as stems. */
	stems: { word: string; neutral: boolean }[];
	period: Period | undefined;
}

/** The parts of a question, given as its tokens. */
export function read(tokens: Token[], lexicon: Lexicon): Reading {
	const spans = findSpans(tokens, lexicon);
	const words = spans.flatMap((span) => span.words);
	const time = findPeriod(words);
	const names = findEntryNames(spans, lexicon);
	const reading: Reading = {
		words,
		places: [],
		implied: [],
		topics: [],
		actors: [],
		entries: names,
		statuses: [],
		crypto: false,
		cues: new Set(),
		unknown: [],
		subject: [],
		unknownPlace: false,
		stems: [],
		period: time?.period,
	};
	let about = false;
	for (const { start, end, words: spanWords, meanings } of spans) {
		if (time?.used.has(start)) continue;
		const places: string[] = [];
		let content = true;
		let neutral = false;
		for (const meaning of meanings) {
			switch (meaning.kind) {
				case 'jurisdiction':
					places.push(meaning.code);
					content = meaning.part === true;
					break;
				case 'other-place':
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
					reading.statuses.push({ topic: meaning.topic, status: meaning.status });
					break;
				case 'actor':
					addOnce(reading.actors, meaning.id);
					content = false;
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
		if (places.length > 0) reading.places.push(places);
		if (content) for (const word of spanWords) reading.stems.push({ word: stem(word), neutral });
		if (meanings.length === 0)
			for (const word of spanWords) {
				reading.unknown.push({ word: stem(word), at: start });
				if (about) addOnce(reading.subject, stem(word));
				if (words[start - 1] === 'in' && end === words.length) reading.unknownPlace = true;
			}
		if (['about', 'on', 'regarding', 'concerning'].includes(spanWords.join(' '))) about = true;
	}
	return reading;
}

function addOnce<T>(list: T[], item: T): void {
	if (!list.includes(item)) list.push(item);
}
