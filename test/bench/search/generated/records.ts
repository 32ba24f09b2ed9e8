/** Knowledge of any size: valid facts over all countries and the shipped topics, the same each time. */
import { checkRecords } from '../../../../src/core/knowledge/check.ts';
import { COUNTRIES } from '../../../../src/core/knowledge/countries.ts';
import { keyOf } from '../../../../src/core/knowledge/entry.ts';
import { emptyRecords, type KnowledgeRecords } from '../../../../src/core/knowledge/records.ts';
import {
	type Fact,
	factSchema,
	type Jurisdiction,
	jurisdictionSchema,
	type Source,
	sourceSchema,
	type Topic,
} from '../../../../src/core/knowledge/schema.ts';
import { Random } from '../random.ts';
import { type Pair, pairsOf } from './pairs.ts';
import { subjectOf } from './subjects.ts';

const SEED = 7_001;
const VERIFIED = '2026-11-20';
/** The share of facts that end, that are only announced, and that cite a second source. */
const ENDED = 0.15;
const PLANNED = 0.1;
const TWO_SOURCES = 0.3;
/** One source serves some entries of its country. */
const ENTRIES_A_SOURCE = 3;

const AUTHORITIES = [
	'the central bank',
	'the finance ministry',
	'the securities commission',
	'the financial supervisor',
	'the tax administration',
	'parliament',
	'the competition office',
	'the financial intelligence unit',
];
const INSTRUMENTS = ['Act', 'Decree', 'Circular', 'Regulation', 'Directive', 'Order', 'Guideline', 'Notice'];
const TITLES = [
	'{Instrument} {number}: {label} for {matter}',
	'{label}: {matter} under {instrument} {number}',
	'{Authority} on {matter}',
	'New duties for {actors} on {matter}',
	'{Instrument} {number} on {matter}',
];
const FIRST = [
	'{Instrument} {number} says on {matter}: {meaning}.',
	'{Authority} of {place} has decided on {matter}: {meaning}.',
	'{Instrument} {number} covers {matter} in {place}: {meaning}.',
	'In {place}, {actors} fall under {instrument} {number} on {matter}: {meaning}.',
];
const SECOND = [
	'{Actors} must notify {authority} within {days} days and keep records for {years} years.',
	'A breach costs up to {amount} in local currency.',
	'Amounts below {amount} are exempt.',
	'{Authority} reviews the rule every {years} years and publishes what it finds.',
	'{Actors} had {days} days to comply; late cases go to {authority}.',
	'Foreign firms need a local branch with a capital of {amount}.',
	'',
];

/** `size` facts with their sources; topics, languages and regions are those of `shipped`. Throws if they are not valid. */
export function generateRecords(size: number, shipped: KnowledgeRecords): KnowledgeRecords {
	const random = new Random(SEED);
	const topics = new Map(shipped.topics.map((topic) => [topic.id, topic]));
	const { covered } = pairsOf([...topics.keys()]);
	const keys = new Set<string>();
	const facts: Fact[] = [];
	const sources = new Map<string, Source[]>();
	for (let at = 0; at < size; at++) {
		const pair = covered[at % covered.length] as Pair;
		const round = Math.floor(at / covered.length);
		const cited = sourcesFor(pair.country, sources, random);
		facts.push(makeFact(pair, topics.get(pair.topic) as Topic, round, cited, keys, random));
	}
	const withFacts = new Set(facts.map(({ jurisdiction }) => jurisdiction));
	const records = {
		...emptyRecords(),
		topics: shipped.topics,
		regions: shipped.regions,
		languages: shipped.languages,
		jurisdictions: [...COUNTRIES.keys()].map((code) => makeJurisdiction(code, withFacts.has(code))),
		facts,
		sources: [...sources.values()].flat(),
	};
	const [problem] = checkRecords(records);
	if (problem) throw new Error(`the generated knowledge is not valid: ${problem.path.join('.')} ${problem.message}`);
	return records;
}

function makeFact(
	{ country, topic: topicId }: Pair,
	topic: Topic,
	round: number,
	cited: Source[],
	keys: Set<string>,
	random: Random,
): Fact {
	const subject = subjectOf(topicId);
	const status = random.pick(topic.statuses);
	const number = `${random.between(1, 899)}/${random.between(2014, 2026)}`;
	const authority = random.pick(AUTHORITIES);
	const instrument = random.pick(INSTRUMENTS);
	const actors = random.pick(subject.actors);
	const words: Record<string, string> = {
		actors,
		Actors: capital(actors),
		amount: `${random.between(1, 90)},000`,
		authority,
		Authority: capital(authority),
		days: String(random.pick([10, 14, 30, 60, 90, 180])),
		instrument: instrument.toLowerCase(),
		Instrument: instrument,
		label: status.label,
		matter: random.pick(subject.matters),
		meaning: status.meaning,
		number,
		place: COUNTRIES.get(country)?.name ?? country,
		years: String(random.between(2, 10)),
	};
	const planned = round > 0 && random.chance(PLANNED);
	const ended = round > 0 && !planned && random.chance(ENDED);
	const announced = randomDay(2014, 2025, random);
	const fact = factSchema.parse({
		id: freeId(`${country.toLowerCase()}-${topicId}-${round}`, keys),
		topic: topicId,
		status: status.id,
		lead: round === 0,
		title: fill(random.pick(TITLES), words).slice(0, 90).trim(),
		claim: `${fill(random.pick(FIRST), words)} ${fill(random.pick(SECOND), words)}`.slice(0, 480).trim(),
		instrument: { title: `${instrument} on ${words.matter}`, number },
		announced,
		...(planned ? {} : { in_force: nextYear(announced, 0) }),
		...(ended ? { until: nextYear(announced, 1) } : {}),
		verified: VERIFIED,
		keywords: [`${instrument} ${number}`],
		evidence: `The text of ${instrument.toLowerCase()} ${number} says so.`,
		sources: [...new Set(cited.map(({ id }) => id))],
	});
	return { ...fact, jurisdiction: country };
}

/** One or two sources of the country, the newest of them new when the earlier ones serve enough entries. */
function sourcesFor(country: string, all: Map<string, Source[]>, random: Random): Source[] {
	const own = all.get(country) ?? [];
	all.set(country, own);
	if (own.length === 0 || random.chance(1 / ENTRIES_A_SOURCE)) {
		const id = `${country.toLowerCase()}-src-${own.length}`;
		own.push(
			sourceSchema.parse({
				id,
				title: `${random.pick(INSTRUMENTS)} ${random.between(1, 899)} as published`,
				publisher: capital(random.pick(AUTHORITIES)),
				url: `https://example.org/${country.toLowerCase()}/${id}`,
				published: randomDay(2014, 2025, random),
				accessed: VERIFIED,
				language: 'en',
				kind: random.pick(['law', 'regulator', 'government', 'research', 'news']),
			}),
		);
	}
	const newest = own.at(-1) as Source;
	return random.chance(TWO_SOURCES) ? [newest, random.pick(own)] : [newest];
}

function makeJurisdiction(code: string, hasFacts: boolean): Jurisdiction {
	const country = COUNTRIES.get(code);
	const {
		facts: _facts,
		statements: _statements,
		sources: _sources,
		...jurisdiction
	} = jurisdictionSchema.parse({
		code,
		name: country?.name ?? code,
		demonyms: country?.demonyms.filter((demonym) => demonym !== '') ?? [],
		places: country?.capitals ?? [],
		research: { state: hasFacts ? 'researched' : 'nothing-found', searched: ['law', 'news'], on: VERIFIED },
	});
	return jurisdiction;
}

/** An id whose short key no other has: among 100,000 some keys would be equal by chance. */
function freeId(wanted: string, keys: Set<string>): string {
	let id = wanted;
	for (let more = 0; keys.has(keyOf(id)); more++) id = `${wanted}-${more}`;
	keys.add(keyOf(id));
	return id;
}

function fill(template: string, words: Readonly<Record<string, string>>): string {
	return capital(template.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? ''));
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function randomDay(from: number, to: number, random: Random): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${random.between(from, to)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

/** The same day `years` and a bit later, never after the day of verifying. */
function nextYear(day: string, years: number): string {
	const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
	return later > VERIFIED ? VERIFIED : later;
}
