/** The score below which an engine should stay silent. */

export interface Scored {
	/** The score of the first result; undefined when there is none. */
	score: number | undefined;
	/** The first result is right. */
	right: boolean;
	silenceDue: boolean;
}

/**
 * The threshold that gives the most right decisions: a right first result that is shown, or silence where it is due.
 * -Infinity when it is best to show everything.
 */
export function bestThreshold(results: readonly Scored[]): number {
	const shown = results
		.filter((result): result is Scored & { score: number } => result.score !== undefined)
		.sort((a, b) => a.score - b.score);
	// From the lowest score up, each result that falls silent loses a right answer or wins a silence that was due.
	let gain = 0;
	let best = { gain: 0, threshold: Number.NEGATIVE_INFINITY };
	for (const [at, { score, right, silenceDue }] of shown.entries()) {
		if (right) gain -= 1;
		else if (silenceDue) gain += 1;
		const next = shown[at + 1]?.score;
		// Equal scores fall silent together.
		if (next === score || gain <= best.gain) continue;
		best = { gain, threshold: next === undefined ? Number.POSITIVE_INFINITY : (score + next) / 2 };
	}
	return best.threshold;
}
