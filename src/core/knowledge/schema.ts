/** The records of the knowledge base, as a moderator writes them: their shape, limits and the messages for what is wrong. */
import { z } from 'zod';
import { isDay, isPartialDate } from './partial-date.ts';

/** An id must fit `action:entry:page` into Telegram's 64 bytes of callback data. */
export const MAX_ID_LENGTH = 40;

export const recordId = z
	.string()
	.regex(
		new RegExp(`^[a-z0-9][a-z0-9-]{1,${MAX_ID_LENGTH - 1}}$`),
		`must be 2 to ${MAX_ID_LENGTH} characters of a-z, 0-9 and "-"`,
	);

/** ISO 3166-1 alpha-2 (also EU, XK), ISO 3166-2 for a part of a country, PART:zone for a zone. */
export const JURISDICTION_CODE = /^[A-Z]{2}(-[A-Z0-9]{1,3})?(:[a-z0-9]{2,12})?$/;
export const jurisdictionCode = z
	.string()
	.regex(JURISDICTION_CODE, 'must be an ISO 3166 code such as RU, US-NY or AE-AZ:adgm');

/** YAML reads a bare year as a number, so numbers are taken as years. */
const partialDate = z
	.union([z.string(), z.number().int().transform(String)])
	.refine(isPartialDate, 'must be a date that exists, written YYYY, YYYY-MM or YYYY-MM-DD');
const day = z.string().refine(isDay, 'must be a day that exists, written YYYY-MM-DD');

export const line = (max: number) =>
	z
		.string()
		.trim()
		.min(1, 'must not be empty')
		.max(max, `must be at most ${max} characters`)
		.regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u, 'must be plain text without control or invisible characters');
const language = z.string().regex(/^[a-z]{2}$/, 'must be an ISO 639-1 code such as en');
const names = z.array(line(80)).default([]);
const oneOrSeveral = <T extends z.ZodType>(item: T) => z.union([item.transform((one) => [one]), z.array(item)]);

/**
 * An answer must carry every citation of its entries inside one message, so an entry has at most eight:
 * four of its own and two for each of two disputes.
 */
const sourceIds = (max: number) =>
	z.array(recordId).min(1, 'must name at least one source').max(max, `must name at most ${max} sources`);
const dispute = z.strictObject({ claim: line(320), sources: sourceIds(2) });
const disputes = z.array(dispute).max(2, 'must hold at most 2 disputes').default([]);

export const SOURCE_KINDS = [
	'law',
	'regulator',
	'central-bank',
	'court',
	'parliament',
	'government',
	'intergovernmental',
	'research',
	'news',
] as const;

export const sourceSchema = z.strictObject({
	id: recordId,
	title: line(300),
	publisher: line(120),
	url: z
		.url({ protocol: /^https$/, error: 'must be an https address', abort: true })
		.regex(/^https:\/\//i, 'must be an https address')
		.regex(/^[^\s"'<>\\^`{|}\p{Cc}\p{Cf}]*$/u, 'must have quotes, blanks and brackets percent-encoded')
		.max(400, 'must be at most 400 characters'),
	published: partialDate.nullable(),
	accessed: day,
	language,
	kind: z.enum(SOURCE_KINDS),
});

export const factSchema = z
	.strictObject({
		id: recordId,
		topic: recordId,
		status: recordId,
		lead: z.boolean().default(false),
		title: line(90),
		claim: line(480),
		instrument: z
			.strictObject({ title: line(240), number: line(80).optional(), date: partialDate.optional() })
			.optional(),
		announced: partialDate.optional(),
		in_force: partialDate.optional(),
		until: partialDate.optional(),
		verified: day,
		supersedes: oneOrSeveral(recordId).default([]),
		keywords: names,
		evidence: line(400),
		disputes,
		translations: z.record(language, line(600)).optional(),
		sources: sourceIds(4),
	})
	.refine((fact) => fact.announced !== undefined || fact.in_force !== undefined, {
		message: 'must have a date: "announced", "in_force" or both',
		path: ['announced'],
	});

export const statementSchema = z.strictObject({
	id: recordId,
	speaker: recordId,
	to: recordId.optional(),
	office: line(120).optional(),
	date: partialDate,
	occasion: line(200).optional(),
	jurisdictions: z.array(jurisdictionCode).min(1, 'must name at least one jurisdiction'),
	topics: z.array(recordId).min(1, 'must name at least one topic'),
	form: z.enum(['quote', 'paraphrase']),
	title: line(90),
	said: line(480),
	language: language.optional(),
	translated_by: line(80).optional(),
	verified: day,
	keywords: names,
	evidence: line(400).optional(),
	disputes,
	sources: sourceIds(4),
});

export const jurisdictionSchema = z.strictObject({
	code: jurisdictionCode,
	name: line(80),
	official_name: line(120).optional(),
	aliases: names,
	demonyms: names,
	places: names,
	members: z.array(jurisdictionCode).default([]),
	research: z.strictObject({
		state: z.enum(['not-researched', 'nothing-found', 'researched']),
		searched: names,
		on: day.optional(),
	}),
	facts: z.array(factSchema).default([]),
	statements: z.array(statementSchema).default([]),
	sources: z.array(sourceSchema).default([]),
});

export const topicSchema = z.strictObject({
	id: recordId,
	name: line(60),
	role: z.enum(['general', 'subject', 'aspect']),
	about: line(200),
	fresh_days: z.number().int().min(1).max(3650),
	statuses: z
		.array(
			z.strictObject({
				id: recordId,
				label: line(40),
				severity: z.number().int().min(0).max(4),
				meaning: line(160),
			}),
		)
		.min(1),
});

/** What a word of the field means: an entry that belongs to no jurisdiction. */
export const definitionSchema = z.strictObject({
	id: recordId,
	term: line(60),
	aliases: names,
	/** What it is called in other languages. */
	names: z.record(language, z.array(line(60))).default({}),
	/** A list that names the term keeps to the facts that name it ("where does the travel rule apply"); not for what a topic is all about. */
	narrows: z.boolean().default(false),
	topic: recordId,
	text: line(480),
	verified: day,
	sources: sourceIds(4),
});

const office = z.strictObject({
	title: line(160),
	organisation: recordId.optional(),
	jurisdiction: jurisdictionCode.optional(),
	from: partialDate.optional(),
	until: partialDate.optional(),
});

export const personSchema = z.strictObject({
	id: recordId,
	name: line(80),
	aliases: names,
	offices: z.array(office).default([]),
});

export const organisationSchema = z.strictObject({
	id: recordId,
	name: line(120),
	aliases: names,
	jurisdiction: jurisdictionCode.optional(),
	kind: z.enum([
		'central-bank',
		'regulator',
		'ministry',
		'parliament',
		'court',
		'bank',
		'company',
		'intergovernmental',
		'association',
		'other',
	]),
});

export type Source = z.infer<typeof sourceSchema>;
export type SourceKind = Source['kind'];
export type Fact = z.infer<typeof factSchema> & { jurisdiction: string };
export type Statement = z.infer<typeof statementSchema>;
export type Definition = z.infer<typeof definitionSchema>;
export type Entry = Fact | Statement;
export type Jurisdiction = Omit<z.infer<typeof jurisdictionSchema>, 'facts' | 'statements' | 'sources'>;
export type Topic = z.infer<typeof topicSchema>;
export type Status = Topic['statuses'][number];
export type Person = z.infer<typeof personSchema>;
export type Organisation = z.infer<typeof organisationSchema>;
