import { limits } from './limits.ts';
import type { CommandBody, CommandOption } from './schemas/command.ts';
import { snowflake } from './snowflake.ts';
import { withoutNulls } from './without-nulls.ts';

/** A registered command; `version` changes only when something about the command changes. */
export type StoredCommand = {
	readonly id: string;
	readonly application_id: string;
	readonly version: string;
	readonly guild_id?: string;
	readonly type: 1 | 2 | 3;
	readonly name: string;
	readonly name_localizations: Record<string, string> | null;
	readonly description: string;
	readonly description_localizations: Record<string, string> | null;
	readonly options?: CommandOption[];
	readonly default_member_permissions: string | null;
	readonly contexts: (0 | 1 | 2)[] | null;
	readonly integration_types: (0 | 1)[];
	readonly nsfw: boolean;
	readonly dm_permission: boolean;
};

type Content = Omit<StoredCommand, 'id' | 'application_id' | 'version' | 'guild_id'>;

function storedOption(option: CommandOption): CommandOption {
	const { required, autocomplete, options, choices, ...rest } = withoutNulls(option);
	return {
		...rest,
		...(required ? { required } : {}),
		...(autocomplete ? { autocomplete } : {}),
		...(choices?.length ? { choices } : {}),
		...(options?.length ? { options: options.map(storedOption) } : {}),
	};
}

function contentOf(body: CommandBody): Content {
	return {
		type: body.type ?? 1,
		name: body.name,
		name_localizations: body.name_localizations ?? null,
		description: body.description ?? '',
		description_localizations: body.description_localizations ?? null,
		...(body.options?.length ? { options: body.options.map(storedOption) } : {}),
		default_member_permissions: body.default_member_permissions ?? null,
		contexts: body.contexts ?? null,
		integration_types: body.integration_types ?? [0],
		nsfw: body.nsfw ?? false,
		dm_permission: body.dm_permission ?? true,
	};
}

/** The registered commands of the application, global ones and those of single guilds. */
export class CommandStore {
	readonly #applicationId: string;
	readonly #scopes = new Map<string, StoredCommand[]>();
	readonly #creates = new Map<string, number>();

	constructor(applicationId: string) {
		this.#applicationId = applicationId;
	}

	/** Gives the commands of a guild, or the global ones without a guild. */
	list(guildId?: string): readonly StoredCommand[] {
		return this.#scopes.get(guildId ?? '') ?? [];
	}

	/** Gives the command of that id in the scope. */
	get(id: string, guildId?: string): StoredCommand | undefined {
		return this.list(guildId).find((command) => command.id === id);
	}

	/** Replaces all commands of the scope; those with a known name and type keep their id. Gives the new list. */
	overwrite(bodies: readonly CommandBody[], guildId?: string): readonly StoredCommand[] {
		const fresh = bodies.map((body) => this.#built(body, guildId, this.#sameName(body, guildId)));
		this.#scopes.set(guildId ?? '', fresh);
		return fresh;
	}

	/** Adds the command, or replaces the one with its name and type. */
	upsert(body: CommandBody, guildId?: string): { command: StoredCommand; isNew: boolean } {
		const old = this.#sameName(body, guildId);
		const command = this.#built(body, guildId, old);
		this.#scopes.set(guildId ?? '', [...this.list(guildId).filter((other) => other !== old), command]);
		return { command, isNew: !old };
	}

	/** Replaces the command `old` by the body, under the same id. */
	replace(old: StoredCommand, body: CommandBody, guildId?: string): StoredCommand {
		const command = this.#built(body, guildId, old);
		this.#scopes.set(
			guildId ?? '',
			this.list(guildId).map((other) => (other === old ? command : other)),
		);
		return command;
	}

	/** Removes the command. */
	remove(old: StoredCommand, guildId?: string): void {
		this.#scopes.set(
			guildId ?? '',
			this.list(guildId).filter((other) => other !== old),
		);
	}

	/** Gives whether so many new commands would pass the limit of creates a day in the scope. */
	wouldPassDailyLimit(bodies: readonly CommandBody[], guildId?: string): boolean {
		const fresh = bodies.filter((body) => !this.#sameName(body, guildId)).length;
		return (this.#creates.get(guildId ?? '') ?? 0) + fresh > limits.commandCreatesADay;
	}

	#sameName(body: CommandBody, guildId?: string): StoredCommand | undefined {
		return this.list(guildId).find(({ name, type }) => name === body.name && type === (body.type ?? 1));
	}

	#built(body: CommandBody, guildId: string | undefined, old: StoredCommand | undefined): StoredCommand {
		const content = contentOf(body);
		if (old && JSON.stringify(content) === JSON.stringify(contentOf(old))) return old;
		if (!old) this.#creates.set(guildId ?? '', (this.#creates.get(guildId ?? '') ?? 0) + 1);
		return {
			id: old?.id ?? snowflake(),
			application_id: this.#applicationId,
			version: snowflake(),
			...(guildId ? { guild_id: guildId } : {}),
			...content,
		};
	}
}
