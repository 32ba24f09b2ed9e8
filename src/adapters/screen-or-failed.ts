/** An error inside the bot must not leave the person who asked with silence. */
import type { CommandContext } from '../../commands/command.ts';
import type { Screen } from '../../commands/screen.ts';
import type { Logger } from '../log.ts';

/** What `run` gives or, when it throws, an answer that says so, which is private. */
export async function screenOrFailed<T extends Screen | undefined>(
	run: () => Promise<T>,
	context: CommandContext,
	log: Logger,
): Promise<T | Screen> {
	try {
		return await run();
	} catch (error) {
		log.error({ err: error }, 'an answer could not be made');
		return { answers: [context.core.explain({ kind: 'failed' }, context)] };
	}
}
