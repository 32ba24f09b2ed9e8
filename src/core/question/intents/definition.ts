/** What a term means. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Asked } from '../asked.ts';
import { type Intent, question } from './intent.ts';

/** So many terms are defined at once, and so many words may stand beside one without a meaning of their own. */
const MAX_DEFINED = 3;

const MOST_STRANGE = 2;

/** From this share of the example questions that are not for the bot on. */
const OTHER_THING = 0.45;

/** "What is the travel rule": a term with words that ask for its meaning, and nothing that asks for a rule. */
export function definition(asked: Asked, base: KnowledgeBase): Intent | undefined {
	const { cues, definitions, places, regions, actors, period, topics, words } = asked;
	const isElsewhere = places.length + regions.length + actors.length > 0 || period !== undefined;
	if (isElsewhere || definitions.length === 0 || cues.has('off_topic')) return undefined;
	const within = ({ start, end }: { start: number; end: number }) =>
		definitions.some((term) => start >= term.start && end <= term.end);
	if (!topics.every(within)) return undefined;
	const strange = asked.unknown.filter(({ at }) => !within({ start: at, end: at + 1 }));
	// "Define mica the mineral in granite": the words beside the term say that another thing of that name is meant.
	if (strange.length > 0 && asked.none >= OTHER_THING) return undefined;
	const [first] = definitions;
	// "CARF?"
	const isAlone =
		first !== undefined && words.length === first.end - first.start && isAbbreviation(first.id, words, base);
	const isBeside = definitions.some(({ start, end }) => asked.defined.some((at) => at === start || at === end));
	const isAsked = cues.has('define') && strange.length <= MOST_STRANGE && (isBeside || !asked.asksForRule);
	if (!isAlone && !isAsked) return undefined;
	const ids = [...new Set(definitions.map(({ id }) => id))];
	// "KYC vs AML" asks for both; of "reserves behind a stablecoin" the longest term is meant.
	const areSeveral = cues.has('compare') || words.some((word) => asked.joins.has(word));
	const wanted = areSeveral || ids.length === 1 ? ids : [longest(definitions).id];
	return question({ kind: 'definition', ids: wanted.slice(0, MAX_DEFINED) });
}

function longest<T extends { start: number; end: number }>(spans: readonly T[]): T {
	return spans.reduce((best, span) => (span.end - span.start > best.end - best.start ? span : best));
}

/** Whether these words are an abbreviation of a defined term, which alone asks what it stands for. */
function isAbbreviation(id: string, words: readonly string[], base: KnowledgeBase): boolean {
	const definition = base.definitions.get(id);
	const text = words.join('');
	const names = definition ? [definition.term, ...definition.aliases] : [];
	return names.some((name) => /^[A-Z]{2,6}s?$/.test(name) && name.toLowerCase() === text);
}
