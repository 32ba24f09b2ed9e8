import type { StoredCommand } from '../command-store.ts';
import type { Place } from '../interaction.ts';
import type { Person } from '../people.ts';
import { administrator } from '../people.ts';
import type { CommandOption } from '../schemas/command.ts';
import type { World } from '../world.ts';

/** Takes a name, a place and a person; gives the registered command, or throws why Discord would not offer it to them. */
export function findCommand(world: World, name: string, place: Place, person: Person): StoredCommand {
	const offered = [...(place.guildId ? world.commands.list(place.guildId) : []), ...world.commands.list()];
	const command = offered.find((one) => one.name === name && one.type === 1);
	if (!command) {
		throw new Error(
			`/${name} is not registered; registered are ${offered.map((one) => `/${one.name}`).join(', ') || 'none'}`,
		);
	}
	if (command.guild_id === undefined) {
		if (command.contexts && !command.contexts.includes(place.context)) {
			throw new Error(`/${name} is registered for contexts ${command.contexts.join(', ')}, not for ${place.context}`);
		}
		if (!command.integration_types.includes(place.isUserInstall ? 1 : 0)) {
			throw new Error(`/${name} is not registered for integration type ${place.isUserInstall ? 1 : 0}`);
		}
	}
	const needed = command.default_member_permissions;
	if (needed !== null && place.guildId) {
		const has = BigInt(person.permissions);
		const isAdministrator = (has & administrator) !== 0n;
		const hasAll = needed !== '0' && (has & BigInt(needed)) === BigInt(needed);
		if (!isAdministrator && !hasAll)
			throw new Error(`/${name} is not shown to ${person.username}: needs permissions ${needed}`);
	}
	return command;
}

/** Takes a command and "subcommand" or "group subcommand"; gives the path of registered options down to its own options. */
export function descend(
	command: StoredCommand,
	subcommand: string | undefined,
): { path: CommandOption[]; options: CommandOption[] } {
	const path: CommandOption[] = [];
	let options = command.options ?? [];
	for (const name of subcommand?.split(' ') ?? []) {
		const next = options.find((option) => option.type <= 2 && option.name === name);
		if (!next) throw new Error(`/${command.name} has no subcommand ${name}`);
		path.push(next);
		options = next.options ?? [];
	}
	if (options.some(({ type }) => type <= 2)) {
		throw new Error(`/${command.name} is called with a subcommand: ${options.map(({ name }) => name).join(', ')}`);
	}
	return { path, options };
}
