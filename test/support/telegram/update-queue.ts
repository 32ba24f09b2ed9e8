import { ApiError } from './api-error.ts';
import { limits } from './limits.ts';
import type { Update } from './objects.ts';

interface Waiting {
	finish: (outcome: 'updates' | 'interrupted' | ApiError) => void;
}

// Telegram sends these only to bots that ask for them.
const askedFor = ['chat_member', 'message_reaction', 'message_reaction_count'];

/** Updates waiting for the bot, handed out as getUpdates does. */
export class UpdateQueue {
	readonly history = new Map<number, Update>();
	#pending: Update[] = [];
	#again: { update: Update; handedOut: boolean }[] = [];
	#allowed: string[] = [];
	#waiting: Waiting | undefined;
	#wake: NodeJS.Timeout | undefined;
	readonly #onAcknowledged: (updateIds: number[]) => void;
	readonly #onHandedOut: (update: Update) => void;
	/** Called when an update arrives, for a webhook to fetch it with `take`. */
	onArrival: () => void = () => {};

	constructor(onAcknowledged: (updateIds: number[]) => void, onHandedOut: (update: Update) => void) {
		this.#onAcknowledged = onAcknowledged;
		this.#onHandedOut = onHandedOut;
	}

	get length(): number {
		return this.#pending.length;
	}

	/** Sets what kinds the bot wants; an empty list means the usual ones, undefined leaves it as it is. */
	allow(kinds: string[] | undefined): void {
		if (kinds) this.#allowed = kinds;
	}

	get allowed(): string[] {
		return this.#allowed;
	}

	/** Takes an update and tells whether the bot wants its kind; if so it is queued. */
	push(update: Update): boolean {
		this.history.set(update.update_id, update);
		const kind = Object.keys(update).find((key) => key !== 'update_id') ?? '';
		const wanted = this.#allowed.length > 0 ? this.#allowed.includes(kind) : !askedFor.includes(kind);
		if (!wanted) return false;
		this.#pending.push(update);
		this.#arrived();
		return true;
	}

	/** Queues an update once more, whatever offset the bot has acknowledged. */
	pushAgain(updateId: number): void {
		const update = this.history.get(updateId);
		if (!update) throw new Error(`no update ${updateId} to deliver again`);
		this.#again.push({ update, handedOut: false });
		this.#arrived();
	}

	/** Forgets everything that waits. */
	clear(): void {
		this.#pending = [];
		this.#again = [];
	}

	/** Long polling as the real server does; gives 'interrupted' when `interrupt` was called meanwhile. */
	async poll(
		request: { offset?: number | undefined; limit?: number | undefined; timeout?: number | undefined },
		signal: AbortSignal,
	): Promise<Update[] | 'interrupted'> {
		const limit = clamp(request.limit ?? limits.updatesPerPoll, 1, limits.updatesPerPoll);
		const timeout = clamp(request.timeout ?? 0, 0, limits.pollSeconds);
		const offset = request.offset ?? 0;
		if (offset < 0) this.#pending = this.#pending.slice(offset);
		if (offset > 0) this.#acknowledge(offset);
		const batch = this.#batch(limit);
		if (batch.length > 0 || timeout === 0) return batch;
		this.#waiting?.finish(conflict());
		const outcome = await this.#wait(timeout, signal);
		if (outcome === 'interrupted') return outcome;
		if (outcome instanceof ApiError) throw outcome;
		return signal.aborted ? [] : this.#batch(limit);
	}

	/** Ends a waiting poll without an answer, so that a fault can strike it. */
	interrupt(): void {
		this.#waiting?.finish('interrupted');
	}

	/** Ends a waiting poll with this refusal. */
	end(error: ApiError): void {
		this.#waiting?.finish(error);
	}

	/** Gives the next update for a webhook; `acknowledge` it afterwards. */
	peek(): Update | undefined {
		return this.#batch(1)[0];
	}

	/** Takes the id of an update that the bot's webhook took. */
	acknowledgeOne(updateId: number): void {
		this.#pending = this.#pending.filter((update) => update.update_id !== updateId);
		this.#again = this.#again.filter(({ update }) => update.update_id !== updateId);
		this.#onAcknowledged([updateId]);
	}

	#acknowledge(offset: number): void {
		const done = this.#pending.filter((update) => update.update_id < offset).map((update) => update.update_id);
		this.#pending = this.#pending.filter((update) => update.update_id >= offset);
		for (const { update, handedOut } of this.#again) if (handedOut) done.push(update.update_id);
		this.#again = this.#again.filter(({ handedOut }) => !handedOut);
		if (done.length > 0) this.#onAcknowledged(done);
	}

	// Repeats come first: telegraf takes its next offset from the last of a batch.
	#batch(limit: number): Update[] {
		const repeats = this.#again.slice(0, limit);
		for (const entry of repeats) entry.handedOut = true;
		const batch = [...repeats.map(({ update }) => update), ...this.#pending.slice(0, limit - repeats.length)];
		for (const update of batch) this.#onHandedOut(update);
		return batch;
	}

	#wait(seconds: number, signal: AbortSignal): Promise<'updates' | 'interrupted' | ApiError> {
		return new Promise((resolve) => {
			const waiting: Waiting = {
				finish: (outcome) => {
					clearTimeout(timer);
					signal.removeEventListener('abort', gone);
					if (this.#waiting === waiting) this.#waiting = undefined;
					resolve(outcome);
				},
			};
			const gone = () => waiting.finish('updates');
			const timer = setTimeout(gone, seconds * 1000);
			signal.addEventListener('abort', gone);
			this.#waiting = waiting;
			if (signal.aborted) gone();
		});
	}

	// The real server waits a millisecond for more, so that what arrives together is handed out together.
	#arrived(): void {
		this.onArrival();
		clearTimeout(this.#wake);
		this.#wake = setTimeout(() => this.#waiting?.finish('updates'), 1);
	}
}

function conflict(): ApiError {
	const description =
		'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
	return new ApiError(409, description, { botsFault: false });
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(Math.max(value, low), high);
}
