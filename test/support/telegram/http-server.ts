import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from './api-error.ts';
import { readParameters } from './body.ts';
import { dispatch, errorReply, type Reply } from './dispatch.ts';
import type { World } from './world.ts';

const wellFormedToken = /^[1-9]\d{0,15}:[\w-]{1,70}$/;

export interface Listening {
	server: Server;
	url: string;
	/** Waits until every call but a poll has its reply, at most `ms` milliseconds. */
	settled: (ms: number) => Promise<void>;
}

/** Takes a world and gives an HTTP server that speaks the Bot API for it on a free port of 127.0.0.1. */
export async function listen(world: World): Promise<Listening> {
	const busy = new Set<ServerResponse>();
	const server = createServer((request, response) => {
		if (!/\/getupdates\b/i.test(request.url ?? '')) {
			busy.add(response);
			response.on('close', () => busy.delete(response));
		}
		answer(world, request, response).catch((error: unknown) => {
			world.broke(error instanceof Error ? error : new Error(String(error)));
			response.destroy();
		});
	});
	// Closing an idle connection just as the bot reuses it would look like a fault nobody asked for.
	server.keepAliveTimeout = 600_000;
	server.on('connection', (socket) => {
		if (world.faults.isDown) socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const settled = async (ms: number) => {
		const deadline = performance.now() + ms;
		while (busy.size > 0 && performance.now() < deadline) await sleep(1);
	};
	return { server, url: `http://127.0.0.1:${port}`, settled };
}

async function answer(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
	if (world.faults.isDown) return void request.socket.destroy();
	const hungUp = new AbortController();
	response.on('close', () => hungUp.abort());
	const url = new URL(request.url ?? '/', 'http://127.0.0.1');
	const [, token = '', method = ''] = /^\/bot([^/]+)\/(?:test\/)?([^/]*)$/.exec(url.pathname) ?? [];
	const given = decodeURIComponent(token);
	if (given !== world.token) return send(response, strangerReply(world, given, method));
	const parameters = await readParameters(request, url).catch(() => undefined);
	if (!parameters) {
		if (request.destroyed) return;
		world.violations.push(`${method}: body cannot be read as ${request.headers['content-type']}`);
		return send(response, errorReply(new ApiError(400, "Bad Request: can't parse the request")));
	}
	const reply = await dispatch(world, method, parameters, hungUp.signal);
	if (!hungUp.signal.aborted) send(response, reply);
}

function strangerReply(world: World, token: string, method: string): Reply {
	const error = wellFormedToken.test(token) ? new ApiError(401, 'Unauthorized') : new ApiError(404, 'Not Found');
	const outcome = `${error.code} ${error.message}`;
	world.requests.push({ method, params: {}, at: performance.now(), outcome });
	return errorReply(error);
}

function send(response: ServerResponse, reply: Reply): void {
	if (reply.kind === 'cut') return void response.destroy();
	if (reply.kind === 'html') {
		response.writeHead(reply.code, { 'content-type': 'text/html' });
		response.end(`<html><head><title>${reply.code} Bad Gateway</title></head><body>nginx</body></html>`);
		return;
	}
	const headers: Record<string, string> = { 'content-type': 'application/json' };
	const { body } = reply;
	if (!body.ok && body.parameters?.retry_after) headers['retry-after'] = String(body.parameters.retry_after);
	response.writeHead(reply.code, headers);
	response.end(JSON.stringify(body));
}
