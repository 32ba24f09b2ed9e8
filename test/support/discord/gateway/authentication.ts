import type { z } from 'zod';
import { limits } from '../limits.ts';
import { closeCodes, knownIntents, privilegedIntents } from './opcodes.ts';
import { identify, resume } from './payloads.ts';

/** A close code and what the bot did to get it. */
export type Rejection = { readonly code: number; readonly violation: string };

/** Takes the data of an IDENTIFY, its size in characters and the right token; gives it parsed, or why it is rejected. */
export function checkIdentify(d: unknown, size: number, token: string): z.infer<typeof identify> | Rejection {
	const { data, error } = identify.safeParse(d);
	if (!data || size > limits.identifyBytes) {
		return { code: closeCodes.decodeError, violation: `IDENTIFY: ${error?.message ?? `${size} bytes`}` };
	}
	if (data.token !== token) {
		return { code: closeCodes.authenticationFailed, violation: 'IDENTIFY with a wrong token' };
	}
	if ((data.intents & ~knownIntents) !== 0) {
		return { code: closeCodes.invalidIntents, violation: `IDENTIFY with unknown intents ${data.intents}` };
	}
	const [shard, count] = data.shard ?? [0, 1];
	if (shard < 0 || shard >= count) {
		return { code: closeCodes.invalidShard, violation: `IDENTIFY with shard ${shard} of ${count}` };
	}
	const privileged = privilegedIntents.filter(([, bit]) => (data.intents & bit) !== 0).map(([name]) => name);
	if (privileged.length === 0) return data;
	const violation = `IDENTIFY with privileged intents ${privileged.join(', ')}`;
	return { code: closeCodes.disallowedIntents, violation };
}

/** Takes the data of a RESUME and the right token; gives it parsed, or why it is rejected. */
export function checkResume(d: unknown, token: string): z.infer<typeof resume> | Rejection {
	const { data } = resume.safeParse(d);
	if (!data) return { code: closeCodes.decodeError, violation: 'a RESUME without token, session_id and seq' };
	return data.token === token
		? data
		: { code: closeCodes.authenticationFailed, violation: 'RESUME with a wrong token' };
}
