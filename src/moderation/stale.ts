/** Facts that nobody has checked for longer than their topic allows. */
import type { KnowledgeBase } from '../core/knowledge/knowledge-base.ts';
import { type Day, daysBetween } from '../core/knowledge/partial-date.ts';
import type { Fact } from '../core/knowledge/schema.ts';

export interface Stale {
	fact: Fact;
	/** Days since it was last verified. */
	age: number;
	/** Days for which an entry on its topic counts as fresh. */
	fresh: number;
}

/** Those not yet history that are past their topic's freshness, the worst first. */
export function staleFacts(base: KnowledgeBase, day: Day): Stale[] {
	return base.facts
		.flatMap((fact): Stale[] => {
			const fresh = base.topics.get(fact.topic)?.fresh_days;
			const age = daysBetween(fact.verified, day);
			return fresh !== undefined && age > fresh && base.phase(fact, day) !== 'past' ? [{ fact, age, fresh }] : [];
		})
		.sort((a, b) => b.age / b.fresh - a.age / a.fresh);
}
