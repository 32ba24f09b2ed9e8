/** Learns that the program is to stop: from a signal or, under npm, from the end of the process that started it. */

/** How often the parent is looked at, in milliseconds. */
const WATCH = 500;

/** Under npm one Ctrl+C may arrive twice: from the terminal, and passed on by npm. In milliseconds. */
const SAME = 1_000;

/** Aborted by the first SIGINT or SIGTERM; a later one ends the process at once, as is usual. */
export function stopSignal(): AbortSignal {
	const controller = new AbortController();
	let first: number | undefined;
	const stop = () => {
		first ??= performance.now();
		controller.abort();
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.on(signal, () => {
			if (first !== undefined && performance.now() - first > SAME) process.exit(1);
			stop();
		});
	// npm passes a signal to the shell between it and this process, and Debian's shell does not pass it on.
	if (process.env.npm_lifecycle_event !== undefined) {
		const parent = process.ppid;
		const watch = setInterval(() => {
			if (process.ppid === parent) return;
			clearInterval(watch);
			stop();
		}, WATCH);
		watch.unref();
	}
	return controller.signal;
}
