/** What people asked and nobody has written an entry on, or in words that nobody has taught the bot: counted, and nothing of who asked. */
import { z } from 'zod';
import type { Answer } from '../core/answer/answer.ts';
import type { PolicyCore } from '../core/core.ts';
import type { Gap, Tables } from '../store/store.ts';

const schema = z.object({
	/** Codes and topic ids asked for. */
	jurisdictions: z.array(z.string()),
	topics: z.array(z.string()),
	/** A word that was not understood; a gap of knowledge has none. */
	word: z.string().optional(),
});

export type GapContent = z.infer<typeof schema>;

/** There are fewer pairs of a country and a topic that can be missing; the rest is combinations and mistypings. */
const MOST = 20_000;

/** A word that is no number, address, name with a sign, or long enough to identify anyone. */
const HARMLESS = /^\p{L}[\p{L}\p{M}'-]{2,19}$/u;
/** Words of one question that are counted. */
const MAX_WORDS = 3;

export function readGap({ data }: Pick<Gap, 'data'>): GapContent {
	return schema.parse(JSON.parse(data));
}

/** The gaps that an answer shows: a pair without an entry, or words beside a place that named no topic. */
export function gapsIn(
	{ outcome, jurisdictions, topics }: Answer,
	text: string | undefined,
	core: PolicyCore,
): GapContent[] {
	if (outcome === 'not-covered') return jurisdictions.length + topics.length > 0 ? [{ jurisdictions, topics }] : [];
	if (outcome !== 'clarify' || text === undefined || jurisdictions.length !== 1 || topics.length > 0) return [];
	const kinds = ['jurisdiction', 'topic', 'actor', 'status', 'region', 'entry'] as const;
	const words = core
		.leftOver(text, kinds)
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => HARMLESS.test(word));
	return [...new Set(words)].slice(0, MAX_WORDS).map((word) => ({ jurisdictions: [], topics: [], word }));
}

/** Counts the gaps. */
export async function countGaps({ gaps }: Tables, found: readonly GapContent[], at: string): Promise<void> {
	for (const gap of found) {
		const key = gap.word === undefined ? `${gap.jurisdictions.join()} ${gap.topics.join()}` : `word ${gap.word}`;
		await gaps.count(key, JSON.stringify(gap), at, MOST);
	}
}
