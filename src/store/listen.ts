/** Hears of notifications of PostgreSQL as long as it is wanted, and connects again when the connection is lost. */
import { Session } from './postgres-session.ts';
import type { StoreError } from './store.ts';
import { pauseUnlessAborted, untilAborted } from './until-aborted.ts';

/** Between tries to connect, in milliseconds. */
const PAUSE = 1_000;

export interface Listening {
	url: string;
	channel: string;
	/** Called for each notification, and each time it begins to listen: what came before was not heard. */
	heard: () => void;
	/** Called when it cannot connect; it tries again. */
	onTrouble: (error: StoreError) => void;
	signal: AbortSignal;
}

/** Resolves when the signal ends it. */
export async function listen({ url, channel, heard, onTrouble, signal }: Listening): Promise<void> {
	while (!signal.aborted) {
		try {
			const session = await Session.open(url, heard);
			signal.addEventListener('abort', () => session.end(), { signal: session.lost });
			await session.query(`listen ${channel}`);
			heard();
			if (signal.aborted) session.end();
			await untilAborted(session.lost);
		} catch (error) {
			if (!signal.aborted) onTrouble(error as StoreError);
		}
		await pauseUnlessAborted(PAUSE, signal);
	}
}
