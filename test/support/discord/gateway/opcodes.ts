/** Gateway operations (topics/opcodes-and-status-codes#gateway-gateway-opcodes). */
export const opcodes = {
	dispatch: 0,
	heartbeat: 1,
	identify: 2,
	presence: 3,
	voice: 4,
	resume: 6,
	reconnect: 7,
	members: 8,
	invalidSession: 9,
	hello: 10,
	heartbeatAck: 11,
} as const;

/** Codes Discord closes the gateway with (same page, gateway-close-event-codes). */
export const closeCodes = {
	unknownOpcode: 4001,
	decodeError: 4002,
	notAuthenticated: 4003,
	authenticationFailed: 4004,
	alreadyAuthenticated: 4005,
	invalidSequence: 4007,
	rateLimited: 4008,
	sessionTimedOut: 4009,
	invalidShard: 4010,
	invalidVersion: 4012,
	invalidIntents: 4013,
	disallowedIntents: 4014,
} as const;

/** The intents that need Discord's leave. */
export const privilegedIntents: readonly (readonly [name: string, bit: number])[] = [
	['GUILD_MEMBERS', 1 << 1],
	['GUILD_PRESENCES', 1 << 8],
	['MESSAGE_CONTENT', 1 << 15],
];
export const guildsIntent = 1 << 0;
export const knownIntents = (1 << 26) - 1;
