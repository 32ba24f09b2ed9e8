import { DiscordAPIError } from 'discord.js';

/**
 * What went wrong in a few words. The error itself must not be logged: it holds the interaction's token, with which anyone
 * could answer for 15 minutes, and what was said.
 */
export function describe(error: unknown): string {
	if (error instanceof DiscordAPIError) return `${error.status} ${error.code} ${error.message}`;
	return error instanceof Error ? error.message : String(error);
}
