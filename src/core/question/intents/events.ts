/** What happened when, what is new, and what comes next. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Asked } from '../asked.ts';
import { type Intent, question } from './intent.ts';
import { isSpecific, isSurely } from './judgement.ts';

/** "What changed in 2026", "what comes next in Japan". */
export function changes(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, named, regions, topic, period, topics, crypto, strange } = asked;
	const [id] = topic.ids;
	// "This year" and "coming" may as well be said of what holds: only where no topic is asked for do they ask for news.
	const isVague = id === undefined || (topics.length === 0 && (period !== undefined || !isSurely(id, asked)));
	const isAhead = cues.has('coming') || (isVague && (cues.has('ahead') || (cues.has('begin') && period !== undefined)));
	// "New rules this month", "rules of January 2026": a time, and no place or topic.
	const isAnywhere = named.length + topics.length === 0 && period !== undefined && asked.asksForRule;
	const isRecent = cues.has('changes') || (isVague && (cues.has('recent') || isAnywhere));
	const direction = isAhead ? 'coming' : isRecent ? 'recent' : undefined;
	// "Countries that changed their crypto law" are asked for by what happened, those that changed their tax by what holds.
	if (!direction || (cues.has('list') && topics.some(({ id }) => isSpecific(id, base)))) return undefined;
	// "What is new" alone may be anything: a place, a topic, a time or crypto must be named with it.
	const isOfLaw = period !== undefined || cues.has('ahead') || asked.asksForRule;
	const isMeant = named.length + regions.length + topics.length > 0 || crypto || (isOfLaw && strange.length === 0);
	if (!isMeant) return undefined;
	// A guess is too little to leave out what is new on other topics.
	const topicIds = topics.length > 0 ? topic.ids.filter((id) => isSpecific(id, base)) : [];
	return question({
		kind: 'changes',
		jurisdictions: named,
		topics: topicIds,
		...(regions.length > 0 ? { regions } : {}),
		direction,
		...(period ? { period } : {}),
	});
}

/** "History of mining in China". */
export function timeline({ cues, homes, topic, topics, period }: Asked): Intent | undefined {
	if (!cues.has('timeline') || homes.length > 1) return undefined;
	const [jurisdiction] = homes;
	const id = topics.length > 0 ? topic.ids[0] : undefined;
	if (jurisdiction === undefined && id === undefined) return undefined;
	return question({
		kind: 'timeline',
		...(jurisdiction === undefined ? {} : { jurisdiction }),
		...(id === undefined ? {} : { topic: id }),
		...(period ? { period } : {}),
	});
}
