/** What the core must reach, and whether it does. */
import { EVERYDAY, percent, type Tally } from '../questions/judge.ts';
import { figure } from './numbers.ts';
import { LONGEST_ANSWER, type Robustness } from './robustness/robustness.ts';
import type { Comparison } from './search/compare.ts';
import { ENGINES } from './search/engines/index.ts';
import type { Knowledge, Measured } from './search/result.ts';

/** In milliseconds, at 2,000 entries; at 100,000 twice as much is allowed. */
const MEDIAN = 0.1;
const P99 = 1;
const GROWTH = 2;
/** In milliseconds. */
const START = 1_000;
/** Shares of the questions that nothing was tuned on. */
const RIGHT = 0.95;
const WRONG = 0.02;
const SILENT = 0.97;
const EVERYDAY_RIGHT = 0.85;
/** How many times faster than the fastest peer that finds half as much. */
const FASTER = 20;

export interface Results {
	comparisons?: Comparison[];
	robustness?: Robustness;
	startMs?: number;
	/** What the questions come to that nothing was tuned on. */
	quality?: Tally;
}

/** One row a goal: what it is, what was measured, and "met" or "not met". What was not measured has no row. */
export function goalRows({ comparisons = [], robustness, startMs, quality }: Results): string[][] {
	const at = (size: Knowledge) => comparisons.find(({ knowledge }) => knowledge === size);
	const small = coreOf(at(2_000));
	const large = coreOf(at(100_000));
	const rows: string[][] = [];
	const add = (goal: string, measured: string, met: boolean) => rows.push([goal, measured, met ? 'met' : 'not met']);
	if (quality) {
		const { all, count, silence, groups } = quality;
		const of = (part: number, whole: number) => `${percent(part, whole)} of ${whole.toLocaleString('en')}`;
		const everyday = groups.get(EVERYDAY) ?? { right: 0, wrong: 0, missed: 0 };
		const asked = everyday.right + everyday.wrong + everyday.missed;
		add(
			`questions not tuned on: right at least ${percent(RIGHT, 1)}`,
			of(all.right, count),
			all.right >= RIGHT * count,
		);
		add(`questions not tuned on: wrong at most ${percent(WRONG, 1)}`, of(all.wrong, count), all.wrong <= WRONG * count);
		add(
			`questions not tuned on: silent when due at least ${percent(SILENT, 1)}`,
			of(silence.kept, silence.due),
			silence.kept >= SILENT * silence.due,
		);
		add(
			`everyday wordings of them: right at least ${percent(EVERYDAY_RIGHT, 1)}, none wrong`,
			`${of(everyday.right, asked)}, ${everyday.wrong} wrong`,
			everyday.right >= EVERYDAY_RIGHT * asked && everyday.wrong === 0,
		);
	}
	if (small) {
		add(`2,000 entries: median at most ${MEDIAN} ms`, `${figure(small.medianMs)} ms`, small.medianMs <= MEDIAN);
		add(`2,000 entries: p99 at most ${P99} ms`, `${figure(small.p99Ms)} ms`, small.p99Ms <= P99);
	}
	if (large) {
		const grown = (now: number, before: number | undefined) =>
			`${figure(now)} ms${before === undefined ? '' : `, ${figure(now / before)} times that at 2,000`}`;
		add(
			`100,000 entries: median at most ${GROWTH * MEDIAN} ms`,
			grown(large.medianMs, small?.medianMs),
			large.medianMs <= GROWTH * MEDIAN,
		);
		add(
			`100,000 entries: p99 at most ${GROWTH * P99} ms`,
			grown(large.p99Ms, small?.p99Ms),
			large.p99Ms <= GROWTH * P99,
		);
	}
	if (startMs !== undefined)
		add(`start with 2,000 entries: at most ${START / 1000} s`, `${figure(startMs)} ms`, startMs <= START);
	const middle = at(20_000);
	const own = coreOf(middle);
	if (middle && own) {
		const [fastest] = peersOf(middle)
			.filter(({ measured }) => rankOne(measured) >= rankOne(own) / 2)
			.sort((a, b) => a.measured.medianMs - b.measured.medianMs);
		const times = fastest ? fastest.measured.medianMs / own.medianMs : Number.POSITIVE_INFINITY;
		add(
			`20,000 entries: at least ${FASTER} times faster (median) than the fastest peer with half of its rank 1`,
			fastest ? `${figure(times)} times faster than ${fastest.name}` : 'no peer reaches half',
			times >= FASTER,
		);
	}
	if (robustness)
		add(
			`${robustness.strings.toLocaleString('en')} hostile strings: none over ${LONGEST_ANSWER} ms`,
			`longest ${figure(robustness.max)} ms, ${robustness.over} over, ${robustness.overAgain} of them each time`,
			robustness.over === 0,
		);
	return rows;
}

function coreOf(comparison: Comparison | undefined): Measured | undefined {
	const outcome = comparison?.outcomes.get('core');
	return outcome && 'measured' in outcome ? outcome.measured : undefined;
}

function peersOf({ outcomes }: Comparison): { name: string; measured: Measured }[] {
	return [...outcomes].flatMap(([id, outcome]) =>
		id !== 'core' && 'measured' in outcome ? [{ name: ENGINES[id].name, measured: outcome.measured }] : [],
	);
}

/** Right at rank 1, without the learnt wordings; for a peer with or without its threshold, whichever is better. */
function rankOne({ groups }: Measured): number {
	const { first, firstUncut } = groups.unlearnt ?? { first: { part: 0, of: 0 }, firstUncut: { part: 0, of: 0 } };
	return Math.max(first.part, firstUncut.part) / Math.max(1, first.of);
}
