/**
 * Questions on generated knowledge by templates: on pairs that every size covers, on pairs left out on purpose, and out of
 * scope. Right is any fact of the pair. The everyday and the out-of-scope wordings are examples that the classifier of the
 * core has learnt from, and are counted apart.
 */
import { COUNTRIES, type Country } from '../../../../src/core/knowledge/countries.ts';
import type { KnowledgeRecords } from '../../../../src/core/knowledge/records.ts';
import type { Asked } from '../asked.ts';
import { Random, spread } from '../random.ts';
import { type Pair, pairsOf } from './pairs.ts';
import { subjectOf } from './subjects.ts';
import { misspell } from './typo.ts';

/** How many of each: 300 on pairs, and 30 for each kind of silence. */
const COUNTS = { plain: 60, keyword: 50, typo: 50, demonym: 50, code: 40, everyday: 50 };
const SILENT = 30;
/** Questions are asked of pairs that the smallest knowledge covers. */
const SMALLEST = 2_000;
/** Every so many-th wording is asked. */
const EVERY = 40;

/**
 * One set chooses the thresholds, the other is measured. They share templates, but neither pairs nor wordings.
 */
export function generatedQuestions(set: 'tuned' | 'measured', shipped: KnowledgeRecords): Asked[] {
	const isTuned = set === 'tuned';
	const random = new Random(isTuned ? 31 : 17);
	const { covered, holes } = pairsOf(shipped.topics.map(({ id }) => id));
	const mine = <Item>(items: readonly Item[]) => items.filter((_, at) => at % 2 === (isTuned ? 1 : 0));
	const clear = clearCountries(shipped);
	const pairs = mine(covered.slice(0, SMALLEST)).filter(({ country }) => clear.has(country));
	const wordings = everydayWordings(shipped, isTuned ? EVERY / 2 : 0);

	const questions: Asked[] = [];
	let next = 0;
	const take = (fits: (country: Country) => boolean = () => true): { pair: Pair; country: Country } => {
		for (;;) {
			const pair = pairs[next++ % pairs.length] as Pair;
			const country = COUNTRIES.get(pair.country) as Country;
			if (fits(country)) return { pair, country };
		}
	};
	const onPair = (group: string, text: string, { country, topic }: Pair, learnt = false) =>
		questions.push({ ...NOTHING, text, group, learnt, silence: false, jurisdictions: [country], topics: [topic] });

	for (let at = 0; at < COUNTS.plain; at++) {
		const { pair, country } = take();
		onPair('plain', plain(pair, country, random), pair);
	}
	for (let at = 0; at < COUNTS.keyword; at++) {
		const { pair, country } = take();
		const { noun } = subjectOf(pair.topic);
		onPair(
			'keyword',
			random.pick([`${country.name} ${noun}`, `${noun} ${country.name}`, `${noun} rules ${country.name}`]),
			pair,
		);
	}
	const names = new Set([...COUNTRIES.values()].flatMap((country) => country.names.map((name) => name.toLowerCase())));
	for (let at = 0; at < COUNTS.typo; at++) {
		const { pair, country } = take(({ name }) => /^[A-Za-z ]{6,}$/.test(name));
		let typo = misspell(country.name, random);
		// Another country's name would be no error.
		while (names.has(typo.toLowerCase())) typo = misspell(country.name, random);
		const { noun } = subjectOf(pair.topic);
		onPair('typo', random.pick([`${noun} in ${typo}`, `rules on ${noun} in ${typo}`]), pair);
	}
	for (let at = 0; at < COUNTS.demonym; at++) {
		const { pair, country } = take(({ demonyms }) => isOwnDemonym(demonyms[0]));
		const { noun } = subjectOf(pair.topic);
		onPair(
			'demonym',
			random.pick([`${country.demonyms[0]} rules on ${noun}`, `${country.demonyms[0]} law on ${noun}`]),
			pair,
		);
	}
	for (let at = 0; at < COUNTS.code; at++) {
		const { pair } = take();
		const { noun } = subjectOf(pair.topic);
		onPair('code', random.pick([`${noun} ${pair.country}`, `rules on ${noun} in ${pair.country}`]), pair);
	}
	const byTopic = Map.groupBy(pairs, ({ topic }) => topic);
	for (const { topic, wording } of spread(wordings).slice(0, COUNTS.everyday)) {
		const pair = random.pick(byTopic.get(topic) ?? []);
		onPair('everyday', `${wording.replace(/\?$/, '')} in ${COUNTRIES.get(pair.country)?.name}`, pair, true);
	}
	const clearHoles = mine(holes).filter(({ country }) => clear.has(country));
	for (const pair of clearHoles.slice(0, SILENT))
		questions.push({
			...NOTHING,
			group: 'left out',
			text: plain(pair, COUNTRIES.get(pair.country) as Country, random),
		});
	const others = shipped.languages.find(({ code }) => code === 'en')?.wordings?.none ?? [];
	const away = others.filter((_, at) => at % EVERY === (isTuned ? EVERY / 2 : 0));
	for (const text of away.slice(0, SILENT)) questions.push({ ...NOTHING, group: 'out of scope', learnt: true, text });
	return questions;
}

const NOTHING = {
	learnt: false,
	english: true,
	silence: true,
	entries: [],
	jurisdictions: [],
	avoid: [],
	isList: false,
	topics: [],
} satisfies Partial<Asked>;

function plain({ topic }: Pair, country: Country, random: Random): string {
	return random.pick(subjectOf(topic).questions).replace('{place}', country.name);
}

/** Countries whose name means no other place, by code. */
function clearCountries(shipped: KnowledgeRecords): Set<string> {
	const ambiguous = new Set(
		Object.keys(shipped.languages.find(({ code }) => code === 'en')?.words?.ambiguous ?? {}).map((name) =>
			name.toLowerCase(),
		),
	);
	return new Set(
		[...COUNTRIES.values()].filter(({ name }) => !ambiguous.has(name.toLowerCase())).map(({ code }) => code),
	);
}

/** Whether one country alone has this demonym. */
function isOwnDemonym(demonym: string | undefined): boolean {
	if (!demonym) return false;
	return [...COUNTRIES.values()].filter(({ demonyms }) => demonyms.includes(demonym)).length === 1;
}

/** Every EVERY-th example question in English, in the order of the file. */
function everydayWordings({ languages, topics }: KnowledgeRecords, from: number): { topic: string; wording: string }[] {
	const wordings = languages.find(({ code }) => code === 'en')?.wordings ?? {};
	return topics
		.flatMap(({ id }) => (wordings[id] ?? []).map((wording) => ({ topic: id, wording })))
		.filter((_, at) => at % EVERY === from);
}
