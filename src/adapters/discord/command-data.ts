/** Commands in the form in which Discord registers them. */
import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
	Locale,
	type LocalizationMap,
	PermissionFlagsBits,
	type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { type Command, describeOptions, type Localised } from '../../../commands/command.ts';
import { shorten } from '../../core/answer/fit.ts';
import { LANGUAGES, messagesFor } from '../../core/messages/messages.ts';
import { MAX_DESCRIPTION, MAX_OPTION_LENGTH } from './limits.ts';

/** In servers, direct messages and as a user-installed app. */
const FOR_EVERYONE = {
	integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
	contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
	default_member_permissions: null,
};

/** A command of one server takes neither. It is hidden from members until its administrators show it to a role; rights are checked again whenever it is used. */
const FOR_MODERATORS = { default_member_permissions: String(PermissionFlagsBits.ManageGuild) };

/** The registration of `command`: in servers, direct messages and as a user-installed app. */
export function commandData(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
	return {
		type: ApplicationCommandType.ChatInput,
		name: command.name,
		...describe(command.description),
		options: describeOptions(command).map(({ name, description, required, maxLength, suggest, choices }) => ({
			type: ApplicationCommandOptionType.String as const,
			name,
			...describe(description),
			required,
			// One excludes the other.
			...(choices
				? { choices: choices.map((choice) => ({ name: choice.label, value: choice.value })) }
				: { autocomplete: suggest !== undefined }),
			max_length: Math.min(maxLength, MAX_OPTION_LENGTH),
		})),
		...(command.access === 'moderators' ? FOR_MODERATORS : FOR_EVERYONE),
	};
}

function describe(text: Localised): { description: string; description_localizations: LocalizationMap | null } {
	const locales: LocalizationMap = {};
	for (const locale of Object.values(Locale)) {
		const language = locale.slice(0, 2);
		if (language === 'en' || !LANGUAGES.includes(language)) continue;
		locales[locale] = shorten(text(messagesFor(language)), MAX_DESCRIPTION);
	}
	const some = Object.keys(locales).length > 0;
	return {
		description: shorten(text(messagesFor('en')), MAX_DESCRIPTION),
		description_localizations: some ? locales : null,
	};
}
