import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, rateLimited, refusals } from '../api-error.ts';
import { limits } from '../limits.ts';
import { callbackRoute } from '../routes/callback-route.ts';
import { channelRoutes } from '../routes/channel-routes.ts';
import { commandRoutes } from '../routes/command-routes.ts';
import { identityRoutes } from '../routes/identity-routes.ts';
import { webhookRoutes } from '../routes/webhook-routes.ts';
import { errorForSpec } from '../spec/quirks.ts';
import type { SpecChecker } from '../spec/spec-checker.ts';
import type { World } from '../world.ts';
import { parseBody, readBytes } from './body.ts';
import type { Fault, Faults } from './faults.ts';
import { RateWindow } from './rate-window.ts';
import type { LoggedRequest } from './request-log.ts';
import type { Answer, Call, Claims, Route } from './route.ts';
import { findRoute } from './router.ts';

type Sent = Answer & { readonly headers?: Record<string, string> };

const routes: readonly Route[] = [
	...identityRoutes,
	...commandRoutes,
	callbackRoute,
	...webhookRoutes,
	...channelRoutes,
];

/** The REST side: finds the route, lets the queued fault happen, checks the request and the own answer. */
export class RestServer {
	readonly requests: LoggedRequest[] = [];
	readonly #world: World;
	readonly #faults: Faults;
	readonly #check: SpecChecker;
	readonly #global = new RateWindow(limits.requestsASecond, 1000);

	constructor(world: World, faults: Faults, check: SpecChecker) {
		this.#world = world;
		this.#faults = faults;
		this.#check = check;
	}

	/** Answers one request of the node:http server. */
	async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const method = request.method ?? 'GET';
		const url = new URL(request.url ?? '/', 'http://local');
		const bytes = await readBytes(request);
		const file = this.#world.messages.file(url.pathname);
		if (file && method === 'GET') {
			response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
			return;
		}
		const path = url.pathname.replace(/^\/api\/v10(?=\/)/, '');
		const log: LoggedRequest = { method, path: path + url.search, body: undefined, at: Date.now(), status: undefined };
		this.requests.push(log);
		const fault = this.#faults.take(method, path);
		if (fault || this.#faults.isDown) this.#excuse(path);
		if (this.#faults.isDown || fault?.kind === 'cut before') {
			request.socket.destroy();
			return;
		}
		const sent = await this.#faulty(fault, async () => {
			try {
				const { json, files } = await parseBody(bytes, request.headers['content-type'] ?? 'application/json');
				Object.assign(log, { body: json });
				if (path === url.pathname) throw refusals.apiVersion();
				const { route, params } = findRoute(routes, method, path);
				const param = (name: string): string => {
					const value = params.get(name);
					if (value === undefined) throw new Error(`route ${route.path} has no part ${name}`);
					return value;
				};
				const label = `${method} ${route.path}`;
				const call: Call = { world: this.#world, label, query: url.searchParams, body: json, files, param };
				return this.#processed(route, call, request.headers.authorization);
			} catch (error) {
				return this.#refused(error, `${method} ${path.split('/').slice(0, 2).join('/')}`);
			}
		});
		this.#world.changed.ring();
		if (fault?.kind === 'cut after') {
			request.socket.destroy();
			return;
		}
		log.status = sent.status;
		const type = typeof sent.body === 'string' ? 'text/html' : 'application/json';
		response.writeHead(sent.status, { ...(sent.body === undefined ? {} : { 'content-type': type }), ...sent.headers });
		response.end(sent.body === undefined || typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body));
	}

	async #faulty(fault: Fault | undefined, processed: () => Promise<Sent>): Promise<Sent> {
		if (fault?.kind === 'answer') return fault;
		if (fault?.kind === 'delay') await sleep(fault.ms);
		return processed();
	}

	#excuse(path: string): void {
		const token = /^\/(?:interactions|webhooks)\/[^/]+\/([^/]+)/.exec(path)?.[1];
		const interaction = token ? this.#world.interactions.get(token) : undefined;
		if (interaction) interaction.isExcused = true;
	}

	#processed(route: Route, call: Call, authorization: string | undefined): Sent {
		try {
			if (route.needsToken) {
				if (authorization !== `Bot ${this.#world.token}`) throw refusals.unauthorized();
				if (this.#global.isPassed()) throw rateLimited(1, true);
			}
			const mismatches = this.#mismatches(route.request?.(call.body) ?? []);
			this.#world.violations.push(...mismatches.map((text) => `${call.label}: ${text}`));
			const answer = route.handle(call);
			return this.#own(answer, route.response?.(answer.body) ?? [], call.label);
		} catch (error) {
			return this.#refused(error, call.label);
		}
	}

	#refused(error: unknown, label: string): Sent {
		if (!(error instanceof ApiError)) {
			return this.#broken(`${label}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
		}
		if (error.isViolation) this.#world.violations.push(`${label}: ${error.status} ${error.detail}`);
		const schema = error.status === 429 ? 'RatelimitedResponse' : 'ErrorResponse';
		const answer = { status: error.status, body: error.body, headers: error.headers };
		return this.#own(answer, [[schema, errorForSpec(error.body)]], label);
	}

	#own(answer: Sent, claims: Claims, label: string): Sent {
		const mismatches = this.#mismatches(claims);
		return mismatches.length > 0 ? this.#broken(`${label} answers ${mismatches.join('; ')}`) : answer;
	}

	#broken(text: string): Sent {
		this.#world.mismatches.push(text);
		return { status: 500, body: { message: `the local server is wrong: ${text}`, code: 0 } };
	}

	#mismatches(claims: Claims): string[] {
		return claims.flatMap(([schema, value]) => this.#check(schema, value));
	}
}
