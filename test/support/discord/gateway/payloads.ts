import { z } from 'zod';

/** What a bot sends over the gateway. */
export const payload = z.object({ op: z.int(), d: z.unknown().optional() });

export const identify = z.object({
	token: z.string(),
	intents: z.int().min(0),
	properties: z.record(z.string(), z.unknown()),
	compress: z.boolean().optional(),
	large_threshold: z.int().min(50).max(250).optional(),
	shard: z.tuple([z.int(), z.int()]).optional(),
	presence: z.unknown().optional(),
});

export const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

export type Dispatch = { readonly op: 0; readonly t: string; readonly s: number; readonly d: unknown };
export type Payload = Dispatch | { readonly op: number; readonly d?: unknown };
