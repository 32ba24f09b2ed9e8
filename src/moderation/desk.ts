/** What every act of moderation works with. */
import type { Day } from '../core/knowledge/partial-date.ts';
import type { Store } from '../store/store.ts';
import type { Platform } from '../store/tables.ts';
import type { Published } from './published.ts';

export type { Gap, Proposal } from '../store/store.ts';

export interface Desk {
	store: Store;
	published: Published;
	/** Today, YYYY-MM-DD. */
	day: () => Day;
	/** Now, ISO 8601 in UTC. */
	now: () => string;
	/** Whether nobody may approve what they have proposed themselves. */
	needsSecond: boolean;
	/** The chats that are told of new proposals beside those that asked for it. */
	moderatorChats: readonly { platform: Platform; chat: string }[];
	/** Told when notices are waiting. */
	onNotices?: () => void;
}
