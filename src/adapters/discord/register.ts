/** Registers the commands with Discord by difference: an unchanged one is not sent again, an unknown one is removed. */
import { type APIApplicationCommand, type REST, Routes } from 'discord.js';
import type { Command } from '../../../commands/command.ts';
import { commandData } from './command-data.ts';

/** Makes Discord's global commands equal to `commands`. Gives the number of requests that changed something. */
export async function registerCommands(
	rest: REST,
	applicationId: string,
	commands: readonly Command[],
): Promise<number> {
	const route = Routes.applicationCommands(applicationId);
	const query = new URLSearchParams({ with_localizations: 'true' });
	const known = (await rest.get(route, { query })) as APIApplicationCommand[];
	const byName = new Map(known.map((command) => [command.name, command]));
	let changes = 0;
	for (const command of commands) {
		const wanted = commandData(command);
		const current = byName.get(command.name);
		byName.delete(command.name);
		if (current && covers(current, wanted)) continue;
		changes += 1;
		if (current) await rest.patch(Routes.applicationCommand(applicationId, current.id), { body: wanted });
		else await rest.post(route, { body: wanted });
	}
	for (const { id } of byName.values()) {
		changes += 1;
		await rest.delete(Routes.applicationCommand(applicationId, id));
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
