/** What is measured of one engine over one knowledge base. */

interface Share {
	part: number;
	of: number;
}

/** Counts over some of the questions. */
export interface Tally {
	first: Share;
	three: Share;
	/** The first result is right, whatever its score. */
	firstUncut: Share;
	wrong: Share;
	silent: Share;
}

export interface Measured {
	entries: number;
	buildMs: number;
	/** Preparing the languages but English, which only this core has. */
	prepareMs?: number;
	megabytes: number;
	/** How many questions were asked; fewer than there are when the engine is slow. */
	asked: number;
	sampled: boolean;
	medianMs: number;
	p99Ms: number;
	/** Undefined for an engine without scores. */
	threshold?: number;
	all: Tally;
	/** By group of questions: "english", "learnt", "unlearnt", and each group's own name. */
	groups: Record<string, Tally>;
}

/** What a knowledge base of the comparison is: the shipped one, or generated entries. */
export type Knowledge = 'shipped' | number;

export interface Task {
	engine: string;
	knowledge: Knowledge;
	/** That of a smaller knowledge base, for an engine too slow to choose one here. */
	threshold?: number;
}

/** What the measuring process says: when it begins to build, when it begins to ask, and the result. */
export type Message =
	| { step: 'building' }
	| { step: 'asking' }
	| { step: 'done'; measured: Measured }
	| { step: 'failed'; reason: string };

export type Outcome = { measured: Measured } | { notRun: string };
