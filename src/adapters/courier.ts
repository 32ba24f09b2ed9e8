/** Delivers what moderators and proposers are to be told. A notice stays in the store until it has been sent. */
import type { Answer } from '../core/answer/answer.ts';
import type { Logger } from '../log.ts';
import { pause } from './pause.ts';

/** Where a notice goes: to a chat, or to one person. */
export type Recipient = { chat: string } | { person: string };

/** The notices of one platform, as the store and the moderators' desk give them. */
export interface Mailbag {
	/** Those that are this process's to send for a while, with the person's platform id in place of their key. */
	take: () => Promise<{ id: number; to: Recipient; answer: Answer }[]>;
	/** Removes what was sent, or cannot be. */
	done: (id: number) => Promise<void>;
	/** Resolves when there may be something new. */
	news: (signal: AbortSignal) => Promise<void>;
}

export interface CourierOptions {
	bag: Mailbag;
	/** Sends; rejects when it did not arrive. */
	send: (to: Recipient, answer: Answer) => Promise<void>;
	/** Whether an error says that trying again is no use, such as a chat that is closed to the bot. */
	isHopeless: (error: unknown) => boolean;
	describe: (error: unknown) => string;
	log: Logger;
	signal: AbortSignal;
}

const WAIT_AFTER_FAULT = 5_000;

/** Runs until `signal`. Never rejects. */
export async function deliver({ bag, send, isHopeless, describe, log, signal }: CourierOptions): Promise<void> {
	while (!signal.aborted) {
		try {
			for (const { id, to, answer } of await bag.take()) {
				if (signal.aborted) return;
				try {
					await send(to, answer);
				} catch (error) {
					if (!isHopeless(error)) throw error;
					log.warn({ notice: id, reason: describe(error) }, 'a notice cannot be delivered');
				}
				await bag.done(id);
			}
		} catch (error) {
			log.warn({ reason: describe(error) }, 'notices will be delivered later');
			await pause(WAIT_AFTER_FAULT, signal);
		}
		await bag.news(signal);
	}
}
