/** Looks up entries by people, organisations and words. */
import { isFact, jurisdictionsOf, topicsOf } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Day, firstDay, lastDay } from '../knowledge/partial-date.ts';
import { startOf } from '../knowledge/phase.ts';
import type { Entry, Statement } from '../knowledge/schema.ts';
import type { Period } from '../question/period.ts';
import type { Question } from '../question/question.ts';
import { dateOf, sortBy } from './found-fact.ts';

type About = Extract<Question, { kind: 'about' }>;

/** A statement found by its words alone must hold this share of them, weighted by rarity. */
const ENOUGH_WORDS = 0.6;

/** Words that must be found are found when half of them, weighted by rarity, are. */
const HALF = 0.5;
/** To be about the asker's people counts half of all words, to be said by or to them somewhat more. */
const MENTIONED = 0.5;
const SPOKEN = 0.2;
/** From this score on an entry fits clearly: it is about them and holds half of the words. */
const CLEAR_FIT = 1;

/** Entries about or by someone, or statements on a subject, best first. */
export function findEntriesAbout(question: About, base: KnowledgeBase, day: Day): Entry[] {
	const { actors, jurisdictions, topics, stems, required, period } = question;
	const overlap = base.overlapWith(stems);
	let entries: readonly Entry[] =
		actors.length > 0 ? [...new Set(actors.flatMap((id) => base.entriesAbout(id)))] : base.statements;
	entries = entries.filter((entry) => beginOf(entry) <= day);
	if (question.statementsOnly) {
		const statements = entries.filter((entry): entry is Statement => !isFact(entry));
		// "What did Putin say" is not what others said of him; of two people named, either may speak.
		const own = statements.filter(({ speaker }) => actors.length === 1 && speaker === actors[0]);
		if (statements.length > 0) entries = own.length > 0 ? own : statements;
	}
	// What is said of the country or the Union is said of its part or member too.
	const places = new Set(jurisdictions.flatMap((code) => [code, ...base.fallbacksOf(code)]));
	if (jurisdictions.length > 0)
		entries = entries.filter((entry) => jurisdictionsOf(entry).some((code) => places.has(code)));
	if (period) entries = entries.filter((entry) => overlaps(entry, period));
	if (topics.length > 0) {
		const onTopic = entries.filter((entry) => topicsOf(entry).some((topic) => topics.includes(topic)));
		entries = onTopic.length > 0 ? onTopic : entries.filter((entry) => overlap(entry) >= ENOUGH_WORDS);
	}
	const asRequired = base.overlapWith(required);
	if (required.length > 0) entries = entries.filter((entry) => asRequired(entry) >= HALF);
	else if (actors.length === 0 && jurisdictions.length === 0 && topics.length === 0)
		entries = entries.filter((entry) => overlap(entry) >= ENOUGH_WORDS);
	const mentioned = actors.map((id) => new Set(base.entriesAbout(id)));
	const score = (entry: Entry) =>
		overlap(entry) +
		(isFact(entry) ? 0 : spokenScore(entry, actors)) +
		MENTIONED * mentioned.filter((entriesAbout) => entriesAbout.has(entry)).length;
	const ranked = sortBy([...entries], score, dateOf);
	// Where one entry fits clearly, entries that only name the same people do not belong to the answer.
	const top = ranked[0] ? score(ranked[0]) : 0;
	return top < CLEAR_FIT ? ranked : ranked.filter((entry) => score(entry) >= top * HALF);
}

/** "What did Gref tell Putin": the first one named speaks, the second one is spoken to. */
function spokenScore(statement: Statement, [speaker, listener]: readonly string[]): number {
	return (
		(statement.speaker === speaker ? SPOKEN : 0) + (listener !== undefined && statement.to === listener ? SPOKEN : 0)
	);
}

/** The entries of a jurisdiction that hold all of the asker's telling words, best first. */
export function findByWords(question: Extract<Question, { kind: 'words' }>, base: KnowledgeBase, day: Day): Entry[] {
	const places = [question.jurisdiction, ...base.fallbacksOf(question.jurisdiction)];
	const entries = [...base.facts, ...base.statements].filter(
		(entry) =>
			(isFact(entry) ? places.includes(entry.jurisdiction) : entry.jurisdictions.includes(question.jurisdiction)) &&
			question.required.every((word) => base.holds(entry, word)) &&
			beginOf(entry) <= day,
	);
	const present = entries.filter((entry) => !isFact(entry) || base.phase(entry, day) !== 'past');
	return sortBy(question.past || present.length === 0 ? entries : present, base.overlapWith(question.stems), dateOf);
}

/** The first day an entry speaks of. */
function beginOf(entry: Entry): Day {
	return isFact(entry) ? startOf(entry) : firstDay(entry.date);
}

function overlaps(entry: Entry, period: Period): boolean {
	if (!isFact(entry)) return firstDay(entry.date) <= period.to && lastDay(entry.date) >= period.from;
	return startOf(entry) <= period.to && (entry.until === undefined || lastDay(entry.until) >= period.from);
}
