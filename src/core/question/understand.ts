/** Works out what a text asks: jurisdictions, topics, people, time and intent. Never guesses: several readings are choices. */
import { COUNTRIES } from '../knowledge/countries.ts';
import { jurisdictionsOf } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { stem, type Token, tokenise } from '../text/tokens.ts';
import type { Cue, Lexicon } from './lexicon.ts';
import { findPeriod, type Period } from './period.ts';
import type { Understanding } from './question.ts';
import { findEntryNames, findSpans, type Span } from './spans.ts';

/** A question in a chat is a sentence or two; more is not read. In characters. */
export const MAX_QUESTION_LENGTH = 500;

/** A word in fewer entries than this share of all says something about what is meant. */
const RARE_SHARE = 0.1;

/** All that could be made out in a text, before deciding what is asked. */
interface Reading {
	/** Each place named, with all the codes it can mean. */
	places: string[][];
	topics: string[];
	/** A topic's own term was used, so crypto is meant. */
	certain: boolean;
	actors: string[];
	entries: string[];
	statuses: { topic: string; status: string }[];
	crypto: boolean;
	cues: Set<Cue>;
	/** Content words that nothing is known of, as stems. */
	unknown: string[];
	/** Everything but places, crypto words and function words, as stems. */
	stems: string[];
	period: Period | undefined;
}

/** What `text` asks of `base`. Any string is allowed. */
export function understand(text: string, base: KnowledgeBase, lexicon: Lexicon): Understanding {
	if (text.length > MAX_QUESTION_LENGTH) return { kind: 'out-of-scope', reason: 'too-long' };
	const tokens = tokenise(text);
	if (tokens.length === 0) return { kind: 'out-of-scope', reason: 'empty' };
	return decide(read(tokens, base, lexicon), base);
}

function read(tokens: Token[], base: KnowledgeBase, lexicon: Lexicon): Reading {
	const spans = findSpans(tokens, lexicon);
	const found = findPeriod(tokens.map((token) => token.text));
	const reading: Reading = {
		places: [],
		topics: [],
		certain: false,
		actors: [],
		entries: [],
		statuses: [],
		crypto: false,
		cues: new Set(),
		unknown: [],
		stems: [],
		period: found?.period,
	};
	const topicSpans: { id: string; span: Span }[] = [];
	const named = findEntryNames(spans, lexicon);
	for (const { id, certain } of named) {
		addOnce(reading.entries, id);
		if (certain) reading.certain = true;
	}
	for (const span of spans) {
		if (found?.used.has(span.start)) continue;
		const places: string[] = [];
		let content = true;
		for (const meaning of span.meanings) {
			switch (meaning.kind) {
				case 'jurisdiction':
					places.push(meaning.code);
					content = false;
					break;
				case 'topic':
					topicSpans.push({ id: meaning.id, span });
					if (meaning.certain) reading.certain = true;
					break;
				case 'status':
					reading.statuses.push({ topic: meaning.topic, status: meaning.status });
					break;
				case 'actor':
					addOnce(reading.actors, meaning.id);
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
					break;
				case 'function':
					content = false;
			}
		}
		if (places.length > 0) reading.places.push(places);
		if (content) for (const word of span.words) addOnce(reading.stems, stem(word));
		const isNamed = named.some(({ start, end }) => span.start >= start && span.start < end);
		if (span.meanings.length === 0 && !isNamed) for (const word of span.words) addOnce(reading.unknown, stem(word));
	}
	reading.topics = chooseTopics(topicSpans, tokens, base);
	return reading;
}

/**
 * An aspect is what is asked of a subject, and a general topic gives way to both; topics joined by "and", "or" or a
 * comma are all asked for.
 */
function chooseTopics(found: { id: string; span: Span }[], tokens: readonly Token[], base: KnowledgeBase): string[] {
	const ids = [...new Set(found.map(({ id }) => id))];
	if (ids.length < 2) return ids;
	const joined = found.some(
		({ id, span }, index) =>
			index > 0 &&
			found[index - 1]?.id !== id &&
			span.start - (found[index - 1] as { span: Span }).span.end === 1 &&
			['and', 'or'].includes(tokens[span.start - 1]?.text ?? ''),
	);
	const role = (id: string) => base.topics.get(id)?.role;
	const specific = ids.filter((id) => role(id) !== 'general');
	if (joined || specific.length < 2) return specific.length > 0 ? specific : ids;
	const aspects = specific.filter((id) => role(id) === 'aspect');
	return aspects.length > 0 ? aspects : specific;
}

function decide(reading: Reading, base: KnowledgeBase): Understanding {
	const { topics, actors, crypto, cues, stems, unknown } = reading;
	const inScope = crypto || reading.certain;
	const specific = topics.filter((id) => base.topics.get(id)?.role !== 'general');
	if (cues.has('other-meaning') && !crypto) return { kind: 'out-of-scope', reason: 'other-field' };
	if (cues.has('off-topic') && specific.length === 0) return { kind: 'out-of-scope', reason: 'other-field' };

	const unclear = reading.places.find((codes) => codes.length > 1);
	if (unclear) return { kind: 'clarify', reason: 'which-place', jurisdictions: unclear, topics };
	const jurisdictions = [...new Set(reading.places.flat())];
	const entries = entriesIn(reading.entries, jurisdictions, base);
	const period = reading.period === undefined ? {} : { period: reading.period };
	const past = cues.has('past') || cues.has('history');
	const question = (value: Extract<Understanding, { kind: 'question' }>['question']): Understanding => ({
		kind: 'question',
		question: value,
	});

	if (cues.has('quote') || actors.some((id) => base.people.has(id))) {
		if (actors.length > 0 || jurisdictions.length > 0 || inScope || topics.length > 0 || unknown.length > 0)
			return question({
				kind: 'about',
				actors,
				jurisdictions,
				topics,
				stems,
				required: topics.length === 0 ? unknown : [],
				statementsOnly: cues.has('quote') || !reading.statuses.length,
				...period,
			});
	}
	if (actors.length > 0 && topics.length === 0)
		return question({
			kind: 'about',
			actors,
			jurisdictions,
			topics,
			stems,
			required: inScope ? [] : unknown,
			statementsOnly: false,
			...period,
		});

	if (cues.has('list') && jurisdictions.length === 0 && entries.length === 0) {
		const topic = topics[0] ?? (crypto && reading.statuses.length > 0 ? 'legality' : undefined);
		if (topic !== undefined && (inScope || unknown.length === 0)) {
			const statuses = reading.statuses.filter((status) => status.topic === topic).map(({ status }) => status);
			return question({ kind: 'list', topic, statuses: [...new Set(statuses)], ...period });
		}
	}

	const homes = actors.flatMap((id) => base.organisations.get(id)?.jurisdiction ?? []);
	const places = jurisdictions.length > 0 ? jurisdictions : [...new Set(homes)];
	if ((entries.length > 0 && (inScope || places.length > 0)) || (places.length > 0 && topics.length > 0)) {
		if (!inScope && unknown.length > 0) return { kind: 'out-of-scope', reason: 'other-field' };
		return question({
			kind: 'lookup',
			jurisdictions: places,
			topics,
			entries,
			actors,
			stems,
			statuses: reading.statuses,
			past,
			...period,
		});
	}
	const [place] = places;
	if (place !== undefined) return decidePlace(place, places, reading, base, past);
	if (topics.length > 0) {
		if (!inScope && unknown.length > 0) return { kind: 'out-of-scope', reason: 'other-field' };
		return { kind: 'clarify', reason: 'place-missing', jurisdictions: [], topics };
	}
	if (crypto) return { kind: 'clarify', reason: 'nothing-specific', jurisdictions: [], topics: [] };
	return { kind: 'out-of-scope', reason: 'not-understood' };
}

/** Named entries that belong to the places asked for; all of them when no place is named. */
function entriesIn(ids: readonly string[], places: readonly string[], base: KnowledgeBase): string[] {
	if (places.length === 0) return [...ids];
	const allowed = new Set(places.flatMap((code) => [code, ...base.fallbacksOf(code)]));
	return ids.filter((id) => {
		const entry = base.entries.get(id);
		return entry && jurisdictionsOf(entry).some((code) => allowed.has(code));
	});
}

/** A place without a topic: its overview, an entry that clearly holds the other words, or the choice of topics. */
function decidePlace(
	place: string,
	places: string[],
	{ unknown, stems, crypto, cues, period }: Reading,
	base: KnowledgeBase,
	past: boolean,
): Understanding {
	if (unknown.length === 0) {
		if (places.length > 1) return { kind: 'clarify', reason: 'which-topic', jurisdictions: places, topics: [] };
		if (cues.has('history') || period !== undefined)
			return { kind: 'question', question: { kind: 'timeline', jurisdiction: place } };
		return { kind: 'question', question: { kind: 'overview', jurisdiction: place } };
	}
	const telling = unknown.filter((word) => base.frequency(word) < RARE_SHARE * base.entries.size);
	if (telling.length > 0 && telling.every((word) => base.frequency(word) > 0))
		return { kind: 'question', question: { kind: 'words', jurisdiction: place, stems, required: telling, past } };
	if (crypto && COUNTRIES.has(place.slice(0, 2)))
		return { kind: 'clarify', reason: 'which-topic', jurisdictions: places, topics: [] };
	return { kind: 'out-of-scope', reason: 'other-field' };
}

function addOnce<T>(list: T[], item: T): void {
	if (!list.includes(item)) list.push(item);
}
