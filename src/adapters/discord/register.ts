/** Registers the commands with Discord by difference: an unchanged one is not sent again, an unknown one is removed. */
import { type APIApplicationCommand, type REST, Routes } from 'discord.js';
import type { Command } from '../../../commands/command.ts';
import { commandData } from './command-data.ts';

/**
 * Makes Discord's commands equal to `commands`: those for everyone everywhere, the moderators' in their server alone. Gives
 * the number of requests that changed something.
 */
export async function registerCommands(
	rest: REST,
	applicationId: string,
	commands: readonly Command[],
	moderatorGuild: string | undefined,
): Promise<number> {
	const everyones = commands.filter(({ access }) => access === 'everyone');
	const changes = await makeEqual(rest, everyones, {
		all: Routes.applicationCommands(applicationId),
		one: (id) => Routes.applicationCommand(applicationId, id),
	});
	if (moderatorGuild === undefined) return changes;
	const moderators = commands.filter(({ access }) => access === 'moderators');
	const inGuild = await makeEqual(rest, moderators, {
		all: Routes.applicationGuildCommands(applicationId, moderatorGuild),
		one: (id) => Routes.applicationGuildCommand(applicationId, moderatorGuild, id),
	});
	return changes + inGuild;
}

interface CommandRoutes {
	all: `/${string}`;
	one: (id: string) => `/${string}`;
}

async function makeEqual(rest: REST, commands: readonly Command[], routes: CommandRoutes): Promise<number> {
	const query = new URLSearchParams({ with_localizations: 'true' });
	const known = (await rest.get(routes.all, { query })) as APIApplicationCommand[];
	const byName = new Map(known.map((command) => [command.name, command]));
	let changes = 0;
	for (const command of commands) {
		const wanted = commandData(command);
		const current = byName.get(command.name);
		byName.delete(command.name);
		if (current && covers(current, wanted)) continue;
		changes += 1;
		if (current) await rest.patch(routes.one(current.id), { body: wanted });
		else await rest.post(routes.all, { body: wanted });
	}
	for (const { id } of byName.values()) {
		changes += 1;
		await rest.delete(routes.one(id));
	}
	return changes;
}

/**
 * Whether what Discord knows says all that is wanted. Discord leaves out what is empty or false and adds fields of its
 * own, so only wanted fields are compared, and absent counts as empty.
 */
function covers(known: unknown, wanted: unknown): boolean {
	if (isEmpty(wanted)) return isEmpty(known);
	if (Array.isArray(wanted))
		return (
			Array.isArray(known) &&
			known.length === wanted.length &&
			wanted.every((item, index) => covers(known[index], item))
		);
	if (typeof wanted === 'object' && wanted !== null)
		return (
			typeof known === 'object' &&
			known !== null &&
			Object.entries(wanted).every(([key, value]) => covers((known as Record<string, unknown>)[key], value))
		);
	return known === wanted;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}
