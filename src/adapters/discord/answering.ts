/** Answers one interaction: a slash command, a pressed button, a form that was filled in, or autocomplete. */
import type {
	AutocompleteInteraction,
	ButtonInteraction,
	ChatInputCommandInteraction,
	ModalSubmitInteraction,
} from 'discord.js';
import { type Command, type CommandContext, describeOptions } from '../../../commands/command.ts';
import { press, runCommand, submit } from '../../../commands/dispatch.ts';
import type { Screen } from '../../../commands/screen.ts';
import { shorten } from '../../core/answer/fit.ts';
import type { Logger } from '../../log.ts';
import { screenOrFailed } from '../screen-or-failed.ts';
import { MAX_CHOICE_NAME, MAX_CHOICE_VALUE, MAX_CHOICES } from './limits.ts';
import { valuesOf } from './modal.ts';
import { respond } from './respond.ts';
import { type Shown, show } from './show.ts';

export interface Answering {
	commands: readonly Command[];
	context: Omit<CommandContext, 'language'>;
	log: Logger;
}

export async function answerCommand(interaction: ChatInputCommandInteraction, answering: Answering): Promise<void> {
	const { commands } = answering;
	const command = commands.find(({ name }) => name === interaction.commandName);
	const options = Object.fromEntries(interaction.options.data.map(({ name, value }) => [name, value]));
	await answer(interaction, answering, async (context) => {
		if (command) return runCommand(command, options, context);
		const names = commands.filter(({ access }) => access === 'everyone').map(({ name }) => name);
		const unknown = { kind: 'unknown-command', name: interaction.commandName, commands: names } as const;
		return { answers: [context.core.explain(unknown, context)] };
	});
}

/** A button that goes on with its own answer changes that message; one that leads elsewhere answers the presser alone. */
export async function answerButton(interaction: ButtonInteraction, answering: Answering): Promise<void> {
	await answer(interaction, answering, (context) => press(interaction.customId, answering.commands, context));
}

export async function answerForm(interaction: ModalSubmitInteraction, answering: Answering): Promise<void> {
	const values = valuesOf(interaction);
	await answer(interaction, answering, (context) => submit(interaction.customId, values, answering.commands, context));
}

/** Shows what `run` leads to; a button or form that nobody knows any more says so. */
async function answer(
	interaction: Shown,
	{ context, log }: Answering,
	run: (context: CommandContext) => Promise<Screen | undefined>,
): Promise<void> {
	const withLanguage = { ...context, language: interaction.locale };
	const work = screenOrFailed(() => run(withLanguage), withLanguage, log).then(
		(screen) => screen ?? { answers: [context.core.explain({ kind: 'expired-action' }, withLanguage)] },
	);
	await show(interaction, work, log);
}

export async function answerAutocomplete(
	interaction: AutocompleteInteraction,
	{ commands, context, log }: Answering,
): Promise<void> {
	const { name, value } = interaction.options.getFocused(true);
	const command = commands.find((known) => known.name === interaction.commandName);
	const option = command && describeOptions(command).find((known) => known.name === name);
	const found = option?.suggest ? context.core.names.suggest(option.suggest, value, MAX_CHOICES) : [];
	const choices = found
		.filter(({ id }) => id.length <= MAX_CHOICE_VALUE)
		.map(({ id, label }) => ({ name: shorten(label, MAX_CHOICE_NAME), value: id }));
	await respond(() => interaction.respond(choices), log);
}
