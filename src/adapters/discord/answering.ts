/** Answers one interaction: a slash command, a pressed button, or autocomplete. */
import type { AutocompleteInteraction, ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { type Command, type CommandContext, describeOptions } from '../../../commands/command.ts';
import { decodeAction } from '../../core/answer/actions.ts';
import { shorten } from '../../core/answer/fit.ts';
import { messagesFor } from '../../core/messages/messages.ts';
import type { Logger } from '../../log.ts';
import { answerOrFailed } from '../answer-or-failed.ts';
import { MAX_CHOICE_NAME, MAX_CHOICE_VALUE, MAX_CHOICES } from './limits.ts';
import { flagsOf, renderDiscord } from './render.ts';
import { respond } from './respond.ts';

export interface Answering {
	commands: readonly Command[];
	context: Omit<CommandContext, 'language'>;
	log: Logger;
}

export async function answerCommand(
	interaction: ChatInputCommandInteraction,
	{ commands, context, log }: Answering,
): Promise<void> {
	const language = interaction.locale;
	const withLanguage = { ...context, language };
	const command = commands.find(({ name }) => name === interaction.commandName);
	const options = Object.fromEntries(interaction.options.data.map(({ name, value }) => [name, value]));
	const run = () =>
		command
			? command.run(options, withLanguage)
			: context.core.explain(
					{ kind: 'unknown-command', name: interaction.commandName, commands: commands.map(({ name }) => name) },
					withLanguage,
				);
	const answer = answerOrFailed(run, withLanguage, log);
	const message = renderDiscord(answer, messagesFor(answer.language));
	const flags = flagsOf(answer.private);
	await respond(() => interaction.reply({ ...message, ...(flags === undefined ? {} : { flags }) }), log);
}

/** A button that goes on with its own answer changes that message; one that leads elsewhere answers the presser alone. */
export async function answerButton(interaction: ButtonInteraction, { context, log }: Answering): Promise<void> {
	const language = interaction.locale;
	const withLanguage = { ...context, language };
	const answer = answerOrFailed(() => context.core.act(interaction.customId, withLanguage), withLanguage, log);
	const shown = answer ?? context.core.explain({ kind: 'expired-action' }, withLanguage);
	const message = renderDiscord(shown, messagesFor(shown.language));
	// What went wrong does not take the place of an answer.
	const replace = answer && !answer.private && decodeAction(interaction.customId)?.replace;
	if (replace) return respond(() => interaction.update(message), log);
	const flags = flagsOf(true);
	return respond(() => interaction.reply({ ...message, ...(flags === undefined ? {} : { flags }) }), log);
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
