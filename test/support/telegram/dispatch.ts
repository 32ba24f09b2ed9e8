import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, type ResponseParameters } from './api-error.ts';
import type { Parameters } from './body.ts';
import type { Fault } from './faults.ts';
import { type ApiMethod, type Call, ParameterError } from './method.ts';
import { methods } from './methods/index.ts';
import { hasSpec, isKnownMethod, requestMismatches, resultMismatches } from './spec.ts';
import type { World } from './world.ts';

export type Reply =
	| { kind: 'json'; code: number; body: ResponseBody }
	| { kind: 'html'; code: number }
	| { kind: 'cut' };

type ResponseBody =
	| { ok: true; result: unknown }
	| { ok: false; error_code: number; description: string; parameters?: ResponseParameters };

const namesByLowerCase = new Map(Object.keys(methods).map((name) => [name.toLowerCase(), name]));
const lostCalls = new WeakMap<World, Set<string>>();

/** Takes one call of the bot, logs it, lets a fault strike it or processes it, and gives what to send back. */
export async function dispatch(
	world: World,
	name: string,
	parameters: Parameters,
	signal: AbortSignal,
): Promise<Reply> {
	// The real server does not mind the case of a method's name.
	const method = namesByLowerCase.get(name.toLowerCase()) ?? name;
	const entry = { method, params: withoutToken(world, parameters.values), at: performance.now(), outcome: 'waiting' };
	world.requests.push(entry);
	const reply = await strikeOrProcess(world, method, parameters, signal);
	entry.outcome = describe(reply);
	return reply;
}

/** Takes an error and gives the response the Bot API sends for it. */
export function errorReply(error: ApiError): Reply {
	const { code, message: description, parameters } = error;
	return { kind: 'json', code, body: { ok: false, error_code: code, description, ...(parameters && { parameters }) } };
}

async function strikeOrProcess(
	world: World,
	method: string,
	parameters: Parameters,
	signal: AbortSignal,
): Promise<Reply> {
	for (;;) {
		const fault = world.faults.take(method, parameters.values);
		if (fault) noteStruck(world, parameters.values);
		if (fault?.kind === 'delay') await sleep(fault.ms, undefined, { signal }).catch(() => undefined);
		const refusal = fault && refusalOf(fault);
		if (refusal) return refusal;
		const reply = await carryOut(world, method, parameters, signal);
		if (reply === 'interrupted') {
			if (world.faults.isDown) return { kind: 'cut' };
			continue;
		}
		if (fault?.kind !== 'lose reply') return reply;
		lostCallsOf(world).add(callKey(method, parameters.values));
		return { kind: 'cut' };
	}
}

function refusalOf(fault: Fault): Reply | undefined {
	switch (fault.kind) {
		case 'error':
			return errorReply(
				new ApiError(fault.code, fault.description, { ...(fault.parameters && { parameters: fault.parameters }) }),
			);
		case 'html':
		case 'cut':
			return fault;
		default:
			return undefined;
	}
}

async function carryOut(
	world: World,
	method: string,
	{ values, asText }: Parameters,
	signal: AbortSignal,
): Promise<Reply | 'interrupted'> {
	// A bot that repeats a call whose reply was lost does right, though the repeat may be refused.
	const excused = lostCallsOf(world).has(callKey(method, values));
	const violate = (what: string) => {
		if (!excused) world.violations.push(`${method}: ${what}`);
	};
	if (JSON.stringify(values).includes(world.token)) violate('the token is among the parameters');
	const api = Object.hasOwn(methods, method) ? methods[method] : undefined;
	if (!api) {
		violate(isKnownMethod(method) ? 'not implemented by this test server' : 'Telegram has no such method');
		return errorReply(new ApiError(404, 'Not Found: method not found'));
	}
	for (const problem of mismatches(method, api, values, asText)) violate(problem);
	try {
		const result = await api.run(world, values, { method, signal, violate } satisfies Call);
		if (result === 'interrupted') return result;
		// Updates were checked when they were queued, or were meant to be odd.
		if (method !== 'getUpdates') checkResult(method, api, result);
		return { kind: 'json', code: 200, body: { ok: true, result } };
	} catch (error) {
		if (error instanceof ParameterError) {
			violate(`refused: ${error.message}`);
			return errorReply(new ApiError(400, `Bad Request: ${error.message}`));
		}
		if (error instanceof ApiError) {
			if (error.botsFault) violate(`refused: ${error.code} ${error.message}`);
			return errorReply(error);
		}
		world.broke(error instanceof Error ? error : new Error(String(error)));
		return errorReply(new ApiError(500, 'Internal Server Error: the test server itself failed'));
	}
}

function mismatches(method: string, api: ApiMethod, values: Record<string, unknown>, asText: boolean): string[] {
	if (hasSpec) return requestMismatches(method, values, asText);
	return Object.keys(values)
		.filter((key) => !(key in api.params.shape))
		.map((key) => `${method} has no ${key}`);
}

function checkResult(method: string, api: ApiMethod, result: unknown): void {
	api.result.parse(result);
	const problems = resultMismatches(method, result);
	if (problems.length > 0) throw new Error(`result of ${method} is not what Telegram gives: ${problems.join('; ')}`);
}

function noteStruck(world: World, values: Record<string, unknown>): void {
	const callback = world.callbacks.get(String(values.callback_query_id));
	if (callback) callback.struck = true;
}

function withoutToken(world: World, values: Record<string, unknown>): Record<string, unknown> {
	const text = JSON.stringify(values);
	return text.includes(world.token) ? JSON.parse(text.replaceAll(world.token, '[token]')) : values;
}

function lostCallsOf(world: World): Set<string> {
	const lost = lostCalls.get(world) ?? new Set();
	lostCalls.set(world, lost);
	return lost;
}

function callKey(method: string, values: Record<string, unknown>): string {
	return `${method} ${JSON.stringify(values)}`;
}

function describe(reply: Reply): string {
	if (reply.kind === 'cut') return 'cut';
	if (reply.kind === 'html') return `${reply.code} HTML`;
	return reply.body.ok ? 'ok' : `${reply.code} ${reply.body.description}`;
}
