import type { Problem } from './problem.ts';
import { errorTree, problemText } from './problem.ts';

/** An answer of the API that refuses: HTTP status, Discord's numeric code, its message, and the errors tree for forms. */
export class ApiError extends Error {
	readonly status: number;
	readonly body: Record<string, unknown>;
	readonly headers: Record<string, string>;
	readonly detail: string;
	/** False when the refusal follows from a fault of this server rather than from a mistake of the bot. */
	readonly isViolation: boolean;

	constructor(
		status: number,
		code: number,
		message: string,
		extra: {
			problems?: readonly Problem[];
			body?: Record<string, unknown>;
			headers?: Record<string, string>;
			isExcused?: boolean;
		} = {},
	) {
		super(message);
		this.status = status;
		this.headers = extra.headers ?? {};
		this.isViolation = !extra.isExcused;
		this.body = { message, code, ...extra.body };
		if (extra.problems) this.body.errors = errorTree(extra.problems);
		this.detail = [message, ...(extra.problems ?? []).map(problemText)].join('; ');
	}
}

/** Gives 400/50035 for a body with the named problems. */
export function invalidForm(problems: readonly Problem[]): ApiError {
	return new ApiError(400, 50035, 'Invalid Form Body', { problems });
}

/** The refusals that carry nothing of their own (topics/opcodes-and-status-codes#json). */
export const refusals = {
	unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
	notFound: () => new ApiError(404, 0, '404: Not Found'),
	methodNotAllowed: () => new ApiError(405, 0, '405: Method Not Allowed'),
	apiVersion: () => new ApiError(400, 50041, 'Invalid API version provided'),
	invalidJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
	tooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
	otherApplication: () => new ApiError(403, 20012, 'You are not authorized to perform this action on this application'),
	unknownChannel: (isExcused = false) => new ApiError(404, 10003, 'Unknown Channel', { isExcused }),
	unknownUser: () => new ApiError(404, 10013, 'Unknown User'),
	// Whom a channel or a person lets in can change at any time: no mistake of the bot.
	missingAccess: () => new ApiError(403, 50001, 'Missing Access', { isExcused: true }),
	missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions', { isExcused: true }),
	closedToBot: () => new ApiError(403, 50007, 'Cannot send messages to this user', { isExcused: true }),
	invalidRecipient: () => new ApiError(400, 50033, 'Invalid Recipient(s)'),
	unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
	unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
	unknownInteraction: (isExcused = false) => new ApiError(404, 10062, 'Unknown interaction', { isExcused }),
	unknownCommand: () => new ApiError(404, 10063, 'Unknown application command'),
	alreadyAcknowledged: (isExcused = false) =>
		new ApiError(400, 40060, 'Interaction has already been acknowledged.', { isExcused }),
	emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
	webhookToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
	followUps: () => new ApiError(400, 40094, 'This interaction has reached the maximum number of follow-up messages'),
	tooManyCommands: (count: number) =>
		new ApiError(400, 30032, `Maximum number of application commands reached (${count})`),
	dailyCreates: (count: number) =>
		new ApiError(429, 30034, `Max number of daily application command creates has been reached (${count})`, {
			body: { retry_after: 60, global: false },
			headers: { 'retry-after': '60' },
		}),
} as const;

/** Gives 429 with a body and headers as Discord sends them; `seconds` to wait, `global` for the limit over all routes. */
export function rateLimited(seconds: number, global = false): ApiError {
	return new ApiError(429, 0, 'You are being rate limited.', {
		body: { retry_after: seconds, global },
		headers: {
			'retry-after': String(Math.ceil(seconds)),
			'x-ratelimit-limit': '5',
			'x-ratelimit-remaining': '0',
			'x-ratelimit-reset-after': String(seconds),
			'x-ratelimit-scope': global ? 'global' : 'user',
			...(global ? { 'x-ratelimit-global': 'true' } : { 'x-ratelimit-bucket': 'local' }),
		},
	});
}
