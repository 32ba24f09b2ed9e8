import type { Person } from '../people.ts';
import { memberObject, userObject } from '../people.ts';
import type { CommandOption } from '../schemas/command.ts';

/** What a test gives for an option: a text, a number, a yes or no, or a person for a user option. */
type OptionValue = string | number | boolean | Person;
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

export type SentOption = {
	name: string;
	type: number;
	value?: string | number | boolean;
	focused?: true;
	options?: SentOption[];
};

export type Resolved = { users: Record<string, unknown>; members: Record<string, unknown> };

/** Takes a registered option and a value, gives the value as Discord sends it; throws where its client would not let it. */
function sentValue(option: CommandOption, value: OptionValue): string | number | boolean {
	const wrong = (why: string): Error =>
		new Error(`option ${option.name}: Discord would not take ${JSON.stringify(value)}: ${why}`);
	if (option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
		throw wrong('not one of its choices');
	}
	switch (option.type) {
		case 3:
			if (typeof value !== 'string') throw wrong('it is a text option');
			if (value.length < Math.max(option.min_length ?? 0, 1)) throw wrong('too short');
			if (value.length > (option.max_length ?? 6000)) throw wrong('too long');
			return value;
		case 4:
		case 10:
			if (typeof value !== 'number') throw wrong('it is a number option');
			if (option.type === 4 && !Number.isSafeInteger(value)) throw wrong('it takes whole numbers');
			if (value < (option.min_value ?? -(2 ** 53)) || value > (option.max_value ?? 2 ** 53))
				throw wrong('out of range');
			return value;
		case 5:
			if (typeof value !== 'boolean') throw wrong('it is a yes or no option');
			return value;
		case 6:
			if (typeof value !== 'object') throw wrong('it takes a person');
			return value.id;
		default:
			throw wrong(`this local server cannot send options of type ${option.type}`);
	}
}

/** Takes registered options and the values given, gives them as Discord sends them and the people they name. */
export function sentOptions(
	options: readonly CommandOption[],
	values: OptionValues,
): { sent: SentOption[]; resolved: Resolved | undefined } {
	const given = Object.entries(values).filter((entry): entry is [string, OptionValue] => entry[1] !== undefined);
	const people: Person[] = [];
	const sent = given.map(([name, value]) => {
		const option = options.find((one) => one.name === name);
		if (!option)
			throw new Error(`the command has no option ${name}, only ${options.map((one) => one.name).join(', ')}`);
		if (typeof value === 'object') people.push(value);
		return { name, type: option.type, value: sentValue(option, value) };
	});
	return { sent, resolved: people.length > 0 ? resolvedPeople(people) : undefined };
}

/** Takes the people whom options name, gives them as an interaction carries them beside their ids. */
export function resolvedPeople(people: readonly Person[]): Resolved {
	const resolved: Resolved = { users: {}, members: {} };
	for (const one of people) {
		const { user: _user, ...member } = memberObject(one);
		resolved.users[one.id] = userObject(one);
		resolved.members[one.id] = member;
	}
	return resolved;
}

/** Takes registered options and the values given, throws when a required one is missing. */
export function demandRequired(options: readonly CommandOption[], values: OptionValues): void {
	const missing = options
		.filter(({ name, required }) => required && values[name] === undefined)
		.map(({ name }) => name);
	if (missing.length > 0) throw new Error(`required options are missing: ${missing.join(', ')}`);
}
