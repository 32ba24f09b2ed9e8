/** Learns that the program is to stop: from a signal or, under npm, from the end of the process that started it. */

/** How often the parent is looked at, in milliseconds. */
const WATCH = 500;

/** Aborted by the first SIGINT or SIGTERM; a second one ends the process at once, as is usual. */
export function stopSignal(): AbortSignal {
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.on(signal, () => (controller.signal.aborted ? process.exit(1) : controller.abort()));
	// npm passes a signal to the shell between it and this process, and Debian's shell does not pass it on.
	if (process.env.npm_lifecycle_event !== undefined) {
		const parent = process.ppid;
		const watch = setInterval(() => {
			if (process.ppid === parent) return;
			clearInterval(watch);
			controller.abort();
		}, WATCH);
		watch.unref();
	}
	return controller.signal;
}
