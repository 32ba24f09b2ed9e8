/** What a Telegram adapter is given where it runs without a store, alone and without moderators. */
import { HandledUpdates } from '../../../src/adapters/telegram/handled-updates.ts';
import { createLogger } from '../../../src/log.ts';

export const alone = {
	lead: (work: (leading: AbortSignal) => Promise<void>, signal: AbortSignal) => work(signal),
	handled: new HandledUpdates(
		{ among: async () => new Set<number>(), enter: async () => undefined },
		createLogger('silent', []),
	),
	moderators: [],
	moderatorChat: undefined,
};
