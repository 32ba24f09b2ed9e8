/** Knowledge as hostile as its schema allows, for property tests: whatever an entry holds, an answer must be deliverable. */
import fc from 'fast-check';
import { PolicyCore } from '../../src/core/core.ts';
import { makeFact, makeJurisdiction, makeRecords, makeSource, makeStatement } from './records.ts';

const NASTY = [
	'<b>bold</b>',
	'&amp;',
	'</a>',
	'**x**',
	'__x__',
	'||x||',
	'`x`',
	'# head',
	'> quote',
	'- item',
	'1. item',
	'[x](https://evil.example)',
	'@everyone',
	'@here',
	'<@123456789012345678>',
	'<@&123456789012345678>',
	'<#123456789012345678>',
	'<:emoji:123456789012345678>',
	'</ask:123456789012345678>',
	'https://evil.example/?a=1&b=2',
	'discord.gg/abc',
	'tg://user?id=1',
	'@durov',
	'/start',
	'\\',
	'*',
	'_',
	'~',
	'"',
	"'",
	'مرحبا',
	'日本語',
	'👩',
	'🇷🇺',
	'word',
];

const words = (max: number) =>
	fc
		.array(fc.oneof(fc.constantFrom(...NASTY), fc.stringMatching(/^\w{1,12}$/)), { minLength: 1, maxLength: 80 })
		.map((parts) => {
			const text = parts.join(' ').slice(0, max).toWellFormed().replaceAll('\ufffd', '').trim();
			return text === '' ? 'x' : text;
		});

/** One of many characters, so that limits are met at their worst. */
const solid = (max: number) =>
	fc.constantFrom('<', '&', '*', '_', 'w', '語', '"').map((character) => character.repeat(max));
const text = (max: number) => fc.oneof({ weight: 3, arbitrary: words(max) }, { weight: 1, arbitrary: solid(max) });

const url = fc
	.tuple(fc.constantFrom('a', '(b)', '%20', '%22', '[c]', '&x=y', '_', '*'), fc.integer({ min: 1, max: 370 }))
	.map(([odd, length]) => `https://example.org/${odd}/${'p'.repeat(length)}`.slice(0, 400));

const SOURCES = 8;
const FACTS = 6;

/** What a hostile knowledge base is made of: texts that use all the room and all the characters they may. */
export const hostileTexts = fc.record({
	titles: fc.array(text(90), { minLength: FACTS, maxLength: FACTS }),
	claims: fc.array(text(480), { minLength: FACTS, maxLength: FACTS }),
	disputes: fc.array(text(320), { minLength: 2, maxLength: 2 }),
	said: text(480),
	urls: fc.array(url, { minLength: SOURCES, maxLength: SOURCES }),
	sourceTitles: fc.array(text(300), { minLength: SOURCES, maxLength: SOURCES }),
	publishers: fc.array(text(120), { minLength: SOURCES, maxLength: SOURCES }),
	places: fc.integer({ min: 1, max: 12 }),
	quote: fc.boolean(),
});

type HostileTexts = typeof hostileTexts extends fc.Arbitrary<infer Texts> ? Texts : never;

/** The core of a knowledge base with these texts. */
export function hostileCore({
	titles,
	claims,
	disputes,
	said,
	urls,
	sourceTitles,
	publishers,
	places,
	quote,
}: HostileTexts): PolicyCore {
	const sources = urls.map((address, at) =>
		makeSource({
			id: `src-${at}`,
			url: `${address}${at}`.slice(-400).replace(/^(?!https:\/\/).*$/, `https://example.org/${at}`),
			title: sourceTitles[at] ?? 'x',
			publisher: publishers[at] ?? 'x',
		}),
	);
	const ids = sources.map(({ id }) => id);
	const facts = claims.map((claim, at) =>
		makeFact({
			id: `ru-fact-${at}`,
			title: titles[at] ?? 'x',
			claim,
			evidence: claim.slice(0, 400).toWellFormed().trim() || 'x',
			verified: '2026-11-01',
			lead: at === 0,
			disputes:
				at === 0
					? disputes.map((other, index) => ({ claim: other, sources: ids.slice(4 + index * 2, 6 + index * 2) }))
					: [],
			sources: at === 0 ? ids.slice(0, 4) : [ids[at] ?? 'src-0'],
		}),
	);
	const elsewhere = ['JP', 'CN', 'US', 'GB', 'CH', 'IN', 'TR', 'IR', 'BY', 'BR', 'SG', 'KR'].slice(0, places);
	const others = elsewhere.map((code, at) =>
		makeFact({
			jurisdiction: code,
			id: `${code.toLowerCase()}-fact`,
			title: titles[at % FACTS] ?? 'x',
			sources: [ids[at % SOURCES] ?? 'src-0'],
		}),
	);
	const statements = [
		makeStatement({
			said,
			form: quote ? 'quote' : 'paraphrase',
			sources: ids.slice(0, 4),
			occasion: said.slice(0, 200),
		}),
	];
	const jurisdictions = ['RU', ...elsewhere].map((code) =>
		makeJurisdiction(code, { name: code === 'RU' ? 'Russia' : code }),
	);
	return new PolicyCore(makeRecords({ facts: [...facts, ...others], statements, sources, jurisdictions }));
}

/** Questions that bring out every kind of answer. */
export const QUESTIONS = [
	'mining in Russia',
	'Russia',
	'which countries ban mining',
	'which countries have rules on mining',
	'what did Gref say',
	'history of crypto in Russia',
	'mining in Russia and JP',
	'is it legal',
	'mining in Korea',
	'tax in Russia',
	'price of bitcoin',
	'',
];
