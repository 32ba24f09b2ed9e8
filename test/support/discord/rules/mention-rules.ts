import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { MessageBody } from '../schemas/message.ts';

/** Takes a message body, gives what Discord would refuse in its allowed_mentions. */
export function mentionProblems(body: MessageBody, at: readonly PropertyKey[]): Problem[] {
	const allowed = body.allowed_mentions;
	return (['users', 'roles'] as const)
		.filter((kind) => allowed?.parse?.includes(kind) && (allowed[kind]?.length ?? 0) > 0)
		.map((kind) => {
			const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
			return problem([...at, 'allowed_mentions'], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
		});
}

/** Takes a message body, gives why it could ping someone; undefined when it pings nobody whatever its text says. */
export function pingRisk(body: MessageBody): string | undefined {
	const allowed = body.allowed_mentions;
	if (!allowed?.parse) return 'allowed_mentions.parse is missing: mentions in the text would ping (send parse: [])';
	if (allowed.parse.length > 0) return `allowed_mentions.parse is [${allowed.parse.join(', ')}]: would ping`;
	if (allowed.users?.length || allowed.roles?.length) return 'allowed_mentions names users or roles: would ping';
	return allowed.replied_user ? 'allowed_mentions.replied_user is true: would ping' : undefined;
}
