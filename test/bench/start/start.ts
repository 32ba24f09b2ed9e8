/** How long a start takes until the first question can be answered. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../../../src/files/load.ts';
import { figure, median } from '../numbers.ts';
import type { Report } from '../report.ts';
import { runApart } from '../run-apart.ts';
import { generateRecords } from '../search/generated/records.ts';
import type { Start } from './start-once.ts';
import { writeKnowledge } from './write-knowledge.ts';

const STARTS = 5;
const GENERATED = 2_000;

/** The median of load, check and build at GENERATED entries, in milliseconds. */
export async function benchStart(report: Report): Promise<number> {
	const shipped = loadKnowledge('knowledge').records;
	const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
	try {
		writeKnowledge(folder, generateRecords(GENERATED, shipped), 'knowledge');
		const own = await startsOf('knowledge');
		const generated = await startsOf(folder);
		report.heading('Start');
		report.paragraph(
			`Load, check and build of a knowledge folder, each time in a fresh process; ${STARTS} starts, in milliseconds. "From the process's start" adds Node's own start and the loading of the modules. The other languages are prepared in the background afterwards.`,
		);
		const entries = shipped.facts.length + shipped.statements.length + shipped.definitions.length;
		report.table(
			['knowledge', 'best', 'median', 'of it load and check', 'of it build', "from the process's start, median"],
			[
				row(`shipped, ${entries.toLocaleString('en')} entries`, own),
				row(`${GENERATED.toLocaleString('en')} generated entries`, generated),
			],
		);
		return median(generated.map(({ load, build }) => load + build));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function startsOf(folder: string): Promise<Start[]> {
	const starts: Start[] = [];
	for (let at = 0; at < STARTS; at++)
		starts.push(await runApart<Start>(new URL('start-once.ts', import.meta.url), [folder]));
	return starts;
}

function row(name: string, starts: readonly Start[]): string[] {
	const sums = starts.map(({ load, build }) => load + build);
	return [
		name,
		figure(Math.min(...sums)),
		figure(median(sums)),
		figure(median(starts.map(({ load }) => load))),
		figure(median(starts.map(({ build }) => build))),
		figure(median(starts.map(({ total }) => total))),
	];
}
