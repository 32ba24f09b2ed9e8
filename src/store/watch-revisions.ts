/** Tells soon of new revisions, whoever has appended them. */
import { listen } from './listen.ts';
import type { Revisions, StoreError } from './store.ts';
import { pauseUnlessAborted } from './until-aborted.ts';

/** Between looks at the newest number, in milliseconds. */
const PAUSE = 500;

export interface Watch {
	revisions: Revisions;
	/** Of the PostgreSQL server, which tells by itself; undefined for SQLite, which does not. */
	url: string | undefined;
	onTrouble: (error: StoreError) => void;
	signal: AbortSignal;
}

export function watchRevisions(listener: () => void, { revisions, url, onTrouble, signal }: Watch): void {
	const heard = () => {
		if (!signal.aborted) listener();
	};
	if (url !== undefined) listen({ url, channel: 'revisions', heard, onTrouble, signal });
	poll(revisions, heard, signal);
}

async function poll(revisions: Revisions, heard: () => void, signal: AbortSignal): Promise<void> {
	// Unknown at first, so that what was appended just before the watch began is told as well.
	let known: number | undefined;
	while (!signal.aborted) {
		// A database that is out of reach is asked again.
		const head = await revisions.head().catch(() => known);
		if (head !== known) heard();
		known = head;
		await pauseUnlessAborted(PAUSE, signal);
	}
}
