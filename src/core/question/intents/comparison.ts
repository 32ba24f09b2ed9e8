/** Jurisdictions side by side. */
import { isFact } from '../../knowledge/entry.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Asked } from '../asked.ts';
import { type Intent, question } from './intent.ts';
import { isAskedFor } from './judgement.ts';

/** "Japan vs Korea on tax", "MiCA against the GENIUS Act". */
export function comparison(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, named, entries, topic, period } = asked;
	if (!cues.has('compare')) return undefined;
	const byLaw = entries
		.filter(({ certain }) => certain)
		.flatMap(({ id }) => base.entries.get(id) ?? [])
		.flatMap((entry) => (isFact(entry) ? [entry.jurisdiction] : []));
	const jurisdictions = [...new Set([...named, ...asked.implied, ...byLaw])];
	if (jurisdictions.length < 2) return undefined;
	return question({
		kind: 'compare',
		jurisdictions,
		topics: isAskedFor(asked) ? topic.ids : [],
		...(period ? { period } : {}),
	});
}
