/** A small knowledge base for tests: every helper gives a valid record and takes what the test is about. */
import { PolicyCore } from '../../src/core/core.ts';
import { emptyRecords, type KnowledgeRecords } from '../../src/core/knowledge/records.ts';
import {
	type Fact,
	factSchema,
	type Jurisdiction,
	jurisdictionSchema,
	type Organisation,
	organisationSchema,
	type Person,
	personSchema,
	type Source,
	type Statement,
	sourceSchema,
	statementSchema,
	type Topic,
	topicSchema,
} from '../../src/core/knowledge/schema.ts';

export const DAY = '2026-11-24';

export function makeFact(fields: Partial<Fact> = {}): Fact {
	const { jurisdiction = 'RU', ...rest } = fields;
	const fact = factSchema.parse({
		id: `${jurisdiction.toLowerCase()}-mining`,
		topic: 'mining',
		status: 'regulated',
		title: 'Mining needs registration',
		claim: 'Miners must register with the tax service.',
		in_force: '2024-11-01',
		verified: '2026-11-01',
		evidence: 'Article 1 says so.',
		sources: ['src-law'],
		...rest,
	});
	return { ...fact, jurisdiction };
}

export function makeStatement(fields: Partial<Statement> = {}): Statement {
	return statementSchema.parse({
		id: 'ru-gref-fact-of-life',
		speaker: 'herman-gref',
		date: '2017-11-21',
		jurisdictions: ['RU'],
		topics: ['legality'],
		form: 'quote',
		title: 'Gref calls virtual currencies a fact of life',
		said: 'They are a fact of our life.',
		verified: '2026-11-01',
		sources: ['src-news'],
		...fields,
	});
}

export function makeSource(fields: Partial<Source> = {}): Source {
	return sourceSchema.parse({
		id: 'src-law',
		title: 'The law',
		publisher: 'The parliament',
		url: 'https://example.org/law',
		published: '2024-08-08',
		accessed: '2026-11-01',
		language: 'en',
		kind: 'law',
		...fields,
	});
}

function makeTopic(fields: Partial<Topic> = {}): Topic {
	return topicSchema.parse({
		id: 'mining',
		name: 'Mining',
		role: 'subject',
		about: 'mining crypto',
		fresh_days: 200,
		statuses: [
			{ id: 'regulated', label: 'Regulated', severity: 1, meaning: 'needs registration' },
			{ id: 'banned', label: 'Banned', severity: 4, meaning: 'is prohibited', words: ['ban', 'bans', 'banned'] },
		],
		terms: { en: ['mining', 'miners', 'mining farm'] },
		words: { en: ['mine', 'rig'] },
		other_meanings: { en: ['gold mining'] },
		...fields,
	});
}

export function makeJurisdiction(code: string, fields: Partial<Jurisdiction> = {}): Jurisdiction {
	const {
		facts: _facts,
		statements: _statements,
		sources: _sources,
		...jurisdiction
	} = jurisdictionSchema.parse({
		code,
		name: code,
		research: { state: 'researched' },
		...fields,
	});
	return jurisdiction;
}

function makePerson(fields: Partial<Person> = {}): Person {
	return personSchema.parse({ id: 'herman-gref', name: 'Herman Gref', aliases: ['Gref'], ...fields });
}

function makeOrganisation(fields: Partial<Organisation> = {}): Organisation {
	return organisationSchema.parse({ id: 'sberbank', name: 'Sberbank', jurisdiction: 'RU', kind: 'bank', ...fields });
}

/** A valid knowledge base of three topics, Russia and Japan, one law and one news page; `fields` replaces whole lists. */
export function makeRecords(fields: Partial<KnowledgeRecords> = {}): KnowledgeRecords {
	return {
		...emptyRecords(),
		topics: [
			makeTopic(),
			makeTopic({
				id: 'legality',
				name: 'Legality',
				role: 'general',
				terms: { en: [] },
				words: { en: ['legal', 'allowed', 'banned', 'ban'] },
				other_meanings: {},
			}),
			makeTopic({
				id: 'tax',
				name: 'Tax',
				role: 'aspect',
				terms: { en: ['crypto tax'] },
				words: { en: ['tax', 'taxed'] },
				other_meanings: {},
			}),
		],
		words: {
			crypto: { en: ['crypto', 'bitcoin', 'cryptocurrency'] },
			quote: { en: ['who said', 'said'] },
			speech: { en: ['say', 'said'] },
			list: { en: ['which countries'] },
			timeline: { en: ['history', 'timeline'] },
			greeting: { en: ['hello'] },
			history: { en: ['when did'] },
			past: { en: ['was', 'did'] },
			off_topic: { en: ['price', 'should i buy'] },
			other_places: { en: ['New Jersey'] },
			implied_places: { 'digital ruble': 'RU' },
			ambiguous: { Korea: ['KR', 'KP'] },
			function: { en: ['is', 'in', 'the', 'a', 'of', 'on', 'and', 'or', 'us', 'it', 'to', 'my', 'are'] },
			neutral: { en: ['rules', 'law', 'what', 'about', 'have'] },
		},
		jurisdictions: [makeJurisdiction('RU', { name: 'Russia' }), makeJurisdiction('JP', { name: 'Japan' })],
		facts: [makeFact({ lead: true }), makeFact({ jurisdiction: 'JP', id: 'jp-tax', topic: 'tax' })],
		statements: [makeStatement()],
		sources: [makeSource(), makeSource({ id: 'src-news', kind: 'news', url: 'https://example.org/news' })],
		people: [makePerson()],
		organisations: [makeOrganisation()],
		...fields,
	};
}

/** A core over makeRecords(fields). */
export function makeCore(fields: Partial<KnowledgeRecords> = {}): PolicyCore {
	return new PolicyCore(makeRecords(fields));
}
