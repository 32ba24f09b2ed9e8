import { z } from 'zod';
import { limits } from '../limits.ts';
import { flag, text } from './common.ts';

const localizations = z.record(z.string(), z.string()).nullish();
const name = z.string().min(1).max(limits.commandName);

const commandChoice = z.object({
	name: z.string().min(1).max(limits.choiceName),
	name_localizations: localizations,
	value: z.union([z.string().max(limits.choiceValue), z.number()]),
});

/** An option of a command; types 1 (subcommand) and 2 (group) hold options of their own. */
export type CommandOption = {
	type: number;
	name: string;
	name_localizations?: Record<string, string> | null | undefined;
	description: string;
	description_localizations?: Record<string, string> | null | undefined;
	required?: boolean | null | undefined;
	autocomplete?: boolean | null | undefined;
	choices?: z.infer<typeof commandChoice>[] | null | undefined;
	min_value?: number | null | undefined;
	max_value?: number | null | undefined;
	min_length?: number | null | undefined;
	max_length?: number | null | undefined;
	channel_types?: number[] | null | undefined;
	options?: CommandOption[] | null | undefined;
};

const option: z.ZodType<CommandOption> = z.object({
	type: z.int().min(1).max(11),
	name,
	name_localizations: localizations,
	description: z.string().min(1).max(limits.commandDescription),
	description_localizations: localizations,
	required: flag,
	autocomplete: flag,
	choices: z.array(commandChoice).max(limits.choices).nullish(),
	min_value: z.number().nullish(),
	max_value: z.number().nullish(),
	min_length: z.int().min(0).max(limits.optionString).nullish(),
	max_length: z.int().min(1).max(limits.optionString).nullish(),
	channel_types: z.array(z.int()).nullish(),
	get options() {
		return z.array(option).max(limits.commandOptions).nullish();
	},
});

/** A command as a bot registers it (interactions/application-commands#create-global-application-command). */
export const commandBody = z.object({
	id: z.string().nullish(),
	type: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullish(),
	name,
	name_localizations: localizations,
	description: text(limits.commandDescription),
	description_localizations: localizations,
	options: z.array(option).max(limits.commandOptions).nullish(),
	default_member_permissions: z.string().regex(/^\d+$/).nullish(),
	contexts: z
		.array(z.union([z.literal(0), z.literal(1), z.literal(2)]))
		.min(1)
		.nullish(),
	integration_types: z
		.array(z.union([z.literal(0), z.literal(1)]))
		.min(1)
		.nullish(),
	nsfw: flag,
	dm_permission: flag,
	default_permission: flag,
});

export type CommandBody = z.infer<typeof commandBody>;
