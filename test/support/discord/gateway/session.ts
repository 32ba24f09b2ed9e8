import type { Shard } from '../snowflake.ts';
import { shardOf, snowflake } from '../snowflake.ts';
import { opcodes } from './opcodes.ts';
import type { Dispatch } from './payloads.ts';

const kept = 5000;

/** One gateway session: it outlives its connection, and keeps what it has sent for a RESUME. */
export class Session {
	readonly id = `session-${snowflake()}`;
	readonly intents: number;
	readonly shard: Shard;
	/** How often it was resumed. */
	resumes = 0;
	sequence = 0;
	readonly #sent: { dispatch: Dispatch; delivered: () => void }[] = [];

	constructor(intents: number, shard: Shard) {
		this.intents = intents;
		this.shard = shard;
	}

	/** Whether events of that guild come here; those of direct messages have none. */
	serves(guildId: string | undefined): boolean {
		const [id, count] = this.shard;
		return (guildId === undefined ? 0 : shardOf(guildId, count)) === id;
	}

	/** Takes an event and what to do each time it goes out, gives the numbered dispatch. */
	next(t: string, d: unknown, delivered: () => void = () => {}): Dispatch {
		this.sequence += 1;
		const dispatch: Dispatch = { op: opcodes.dispatch, t, s: this.sequence, d };
		this.#sent.push({ dispatch, delivered });
		// Long load runs would otherwise keep every event they ever sent.
		if (this.#sent.length > 2 * kept) this.#sent.splice(0, kept);
		return dispatch;
	}

	/** Gives everything after the sequence number, READY excepted, to be sent again. */
	after(sequence: number): { dispatch: Dispatch; delivered: () => void }[] {
		return this.#sent.filter(({ dispatch }) => dispatch.s > sequence && dispatch.t !== 'READY');
	}
}
