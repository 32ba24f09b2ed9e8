/** What a line in a terminal asks for: a slash command, the number of a suggestion, or a question. */
import type { Command, CommandContext } from '../../../commands/command.ts';
import { runCommand } from '../../../commands/dispatch.ts';
import { fillOptions } from '../../../commands/fill-options.ts';
import type { Answer } from '../../core/answer/answer.ts';

/** The answer to one line. `previous` is the answer before it, whose buttons can be pressed by number. */
export async function runLine(
	line: string,
	commands: readonly Command[],
	context: CommandContext,
	previous?: Answer | undefined,
): Promise<Answer> {
	const { core } = context;
	const text = line.trim();
	if (previous && previous.actions.length > 0 && /^\d{1,2}$/.test(text)) {
		const pressed = previous.actions[Number(text) - 1];
		const answer = pressed && core.act(pressed.action, context);
		return answer ?? core.explain({ kind: 'expired-action' }, context);
	}
	const slash = /^\/([a-z0-9_-]+)(?:\s+([\s\S]*))?$/i.exec(text);
	if (!slash) return core.ask(text, context);
	const [, name = '', rest = ''] = slash;
	const command = commands.find((known) => known.name === name.toLowerCase());
	if (!command)
		return core.explain({ kind: 'unknown-command', name, commands: commands.map((known) => known.name) }, context);
	const [answer] = (await runCommand(command, fillOptions(command, rest, core), context)).answers;
	return answer ?? core.explain({ kind: 'failed' }, context);
}
