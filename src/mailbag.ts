/** The notices of one platform, put into words for its courier. */
import { setTimeout } from 'node:timers/promises';
import { noticeAnswer } from '../commands/moderation/notice.ts';
import type { Mailbag, Recipient } from './adapters/courier.ts';
import type { Desk } from './moderation/desk.ts';
import { readNotice } from './moderation/notices.ts';
import type { Platform } from './store/store.ts';

/** So long a notice is a process's own to send; after that another may. In milliseconds. */
const HOLD = 60_000;
const AT_ONCE = 20;
/** Other processes put notices in as well, and nobody tells this one. In milliseconds. */
const LOOK_AGAIN = 2_000;

/** Wakes whoever waits for news. */
export class Bell {
	#waiting = Promise.withResolvers<void>();

	ring(): void {
		this.#waiting.resolve();
		this.#waiting = Promise.withResolvers();
	}

	get rung(): Promise<void> {
		return this.#waiting.promise;
	}
}

export function mailbag(platform: Platform, desk: Desk, bell: Bell): Mailbag {
	const { notices, people } = desk.store;
	return {
		async take() {
			const now = Date.now();
			const until = new Date(now + HOLD).toISOString();
			const taken = await notices.take(platform, new Date(now).toISOString(), until, AT_ONCE);
			const letters: Awaited<ReturnType<Mailbag['take']>> = [];
			for (const notice of taken) {
				// On Discord a moderator has their rights in one server, and none in direct messages.
				const canAct = platform !== 'discord' || 'chat' in notice.to;
				const answer = await noticeAnswer(readNotice(notice), canAct, desk);
				const to = await recipientOf(notice.to, people);
				if (answer && to) letters.push({ id: notice.id, to, answer });
				// Nobody is left to tell, or nothing to tell of.
				else await notices.done(notice.id);
			}
			return letters;
		},
		done: (id) => notices.done(id),
		async news(signal) {
			await Promise.race([bell.rung, setTimeout(LOOK_AGAIN, undefined, { signal, ref: false }).catch(() => undefined)]);
		},
	};
}

async function recipientOf(to: Recipient, people: Desk['store']['people']): Promise<Recipient | undefined> {
	if ('chat' in to) return to;
	const identity = await people.find(to.person);
	return identity && { person: identity.platformId };
}
