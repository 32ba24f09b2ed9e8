import type { ResponseParameters } from './api-error.ts';

export type Fault =
	| { kind: 'error'; code: number; description: string; parameters?: ResponseParameters }
	| { kind: 'html'; code: number }
	| { kind: 'cut' }
	| { kind: 'lose reply' }
	| { kind: 'delay'; ms: number };

/** Which calls a fault strikes: a method's name, a pattern for it, or a look at the parameters too. */
export type Match = string | RegExp | ((method: string, params: Record<string, unknown>) => boolean);

/** Ends a fault early, or one that lasts until lifted. */
export type Lift = () => void;

const untilLifted = Number.POSITIVE_INFINITY;

/** Faults for the next matching calls. `times` is 1 unless given; Infinity lasts until lifted. */
export class Faults {
	#queue: { match: Match; fault: Fault; left: number }[] = [];
	#down = false;
	readonly #onChange: () => void;
	/** Called when the API goes down, to cut what is open. */
	onDown: () => void = () => {};

	/** `onChange` is called whenever a fault is added, so that a waiting getUpdates can be struck too. */
	constructor(onChange: () => void) {
		this.#onChange = onChange;
	}

	/** 429 with `parameters.retry_after` in seconds. */
	rateLimit(match: Match, retryAfter: number, times = 1): Lift {
		const description = `Too Many Requests: retry after ${retryAfter}`;
		return this.add(match, { kind: 'error', code: 429, description, parameters: { retry_after: retryAfter } }, times);
	}

	/** 500 as JSON. */
	serverError(match: Match, times = 1): Lift {
		return this.add(match, { kind: 'error', code: 500, description: 'Internal Server Error' }, times);
	}

	/** 502 with an HTML body, as a proxy in front of the API gives. */
	badGateway(match: Match, times = 1): Lift {
		return this.add(match, { kind: 'html', code: 502 }, times);
	}

	/** The socket is cut before the call is processed. */
	cut(match: Match, times = 1): Lift {
		return this.add(match, { kind: 'cut' }, times);
	}

	/** The call is processed, then the socket is cut: the bot cannot know that it worked. */
	loseReply(match: Match, times = 1): Lift {
		return this.add(match, { kind: 'lose reply' }, times);
	}

	/** The call is processed `ms` milliseconds late. */
	delay(match: Match, ms: number, times = 1): Lift {
		return this.add(match, { kind: 'delay', ms }, times);
	}

	/** 409 on getUpdates as if a second bot polled; strikes a waiting poll at once. Until lifted unless `times` is given. */
	conflict(times = untilLifted): Lift {
		const description =
			'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
		return this.add('getUpdates', { kind: 'error', code: 409, description }, times);
	}

	/** A refusal of your wording ("Bad Request: …", "Forbidden: …"), 400 unless `code` is given. */
	refuse(match: Match, description: string, { code = 400, times = 1 } = {}): Lift {
		return this.add(match, { kind: 'error', code, description }, times);
	}

	/** 400 with `parameters.migrate_to_chat_id`; a group's upgrade() does the whole move. */
	migrated(match: Match, toChatId: number, times = 1): Lift {
		const description = 'Bad Request: group chat was upgraded to a supergroup chat';
		const parameters = { migrate_to_chat_id: toChatId };
		return this.add(match, { kind: 'error', code: 400, description, parameters }, times);
	}

	/** The API is down: every connection, open or new, is cut until lifted. */
	down(): Lift {
		this.#down = true;
		this.#onChange();
		this.onDown();
		return () => {
			this.#down = false;
		};
	}

	/** Queues any fault and gives what lifts it. */
	add(match: Match, fault: Fault, times = 1): Lift {
		const entry = { match, fault, left: times };
		this.#queue.push(entry);
		this.#onChange();
		return () => {
			this.#queue = this.#queue.filter((other) => other !== entry);
		};
	}

	/** Lifts everything. */
	clear(): void {
		this.#queue = [];
		this.#down = false;
	}

	/** How many queued faults have not struck as often as asked. */
	get pending(): number {
		return this.#queue.length;
	}

	get isDown(): boolean {
		return this.#down;
	}

	/** Takes a call and gives the fault that strikes it, using it up. */
	take(method: string, params: Record<string, unknown>): Fault | undefined {
		const entry = this.#queue.find(({ match }) => fits(match, method, params));
		if (!entry) return undefined;
		entry.left--;
		if (entry.left <= 0) this.#queue = this.#queue.filter((other) => other !== entry);
		return entry.fault;
	}

	/** Takes a call and tells whether a fault other than a delay would strike it, using nothing up. */
	strikes(method: string, params: Record<string, unknown>): boolean {
		return this.#down || this.#queue.some(({ match, fault }) => fault.kind !== 'delay' && fits(match, method, params));
	}
}

function fits(match: Match, method: string, params: Record<string, unknown>): boolean {
	if (typeof match === 'string') return match === method;
	return match instanceof RegExp ? match.test(method) : match(method, params);
}
