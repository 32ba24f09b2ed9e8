/** What people asked and nobody has written an entry on, counted in memory: nothing of who asked or in what words. */
import type { Answer } from './core/answer/answer.ts';

export interface Gap {
	/** Codes and topic ids, as in the answer. */
	jurisdictions: string[];
	topics: string[];
	count: number;
}

/** There are fewer pairs of a country and a topic that can be missing; the rest is combinations. */
const MOST = 5_000;

export class Gaps {
	readonly #gaps = new Map<string, Gap>();

	/** Counts `answer` when it had to say that nothing is known; gives the gap then. */
	note({ outcome, jurisdictions, topics }: Answer): Gap | undefined {
		if (outcome !== 'not-covered' || jurisdictions.length + topics.length === 0) return undefined;
		const key = `${jurisdictions.join()} ${topics.join()}`;
		const gap = this.#gaps.get(key) ?? { jurisdictions, topics, count: 0 };
		if (gap.count === 0 && this.#gaps.size >= MOST) return undefined;
		gap.count += 1;
		this.#gaps.set(key, gap);
		return gap;
	}

	/** Those asked for most first. */
	list(): Gap[] {
		return [...this.#gaps.values()].sort((a, b) => b.count - a.count);
	}
}
