/** Where in the world. */
import { isFact } from '../../knowledge/entry.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { stem, tokenise } from '../../text/tokens.ts';
import type { Asked } from '../asked.ts';
import { type Intent, question } from './intent.ts';
import { isSpecific, isSurely } from './judgement.ts';

const FORBIDDEN = new Set(['banned', 'prohibited']);

const PERMITTED = new Set(['legal', 'allowed', 'regulated']);

/** "Which countries ban mining", "crypto tax in Asia". */
export function list(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, named, regions, entries, statuses, topic, crypto, inScope, strange, period } = asked;
	const isAsked = cues.has('list') || (asked.opensList && asked.actors.length === 0);
	const isList = isAsked && named.length === 0 && !entries.some(({ certain }) => certain);
	if (!isList && (regions.length === 0 || named.length > 0)) return undefined;
	const id = topic.ids[0] ?? (crypto && (statuses.length > 0 || regions.length > 0) ? 'legality' : undefined);
	if (id === undefined || !(inScope || strange.length === 0 || isSurely(id, asked))) return undefined;
	const possible = new Set(base.topics.get(id)?.statuses.map((status) => status.id));
	const possibleOf = (ids: readonly string[]) => ids.filter((status) => possible.has(status));
	// Of everyday words the last one that says something decides: "with no reserve".
	const weak = asked.weakStatuses.map(possibleOf).findLast((ids) => ids.length > 0) ?? [];
	const terms = termsIn(asked, id, base);
	// "Where is the travel rule in force": what names the rule need not have the status of that name.
	const isTerm = asked.statusWords.every((word) => terms.words.has(word));
	const strong = terms.ids.length > 0 && isTerm ? [] : withoutContradiction(possibleOf(statuses));
	return question({
		kind: 'list',
		topic: id,
		statuses: strong.length > 0 ? strong : weak,
		...(regions.length > 0 ? { regions } : {}),
		...(terms.ids.length > 0 ? { terms: terms.ids } : {}),
		stems: singling(id, asked, base).filter((word) => !terms.words.has(word)),
		...(cues.has('now') ? { now: true } : {}),
		past: asked.past,
		...(period ? { period } : {}),
	});
}

/** "Where can't you legally pay": what is forbidden is asked for, whatever the word that is denied. */
function withoutContradiction(statuses: string[]): string[] {
	const isForbidden = statuses.some((id) => FORBIDDEN.has(id));
	return isForbidden ? statuses.filter((id) => !PERMITTED.has(id)) : statuses;
}

/** The defined terms asked for that tell some of a topic's facts apart, and the stems of their words. */
function termsIn(
	{ definitions, words }: Asked,
	topic: string,
	base: KnowledgeBase,
): { ids: string[]; words: Set<string> } {
	const telling = definitions.filter(
		({ id }) =>
			base.definitions.get(id)?.narrows &&
			base.entriesAbout(id).some((entry) => isFact(entry) && entry.topic === topic),
	);
	return {
		ids: [...new Set(telling.map(({ id }) => id))],
		words: new Set(telling.flatMap(({ start, end }) => words.slice(start, end).map(stem))),
	};
}

/** The words that may single out some of a topic's facts in a list: neither the topic's name nor a status's word. */
function singling(
	topic: string,
	{ topics, statuses, statusWords, words, strange }: Asked,
	base: KnowledgeBase,
): string[] {
	const name = new Set(tokenise(base.topics.get(topic)?.name ?? '').map((token) => stem(token.text)));
	const ofStatus = new Set(statuses.length > 0 ? statusWords : []);
	const ofTopic = topics.flatMap(({ id, start, end, certain }) =>
		certain || !isSpecific(id, base) ? [] : words.slice(start, end).map(stem),
	);
	return [...new Set([...strange, ...ofTopic])].filter((word) => !name.has(word) && !ofStatus.has(word));
}
