/** What a draft comes to: record changes, or what is wrong with which field. */
import { describe, expect, test } from 'vitest';
import { PolicyCore } from '../../src/core/core.ts';
import { applyChanges } from '../../src/core/knowledge/apply-changes.ts';
import { checkRecords } from '../../src/core/knowledge/check.ts';
import type { Fact, Source, Statement } from '../../src/core/knowledge/schema.ts';
import type { DraftContent } from '../../src/moderation/draft.ts';
import { buildChanges } from '../../src/moderation/draft-changes.ts';
import { fieldsOf } from '../../src/moderation/entry-fields.ts';
import { DAY, makeRecords } from '../support/records.ts';

const records = makeRecords();
const core = new PolicyCore(records);
const known = {
	records,
	day: DAY,
	meant: (kind: 'jurisdiction' | 'topic' | 'actor', name: string) => core.meant(kind, name),
};
const fact = records.facts[0] as Fact;
const statement = records.statements[0] as Statement;

const build = (draft: Partial<DraftContent> & Pick<DraftContent, 'kind'>) =>
	buildChanges({ fields: {}, done: [], ...draft }, known);

/** Builds a draft that must be in order; gives the records as they would be, and the changes. */
function inOrder(draft: Parameters<typeof build>[0]) {
	const { changes, problems } = build(draft);
	expect(problems).toEqual([]);
	const changed = applyChanges(records, changes);
	expect(checkRecords(changed, DAY)).toEqual([]);
	return { changes, changed };
}

const SOURCE = {
	source_url: 'https://example.org/new-law',
	source_title: 'The new law',
	source_publisher: 'Parliament',
	source_published: '2026-10-01',
	source_kind: 'law',
};
const FACT = {
	status: 'banned',
	title: 'Mining is banned',
	claim: 'Nobody may mine.',
	lead: 'yes',
	in_force: '2026-11-01',
	evidence: 'Article 1 says so.',
	...SOURCE,
};

describe('a new fact', () => {
	test('gets an id of its place, topic, title and year, and a source of its own', () => {
		const { changes, changed } = inOrder({ kind: 'add-fact', jurisdiction: 'JP', topic: 'mining', fields: FACT });
		const [entry, source] = changes.map(({ after }) => after) as [Fact, Source];
		expect(entry).toMatchObject({ id: 'jp-mining-mining-is-banned-2026', jurisdiction: 'JP', verified: DAY });
		expect(source).toMatchObject({ id: 'jp-src-parliament-2026', accessed: DAY, language: 'en' });
		expect(entry.sources).toEqual([source.id]);
		expect(new PolicyCore(changed).ask('is mining legal in japan', { day: DAY }).entries).toContain(entry.id);
	});

	test('of a place without a file brings the place along', () => {
		const { changed } = inOrder({ kind: 'add-fact', jurisdiction: 'NP', topic: 'mining', fields: FACT });
		expect(changed.jurisdictions.find(({ code }) => code === 'NP')).toMatchObject({
			name: 'Nepal',
			research: { state: 'researched' },
		});
	});

	test('takes another id when its own is taken', () => {
		const fields = { ...FACT, title: 'Mining is banned', lead: 'no' };
		const first = inOrder({ kind: 'add-fact', jurisdiction: 'JP', topic: 'mining', fields }).changed;
		const { changes } = buildChanges(
			{ kind: 'add-fact', jurisdiction: 'JP', topic: 'mining', fields, done: [] },
			{ ...known, records: first },
		);
		expect(changes[0]?.id).toBe('jp-mining-mining-is-banned-2026-2');
	});

	test.each([
		[{ status: 'forbidden' }, 'status', /is no status of mining; choose one of/],
		[{ title: '' }, 'title', /must not be empty/],
		[{ title: 'x'.repeat(91) }, 'title', /at most 90 characters/],
		[{ in_force: '2026-02-30' }, 'in_force', /date that exists/],
		[{ in_force: '', announced: '' }, 'announced', /must have a date/],
		[{ verified: '2027-01-01' }, 'verified', /in the future/],
		[{ source_url: 'javascript:alert(1)' }, 'source_url', /https address/],
		[{ source_kind: 'blog' }, 'source_kind', /must be one of law/],
		[
			{ source_url: '', source_title: '', source_publisher: '', source_published: '', source_kind: '' },
			'source_url',
			/at least one page/,
		],
		[{ sources: 'no-such-source' }, 'sources', /is no source known here/],
		[
			{ instrument_number: '1', instrument_title: 'Law', instrument_date: '2026-13' },
			'instrument_date',
			/date that exists/,
		],
	])('with %j says what is wrong with which field', (fields, field, message) => {
		const { problems } = build({
			kind: 'add-fact',
			jurisdiction: 'JP',
			topic: 'mining',
			fields: { ...FACT, ...fields },
		});
		expect(problems).toEqual([{ field, message: expect.stringMatching(message) }]);
	});
});

describe('an entry', () => {
	test('that is changed keeps what nobody touched', () => {
		const { changes } = inOrder({
			kind: 'change',
			entry: fact.id,
			fields: { ...fieldsOf(fact, DAY), title: 'A better title' },
		});
		expect(changes[0]).toMatchObject({ before: fact, after: { ...fact, title: 'A better title', verified: DAY } });
	});

	test('that is not changed says so', () => {
		const { problems } = build({
			kind: 'change',
			entry: fact.id,
			fields: { ...fieldsOf(fact, DAY), verified: fact.verified },
		});
		expect(problems).toEqual([{ field: '', message: 'Nothing has been changed yet.' }]);
	});

	test('that is superseded stays as history of the new one', () => {
		const { changes, changed } = inOrder({ kind: 'supersede', entry: fact.id, fields: FACT });
		expect(changes[0]?.after).toMatchObject({ supersedes: [fact.id], jurisdiction: 'RU' });
		expect(changed.facts).toContainEqual(fact);
	});

	test('that is retired goes, also from what supersedes it, and so do its sources', () => {
		const later = inOrder({ kind: 'supersede', entry: fact.id, fields: FACT }).changed;
		const { changes } = buildChanges(
			{ kind: 'retire', entry: fact.id, fields: {}, done: [] },
			{ ...known, records: later },
		);
		const changed = applyChanges(later, changes);
		expect(checkRecords(changed, DAY)).toEqual([]);
		expect(changed.facts.map(({ id }) => id)).not.toContain(fact.id);
		expect(changed.facts.every(({ supersedes }) => supersedes.length === 0)).toBe(true);
	});

	test('that is retired from the middle of a chain leaves the chain whole', () => {
		const second = inOrder({ kind: 'supersede', entry: fact.id, fields: FACT });
		const middle = second.changes[0]?.id as string;
		const at = { ...known, records: second.changed };
		const fields = { ...FACT, title: 'Mining is banned for good', in_force: '2026-11-20', sources: 'src-law' };
		const third = buildChanges({ kind: 'supersede', entry: middle, fields, done: [] }, at);
		const whole = applyChanges(second.changed, third.changes);
		const { changes } = buildChanges(
			{ kind: 'retire', entry: middle, fields: {}, done: [] },
			{ ...at, records: whole },
		);
		const changed = applyChanges(whole, changes);
		expect(checkRecords(changed, DAY)).toEqual([]);
		expect(changed.facts.find(({ id }) => id === third.changes[0]?.id)?.supersedes).toEqual([fact.id]);
	});

	test('that is still true gets the day, and so do the pages that were read again', () => {
		const { changes } = inOrder({ kind: 're-verify', entry: statement.id });
		expect(changes.map(({ after }) => after)).toMatchObject([{ verified: DAY }, { accessed: DAY }]);
	});

	test('that is still true leaves the day of a page alone that others rest on', () => {
		const { changes } = inOrder({ kind: 're-verify', entry: fact.id });
		expect(changes.map(({ after }) => after)).toMatchObject([{ verified: DAY }, { accessed: '2026-11-01' }]);
	});

	test('that is a statement can be changed, with a speaker nobody knew', () => {
		const fields = { ...fieldsOf(statement, DAY), speaker: 'new: Elvira Nabiullina' };
		const { changes } = inOrder({ kind: 'correct', entry: statement.id, fields });
		expect(changes).toMatchObject([
			{ after: { speaker: 'elvira-nabiullina' } },
			{ type: 'person', after: { name: 'Elvira Nabiullina' } },
			{},
		]);
	});

	test('that has gone meanwhile says so', () => {
		expect(build({ kind: 'change', entry: 'ru-gone' }).problems[0]?.message).toContain('no entry "ru-gone" any more');
	});
});

describe('a word', () => {
	const word = { word_kind: 'topic-word', target: 'mining', word: 'hashing', language: 'en' };

	test('is added to its topic', () => {
		const { changed } = inOrder({ kind: 'word', fields: word });
		expect(changed.languages[0]?.words?.topics.mining?.words).toContain('hashing');
	});

	test.each([
		[{ word_kind: 'verb' }, 'word_kind'],
		[{ target: 'gardening' }, 'target'],
		[{ word: ' ' }, 'word'],
		[{ language: 'english' }, 'language'],
	])('with %j says what is wrong with which field', (fields, field) => {
		expect(build({ kind: 'word', fields: { ...word, ...fields } }).problems[0]?.field).toBe(field);
	});
});
