/** Writes to standard output without piling up what the reader has not taken yet. */
import { once } from 'node:events';

/** Resolves when there is room for more. */
export async function write(text: string): Promise<void> {
	if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Ends the program when nothing more can be written: quietly when the reader has read enough ("| head"), else with an error. */
export function watchOutput(): void {
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') process.exit(0);
		console.error(`Standard output cannot be written (${error.code}).`);
		process.exit(1);
	});
}
