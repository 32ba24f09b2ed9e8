/** Sends the first response to an interaction, again where a broken connection swallowed it, and never twice. */
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from '../../log.ts';
import { pause } from '../pause.ts';
import { describe } from './describe.ts';
import { FIRST_RESPONSE } from './limits.ts';

const WAIT = 100;

/**
 * Calls `send` until it has been delivered or the interaction has expired. discord.js repeats what was answered with
 * 429 or 5xx by itself, but not a request whose connection broke. If that one had been received, the repeat is refused
 * as already acknowledged, which is as good as delivered.
 */
export async function respond(send: () => Promise<unknown>, log: Logger): Promise<void> {
	const deadline = Date.now() + FIRST_RESPONSE;
	for (;;) {
		try {
			await send();
			return;
		} catch (error) {
			if (error instanceof DiscordAPIError) {
				if (error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return;
				if (error.code === RESTJSONErrorCodes.UnknownInteraction) {
					log.warn('discord interaction expired before it was answered');
					return;
				}
				throw error;
			}
			if (error instanceof HTTPError || Date.now() + WAIT >= deadline) throw error;
			log.warn({ reason: describe(error) }, 'discord response will be repeated');
			await pause(WAIT);
		}
	}
}
