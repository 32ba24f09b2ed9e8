/** Files and published revisions become one knowledge base, whichever of them is newer. */
import { describe, expect, test } from 'vitest';
import { contentOf, type RecordChange } from '../../../src/core/knowledge/changes.ts';
import { checkRecords } from '../../../src/core/knowledge/check.ts';
import { mergeRevisions, type PublishedChanges } from '../../../src/core/knowledge/merge.ts';
import type { KnowledgeRecords } from '../../../src/core/knowledge/records.ts';
import type { Fact } from '../../../src/core/knowledge/schema.ts';
import { makeFact, makeRecords, makeSource } from '../../support/records.ts';

const ID = 'ru-mining';
const first = makeFact({ lead: true });
const second = { ...first, claim: 'Published in the chat.' };
const third = { ...first, claim: 'Published in the chat after that.' };
const byHand = { ...first, claim: 'Edited by hand.' };

/** Files in which the fact is as given; gone when it is null. */
const files = (fact: Fact | null): KnowledgeRecords => {
	const records = makeRecords();
	const others = records.facts.filter(({ id }) => id !== ID);
	return { ...records, facts: fact ? [fact, ...others] : others };
};
const change = (before: Fact | null, after: Fact | null): PublishedChanges => ({
	subject: ID,
	changes: [{ type: 'fact', id: ID, before, after }],
});
const merge = (records: KnowledgeRecords, revisions: PublishedChanges[], exported: Record<string, string> = {}) =>
	mergeRevisions(records, revisions, exported, contentOf);
const claimIn = ({ records }: ReturnType<typeof merge>) => records.facts.find(({ id }) => id === ID)?.claim;

describe('a revision', () => {
	test('stands over files that have what it started from', () => {
		const merged = merge(files(first), [change(first, second), change(second, third)]);
		expect(claimIn(merged)).toBe(third.claim);
		expect(merged.conflicts).toEqual([]);
	});

	test('is passed over when the files have what it published', () => {
		const merged = merge(files(third), [change(first, second), change(second, third)]);
		expect(claimIn(merged)).toBe(third.claim);
		expect(merged.conflicts).toEqual([]);
	});

	test('stands over files that have a state in between, as an older export or a rollback leaves them', () => {
		const merged = merge(files(second), [change(first, second), change(second, third)]);
		expect(claimIn(merged)).toBe(third.claim);
		expect(merged.conflicts).toEqual([]);
	});

	test('stands over an edit by hand, which becomes a conflict', () => {
		const merged = merge(files(byHand), [change(first, second)]);
		expect(claimIn(merged)).toBe(second.claim);
		expect(merged.conflicts).toMatchObject([{ change: { before: second, after: byHand } }]);
	});

	test('that the files took in by an export gives way to an edit by hand after that', () => {
		const merged = merge(files(byHand), [change(first, second)], { [`fact:${ID}`]: contentOf(second) });
		expect(claimIn(merged)).toBe(byHand.claim);
		expect(merged.conflicts).toEqual([]);
	});

	test('of after an export stands over the files', () => {
		const merged = merge(files(second), [change(first, second), change(second, third)], {
			[`fact:${ID}`]: contentOf(second),
		});
		expect(claimIn(merged)).toBe(third.claim);
	});

	test('gives way to files in which an export wrote what this log does not know, as after a restored backup', () => {
		const marks = { [`fact:${ID}`]: contentOf(third) };
		for (const content of [third, byHand]) {
			const merged = merge(files(content), [change(first, second)], marks);
			expect(claimIn(merged)).toBe(content.claim);
			expect(merged.conflicts).toMatchObject([
				{ change: { before: content, after: second }, problem: expect.stringContaining('does not know') },
			]);
		}
	});

	test('of what such an export wrote stands over the files', () => {
		const marks = { [`fact:${ID}`]: contentOf(third) };
		const merged = merge(files(third), [change(first, second), change(third, byHand)], marks);
		expect(claimIn(merged)).toBe(byHand.claim);
		expect(merged.conflicts).toEqual([]);
	});

	test('that takes an entry out stands over files that have it', () => {
		const others = files(first).facts.length - 1;
		expect(merge(files(first), [change(first, null)]).records.facts).toHaveLength(others);
		expect(merge(files(null), [change(first, null)])).toMatchObject({ conflicts: [] });
	});

	test('of an entry that the files have lost meanwhile stands, and the loss is a conflict', () => {
		const merged = merge(files(null), [change(first, second)]);
		expect(claimIn(merged)).toBe(second.claim);
		expect(merged.conflicts).toMatchObject([{ change: { after: null } }]);
	});

	test('brings the source along that the files have dropped', () => {
		const source = makeSource({ id: 'src-only-here', url: 'https://example.org/only' });
		const cited = { ...second, sources: ['src-only-here'] };
		const lent: RecordChange = { type: 'source', id: source.id, before: source, after: source };
		const merged = merge(files(first), [{ subject: ID, changes: [...change(first, cited).changes, lent] }]);
		expect(merged.records.sources).toContainEqual(source);
		expect(checkRecords(merged.records)).toEqual([]);
	});

	test('that no longer goes together with the files is set aside, and says why', () => {
		const lost = { ...second, status: 'gone-from-topics' };
		const merged = merge(files(first), [change(first, lost), { ...other, subject: 'ru-other' }]);
		expect(claimIn(merged)).toBe(first.claim);
		expect(merged.conflicts).toMatchObject([{ problem: expect.stringContaining('is no status of mining') }]);
		expect(merged.records.facts.map(({ id }) => id)).toContain('ru-other');
	});

	test('that is set aside over an edit by hand is one conflict, in which the files stand', () => {
		const lost = { ...second, status: 'gone-from-topics' };
		const merged = merge(files(byHand), [change(first, lost)]);
		expect(claimIn(merged)).toBe(byHand.claim);
		expect(merged.conflicts).toMatchObject([{ change: { before: byHand, after: lost }, problem: expect.any(String) }]);
	});
});

const added = makeFact({ id: 'ru-other', topic: 'tax' });
const other: PublishedChanges = {
	subject: 'ru-other',
	changes: [{ type: 'fact', id: 'ru-other', before: null, after: added }],
};

test('a word that was published is there until it is taken out', () => {
	const word = { kind: 'topic-word', target: 'mining', language: 'en', word: 'hashing' } as const;
	const id = 'topic-word:mining:en:hashing';
	const add: PublishedChanges = { subject: id, changes: [{ type: 'word', id, before: null, after: word }] };
	const wordsIn = ({ records }: ReturnType<typeof merge>) => records.languages[0]?.words?.topics.mining?.words;
	expect(wordsIn(merge(files(first), [add]))).toContain('hashing');
	const remove: PublishedChanges = { subject: id, changes: [{ type: 'word', id, before: word, after: null }] };
	expect(wordsIn(merge(files(first), [add, remove]))).not.toContain('hashing');
});

test('a word for a place that has no file yet becomes a name of the place that the facts make', () => {
	const fact = makeFact({ jurisdiction: 'KE' });
	const word = { kind: 'place', target: 'KE', language: 'en', word: 'Silicon Savannah' } as const;
	const id = 'place:KE:en:Silicon Savannah';
	const { records } = merge(files(first), [
		{ subject: fact.id, changes: [{ type: 'fact', id: fact.id, before: null, after: fact }] },
		{ subject: id, changes: [{ type: 'word', id, before: null, after: word }] },
	]);
	expect(records.jurisdictions.find(({ code }) => code === 'KE')?.aliases).toEqual(['Silicon Savannah']);
});

test('the records of the files are left as they are', () => {
	const records = files(first);
	const before = contentOf(records);
	merge(records, [change(first, second), other]);
	expect(contentOf(records)).toBe(before);
});
