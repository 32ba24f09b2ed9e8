/** Works out what a text asks: jurisdictions, topics, people, time and intent. Never guesses: several readings are choices. */
import { isFact, jurisdictionsOf } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { stem, tokenise } from '../text/tokens.ts';
import { chooseTopics } from './choose-topics.ts';
import type { Lexicon } from './lexicon.ts';
import type { Question, Understanding } from './question.ts';
import { type NamedEntry, type Reading, read } from './read.ts';

/** A question in a chat is a sentence or two; more is not read. In characters. */
export const MAX_QUESTION_LENGTH = 500;

/** A word in fewer entries than this share of all says something about what is meant. */
const RARE_SHARE = 0.2;
/** Unknown words are the place's own when at least this share of them stands in its entries. */
const FAMILIAR_SHARE = 0.5;
/** Entries of one name in two places are told apart when one holds this much more of the asker's words. */
const CLOSE_FIT = 0.05;
/** A neutral word in at most this share of the entries still tells some of them apart. */
const TELLING_SHARE = 0.1;

/** What `text` asks of `base`. Any string is allowed. */
export function understand(text: string, base: KnowledgeBase, lexicon: Lexicon): Understanding {
	if (text.length > MAX_QUESTION_LENGTH) return { kind: 'out-of-scope', reason: 'too-long' };
	const tokens = tokenise(text);
	if (tokens.length === 0) return { kind: 'out-of-scope', reason: 'empty' };
	return decide(read(tokens, lexicon), base);
}

function decide(reading: Reading, base: KnowledgeBase): Understanding {
	const { actors, crypto, cues, statuses } = reading;
	const stems = contentOf(reading, base);
	const isSpecific = (id: string) => base.topics.get(id)?.role !== 'general';
	if (cues.has('other-meaning') && !crypto) return { kind: 'out-of-scope', reason: 'other-field' };
	if (cues.has('off-topic') && !reading.topics.some(({ id }) => isSpecific(id)))
		return { kind: 'out-of-scope', reason: 'other-field' };

	if (cues.has('greeting') && reading.places.length + reading.topics.length + actors.length === 0 && !crypto)
		return { kind: 'out-of-scope', reason: 'greeting' };

	const named = [...new Set(reading.places.filter((codes) => codes.length === 1).flat())];
	const places = named.length > 0 ? named : homesOf(reading, stems, base);
	const entries = entriesIn(reading.entries, named, base);
	const unknown = reading.unknown
		.filter(({ at }) => !entries.some(({ start, end }) => at >= start && at < end))
		.map(({ word }) => word);
	// With nothing but an organisation's name, its home says nothing of a topic.
	const onlyActors = actors.length > 0 && named.length === 0 && reading.topics.length === 0;
	const topics = chooseTopics(
		{
			found: reading.topics,
			words: reading.words,
			places: onlyActors ? [] : places,
			actors,
			statuses,
			named: entries,
			stems,
			unknown: tellingWords(unknown, base),
		},
		base,
	);
	// "Georgia (GE)" says itself which one is meant.
	const unclear = reading.places.find((codes) => codes.length > 1 && !codes.some((code) => named.includes(code)));
	if (unclear) return { kind: 'clarify', reason: 'which-place', jurisdictions: unclear, topics };

	const inScope =
		crypto ||
		reading.implied.length > 0 ||
		reading.topics.some((topic) => topic.certain) ||
		entries.some((entry) => entry.certain) ||
		// Two words of the field weigh more than one unknown word: "do exchanges have to register with the agency".
		reading.topics.length > unknown.length;
	const period = reading.period === undefined ? {} : { period: reading.period };
	const past = cues.has('past') || cues.has('history') || cues.has('timeline');
	const question = (asked: Question): Understanding => ({ kind: 'question', question: asked });
	const ask = (asked: AboutOptions) =>
		question({ kind: 'about', actors, jurisdictions: named, topics, stems, ...asked, ...period });
	const required = inScope || topics.length > 0 ? [] : reading.subject;

	const strong = entries.filter((entry) => entry.certain);
	if (
		reading.unknownPlace &&
		named.length === 0 &&
		!strong.some(({ certain }) => certain) &&
		(crypto || topics.length > 0)
	)
		return { kind: 'out-of-scope', reason: 'unknown-place' };

	const isPerson = actors.some((id) => base.people.has(id));
	// What was said is found by its words; only a topic named outright narrows it.
	const spokenOn = [...new Set(reading.topics.map(({ id }) => id).filter(isSpecific))];
	if (cues.has('quote')) return ask({ required: topics.length > 0 ? [] : reading.subject, statementsOnly: true });
	if (actors.length > 0 && cues.has('speech')) return ask({ topics: spokenOn, required, statementsOnly: isPerson });
	if (isPerson && statuses.length === 0 && (topics.length === 0 || hasSpokenOn(actors, topics, base)))
		return ask({ required: inScope || topics.length > 0 ? [] : unknown, statementsOnly: topics.length > 0 });

	if (cues.has('list') && named.length === 0 && strong.length === 0) {
		const topic = topics[0] ?? (crypto && statuses.length > 0 ? 'legality' : undefined);
		const wanted = statuses.filter((status) => status.topic === topic).map(({ status }) => status);
		if (topic !== undefined && (inScope || unknown.length === 0))
			return question({
				kind: 'list',
				topic,
				statuses: [...new Set(wanted)],
				stems: singling(topic, reading, unknown, base),
				...period,
			});
	}
	if (actors.length > 0 && topics.length === 0 && !entries.some(({ certain }) => certain)) {
		const told = tellingWords(unknown, base);
		const [home] = places;
		if (!reading.period && home !== undefined && told.length > 0 && told.every((word) => base.isWordOf(home, word)))
			return question({ kind: 'words', jurisdiction: home, stems, required: told, past });
		return ask({ required: isPerson ? required : [], statementsOnly: false });
	}

	const lookup = {
		kind: 'lookup',
		topics,
		entries: entries.map(({ id }) => id),
		actors,
		stems,
		statuses,
		past,
	} as const;
	if (places.length > 0 && topics.length > 0) {
		if (!inScope && !isFamiliar(unknown, places, base)) return { kind: 'out-of-scope', reason: 'other-field' };
		return question({ ...lookup, jurisdictions: places, ...period });
	}
	if ((strong.length > 0 && inScope) || (entries.length > 0 && named.length > 0))
		return question({ ...lookup, jurisdictions: places, ...period });
	if (named.length > 0 || (places.length > 0 && inScope)) return decidePlace(places, unknown, stems, reading, base);
	if (topics.length > 0) {
		if (!inScope && unknown.length > 0) return { kind: 'out-of-scope', reason: 'other-field' };
		return { kind: 'clarify', reason: 'place-missing', jurisdictions: [], topics };
	}
	if (crypto) return { kind: 'clarify', reason: 'nothing-specific', jurisdictions: [], topics: [] };
	return { kind: 'out-of-scope', reason: 'not-understood' };
}

type AboutOptions = Pick<Extract<Question, { kind: 'about' }>, 'required' | 'statementsOnly'> & { topics?: string[] };

/** Whether any of these people has a statement on any of these topics. */
function hasSpokenOn(actors: readonly string[], topics: readonly string[], base: KnowledgeBase): boolean {
	return actors.some((id) =>
		base.entriesAbout(id).some((entry) => !isFact(entry) && entry.topics.some((topic) => topics.includes(topic))),
	);
}

/** The words that may single out some of a topic's facts in a list: neither the topic's name nor a status's word. */
function singling(
	topic: string,
	{ topics, statuses, words }: Reading,
	unknown: readonly string[],
	base: KnowledgeBase,
): string[] {
	const name = new Set(tokenise(base.topics.get(topic)?.name ?? '').map((token) => stem(token.text)));
	const statusWords = new Set(
		statuses.length > 0 ? (base.topics.get(topic)?.statuses ?? []).flatMap((s) => s.words.map(stem)) : [],
	);
	const ofTopic = topics.flatMap(({ start, end, certain }) => (certain ? [] : words.slice(start, end).map(stem)));
	return [...new Set([...unknown, ...ofTopic])].filter((word) => !name.has(word) && !statusWords.has(word));
}

/** The words that rank entries; neutral ones only where few entries hold them. */
function contentOf({ stems }: Reading, base: KnowledgeBase): string[] {
	const tells = (word: string) => {
		const frequency = base.frequency(word);
		return frequency > 0 && frequency <= TELLING_SHARE * base.entries.size;
	};
	return [...new Set(stems.filter(({ word, neutral }) => !neutral || tells(word)).map(({ word }) => word))];
}

/** The words that say something because few entries hold them. */
function tellingWords(words: readonly string[], base: KnowledgeBase): string[] {
	return words.filter((word) => base.frequency(word) < RARE_SHARE * base.entries.size);
}

/** Where to look when no place is named: what a name implies, what a named entry belongs to, where an actor is at home. */
function homesOf({ implied, entries, actors }: Reading, stems: readonly string[], base: KnowledgeBase): string[] {
	if (implied.length > 0) return implied;
	const byLaw = placeOfNamed(
		entries.filter(({ certain }) => certain),
		stems,
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
	stems: readonly string[],
	base: KnowledgeBase,
): string[] | undefined {
	const facts = names.map(({ id }) => base.entries.get(id)).filter((entry) => entry !== undefined && isFact(entry));
	const fit = facts.map((fact) => ({ code: fact.jurisdiction, overlap: base.overlap(fact, stems) }));
	const best = Math.max(...fit.map(({ overlap }) => overlap));
	const codes = new Set(fit.filter(({ overlap }) => overlap > best - CLOSE_FIT).map(({ code }) => code));
	return codes.size === 1 ? [...codes] : undefined;
}

/** A place without a topic: its overview, an entry that clearly holds the other words, or the choice of topics. */
function decidePlace(
	places: string[],
	unknown: readonly string[],
	stems: string[],
	{ crypto, cues, period }: Reading,
	base: KnowledgeBase,
): Understanding {
	const [place = ''] = places;
	if (unknown.length === 0) {
		if (places.length > 1) return { kind: 'clarify', reason: 'which-topic', jurisdictions: places, topics: [] };
		if (cues.has('timeline') || period !== undefined) {
			const then = period === undefined ? {} : { period };
			return { kind: 'question', question: { kind: 'timeline', jurisdiction: place, ...then } };
		}
		return { kind: 'question', question: { kind: 'overview', jurisdiction: place } };
	}
	const telling = tellingWords(unknown, base);
	const past = cues.has('past') || cues.has('history');
	if (telling.length > 0 && telling.every((word) => base.frequency(word) > 0))
		return { kind: 'question', question: { kind: 'words', jurisdiction: place, stems, required: telling, past } };
	if (crypto) return { kind: 'clarify', reason: 'which-topic', jurisdictions: places, topics: [] };
	return { kind: 'out-of-scope', reason: 'other-field' };
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

/** Whether the words that nothing is known of are at home in the entries of the places, so that crypto is meant. */
function isFamiliar(unknown: readonly string[], places: readonly string[], base: KnowledgeBase): boolean {
	if (unknown.length === 0) return true;
	const known = unknown.filter((word) => places.some((code) => base.isWordOf(code, word)));
	return known.length >= FAMILIAR_SHARE * unknown.length;
}
