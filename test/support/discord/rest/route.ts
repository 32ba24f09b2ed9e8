import type { World } from '../world.ts';
import type { Upload } from './body.ts';

/** A request that has found its route. */
export type Call = {
	readonly world: World;
	/** METHOD /route, for the list of violations; without ids and tokens. */
	readonly label: string;
	readonly query: URLSearchParams;
	readonly body: unknown;
	readonly files: readonly Upload[];
	/** Gives the part of the path named so; throws when the route has none. */
	param(name: string): string;
};

export type Answer = { readonly status: number; readonly body?: unknown };

/** Values and the names of the OpenAPI schemas they have to match. */
export type Claims = readonly (readonly [schema: string, value: unknown])[];

export type Route = {
	readonly method: string;
	/** Segments after the version, `:name` for a part. */
	readonly path: string;
	/** Whether the bot's token is asked for. */
	readonly needsToken: boolean;
	readonly handle: (call: Call) => Answer;
	readonly request?: (body: unknown) => Claims;
	readonly response?: (body: unknown) => Claims;
};

/** Takes a schema's name, gives the claim that the whole value matches it. */
export function whole(schema: string): (value: unknown) => Claims {
	return (value) => [[schema, value]];
}

/** Takes a schema's name, gives the claim that every item of the value matches it. */
export function each(schema: string): (value: unknown) => Claims {
	return (value) => (Array.isArray(value) ? value.map((item: unknown) => [schema, item] as const) : []);
}
