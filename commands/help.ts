/** /help: what the bot is and is not, and its commands. */
import { z } from 'zod';
import { messagesFor } from '../src/core/messages/messages.ts';
import { type Command, defineCommand, type Localised } from './command.ts';

/** The help on these commands and itself. */
export function helpOn(others: readonly Command[]): Command {
	const description: Localised = (m) => m.commands.help;
	return defineCommand({
		name: 'help',
		description,
		access: 'everyone',
		options: z.object({}),
		run: (_options, { core, ...options }) => {
			const m = messagesFor(options.language);
			const listed = [...others.filter(({ access }) => access === 'everyone'), { name: 'help', description }];
			return core.explain(
				{
					kind: 'help',
					commands: listed.map((command) => ({ name: command.name, description: command.description(m) })),
				},
				options,
			);
		},
	});
}
