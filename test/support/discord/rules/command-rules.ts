import { limits } from '../limits.ts';
import { locales } from '../locales.ts';
import type { Problem } from '../problem.ts';
import { problem, required, tooLong } from '../problem.ts';
import type { CommandBody, CommandOption } from '../schemas/command.ts';

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const withChoices = new Set([3, 4, 10]);

type Localized = Readonly<Record<string, string>> | null | undefined;

function isChatName(name: string): boolean {
	return namePattern.test(name) && name === name.toLowerCase();
}

function nameProblems(name: string, localized: Localized, at: readonly PropertyKey[], isChat: boolean): Problem[] {
	const invalid = (path: readonly PropertyKey[], value: string): Problem =>
		problem(path, 'APPLICATION_COMMAND_INVALID_NAME', `Command name ${JSON.stringify(value)} is invalid`);
	const found: Problem[] = isChat && !isChatName(name) ? [invalid([...at, 'name'], name)] : [];
	for (const [locale, value] of Object.entries(localized ?? {})) {
		const path = [...at, 'name_localizations', locale];
		if (!locales.has(locale)) found.push(problem(path, 'BASE_TYPE_CHOICES', `${locale} is not a locale`));
		else if (value.length < 1 || value.length > limits.commandName) found.push(tooLong(path, limits.commandName));
		else if (isChat && !isChatName(value)) found.push(invalid(path, value));
	}
	return found;
}

function descriptionProblems(localized: Localized, at: readonly PropertyKey[]): Problem[] {
	return Object.entries(localized ?? {}).flatMap(([locale, value]) => {
		const path = [...at, 'description_localizations', locale];
		if (!locales.has(locale)) return [problem(path, 'BASE_TYPE_CHOICES', `${locale} is not a locale`)];
		if (!value) return [required(path)];
		return value.length > limits.commandDescription ? [tooLong(path, limits.commandDescription)] : [];
	});
}

function uniquenessProblems(options: readonly CommandOption[], at: readonly PropertyKey[]): Problem[] {
	const used = new Set(options.flatMap((option) => Object.keys(option.name_localizations ?? {})));
	return [undefined, ...used].flatMap((locale) => {
		const names = options.map((option) => (locale && option.name_localizations?.[locale]) || option.name);
		if (new Set(names).size === names.length) return [];
		const message = `Option names must be unique${locale ? ` in ${locale}` : ''}: ${names.join(', ')}`;
		return [problem([...at, 'options'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', message)];
	});
}

function choicesProblems(option: CommandOption, at: readonly PropertyKey[]): Problem[] {
	const found: Problem[] = [];
	const choices = option.choices ?? [];
	if (option.autocomplete && choices.length > 0) {
		const message = 'autocomplete and choices are mutually exclusive';
		found.push(problem(at, 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE', message));
	}
	if ((option.autocomplete || choices.length > 0) && !withChoices.has(option.type)) {
		const message = `An option of type ${option.type} takes neither choices nor autocomplete`;
		found.push(problem([...at, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message));
	}
	if (new Set(choices.map(({ name }) => name)).size < choices.length) {
		const message = 'Option choice names must be unique';
		found.push(problem([...at, 'choices'], 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', message));
	}
	for (const [index, choice] of choices.entries()) {
		const path = [...at, 'choices', index];
		const fits = option.type === 3 ? typeof choice.value === 'string' : typeof choice.value === 'number';
		if (!fits) found.push(problem([...path, 'value'], 'BASE_TYPE_BAD_TYPE', `Does not fit type ${option.type}.`));
		if (choice.value === '') found.push(required([...path, 'value']));
		for (const [locale, value] of Object.entries(choice.name_localizations ?? {})) {
			const place = [...path, 'name_localizations', locale];
			if (!locales.has(locale)) found.push(problem(place, 'BASE_TYPE_CHOICES', `${locale} is not a locale`));
			else if (!value) found.push(required(place));
			else if (value.length > limits.choiceName) found.push(tooLong(place, limits.choiceName));
		}
	}
	return found;
}

function optionProblems(options: readonly CommandOption[], at: readonly PropertyKey[], depth: number): Problem[] {
	const found = uniquenessProblems(options, at);
	let optionalSeen = false;
	const nested = options.filter(({ type }) => type <= 2).length;
	if (nested > 0 && nested < options.length) {
		const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
		found.push(problem([...at, 'options'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message));
	}
	for (const [index, option] of options.entries()) {
		const path = [...at, 'options', index];
		found.push(...nameProblems(option.name, option.name_localizations, path, true));
		found.push(...descriptionProblems(option.description_localizations, path));
		found.push(...choicesProblems(option, path));
		if (option.required && optionalSeen) {
			const message = 'Required options must be placed before non-required options';
			found.push(problem(path, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message));
		}
		if (!option.required) optionalSeen = true;
		// A group stands only at the top and holds subcommands; a subcommand holds plain options.
		const wrongDepth = (option.type === 2 && depth > 0) || (option.type === 1 && depth > 1);
		if (wrongDepth || (option.type > 2 && option.options?.length)) {
			const message = 'Sub-commands and groups cannot be nested this way';
			found.push(problem([...path, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message));
		}
		if (option.type === 2 && option.options?.some(({ type }) => type !== 1)) {
			const message = 'A sub-command group holds only sub-commands';
			found.push(problem([...path, 'options'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message));
		}
		if (option.type <= 2) found.push(...optionProblems(option.options ?? [], path, option.type === 2 ? 1 : 2));
	}
	return found;
}

function longest(text: string | null | undefined, localized: Localized): number {
	return Math.max((text ?? '').length, ...Object.values(localized ?? {}).map(({ length }) => length));
}

/** Takes a command, gives its characters as Discord counts them: the longest localisation of each text. */
export function commandSize(of: CommandBody | CommandOption): number {
	const choices = 'choices' in of ? (of.choices ?? []) : [];
	return (
		longest(of.name, of.name_localizations) +
		longest(of.description, of.description_localizations) +
		choices.reduce((sum, one) => sum + longest(one.name, one.name_localizations) + String(one.value).length, 0) +
		(of.options ?? []).reduce((sum, option) => sum + commandSize(option), 0)
	);
}

/** Takes a command and its place in the request, gives what Discord would refuse. */
export function commandProblems(body: CommandBody, at: readonly PropertyKey[]): Problem[] {
	const isChat = (body.type ?? 1) === 1;
	const found = nameProblems(body.name, body.name_localizations, at, isChat);
	found.push(...descriptionProblems(body.description_localizations, at));
	if (isChat && !body.description) found.push(required([...at, 'description']));
	if (!isChat && body.description) {
		const message = 'Context menu commands cannot have description';
		found.push(problem([...at, 'description'], 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', message));
	}
	if (!isChat && body.options?.length) {
		const message = 'Context menu commands cannot have options';
		found.push(problem([...at, 'options'], 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', message));
	}
	found.push(...optionProblems(body.options ?? [], at, 0));
	for (const field of ['contexts', 'integration_types'] as const) {
		const values: readonly number[] = body[field] ?? [];
		if (new Set(values).size < values.length) {
			found.push(problem([...at, field], 'SET_TYPE_ITEM_NOT_UNIQUE', 'Values must be unique.'));
		}
	}
	if (commandSize(body) > limits.commandSize) {
		const message = `Command exceeds maximum size (${limits.commandSize})`;
		found.push(problem(at, 'APPLICATION_COMMAND_TOO_LARGE', message));
	}
	return found;
}

/** Takes a command and whether it is for one guild, gives what Discord takes although it is a mistake. */
export function commandMistakes(body: CommandBody, isGuild: boolean): string[] {
	const found: string[] = [];
	if (body.contexts?.includes(2) && !body.integration_types?.includes(1)) {
		found.push('context PRIVATE_CHANNEL means nothing without integration type USER_INSTALL');
	}
	if (body.dm_permission !== undefined && body.dm_permission !== null) found.push('dm_permission is deprecated');
	if (body.default_permission !== undefined && body.default_permission !== null) {
		found.push('default_permission is deprecated');
	}
	if (isGuild && (body.contexts || body.integration_types)) {
		found.push('contexts and integration_types are for global commands only');
	}
	return found.map((mistake) => `command ${body.name}: ${mistake}`);
}
