/** A process of its own: asks a warm core every hostile string once, and the slow ones again. */
import { PolicyCore } from '../../../src/core/core.ts';
import { loadKnowledge } from '../../../src/files/load.ts';
import { shippedQuestions } from '../search/shipped-questions.ts';
import { hostileStrings } from './strings.ts';

export interface HostileTimes {
	/** By kind of string, in milliseconds, in the order of asking. */
	times: Map<string, number[]>;
	/** For each string over the limit: how long it took at best when it was asked again. */
	again: number[];
}

const [count, limit] = process.argv.slice(2).map(Number) as [number, number];
/** How often a string over the limit is asked again, to tell a slow string from a pause of the machine. */
const AGAIN = 3;
const DAY = '2026-11-24';

const { records } = loadKnowledge('knowledge');
const core = new PolicyCore(records);
for (const _step of core.prepareLanguages());
const strings = hostileStrings(count, records);
// Ordinary questions warm the core up, as they would a running bot.
for (const { text } of shippedQuestions('tuned', records.jurisdictions)) core.ask(text, { day: DAY });
globalThis.gc?.();

const times = new Map<string, number[]>();
const slow: string[] = [];
for (const { kind, text } of strings) {
	const time = timeOf(text);
	const own = times.get(kind);
	if (own) own.push(time);
	else times.set(kind, [time]);
	if (time > limit) slow.push(text);
}
const again = slow.map((text) => Math.min(...Array.from({ length: AGAIN }, () => timeOf(text))));
process.send?.({ times, again } satisfies HostileTimes);

function timeOf(text: string): number {
	const began = performance.now();
	core.ask(text, { day: DAY });
	return performance.now() - began;
}
