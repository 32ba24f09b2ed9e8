/** Measures every engine over every knowledge base, one process at a time: two at once would share the caches and the cores. */
import { type ChildProcess, fork } from 'node:child_process';
import { ENGINES, type EngineId } from './engines/index.ts';
import type { Knowledge, Message, Outcome, Task } from './result.ts';

/** What an engine may take before it counts as not run: to build, and to ask after that. In milliseconds. */
const BUILD_LIMIT = 120_000;
const ASKING_LIMIT = 150_000;
/** The old generation of the heap, in megabytes. */
const MEMORY_LIMIT = 4096;

export interface Comparison {
	knowledge: Knowledge;
	outcomes: Map<EngineId, Outcome>;
}

/** `report` is told of each result as it comes. */
export async function compare(
	knowledge: readonly Knowledge[],
	engines: readonly EngineId[],
	report: (line: string) => void,
): Promise<Comparison[]> {
	const comparisons: Comparison[] = [];
	const thresholds = new Map<EngineId, number>();
	for (const size of knowledge) {
		const outcomes = new Map<EngineId, Outcome>();
		for (const engine of engines) {
			const threshold = size === 'shipped' ? undefined : thresholds.get(engine);
			const began = performance.now();
			const outcome = await measureApart({
				engine,
				knowledge: size,
				...(threshold === undefined ? {} : { threshold }),
			});
			outcomes.set(engine, outcome);
			if (size !== 'shipped' && 'measured' in outcome && outcome.measured.threshold !== undefined)
				thresholds.set(engine, outcome.measured.threshold);
			const seconds = ((performance.now() - began) / 1000).toFixed(0);
			const done = 'measured' in outcome ? `${outcome.measured.asked} questions` : `not run: ${outcome.notRun}`;
			report(`  ${nameOf(size)}: ${ENGINES[engine].name}: ${done}, ${seconds} s`);
		}
		comparisons.push({ knowledge: size, outcomes });
	}
	return comparisons;
}

export function nameOf(knowledge: Knowledge): string {
	return knowledge === 'shipped' ? 'shipped knowledge' : `${knowledge.toLocaleString('en')} generated entries`;
}

function measureApart(task: Task): Promise<Outcome> {
	const child = fork(new URL('measure.ts', import.meta.url), [JSON.stringify(task)], {
		execArgv: ['--expose-gc', `--max-old-space-size=${MEMORY_LIMIT}`],
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		serialization: 'advanced',
	});
	return outcomeOf(child);
}

function outcomeOf(child: ChildProcess): Promise<Outcome> {
	return new Promise((resolve, reject) => {
		let step: Message['step'] | undefined;
		let timer: NodeJS.Timeout | undefined;
		let errors = '';
		const end = (outcome: Outcome) => {
			clearTimeout(timer);
			resolve(outcome);
			child.kill('SIGKILL');
		};
		const limit = (time: number, what: string) => {
			clearTimeout(timer);
			timer = setTimeout(() => end({ notRun: `${what} takes over ${time / 1000} s` }), time);
		};
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			errors += text;
		});
		child.on('message', (message: Message) => {
			step = message.step;
			if (message.step === 'building') limit(BUILD_LIMIT, 'building');
			else if (message.step === 'asking') limit(ASKING_LIMIT, 'asking');
			else end(message.step === 'done' ? { measured: message.measured } : { notRun: message.reason });
		});
		child.once('error', reject);
		child.once('exit', () => {
			if (errors.includes('heap out of memory')) end({ notRun: `needs over ${MEMORY_LIMIT / 1024} GB` });
			else if (step !== 'done' && step !== 'failed') {
				clearTimeout(timer);
				reject(new Error(`the measuring process ended early:\n${errors}`));
			}
		});
	});
}
