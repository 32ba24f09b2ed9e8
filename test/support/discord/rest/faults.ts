import { rateLimited } from '../api-error.ts';

/** Which requests a fault is for (default: any); `path` is matched after /api/v10; `times` defaults to 1. */
export type Match = { readonly method?: string; readonly path?: RegExp; readonly times?: number };

export type Fault =
	| {
			readonly kind: 'answer';
			readonly status: number;
			readonly body: unknown;
			readonly headers: Record<string, string>;
	  }
	| { readonly kind: 'cut before' }
	| { readonly kind: 'cut after' }
	| { readonly kind: 'delay'; readonly ms: number };

const html = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** Faults queued for the next requests that match; each is used `times` times, first queued first. */
export class Faults {
	#queue: { match: Match; fault: Fault; left: number }[] = [];
	#isDown = false;

	/** How many queued faults have not happened yet. */
	get pending(): number {
		return this.#queue.reduce((sum, { left }) => sum + left, 0);
	}

	/** Whether every request and gateway connection is refused. */
	get isDown(): boolean {
		return this.#isDown;
	}

	/** Answers with a status, a body (an object as JSON, a text as HTML) and headers; the request is not processed. */
	answer(match: Match, status: number, body: unknown, headers: Record<string, string> = {}): void {
		this.#add(match, { kind: 'answer', status, body, headers });
	}

	/** Answers 429 with `seconds` to wait; `global` for the limit over all routes. */
	rateLimit(match: Match, seconds: number, global = false): void {
		const { status, body, headers } = rateLimited(seconds, global);
		this.answer(match, status, body, headers);
	}

	/** Answers 500 with a JSON body. */
	serverError(match: Match = {}): void {
		this.answer(match, 500, { message: '500: Internal Server Error', code: 0 });
	}

	/** Answers 502 with an HTML body, as the proxies before Discord do. */
	badGateway(match: Match = {}): void {
		this.answer(match, 502, html, { 'content-type': 'text/html' });
	}

	/** Cuts the socket without processing the request. */
	cutBefore(match: Match = {}): void {
		this.#add(match, { kind: 'cut before' });
	}

	/** Processes the request, then cuts the socket: it took effect but the bot does not learn of it. */
	cutAfter(match: Match = {}): void {
		this.#add(match, { kind: 'cut after' });
	}

	/** Processes the request only after `ms` milliseconds. */
	delay(match: Match, ms: number): void {
		this.#add(match, { kind: 'delay', ms });
	}

	/** Refuses every request and new gateway connection until `lift`. */
	down(): void {
		this.#isDown = true;
	}

	/** Ends `down` and forgets the queued faults. */
	lift(): void {
		this.#isDown = false;
		this.#queue = [];
	}

	/** Takes a request, gives the fault that is to happen to it and uses it up. */
	take(method: string, path: string): Fault | undefined {
		const found = this.#queue.find(
			({ match }) => (match.method ?? method) === method && (match.path?.test(path) ?? true),
		);
		if (!found) return undefined;
		found.left -= 1;
		if (found.left <= 0) this.#queue = this.#queue.filter((entry) => entry !== found);
		return found.fault;
	}

	#add(match: Match, fault: Fault): void {
		this.#queue.push({ match, fault, left: match.times ?? 1 });
	}
}
