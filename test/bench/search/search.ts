/** The part of the benchmark about understanding and finding: this core and search libraries, on the same questions. */
import { readFileSync } from 'node:fs';
import { figure, share } from '../numbers.ts';
import type { Report } from '../report.ts';
import { type Comparison, compare, nameOf } from './compare.ts';
import type { EngineKind } from './engine.ts';
import { ENGINES, type EngineId } from './engines/index.ts';
import type { Knowledge, Measured, Tally } from './result.ts';

export async function benchSearch(
	report: Report,
	knowledge: readonly Knowledge[],
	engines: readonly EngineId[],
): Promise<Comparison[]> {
	report.heading('Understanding and finding');
	report.list(METHOD);
	report.heading('How each engine is set up', 3);
	report.table(
		['engine', 'version', 'set up'],
		engines.map((id) => {
			const kind: EngineKind = ENGINES[id];
			return [kind.name, versionOf(kind), kind.setup];
		}),
	);
	const comparisons = await compare(knowledge, engines, (line) => console.error(line));
	for (const comparison of comparisons.filter(({ knowledge: size }) => size === 'shipped'))
		reportShipped(report, comparison);
	const generated = comparisons.filter(({ knowledge: size }) => size !== 'shipped');
	if (generated.length > 0) {
		report.heading('Generated knowledge', 3);
		report.paragraph(GENERATED);
	}
	for (const comparison of generated) reportGenerated(report, comparison);
	return comparisons;
}

const METHOD = [
	'A document is one entry (fact, statement or definition) with the text that an ordinary site search would index: title, keywords, what it says, the names of its jurisdiction (name, aliases, demonyms, code), the name of its topic with the English words for it, and the speaker. This core gets the records themselves.',
	'Right at rank 1: the first result is an entry that the question expects; where it expects none by name, any entry on one of the places and one of the topics asked for. Right in three: one of the first three is. An entry of a country or union counts for its parts and members. Both are shares of the questions to which an answer is due.',
	'Wrong: something was returned where silence was due, or the first result is on another place or topic. A share of all questions. What is neither right nor wrong is a miss: nothing, or another entry on the right place and topic.',
	'Silence is due where the question is out of scope, must be asked back, or is not covered by any entry.',
	'A peer is silent when no score reaches its threshold. The benchmark chooses the threshold that gives the most right decisions: for the shipped knowledge on the questions of `test/questions/tuned/`, for generated knowledge on a second generated set, made like the measured one from other pairs and wordings. A slow peer chooses on as many of them as it answers in 20 s, and at a larger size keeps its threshold of the smaller. FlexSearch and uFuzzy give no score, and are silent only when they find nothing. "No threshold" is what the first result would be if the peer always spoke.',
	'This core was tuned on `tuned/` as well, with far more effort than one threshold; `measured/` is held out.',
	'Each engine runs in a process of its own, one after the other, and is warmed up with other questions than those measured. Time is of one question, all in: for this core understanding, finding and composing the whole answer, for a peer the first ten results.',
	'A peer that takes over 100 ms a question is asked 20 questions (fewer when they take over a minute), spread evenly over the set, and is right or wrong on those alone: the number in brackets says how many. Such a figure can be off by 25 points.',
	'Memory is heap and external memory after a garbage collection, with the index less without; for SQLite the pages of its database. "not run": building took over 120 s or 4 GB, or questions take over 10 s each.',
];

const GENERATED =
	'Facts over all countries of ISO 3166-1 and the shipped topics, made by a seeded generator: 2,000 hold one for each of 2,000 pairs of country and topic, 100,000 about 27 for each pair. Questions by templates in English: plain, keywords, one typing error in the country, demonym, code; any fact of the country and topic is right. Easier than what people write: the templates use words that the core knows and the documents hold. "Learnt": everyday wordings ("… in Kenya") and out-of-scope questions are examples that the classifier of this core has learnt from, so they say nothing of how it understands new ones, and are not in the other columns of rank 1. "Left out": questions on pairs that have no entry.';

function reportShipped(report: Report, comparison: Comparison): void {
	const entries = entriesOf(comparison);
	report.heading(`Shipped knowledge, ${entries} entries`, 3);
	report.paragraph(
		'The questions of `test/questions/measured/`, in eleven languages and more. In brackets: of how many questions.',
	);
	report.table(
		['engine', 'rank 1 %', 'first three %', 'rank 1, no threshold %', 'wrong %', 'silent when due %', ...COSTS],
		rowsOf(comparison, ({ all }) => [
			share(all.first),
			share(all.three),
			share(all.firstUncut),
			share(all.wrong),
			share(all.silent),
		]),
	);
	report.paragraph('The English ones among them alone, since the peers index English text:');
	report.table(
		['engine', 'rank 1 %', 'first three %', 'rank 1, no threshold %', 'wrong %', 'silent when due %'],
		rowsOf(
			comparison,
			({ groups }) => {
				const english = groups.english ?? NO_TALLY;
				return [
					share(english.first),
					share(english.three),
					share(english.firstUncut),
					share(english.wrong),
					share(english.silent),
				];
			},
			false,
		),
	);
	reportNotes(report, comparison);
}

function reportGenerated(report: Report, comparison: Comparison): void {
	report.heading(nameOf(comparison.knowledge), 4);
	report.table(
		[
			'engine',
			'rank 1 %',
			'first three %',
			'rank 1, no threshold %',
			'everyday rank 1 % (learnt)',
			'wrong %',
			'silent on what is left out %',
			'silent out of scope % (learnt)',
			...COSTS,
		],
		rowsOf(comparison, ({ all, groups }) => {
			const { unlearnt = NO_TALLY, everyday = NO_TALLY } = groups;
			return [
				share(unlearnt.first),
				share(unlearnt.three),
				share(unlearnt.firstUncut),
				share(everyday.first),
				share(all.wrong),
				share((groups['left out'] ?? NO_TALLY).silent),
				share((groups['out of scope'] ?? NO_TALLY).silent),
			];
		}),
	);
	reportNotes(report, comparison);
}

const COSTS = ['median ms', 'p99 ms', '× this core', 'build ms', 'MB'];
const NONE = { part: 0, of: 0 };
const NO_TALLY: Tally = { first: NONE, three: NONE, firstUncut: NONE, wrong: NONE, silent: NONE };

/** One row an engine. */
function rowsOf({ outcomes }: Comparison, shares: (measured: Measured) => string[], costs = true): string[][] {
	const core = outcomes.get('core');
	const own = core && 'measured' in core ? core.measured.medianMs : Number.NaN;
	return [...outcomes].map(([id, outcome]) => {
		const { name } = ENGINES[id];
		if ('notRun' in outcome) return [name, 'not run'];
		const { measured } = outcome;
		const paid = [
			figure(measured.medianMs),
			// Of twenty questions the slowest is no percentile.
			measured.asked < 100 ? `${figure(measured.p99Ms)} (max)` : figure(measured.p99Ms),
			figure(measured.medianMs / own),
			figure(measured.buildMs),
			figure(measured.megabytes),
		];
		return [name, ...shares(measured), ...(costs ? paid : [])];
	});
}

/** What the table does not show: why something was not run, which peers are faster, and the core's other build time. */
function reportNotes(report: Report, { outcomes }: Comparison): void {
	for (const [id, outcome] of outcomes)
		if ('notRun' in outcome) report.paragraph(`${ENGINES[id].name} was not run: ${outcome.notRun}.`);
	const core = outcomes.get('core');
	if (!core || !('measured' in core)) return;
	const faster = [...outcomes].filter(
		([id, outcome]) => id !== 'core' && 'measured' in outcome && outcome.measured.medianMs < core.measured.medianMs,
	);
	if (faster.length > 0)
		report.paragraph(`Faster than this core here: ${faster.map(([id]) => ENGINES[id].name).join(', ')}.`);
	report.paragraph(
		`To the build time of this core come ${figure(core.measured.prepareMs ?? 0)} ms in the background for the languages but English, whose memory is counted.`,
	);
}

function entriesOf({ outcomes }: Comparison): string {
	const [measured] = [...outcomes.values()].flatMap((outcome) => ('measured' in outcome ? [outcome.measured] : []));
	return (measured?.entries ?? 0).toLocaleString('en');
}

function versionOf({ package: name }: EngineKind): string {
	if (name === undefined) return '–';
	const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
	return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
