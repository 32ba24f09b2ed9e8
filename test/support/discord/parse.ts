import type { z } from 'zod';
import { invalidForm } from './api-error.ts';
import { problemOf } from './problem.ts';

/** Takes a schema, a value and its place in the request; gives the parsed value or throws 50035 with the errors tree. */
export function parse<T>(schema: z.ZodType<T>, value: unknown, at: readonly PropertyKey[] = []): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	throw invalidForm(result.error.issues.map((issue) => problemOf(issue, at)));
}
