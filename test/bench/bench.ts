/**
 * `npm run bench`: the questions, the bots, understanding and finding against search libraries, hostile strings, and the start.
 * `--write` also writes docs/benchmark.md. `--parts`, `--sizes` and `--engines` (lists with commas) run a part of it.
 */
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../../src/files/load.ts';
import { askAll, DAY } from '../questions/judge.ts';
import { benchBots } from './bots.ts';
import { goalRows, type Results } from './goals.ts';
import { describeMachine } from './machine.ts';
import { Report } from './report.ts';
import { benchRobustness } from './robustness/robustness.ts';
import { ENGINES, type EngineId } from './search/engines/index.ts';
import type { Knowledge } from './search/result.ts';
import { benchSearch } from './search/search.ts';
import { benchStart } from './start/start.ts';

const FILE = 'docs/benchmark.md';
const ALL = {
	parts: ['quality', 'bots', 'search', 'robustness', 'start'],
	sizes: ['shipped', '2000', '20000', '100000'],
	engines: Object.keys(ENGINES),
};

const { values } = parseArgs({
	options: {
		write: { type: 'boolean', default: false },
		parts: { type: 'string', default: ALL.parts.join() },
		sizes: { type: 'string', default: ALL.sizes.join() },
		engines: { type: 'string', default: ALL.engines.join() },
	},
});
const parts = chosen(values.parts, ALL.parts);
const engines = chosen(values.engines, ALL.engines) as EngineId[];
const sizes = values.sizes.split(',').map((size): Knowledge => {
	if (size === 'shipped') return size;
	if (!/^\d+$/.test(size)) throw new Error(`"${size}" is no size; write "shipped" or a number`);
	return Number(size);
});

const began = performance.now();
const load = [loadOf()];
const report = new Report();
const machine = `${describeMachine()}; ${new Date().toISOString().slice(0, 10)}.`;
console.log(`${machine}\n`);

const results: Results = {};
if (parts.includes('quality')) results.quality = askAll('measured', loadKnowledge('knowledge', DAY).records).total;
if (parts.includes('bots')) await benchBots(report);
if (parts.includes('search')) results.comparisons = await benchSearch(report, sizes, engines);
if (parts.includes('robustness')) results.robustness = await benchRobustness(report);
if (parts.includes('start')) results.startMs = await benchStart(report);

load.push(loadOf());
const goals = new Report();
const rows = goalRows(results);
if (rows.length > 0) {
	goals.heading('Goals');
	goals.table(['goal', 'measured', 'result'], rows);
}
const minutes = ((performance.now() - began) / 60_000).toFixed(0);
console.log(`The run took ${minutes} minutes.`);

if (values.write) {
	const command = ['npm run bench --', ...process.argv.slice(2)].join(' ');
	const head = [
		'# Benchmark',
		`Written by \`${command}\`. ${machine} The run took ${minutes} minutes.`,
		`Times depend on the machine and on what else it does; a figure can differ by a third between runs. The load average was ${load[0]} before the run and ${load[1]} after it; the run itself makes about 1, and more than that means that something else took processor time. Questions, generated knowledge and hostile strings are the same in each run over the same knowledge. A question is answered right when all places, topics and entries are, not the first result alone; \`npm test\` prints the figures by kind and language.`,
	];
	writeFileSync(FILE, `${[...head, goals.markdown, report.markdown].filter(Boolean).join('\n\n')}\n`);
	console.log(`Written: ${FILE}`);
}
process.exit(0);

/** How many processes wanted a processor in the last five minutes, on average. */
function loadOf(): string {
	return (loadavg()[1] ?? 0).toFixed(1);
}

/** The names of a list with commas, each of which must be one of `all`. */
function chosen(list: string, all: readonly string[]): string[] {
	const names = list.split(',');
	for (const name of names) if (!all.includes(name)) throw new Error(`"${name}" is none of ${all.join(', ')}`);
	return names;
}
