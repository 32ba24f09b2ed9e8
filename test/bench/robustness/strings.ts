/** Strings that no kind person sends: seeded, so that the worst of them can be found again. */
import { COUNTRIES } from '../../../src/core/knowledge/countries.ts';
import type { KnowledgeRecords } from '../../../src/core/knowledge/records.ts';
import { MAX_QUESTION_LENGTH } from '../../../src/core/question/understand.ts';
import { misspell } from '../search/generated/typo.ts';
import { Random } from '../search/random.ts';

/** As long as a Discord or Telegram message can be. In UTF-16 units. */
const LONGEST = 4_000;
const SEED = 99;

export interface Hostile {
	kind: string;
	text: string;
}

type Maker = (length: number, random: Random, words: Vocabulary) => string;

interface Vocabulary {
	/** Names of places, people and organisations. */
	names: string[];
	/** Words and example questions of all languages. */
	phrases: string[];
	questions: string[];
}

/** Each makes a text of about `length` characters. */
const MAKERS: Record<string, Maker> = {
	'random Unicode': (length, random) => repeat(length, () => String.fromCodePoint(random.between(1, 0x10ffff))),
	'lone surrogates and controls': (length, random) =>
		repeat(length, () =>
			String.fromCharCode(
				random.pick([random.between(0xd800, 0xdfff), random.between(0, 31), random.between(0x200b, 0x202e)]),
			),
		),
	'one word repeated': (length, random, { names, phrases }) => {
		const word = random.pick(random.chance(0.5) ? names : phrases);
		return repeat(length, () => `${word} `);
	},
	'one question repeated': (length, random, { questions }) => {
		const question = random.pick(questions);
		return repeat(length, () => `${question} `);
	},
	'thousands of short words': (length, random) => repeat(length, () => `${letters(random.between(1, 3), random)} `),
	'random words': (length, random) => repeat(length, () => `${letters(random.between(4, 12), random)} `),
	'one long word': (length, random) => letters(length, random),
	'deep combining marks': (length, random) =>
		repeat(
			length,
			() =>
				`${letters(1, random)}${repeat(random.between(20, 400), () => String.fromCodePoint(random.between(0x300, 0x36f)))}`,
		),
	'characters that grow': (length, random) =>
		repeat(length, () => random.pick(['ﷺ', 'ﷻ', '㌀', '㍿', 'ß', 'İ', 'ﬃ', '½', '🇷🇺', '👨‍👩‍👧‍👦'])),
	'names glued together': (length, random, { names }) => repeat(length, () => random.pick(names).replaceAll(' ', '')),
	'names in a row': (length, random, { names }) => repeat(length, () => `${random.pick(names)} `),
	'names misspelt': (length, random, { names }) =>
		repeat(length, () => `${misspell(random.pick(names.filter((name) => name.length > 5)), random)} `),
	'hostile to patterns': (length, random) =>
		repeat(length, () =>
			random.pick([
				'(a+)+',
				'((((((',
				'.*.*.*',
				'\\',
				'[^',
				'$^',
				'aaaaaaaaaa!',
				'{1,9999}',
				'|||',
				'%00',
				'"\'`',
				'<b>',
				' - ',
				'//',
			]),
		),
	'all languages mixed': (length, random, { phrases }) => repeat(length, () => `${random.pick(phrases)} `),
	'numbers and dates': (length, random) =>
		repeat(length, () =>
			random.pick([
				`${random.between(0, 99_999)} `,
				`${random.between(1, 31)}.${random.between(1, 12)}.${random.between(1990, 2040)} `,
				`since ${random.between(1000, 9999)} `,
				`${random.between(0, 100)}% `,
			]),
		),
};

export function hostileStrings(count: number, records: KnowledgeRecords): Hostile[] {
	const random = new Random(SEED);
	const words = vocabularyOf(records);
	const kinds = Object.entries(MAKERS);
	return Array.from({ length: count }, (_, at) => {
		const [kind, make] = kinds[at % kinds.length] as [string, Maker];
		const length = random.pick([
			random.between(1, MAX_QUESTION_LENGTH),
			// The longest that is read takes the longest; a longer one is turned away.
			MAX_QUESTION_LENGTH,
			random.between(MAX_QUESTION_LENGTH + 1, LONGEST),
		]);
		return { kind, text: make(length, random, words).slice(0, length) };
	});
}

function vocabularyOf({ languages, people, organisations }: KnowledgeRecords): Vocabulary {
	const places = [...COUNTRIES.values()].flatMap(({ names, foreignNames }) => [...names, ...foreignNames]);
	const actors = [...people, ...organisations].flatMap(({ name, aliases }) => [name, ...aliases]);
	const questions = languages.flatMap(({ wordings = {} }) => Object.values(wordings).flat());
	const words = languages.flatMap(({ words: own }) =>
		own
			? [
					...own.crypto,
					...Object.values(own.cues).flat(),
					...own.neutral,
					...own.function,
					...Object.values(own.topics).flatMap(({ terms, words: others }) => [...terms, ...others]),
				]
			: [],
	);
	return { names: [...places, ...actors], questions, phrases: [...words, ...questions] };
}

function repeat(length: number, part: () => string): string {
	let text = '';
	while (text.length < length) text += part();
	return text;
}

function letters(count: number, random: Random): string {
	return Array.from({ length: count }, () => String.fromCharCode(random.between(97, 122))).join('');
}
