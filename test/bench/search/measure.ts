/** A process of its own for one engine and one knowledge base: builds, asks, and sends what it measured to its parent. */
import { loadKnowledge } from '../../../src/files/load.ts';
import { median, percentile } from '../numbers.ts';
import type { Asked } from './asked.ts';
import { documentsOf } from './corpus.ts';
import type { Engine, Hit } from './engine.ts';
import { ENGINES, type EngineId } from './engines/index.ts';
import { generatedQuestions } from './generated/questions.ts';
import { generateRecords } from './generated/records.ts';
import { type DocumentsById, judge } from './judge.ts';
import { spread } from './random.ts';
import type { Measured, Message, Tally, Task } from './result.ts';
import { shippedQuestions } from './shipped-questions.ts';
import { bestThreshold } from './threshold.ts';

/** An engine that takes longer a question is timed on fewer of them. In milliseconds. */
const SLOW = 100;
const SLOW_QUESTIONS = 20;
/** Questions that take longer end the measurement: twenty would take minutes. In milliseconds. */
const HOPELESS = 10_000;
/** How long questions are asked, at most, to choose the threshold and to measure. In milliseconds. */
const TUNING_TIME = 20_000;
const MEASURING_TIME = 60_000;
/** Fast engines are warmed up for so long, and asked everything several times. In milliseconds. */
const WARM_UP = 1_500;
const ROUNDS = 5;
const ROUNDS_TIME = 3_000;

const task = JSON.parse(process.argv[2] ?? '') as Task;
const send = (message: Message) => process.send?.(message);
const collect = globalThis.gc;
if (!collect) throw new Error('run with --expose-gc');

const kind = ENGINES[task.engine as EngineId];
const { records: shipped } = loadKnowledge('knowledge');
const records = task.knowledge === 'shipped' ? shipped : generateRecords(task.knowledge, shipped);
const documents = documentsOf(records);
const byId: DocumentsById = new Map(documents.map((document) => [document.id, document]));
const questions = (set: 'tuned' | 'measured') =>
	spread(
		task.knowledge === 'shipped' ? shippedQuestions(set, shipped.jurisdictions) : generatedQuestions(set, shipped),
	);

const before = memory();
send({ step: 'building' });
const start = performance.now();
const engine = kind.build(documents, records);
const buildMs = performance.now() - start;
const prepareStart = performance.now();
engine.prepare?.();
const prepareMs = performance.now() - prepareStart;
const megabytes = (memory() - before + (engine.outside?.() ?? 0)) / 2 ** 20;
send({ step: 'asking' });

const questionMs = timeOf(engine, questions('tuned').slice(0, 6));
const isSlow = questionMs > SLOW;
const isHopeless = questionMs > HOPELESS;
const threshold = kind.scored && !isHopeless ? chooseThreshold() : undefined;
if (!isSlow) warmUp();
if (isHopeless) send({ step: 'failed', reason: `a question takes ${(questionMs / 1000).toFixed(0)} s` });
else send({ step: 'done', measured: measure() });

function memory(): number {
	// The second time takes what the first one's finalisers let go.
	collect?.();
	collect?.();
	const { heapUsed, external } = process.memoryUsage();
	// `external` holds the array buffers already.
	return heapUsed + external;
}

/** The median time of a question, without the first one, which compiles. */
function timeOf({ search }: Engine, asked: readonly Asked[]): number {
	const times: number[] = [];
	for (const { text } of asked) {
		const began = performance.now();
		search(text);
		times.push(performance.now() - began);
		// A very slow engine is known for one early; the first question alone may only be slow to compile.
		if (times.length === 2 && Math.min(...times) > HOPELESS) break;
		if (times.length === 3 && Math.min(...times) > 10 * SLOW) break;
	}
	return median(times.slice(1));
}

function chooseThreshold(): number {
	if (isSlow && task.threshold !== undefined) return task.threshold;
	const deadline = performance.now() + TUNING_TIME;
	const scored = [];
	for (const asked of questions('tuned')) {
		if (performance.now() > deadline) break;
		const hits = engine.search(asked.text);
		const { first } = judge(asked, ids(hits), byId);
		scored.push({ score: hits[0]?.score, right: first, silenceDue: asked.silence });
	}
	return bestThreshold(scored);
}

/** Lets the compiler see other questions than those that are timed, equally long for every engine. */
function warmUp(): void {
	const deadline = performance.now() + WARM_UP;
	const others = questions('tuned');
	for (let at = 0; performance.now() < deadline; at++) engine.search(others[at % others.length]?.text ?? '');
}

function measure(): Measured {
	const all = newTally();
	const groups: Record<string, Tally> = {};
	const times: number[] = [];
	const ask = ({ text }: Asked): Hit[] => {
		const began = performance.now();
		const hits = engine.search(text);
		times.push(performance.now() - began);
		return hits;
	};
	const list = questions('measured').slice(0, isSlow ? SLOW_QUESTIONS : undefined);
	const deadline = performance.now() + MEASURING_TIME;
	collect?.();
	let count = 0;
	for (const asked of list) {
		if (performance.now() > deadline) break;
		const hits = ask(asked);
		count += 1;
		for (const tally of [all, ...groupsOf(asked).map((name) => (groups[name] ??= newTally()))]) add(tally, asked, hits);
	}
	const roundsEnd = performance.now() + ROUNDS_TIME;
	for (let round = 1; round < ROUNDS && !isSlow && count === list.length; round++)
		for (const asked of list) if (performance.now() < roundsEnd) ask(asked);
	return {
		entries: documents.length,
		buildMs,
		...(engine.prepare ? { prepareMs } : {}),
		megabytes,
		asked: count,
		sampled: count < questions('measured').length,
		medianMs: median(times),
		p99Ms: percentile(times, 0.99),
		...(threshold === undefined ? {} : { threshold }),
		all,
		groups,
	};
}

function groupsOf(asked: Asked): string[] {
	return [asked.group, asked.learnt ? 'learnt' : 'unlearnt', ...(asked.english ? ['english'] : [])];
}

function add(tally: Tally, asked: Asked, hits: readonly Hit[]): void {
	const uncut = judge(asked, ids(hits), byId);
	const shown = hits.filter(({ score }) => threshold === undefined || score >= threshold);
	const verdict = judge(asked, ids(shown), byId);
	count(tally.wrong, verdict.wrong);
	if (asked.silence) count(tally.silent, verdict.silent);
	else {
		count(tally.first, verdict.first);
		count(tally.three, verdict.three);
		count(tally.firstUncut, uncut.first);
	}
}

function count(share: { part: number; of: number }, counts: boolean): void {
	share.of += 1;
	if (counts) share.part += 1;
}

function newTally(): Tally {
	const none = () => ({ part: 0, of: 0 });
	return { first: none(), three: none(), firstUncut: none(), wrong: none(), silent: none() };
}

function ids(hits: readonly Hit[]): string[] {
	return hits.map(({ id }) => id);
}
