/** A fresh process: loads, checks and builds the knowledge of a folder, as a bot does when it starts. */
import { PolicyCore } from '../../../src/core/core.ts';
import { loadKnowledge } from '../../../src/files/load.ts';

export interface Start {
	/** Load and check, in milliseconds. */
	load: number;
	build: number;
	/** From the start of the process, so with Node's own start and the modules. */
	total: number;
}

const began = performance.now();
const { records, problems } = loadKnowledge(process.argv[2] ?? 'knowledge');
if (problems.length > 0) throw new Error(`${problems.length} problems, the first: ${JSON.stringify(problems[0])}`);
const loaded = performance.now();
new PolicyCore(records);
const built = performance.now();
process.send?.({ load: loaded - began, build: built - loaded, total: built } satisfies Start);
