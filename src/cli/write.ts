/** Writes to standard output without piling up what the reader has not taken yet. */
import { once } from 'node:events';

/** Resolves when there is room for more. */
export async function write(text: string): Promise<void> {
	if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A reader that has read enough ("| head") ends the program quietly. */
export function endWithReader(): void {
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') process.exit(0);
		throw error;
	});
}
