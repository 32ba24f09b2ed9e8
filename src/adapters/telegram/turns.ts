/** Does what concerns one chat in the order it came in: in a dialogue each answer belongs to the question before it. */
export class Turns {
	readonly #last = new Map<unknown, Promise<unknown>>();

	/** Runs `work` when all that came before it for the same chat is done. `work` must not reject. */
	async take<T>(chat: unknown, work: () => Promise<T>): Promise<T> {
		const turn = (this.#last.get(chat) ?? Promise.resolve()).then(work);
		this.#last.set(chat, turn);
		const result = await turn;
		if (this.#last.get(chat) === turn) this.#last.delete(chat);
		return result;
	}
}
