import { expect, test } from 'vitest';
import { checkRecords } from '../../../src/core/knowledge/check.ts';
import type { KnowledgeRecords } from '../../../src/core/knowledge/records.ts';
import { DAY, makeFact, makeJurisdiction, makeRecords, makeSource, makeStatement } from '../../support/records.ts';

/** The problems of a valid base with these lists replaced, as "path: message". */
function problems(fields: Partial<KnowledgeRecords>): string[] {
	return checkRecords(makeRecords(fields), DAY).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const japan = makeFact({ jurisdiction: 'JP', id: 'jp-tax', topic: 'tax' });

test('a sound knowledge base has no problems', () => {
	expect(problems({})).toEqual([]);
});

test('an id is used once', () => {
	expect(problems({ facts: [makeFact(), makeFact(), japan] })).toEqual([
		'id: id "ru-mining" is used twice; choose another',
	]);
});

test('an id begins with the code of its jurisdiction', () => {
	expect(problems({ facts: [makeFact({ id: 'mining-law' }), japan] })).toEqual([
		'id: id "mining-law" must begin with "ru-"',
	]);
});

test('a topic and its status exist, and the message names the choices', () => {
	expect(problems({ facts: [makeFact({ topic: 'minning' }), japan] })).toEqual([
		'topic: topic "minning" does not exist; choose one of mining, legality, tax',
	]);
	expect(problems({ facts: [makeFact({ status: 'bannd' }), japan] })).toEqual([
		'status: "bannd" is no status of mining; choose one of regulated, restricted, banned',
	]);
});

test('a cited source exists, and every source is cited', () => {
	expect(problems({ facts: [makeFact({ sources: ['src-none'] }), japan] })).toEqual([
		'sources.0: source "src-none" does not exist; add it under "sources" or correct the id',
	]);
	const unused = makeSource({ id: 'src-unused', url: 'https://example.org/unused' });
	expect(problems({ sources: [...makeRecords().sources, unused] })).toEqual([
		'id: source "src-unused" is cited by nothing; cite it or remove it',
	]);
});

test('nothing is verified or read in the future, nor verified before its only source was read', () => {
	expect(problems({ facts: [makeFact({ verified: '2026-11-25' }), japan] })).toEqual([
		'verified: is in the future (today is 2026-11-24)',
	]);
	expect(problems({ facts: [makeFact({ verified: '2026-10-31' }), japan] })).toEqual([
		'verified: is before the day its only source was read (2026-11-01); set it to that day',
	]);
	expect(problems({ sources: [makeSource({ accessed: '2027-01-01' }), ...makeRecords().sources.slice(1)] })).toContain(
		'accessed: is in the future (today is 2026-11-24)',
	);
});

test('dates stand in their order', () => {
	expect(problems({ facts: [makeFact({ until: '2024-10' }), japan] })).toEqual([
		'until: "2024-10" is before the fact begins',
	]);
	expect(problems({ facts: [makeFact({ announced: '2026-11-20', in_force: '2027' }), japan] })).toEqual([
		'announced: "2026-11-20" is later than "verified"; nobody can have read of it yet',
	]);
	const source = makeSource({ published: '2026-11-02' });
	expect(problems({ sources: [source, ...makeRecords().sources.slice(1)] })).toEqual([
		'published: "2026-11-02" is later than "accessed"; correct one of them',
	]);
	expect(problems({ statements: [makeStatement({ date: '2026-11-20' })] })).toEqual([
		'date: is later than "verified"; a statement is recorded after it was made',
	]);
});

test('a fact supersedes an earlier fact of its own jurisdiction', () => {
	const old = makeFact({ id: 'ru-mining-2018', in_force: '2018' });
	expect(problems({ facts: [old, makeFact({ supersedes: ['ru-mining-2018'] }), japan] })).toEqual([]);
	expect(problems({ facts: [makeFact({ supersedes: ['ru-none'] }), japan] })).toEqual([
		'supersedes.0: fact "ru-none" does not exist; correct the id or remove it',
	]);
	expect(problems({ facts: [makeFact({ supersedes: ['jp-tax'] }), japan] })).toEqual([
		'supersedes.0: fact "jp-tax" belongs to JP; a fact supersedes facts of its own jurisdiction',
	]);
	expect(problems({ facts: [makeFact({ supersedes: ['ru-mining'] }), japan] })).toEqual([
		'supersedes.0: a fact cannot supersede itself',
	]);
	const backwards = makeFact({ id: 'ru-mining-2018', in_force: '2018', supersedes: ['ru-mining'] });
	expect(problems({ facts: [makeFact(), backwards, japan] })).toEqual([
		'supersedes.0: "ru-mining" begins later than this fact; let the later one supersede the earlier one',
	]);
});

test('a topic has one leading fact at a time', () => {
	const first = makeFact({ lead: true });
	const second = makeFact({ id: 'ru-mining-2026', in_force: '2026-09-01', lead: true });
	expect(problems({ facts: [first, second, japan] })).toEqual([
		'lead: "ru-mining" leads the same topic on 2026-09-01; let one supersede the other or take "lead" from one',
	]);
	expect(problems({ facts: [first, { ...second, supersedes: ['ru-mining'] }, japan] })).toEqual([]);
	expect(problems({ facts: [{ ...first, until: '2026-08-31' }, second, japan] })).toEqual([]);
});

test('a statement names people, topics and places that exist', () => {
	const wrong = makeStatement({ speaker: 'nobody', to: 'no-one', topics: ['weather'], jurisdictions: ['ZZ'] });
	expect(problems({ statements: [wrong] })).toEqual([
		'speaker: "nobody" is neither in people/ nor in organisations/; add its file or correct the id',
		'to: "no-one" is neither in people/ nor in organisations/; add its file or correct the id',
		'topics.0: topic "weather" does not exist',
		'jurisdictions.0: jurisdiction "ZZ" is not known',
	]);
});

test('the research state agrees with what there is', () => {
	const jurisdictions = [
		makeJurisdiction('RU', { research: { state: 'nothing-found', searched: [] } }),
		makeJurisdiction('JP'),
		makeJurisdiction('FR'),
		makeJurisdiction('QQ', { research: { state: 'not-researched', searched: [] }, members: ['XX'] }),
	];
	expect(problems({ jurisdictions })).toEqual([
		'research.state: is "nothing-found" but there are facts; write "researched"',
		'research.state: is "researched" but there is no fact; write "nothing-found"',
		'code: "QQ" is not an ISO 3166 code',
		'members.0: "XX" is not an ISO 3166-1 code',
	]);
});
