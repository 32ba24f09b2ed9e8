import { constants, createDeflate, deflateSync } from 'node:zlib';
import type { WebSocket } from 'ws';

/** Sends a JSON text to a socket in one of the gateway's encodings. */
export type Sender = (text: string) => void;

/** Takes a socket, gives a sender of plain text. */
export function plainSender(socket: WebSocket): Sender {
	return (text) => socket.send(text);
}

/** Takes a socket, gives a sender that compresses each payload by itself (`compress` of IDENTIFY). */
export function payloadSender(socket: WebSocket): Sender {
	return (text) => socket.send(deflateSync(text));
}

/** Takes a socket, gives a sender over one zlib stream, flushed after each payload (`compress=zlib-stream`). */
export function streamSender(socket: WebSocket): Sender {
	const deflate = createDeflate();
	let chunks: Buffer[] = [];
	let last = Promise.resolve();
	deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
	return (text) => {
		// One after the other: the chunks between two flushes have to be those of one payload.
		last = last.then(
			() =>
				new Promise((resolve) => {
					deflate.write(text);
					deflate.flush(constants.Z_SYNC_FLUSH, () => {
						socket.send(Buffer.concat(chunks));
						chunks = [];
						resolve();
					});
				}),
		);
	};
}
