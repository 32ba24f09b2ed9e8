/** How much one person and one chat may ask and do: counted by a library, on PostgreSQL for all processes together. */
import { createHash } from 'node:crypto';
import type { Platform } from '../store/tables.ts';

/** A question, an act of moderation or a member's word, a report, and looking at a form, which nobody counts. */
export type Limited = 'question' | 'act' | 'report' | 'look';

export interface Limits {
	/** Counts once; the seconds to wait when it is too much, else 0. */
	take(what: Limited, who: { platform: Platform; platformId: string; chat: string }): Promise<number>;
}

/** What may be taken in so many seconds by one person, and by all of one chat. */
export const LIMITS: Readonly<Record<Exclude<Limited, 'look'>, { seconds: number; person: number; chat: number }>> = {
	question: { seconds: 60, person: 30, chat: 120 },
	act: { seconds: 60, person: 60, chat: 300 },
	report: { seconds: 3600, person: 10, chat: 60 },
};

/** A name for counting that is no platform's id. */
export function countedAs(kind: 'person' | 'chat', platform: Platform, id: string): string {
	return createHash('sha256').update(`${kind} ${platform} ${id}`).digest('base64url').slice(0, 22);
}
