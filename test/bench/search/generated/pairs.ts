/** Which pairs of country and topic generated knowledge covers, and which it leaves out on purpose. */
import { COUNTRIES } from '../../../../src/core/knowledge/countries.ts';
import { Random } from '../random.ts';

export interface Pair {
	country: string;
	topic: string;
}

const SEED = 20_261;
/** Left out at every size, so that the same questions can be asked of each. */
const HOLES = 80;

/** Pairs in the order in which entries fill them. */
export function pairsOf(topics: readonly string[]): { covered: Pair[]; holes: Pair[] } {
	const pairs = [...COUNTRIES.keys()].flatMap((country) => topics.map((topic) => ({ country, topic })));
	const shuffled = new Random(SEED).shuffle(pairs);
	return { holes: shuffled.slice(0, HOLES), covered: shuffled.slice(HOLES) };
}
