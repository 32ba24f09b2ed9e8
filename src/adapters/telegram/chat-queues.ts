/** One message after another in each chat: Telegram limits each chat by itself, and answers keep the order of questions. */

/** Messages in hand for one chat; whoever asks for more does not read them. */
const MOST = 100;

/** A message that is not sent any more, since nobody would want it. */
export class DroppedError extends Error {}

export interface ChatQueue {
	/** Before this time (Date.now) Telegram takes nothing for the chat. */
	pausedUntil: number;
}

export class ChatQueues {
	readonly #queues = new Map<unknown, ChatQueue & { size: number; last: Promise<void> }>();

	/** Runs `work` when all that came before it for the same chat is done; rejects with DroppedError when it is too much. */
	async run<T>(chat: unknown, work: (queue: ChatQueue) => Promise<T>): Promise<T> {
		const queue = this.#queues.get(chat) ?? { pausedUntil: 0, size: 0, last: Promise.resolve() };
		if (queue.size >= MOST) throw new DroppedError(`${MOST} messages are waiting for this chat`);
		this.#queues.set(chat, queue);
		queue.size += 1;
		const before = queue.last;
		const { promise, resolve } = Promise.withResolvers<void>();
		queue.last = promise;
		await before;
		try {
			return await work(queue);
		} finally {
			queue.size -= 1;
			if (queue.size === 0) this.#queues.delete(chat);
			resolve();
		}
	}
}
