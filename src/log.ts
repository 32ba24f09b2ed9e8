/** Structured logs on standard error. No secret is ever written, wherever in a line it would stand. */
import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** A logger that blots out `secrets` in whatever it writes: messages, fields, stacks and addresses of failed requests. */
export function createLogger(level: string, secrets: readonly string[]): Logger {
	// Addresses hold secrets encoded, too.
	const hidden = [...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]))];
	const redact = (line: string) => hidden.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line);
	return pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			serializers: { err: plainError },
			hooks: { streamWrite: redact },
		},
		pino.destination({ dest: 2, sync: true }),
	);
}

/** An error without its other fields: those of a database hold what was to be written. */
function plainError(error: unknown): unknown {
	if (!(error instanceof Error)) return error;
	const { name, message, stack, cause } = error;
	return { type: name, message, stack, ...(cause === undefined ? {} : { cause: plainError(cause) }) };
}
