export interface ResponseParameters {
	retry_after?: number;
	migrate_to_chat_id?: number;
}

/** A refusal as the Bot API words it; `description` starts with the HTTP reason ("Bad Request: …"). */
export class ApiError extends Error {
	override name = 'ApiError';
	readonly code: number;
	readonly parameters: ResponseParameters | undefined;
	/** False when circumstances caused it (a person blocked the bot, an injected fault), not the bot's own mistake. */
	readonly botsFault: boolean;

	constructor(
		code: number,
		description: string,
		options: { parameters?: ResponseParameters; botsFault?: boolean } = {},
	) {
		super(description);
		this.code = code;
		this.parameters = options.parameters;
		this.botsFault = options.botsFault ?? true;
	}
}

/** Takes the reason without its prefix and gives the 400 the bot is to blame for. */
export function badRequest(reason: string): ApiError {
	return new ApiError(400, `Bad Request: ${lowerFirst(reason)}`);
}

/** Like badRequest or a 403, but for something the bot could not know. */
export function circumstance(code: 400 | 403, reason: string, parameters?: ResponseParameters): ApiError {
	const prefix = code === 400 ? 'Bad Request' : 'Forbidden';
	return new ApiError(code, `${prefix}: ${lowerFirst(reason)}`, {
		...(parameters && { parameters }),
		botsFault: false,
	});
}

// The real server leaves identifiers such as BUTTON_DATA_INVALID alone.
function lowerFirst(reason: string): string {
	return /^.[A-Z_]/.test(reason) ? reason : reason.charAt(0).toLowerCase() + reason.slice(1);
}
