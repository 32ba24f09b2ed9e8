/** Keeps count of work in hand, so that stopping can wait for it. */
export class InHand {
	readonly #running = new Set<Promise<void>>();
	#closed = false;

	/** Runs `work`, and resolves when it is done. It must catch its own errors. Refused once finishing has begun. */
	async run(work: () => Promise<void>): Promise<void> {
		if (this.#closed) return;
		const running = work().finally(() => this.#running.delete(running));
		this.#running.add(running);
		await running;
	}

	/** Takes no more work and resolves when all is done, or after `timeout` milliseconds. Gives how much is left. */
	async finish(timeout: number): Promise<number> {
		this.#closed = true;
		await this.#idle(timeout);
		return this.#running.size;
	}

	/** As finish, but takes what still arrives until nothing is in hand: for work that cannot be left to another process. */
	async drain(timeout: number): Promise<number> {
		const deadline = performance.now() + timeout;
		while (this.#running.size > 0 && performance.now() < deadline) await this.#idle(deadline - performance.now());
		this.#closed = true;
		return this.#running.size;
	}

	async #idle(timeout: number): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		const timer = setTimeout(resolve, timeout);
		await Promise.race([Promise.all(this.#running), promise]);
		clearTimeout(timer);
	}
}
