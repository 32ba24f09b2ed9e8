const second = 1000;

export interface Stats {
	/** Messages and photos the bot sent. */
	sent: number;
	/** The most it sent within any one second, in all and in one chat. */
	busiestSecond: number;
	busiestChatSecond: number;
}

/** Counts what the bot sends; Telegram's limits are advice here, never a refusal. */
export class SendRate {
	#sends: { at: number; chatId: number }[] = [];

	count(chatId: number): void {
		this.#sends.push({ at: performance.now(), chatId });
	}

	/** Gives the figures so far. */
	read(): Stats {
		const byChat = Map.groupBy(this.#sends, ({ chatId }) => chatId);
		return {
			sent: this.#sends.length,
			busiestSecond: busiest(this.#sends),
			busiestChatSecond: [...byChat.values()].map(busiest).reduce((a, b) => Math.max(a, b), 0),
		};
	}
}

function busiest(sends: { at: number }[]): number {
	let most = 0;
	let start = 0;
	for (const [index, { at }] of sends.entries()) {
		while ((sends[start]?.at ?? at) <= at - second) start++;
		most = Math.max(most, index - start + 1);
	}
	return most;
}
