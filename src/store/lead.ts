/** Lets one process at a time do a piece of work: whoever holds a lock of PostgreSQL, which goes with the connection. */
import { lockOf } from './locks.ts';
import { Session } from './postgres-session.ts';
import { StoreError } from './store.ts';
import { pauseUnlessAborted } from './until-aborted.ts';

export type Work = (leading: AbortSignal) => Promise<void>;

/** Between tries to take the lock, and between looks at whether the connection that holds it still works. In milliseconds. */
const PAUSE = 1_000;

/**
 * The server takes the lock from a process that has frozen, or that it can no longer reach. The setting came with
 * PostgreSQL 14; before, the lock stays until the connection breaks.
 */
const GIVE_UP = `select set_config(name, '6s', false) from pg_settings where name = 'idle_session_timeout'`;
const TAKE = `select pg_try_advisory_lock(${lockOf('$1::text')}) as taken`;

interface Leading {
	url: string;
	name: string;
	/** Called when the database is out of reach; it tries again. */
	onTrouble: (error: StoreError) => void;
	signal: AbortSignal;
}

/** Resolves when `signal` ends it or `work` is done; rejects with what `work` throws while it leads. */
export async function leadByLock(work: Work, { url, name, onTrouble, signal }: Leading): Promise<void> {
	while (!signal.aborted) {
		let session: Session | undefined;
		try {
			session = await Session.open(url);
			await session.query(GIVE_UP);
			while (!signal.aborted && !(await session.query<{ taken: boolean }>(TAKE, [name]))?.taken)
				await pauseUnlessAborted(PAUSE, signal);
			if (signal.aborted) return;
			keepAlive(session);
			await untilDone(work, AbortSignal.any([signal, session.lost]));
			if (!session.lost.aborted) return;
		} catch (error) {
			const isLost = error instanceof StoreError && error.id === 'store-unreachable';
			if (!isLost && !session?.lost.aborted) throw error;
			if (isLost) onTrouble(error);
		} finally {
			session?.end();
		}
		await pauseUnlessAborted(PAUSE, signal);
	}
}

/** Runs `work`, which may end by throwing what aborted it. */
export async function untilDone(work: Work, leading: AbortSignal): Promise<void> {
	if (leading.aborted) return;
	try {
		await work(leading);
	} catch (error) {
		const isAbort = error === leading.reason || (error instanceof Error && error.name === 'AbortError');
		if (!leading.aborted || !isAbort) throw error;
	}
}

/** Notices a connection that has died without a word; a query that fails ends the session. */
async function keepAlive(session: Session): Promise<void> {
	while (!session.lost.aborted) {
		await session.query('select 1').catch(() => undefined);
		await pauseUnlessAborted(PAUSE, session.lost);
	}
}
