/** /help: what the bot is and is not, and its commands. */
import { z } from 'zod';
import { type Command, defineCommand } from './command.ts';

/** The help on these commands and itself. */
export function helpOn(others: readonly Command[]): Command {
	const description = { en: 'What this bot is, and how to ask it' };
	return defineCommand({
		name: 'help',
		description,
		access: 'everyone',
		options: z.object({}),
		run: (_options, { core, ...options }) => {
			const listed = [...others.filter(({ access }) => access === 'everyone'), { name: 'help', description }];
			return core.explain(
				{
					kind: 'help',
					commands: listed.map((command) => ({ name: command.name, description: command.description.en })),
				},
				options,
			);
		},
	});
}
