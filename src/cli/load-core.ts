/** Loads a knowledge folder, or says on standard error why it cannot be used. */
import { join } from 'node:path';
import { PolicyCore } from '../core/core.ts';
import { loadKnowledge } from '../files/load.ts';
import type { Shipped } from '../moderation/published.ts';

/** How many problems are printed; `npm run check` prints all. */
const SHOWN_PROBLEMS = 10;

/** What `folder` holds; undefined when it has problems, which are printed. */
export function loadShipped(folder: string): Shipped | undefined {
	const { records, exported, problems } = loadKnowledge(folder);
	if (problems.length === 0) return { records, exported };
	for (const { file, line, message } of problems.slice(0, SHOWN_PROBLEMS))
		console.error(`${file === folder ? file : join(folder, file)}:${line} ${message}`);
	const rest = problems.length - SHOWN_PROBLEMS;
	if (rest > 0) console.error(`and ${rest} more; run "npm run check"`);
	console.error(`The knowledge base cannot be used: ${problems.length} problem${problems.length === 1 ? '' : 's'}.`);
	return undefined;
}

/** The core of what `folder` holds. */
export function loadCore(folder: string): PolicyCore | undefined {
	const shipped = loadShipped(folder);
	return shipped && new PolicyCore(shipped.records);
}
