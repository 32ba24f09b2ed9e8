import type { z } from 'zod';
import type { World } from './world.ts';

export interface Call {
	method: string;
	/** Aborted when the bot hangs up. */
	signal: AbortSignal;
	/** Records a rule the bot broke although the real server answers the call. */
	violate: (what: string) => void;
}

export interface ApiMethod {
	params: z.ZodObject;
	result: z.ZodType;
	run: (world: World, raw: Record<string, unknown>, call: Call) => unknown;
}

/** The parameters do not have the documented types. */
export class ParameterError extends Error {
	override name = 'ParameterError';
}

/** Takes the schemas of a method's parameters and result and what it does, and gives an entry for the table of methods. */
export function apiMethod<P extends z.ZodObject, R extends z.ZodType>(
	params: P,
	result: R,
	run: (world: World, params: z.output<P>, call: Call) => z.input<R> | Promise<z.input<R>>,
): ApiMethod {
	return {
		params,
		result,
		run: (world, raw, call) => {
			const parsed = params.safeParse(raw);
			if (!parsed.success) {
				const issue = parsed.error.issues[0];
				throw new ParameterError(`parameter "${issue?.path.join('.')}": ${issue?.message}`);
			}
			return run(world, parsed.data, call);
		},
	};
}
