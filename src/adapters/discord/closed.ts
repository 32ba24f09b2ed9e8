/** Why the gateway has closed for good. docs: topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
import { GatewayCloseCodes } from 'discord.js';
import { FatalError } from '../adapter.ts';

const WRONG_TOKEN =
	'Discord does not accept DISCORD_TOKEN. Copy the token from the page "Bot" of your app (Reset Token) and start again.';

const TOO_MANY_SERVERS = 'The app is in more servers than one connection may serve. Remove it from some of them.';
const INTENTS =
	'Check "Privileged Gateway Intents" on the page "Bot" of your app; if that is in order, update this program.';
const ADVICE: Partial<Record<number, string>> = {
	[GatewayCloseCodes.InvalidShard]: TOO_MANY_SERVERS,
	[GatewayCloseCodes.ShardingRequired]: TOO_MANY_SERVERS,
	[GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer takes this version of its API. Update this program.',
	[GatewayCloseCodes.InvalidIntents]: INTENTS,
	[GatewayCloseCodes.DisallowedIntents]: INTENTS,
};

export function wrongToken(): FatalError {
	return new FatalError('discord-token', WRONG_TOKEN);
}

/** The error for a close code after which Discord takes no new connection. */
export function closedForGood(code: number): FatalError {
	if (code === GatewayCloseCodes.AuthenticationFailed) return wrongToken();
	const advice = ADVICE[code] ?? "Look the code up in Discord's documentation, and update this program.";
	return new FatalError('discord-gateway', `Discord has closed the connection for good (code ${code}). ${advice}`);
}
