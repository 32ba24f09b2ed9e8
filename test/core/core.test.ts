import { expect, test } from 'vitest';
import type { Answer } from '../../src/core/answer/answer.ts';
import { toPlainText } from '../../src/core/answer/plain-text.ts';
import { messagesFor } from '../../src/core/messages/messages.ts';
import {
	DAY,
	makeCore,
	makeFact,
	makeJurisdiction,
	makeRecords,
	makeSource,
	makeStatement,
} from '../support/records.ts';

const textOf = (answer: Answer) => toPlainText(answer, messagesFor('en'));

test('an answer has its status, dates, numbered sources with links, and the disclaimer', () => {
	expect(textOf(makeCore().ask('Is mining legal in Russia?', { day: DAY }))).toBe(
		[
			'🇷🇺 Russia · Mining',
			'Regulated: needs registration.',
			'Miners must register with the tax service. [1]\nsince 1 November 2024 · verified 1 November 2026',
			'[1] The law. The parliament, 8 August 2024, law. https://example.org/law',
			'Information, not legal advice.',
		].join('\n\n'),
	);
});

test('what was is history and never the status of today', () => {
	const facts = [
		makeFact({ id: 'ru-mining-2018', status: 'banned', in_force: '2018', claim: 'Mining was banned.' }),
		makeFact({ lead: true, supersedes: ['ru-mining-2018'] }),
	];
	const core = makeCore({ facts });
	const today = core.ask('is mining legal in Russia', { day: DAY });
	expect(today.verdict?.label).toBe('Regulated');
	expect(today.entries).toEqual(['ru-mining']);
	const then = core.ask('was mining legal in Russia in 2018', { day: DAY });
	expect(then.entries).toEqual(['ru-mining-2018']);
	expect(then.title).toBe('🇷🇺 Russia · Mining, as of 2018');
	expect(then.verdict).toBeUndefined();
	expect(textOf(then)).toContain('since 2018 · replaced 1 November 2024');
});

test('only history left is shown as history, without a status', () => {
	const core = makeCore({ facts: [makeFact({ in_force: '2018', until: '2019' })] });
	const answer = core.ask('mining in Russia', { day: DAY });
	expect(answer.verdict).toBeUndefined();
	expect(answer.blocks[0]?.heading).toBe('Earlier, no longer in force');
});

test('the same question has another answer once a law is in force', () => {
	const facts = [
		makeFact({ lead: true }),
		makeFact({
			id: 'ru-mining-2027',
			in_force: '2027-01-01',
			announced: '2026-10-01',
			status: 'banned',
			lead: true,
			supersedes: ['ru-mining'],
		}),
	];
	const core = makeCore({ facts });
	const before = core.ask('mining in Russia', { day: '2026-12-31' });
	expect([before.verdict?.label, before.blocks[1]?.heading]).toEqual(['Regulated', 'Coming']);
	expect(core.ask('mining in Russia', { day: '2027-01-01' }).verdict?.label).toBe('Banned');
});

test('a stale entry and one without an official text say so', () => {
	const core = makeCore({ facts: [makeFact({ verified: '2026-01-01', sources: ['src-news'] })] });
	const text = textOf(core.ask('mining in Russia', { day: DAY }));
	expect(text).toContain('count as fresh for 200 days');
	expect(text).toContain('no official text read');
	expect(textOf(makeCore().ask('mining in Russia', { day: DAY }))).not.toMatch(/fresh for|no official text/);
});

test('official sources come first, and a dispute is cited too', () => {
	const disputed = makeFact({
		sources: ['src-news', 'src-law'],
		disputes: [{ claim: 'Another page says 2025.', sources: ['src-other'] }],
	});
	const sources = [
		...makeRecords().sources,
		makeSource({ id: 'src-other', kind: 'research', url: 'https://example.org/other' }),
	];
	const answer = makeCore({ facts: [disputed], sources }).ask('mining in Russia', { day: DAY });
	expect(answer.citations.map(({ kind }) => kind)).toEqual(['law', 'news', 'research']);
	expect(answer.blocks.map(({ text, citations }) => [text, citations])).toEqual([
		['Miners must register with the tax service.', [1, 2]],
		['Sources disagree: Another page says 2025.', [3]],
	]);
});

test("a bloc's rule answers for a member without its own, and says whose rule it is", () => {
	const jurisdictions = [
		...makeRecords().jurisdictions,
		makeJurisdiction('EU', { name: 'European Union', members: ['DE', 'FR'] }),
	];
	const facts = [
		...makeRecords().facts,
		makeFact({ jurisdiction: 'EU', id: 'eu-mining' }),
		makeFact({ jurisdiction: 'FR', id: 'fr-mining' }),
	];
	const core = makeCore({ jurisdictions, facts });
	const german = core.ask('mining in Germany', { day: DAY });
	expect([german.outcome, german.jurisdictions, german.entries]).toEqual(['answered', ['DE'], ['eu-mining']]);
	expect(german.notes).toEqual(['There is no entry on Germany itself here; this is the rule of the European Union.']);
	expect(core.ask('mining in France', { day: DAY }).entries).toEqual(['fr-mining']);
});

test('what is not covered is not guessed, and what is near is offered', () => {
	const core = makeCore();
	const answer = core.ask('crypto tax in Russia', { day: DAY });
	expect(answer).toMatchObject({
		outcome: 'not-covered',
		jurisdictions: ['RU'],
		topics: ['tax'],
		citations: [],
		entries: [],
	});
	expect(answer.suggestions).toContain('Mining in Russia');
	expect(core.ask('mining in Brazil', { day: DAY })).toMatchObject({ outcome: 'not-covered', jurisdictions: ['BR'] });
});

test('every suggestion, sent back as it is, is answered', () => {
	const core = makeCore();
	for (const text of ['is it legal', 'crypto tax in Russia', '', 'bitcoin', 'crypto frobnication in Russia'])
		for (const suggestion of core.ask(text, { day: DAY }).suggestions)
			expect(core.ask(suggestion, { day: DAY }).outcome, suggestion).toBe('answered');
});

test('a statement is attributed, dated and quoted', () => {
	const statements = [makeStatement({ office: 'President of Sberbank', translated_by: 'RT', occasion: 'A congress' })];
	const answer = makeCore({ statements }).ask('what did Gref say', { day: DAY });
	expect(answer.title).toBe('What Herman Gref said');
	expect(answer.blocks).toEqual([
		{
			text: 'They are a fact of our life.',
			quote: true,
			citations: [1],
			details:
				'Herman Gref, President of Sberbank · 21 November 2017 · A congress · translated by RT · verified 1 November 2026',
		},
	]);
});

test('many entries go on pages, and every page is reached by its button', () => {
	const facts = Array.from({ length: 20 }, (_, at) =>
		makeFact({ id: `ru-mining-${at}`, title: `Rule ${at}`, lead: at === 0 }),
	);
	const core = makeCore({ facts });
	const seen = new Set<string>();
	let answer: Answer | undefined = core.ask('mining in Russia', { day: DAY });
	for (let page = 0; page < 20 && answer; page++) {
		for (const entry of answer.entries) seen.add(entry);
		const more: string | undefined = answer.actions.find(({ label }) => label === 'More')?.action;
		answer = more === undefined ? undefined : core.act(more, { day: DAY });
	}
	expect(seen.size).toBe(20);
});

test('the Sources button shows what in the source supports the answer, and leads back', () => {
	const core = makeCore();
	const answer = core.ask('mining in Russia', { day: DAY });
	const sources = core.act(answer.actions.find(({ label }) => label === 'Sources')?.action ?? '', { day: DAY });
	expect(sources?.blocks).toMatchObject([
		{ heading: 'Mining needs registration', text: 'Article 1 says so.', citations: [1] },
	]);
	expect(core.act(sources?.actions[0]?.action ?? '', { day: DAY })?.entries).toEqual(answer.entries);
});

test('markers and citations match in every kind of answer', () => {
	const core = makeCore();
	for (const text of [
		'mining in Russia',
		'Russia',
		'which countries ban mining',
		'what did Gref say',
		'crypto tax in Russia and Japan',
		'history of crypto in Russia',
	]) {
		const answer = core.ask(text, { day: DAY });
		const marked = new Set(answer.blocks.flatMap(({ citations }) => citations));
		expect(
			[...marked].sort((a, b) => a - b),
			text,
		).toEqual(answer.citations.map(({ number }) => number));
	}
});

test('an unknown name in an option is told, with what is near', () => {
	const core = makeCore();
	const unknown = core.withNames({ place: ['jurisdiction', 'Narnia'] }, { day: DAY }, ({ place = '' }) => ({
		kind: 'overview',
		jurisdiction: place,
	}));
	expect(unknown).toMatchObject({ outcome: 'clarify', private: true });
	expect(unknown.blocks[0]?.text).toContain('“Narnia”');
	const korea = core.withNames({ place: ['jurisdiction', 'Korea'] }, { day: DAY }, ({ place = '' }) => ({
		kind: 'overview',
		jurisdiction: place,
	}));
	expect(korea.jurisdictions).toEqual(['KR', 'KP']);
});
