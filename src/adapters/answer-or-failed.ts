/** An error inside the bot must not leave the person who asked with silence. */
import type { CommandContext } from '../../commands/command.ts';
import type { Answer } from '../core/answer/answer.ts';
import type { Logger } from '../log.ts';

/** What `run` gives or, when it throws, an answer that says so, which is private. */
export function answerOrFailed<T extends Answer | undefined>(
	run: () => T,
	context: CommandContext,
	log: Logger,
): T | Answer {
	try {
		const answer = run();
		if (answer) context.notice?.(answer);
		return answer;
	} catch (error) {
		log.error({ err: error }, 'an answer could not be made');
		return context.core.explain({ kind: 'failed' }, context);
	}
}
