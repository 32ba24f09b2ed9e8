/** What a language adds to the knowledge base: the words of questions, example questions by topic, and names for answers. */
import { z } from 'zod';
import { jurisdictionCode, line, recordId } from './schema.ts';

const phrases = z.array(line(60)).default([]);
const byId = z.record(recordId, z.array(line(60))).default({});

/** Names of the last, this and the next year or month. */
const relative = z.strictObject({ last: phrases, this: phrases, next: phrases });

/** What asks for something other than what holds: who said what, a list, a comparison, history, or nothing that the bot answers. */
const CUES = [
	'quote',
	'speech',
	'list',
	'compare',
	'timeline',
	'changes',
	'coming',
	'recent',
	'ahead',
	'begin',
	'now',
	'define',
	'greeting',
	'history',
	'past',
	'off_topic',
] as const;

/** The words of questions in one language; each list is explained in knowledge/README.md. */
export const wordsSchema = z.strictObject({
	crypto: phrases,
	cues: z.partialRecord(z.enum(CUES), phrases),
	/** Words that make a list of a question that they open and that names no place: "where", "who". */
	opens_list: phrases,
	/** Words that ask for a rule rather than for what a term means. */
	rules: phrases,
	joins: phrases,
	/** Words that begin a question, so that what is joined by them is asked for too: "and what about". */
	asks: phrases,
	about: phrases,
	place_before: phrases,
	/** Beside a status or a date, they ask for the time before it: "before the ban". */
	before: phrases,
	/** Beside a date, they ask for the time from it on: "since 2020". */
	since: phrases,
	function: phrases,
	neutral: phrases,
	months: z
		.union([z.array(line(30)).length(12, 'must name the twelve months, January first'), z.tuple([])])
		.default([]),
	relative_years: relative.optional(),
	relative_months: relative.optional(),
	parts_of_year: z.strictObject({ early: phrases, middle: phrases, late: phrases }).optional(),
	statuses: byId,
	topics: z.record(recordId, z.strictObject({ terms: phrases, words: phrases, other_meanings: phrases })).default({}),
	places: z.record(jurisdictionCode, z.array(line(60))).default({}),
	/** Names of several places: the asker chooses. */
	ambiguous: z.record(line(60), z.array(jurisdictionCode).min(2)).default({}),
	/** Names of products and laws that belong to one place, used when none is named. */
	implied: z.record(line(60), jurisdictionCode).default({}),
	regions: byId,
	nowhere: phrases,
});

/** Example questions by topic, and under `none` those that are not for the bot: what the topic classifier learns from. */
export const wordingsSchema = z.record(recordId, z.array(line(300)).min(1));

/** Names of topics and statuses as answers show them. */
export const labelsSchema = z.strictObject({
	topics: z.record(
		recordId,
		z.strictObject({
			name: line(60),
			statuses: z.record(recordId, z.strictObject({ label: line(60), meaning: line(200) })).default({}),
		}),
	),
});

/** Groups of jurisdictions by id: by members, by a region or subregion of world-countries, or as the parts of a country. */
export const regionsSchema = z.record(
	recordId,
	z.strictObject({
		name: line(60),
		members: z.array(jurisdictionCode).default([]),
		region: line(40).optional(),
		part_of: jurisdictionCode.optional(),
	}),
);

export type Words = z.infer<typeof wordsSchema>;
export type Cue = (typeof CUES)[number];
type Wordings = z.infer<typeof wordingsSchema>;
type Labels = z.infer<typeof labelsSchema>;
export type Regions = z.infer<typeof regionsSchema>;

/** A language as far as the knowledge base has it; English has words. */
export interface Language {
	/** ISO 639-1. */
	code: string;
	words?: Words;
	wordings?: Wordings;
	labels?: Labels;
}

/** No words at all. */
export const NO_WORDS: Words = wordsSchema.parse({ cues: {} });
