import type { WebSocket } from 'ws';
import { limits } from '../limits.ts';
import { RateWindow } from '../rest/rate-window.ts';
import type { Sender } from './compression.ts';
import { payloadSender, plainSender, streamSender } from './compression.ts';
import type { Payload } from './payloads.ts';
import type { Session } from './session.ts';

/** One gateway socket: its encoding, its heartbeat and the session it carries once it has identified. */
export class Connection {
	readonly socket: WebSocket;
	session: Session | undefined;
	/** Set when the bot has been told to go: the session then waits for its next connection. */
	isLeaving = false;
	isAcknowledging = true;
	readonly sends = new RateWindow(limits.gatewaySends, limits.gatewayWindowMs);
	#send: Sender;
	readonly #isStream: boolean;

	constructor(socket: WebSocket, isStream: boolean) {
		this.socket = socket;
		this.#isStream = isStream;
		this.#send = isStream ? streamSender(socket) : plainSender(socket);
	}

	/** Compresses each payload from here on, unless the whole stream already is. */
	compressPayloads(): void {
		if (!this.#isStream) this.#send = payloadSender(this.socket);
	}

	/** Sends a payload, gives whether the socket was open for it. */
	send(payload: Payload): boolean {
		if (this.socket.readyState !== this.socket.OPEN) return false;
		this.#send(JSON.stringify(payload));
		return true;
	}
}
