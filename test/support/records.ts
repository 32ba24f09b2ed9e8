/** A small knowledge base for tests: every helper gives a valid record and takes what the test is about. */
import type { z } from 'zod';
import { PolicyCore } from '../../src/core/core.ts';
import { regionsSchema, type Words, wordsSchema } from '../../src/core/knowledge/language-schema.ts';
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
			{ id: 'restricted', label: 'Restricted', severity: 3, meaning: 'is limited' },
			{ id: 'banned', label: 'Banned', severity: 4, meaning: 'is prohibited' },
		],
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

/** A few English words of questions. */
export function makeWords(fields: Partial<z.input<typeof wordsSchema>> = {}): Words {
	return wordsSchema.parse({
		crypto: ['crypto', 'bitcoin', 'cryptocurrency'],
		cues: {
			quote: ['who said', 'said'],
			speech: ['say', 'said'],
			list: ['which countries'],
			compare: ['vs', 'compare'],
			timeline: ['history', 'timeline'],
			changes: ['what changed', 'what is new'],
			coming: ['what comes next', 'upcoming'],
			define: ['what is'],
			greeting: ['hello'],
			history: ['when did'],
			past: ['was', 'did'],
			begin: ['starts', 'started'],
			now: ['today', 'in force'],
			off_topic: ['price', 'should i buy'],
		},
		rules: ['rules', 'law'],
		joins: ['and', 'or'],
		asks: ['what', 'is', 'can'],
		about: ['about', 'on'],
		before: ['before'],
		place_before: ['in', 'the', 'of', 'for', 'and', 'or'],
		function: ['is', 'in', 'the', 'a', 'of', 'on', 'and', 'or', 'us', 'it', 'to', 'my', 'are'],
		neutral: ['rules', 'law', 'what', 'about', 'have'],
		statuses: { banned: ['ban', 'bans', 'banned'] },
		relative_years: { last: ['last year'], this: ['this year'], next: ['next year'] },
		topics: {
			mining: { terms: ['mining', 'miners', 'mining farm'], words: ['mine', 'rig'], other_meanings: ['gold mining'] },
			legality: { terms: [], words: ['legal', 'allowed', 'banned', 'ban'], other_meanings: [] },
			tax: { terms: ['crypto tax'], words: ['tax', 'taxed'], other_meanings: [] },
		},
		places: { 'US-NJ': ['New Jersey'] },
		regions: { asia: ['Asia'] },
		implied: { 'digital ruble': 'RU' },
		ambiguous: { Korea: ['KR', 'KP'] },
		nowhere: ['Wakanda'],
		...fields,
	});
}

/** A few example questions, so that the classifier has something to learn. */
const WORDINGS = {
	mining: ['can i plug in a miner at home', 'electricity for asics'],
	legality: ['is it against the law to own coins', 'can i get into trouble for holding', 'is there a ban'],
	tax: ['do i owe the taxman', 'what do i report on my return'],
	none: ['what is the weather', 'sing a song', 'who won the match'],
};

/** A valid knowledge base of three topics, Russia and Japan, one law and one news page; `fields` replaces whole lists. */
export function makeRecords(fields: Partial<KnowledgeRecords> = {}): KnowledgeRecords {
	return {
		...emptyRecords(),
		topics: [
			makeTopic(),
			makeTopic({ id: 'legality', name: 'Legality', role: 'general' }),
			makeTopic({ id: 'tax', name: 'Tax', role: 'aspect' }),
		],
		regions: regionsSchema.parse({ asia: { name: 'Asia', region: 'Asia' } }),
		languages: [{ code: 'en', words: makeWords(), wordings: WORDINGS }],
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
