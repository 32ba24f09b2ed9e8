import type { SentOption } from './option-values.ts';

/** Takes a command, the subcommands on the way and the options, gives the data of an interaction that calls it. */
export function commandData(
	command: { readonly id: string; readonly name: string; readonly type: number; readonly guild_id?: string },
	path: readonly { readonly name: string; readonly type: number }[],
	options: SentOption[],
): Record<string, unknown> {
	const nested = path.reduceRight<SentOption[]>((inner, { name, type }) => [{ name, type, options: inner }], options);
	return {
		id: command.id,
		name: command.name,
		type: command.type,
		...(command.guild_id ? { guild_id: command.guild_id } : {}),
		...(nested.length > 0 ? { options: nested } : {}),
	};
}
