/** Who said what, and what people and organisations did. */
import { isFact } from '../../knowledge/entry.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { type Asked, tellingWords } from '../asked.ts';
import type { Question } from '../question.ts';
import { type Intent, question } from './intent.ts';
import { isSpecific, isSurely } from './judgement.ts';

/** From this share of the example questions on a topic is meant that no word names. */
const BEYOND_DOUBT = 0.9;

type AboutOptions = Pick<Extract<Question, { kind: 'about' }>, 'required' | 'statementsOnly'> & { topics?: string[] };

function about(asked: Asked, options: AboutOptions): Intent {
	const { actors, named, implied, topic, ranking, period } = asked;
	return question({
		kind: 'about',
		actors,
		// "Quotes about the digital ruble" are of Russia.
		jurisdictions: named.length + actors.length > 0 ? named : implied,
		topics: topic.ids,
		stems: ranking,
		...options,
		// Entries are in English: words of another language cannot be asked for in them.
		...(asked.isEnglish ? {} : { required: [] }),
		...(period ? { period } : {}),
	});
}

/** "Who said what", and what a person or organisation named said. */
export function quotation(asked: Asked, base: KnowledgeBase): Intent | undefined {
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
	if (isWho) return about(asked, { required: [], statementsOnly: true, topics: certainTopics(asked, base) });
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
function spokenOn(
	{ topics, topic, actors, strange, subject, ranking, guesses, entries }: Asked,
	base: KnowledgeBase,
): { topics?: string[] } {
	if (actors.length === 0) {
		const named = entries.flatMap(({ id }) => base.entries.get(id) ?? []);
		if (named.some((entry) => !isFact(entry))) return { topics: [] };
		// "Who said bitcoin is open for business": the words find it better than the topic of one of them.
		const isOnTopic = topics.length > 0 ? strange.length === 0 || subject.length > 0 : ranking.length === 0;
		return { topics: isOnTopic ? topic.ids : [] };
	}
	if (topics.length > 0)
		return { topics: [...new Set(topics.map(({ id }) => id).filter((id) => isSpecific(id, base)))] };
	// "Ishiba on a strategic btc stash": no word means the topic, and yet there is no doubt.
	const [guess] = guesses;
	const isBeyondDoubt = guess !== undefined && guess.share >= BEYOND_DOUBT && hasSpokenOn(actors, [guess.label], base);
	return { topics: isBeyondDoubt ? [guess.label] : [] };
}

/** The topics that words can mean nothing else than. */
function certainTopics({ topics }: Asked, base: KnowledgeBase): string[] {
	return [...new Set(topics.filter(({ id, certain }) => certain && isSpecific(id, base)).map(({ id }) => id))];
}

/** A person named, and nothing that asks for something else. */
export function person(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { actors, statuses, topic, inScope, strange } = asked;
	if (!actors.some((id) => base.people.has(id))) return undefined;
	const topics = asked.topics.length > 0 ? topic.ids.filter((id) => isSpecific(id, base)) : [];
	// "Will Musk ban crypto" asks what holds; "what does Bessent want with stablecoins" what he said.
	if (statuses.length > 0 && topics.length === 0) return undefined;
	if (topics.length > 0 && !hasSpokenOn(actors, topics, base)) return undefined;
	return about(asked, {
		topics,
		required: inScope || topics.length > 0 ? [] : strange,
		statementsOnly: topics.length > 0,
	});
}

/** An organisation named without a topic: what it did, or the entry that the other words point to. */
export function organisation(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { actors, topic, entries, homes, strange, period, inScope, subject, ranking, past } = asked;
	const [id] = topic.ids;
	if (actors.length === 0 || entries.some(({ certain }) => certain)) return undefined;
	const isPerson = actors.some((actor) => base.people.has(actor));
	if (id !== undefined && (asked.topics.length > 0 || (isSurely(id, asked) && !isPerson))) return undefined;
	const told = tellingWords(strange, base);
	const [home] = homes;
	if (!period && home !== undefined && told.length > 0 && told.every((word) => base.isWordOf(home, word)))
		return question({ kind: 'words', jurisdiction: home, stems: ranking, required: told, past });
	return about(asked, { topics: [], required: isPerson && !inScope ? subject : [], statementsOnly: false });
}

/** Whether any of these people has a statement on any of these topics. */
function hasSpokenOn(actors: readonly string[], topics: readonly string[], base: KnowledgeBase): boolean {
	return actors.some((id) =>
		base.entriesAbout(id).some((entry) => !isFact(entry) && entry.topics.some((topic) => topics.includes(topic))),
	);
}
