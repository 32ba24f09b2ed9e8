import type { Interaction, Place } from '../interaction.ts';
import { locales } from '../locales.ts';
import type { Message } from '../message-store.ts';
import type { Person } from '../people.ts';
import type { CallbackType, Choice } from '../schemas/callback.ts';
import { modalFields } from '../schemas/modal.ts';
import { snowflake } from '../snowflake.ts';
import type { World } from '../world.ts';
import { buttonsOf, selectsOf } from './controls.ts';
import { descend, findCommand } from './find-command.ts';
import type { OptionValues, SentOption } from './option-values.ts';
import { demandRequired, sentOptions } from './option-values.ts';
import { Reply } from './reply.ts';
import type { Start } from './start-interaction.ts';
import { startInteraction } from './start-interaction.ts';

/** Who acts and where; the defaults are the server's own person in its own guild, in en-US. */
export type Circumstances = {
	readonly user?: Person;
	readonly locale?: string;
	/** Another guild than the server's own. */
	readonly guildId?: string;
	/** True for the bot's own direct messages, 'private' for another private channel (user install). */
	readonly dm?: boolean | 'private';
	/** Who installed the application; 'user' allows five follow-ups. */
	readonly install?: 'guild' | 'user';
	/** How long to wait for the first response; default a little longer than Discord gives. */
	readonly timeoutMs?: number;
};

export type SlashOptions = Circumstances & {
	/** "name" or "group name". */
	readonly subcommand?: string;
};

export type Home = { readonly guildId: string; readonly channelId: string; readonly person: Person };

type Send = (payload: unknown, delivered: () => void) => void;

const messageTypes: readonly CallbackType[] = [4, 5];
const updateTypes: readonly CallbackType[] = [6, 7];

/** What people do in Discord, turned into interactions; each waits for the bot's first response. */
export class PeopleAtWork {
	readonly #world: World;
	readonly #home: Home;
	readonly #send: Send;
	readonly #channels = new Map<string, string>();

	constructor(world: World, home: Home, send: Send) {
		this.#world = world;
		this.#home = home;
		this.#send = send;
	}

	/** Calls a command by name with option values; gives the bot's reply. Throws where Discord would not let it be sent. */
	async slash(name: string, values: OptionValues = {}, options: SlashOptions = {}): Promise<Reply> {
		const { place, person, locale } = this.#who(options);
		const command = findCommand(this.#world, name, place, person);
		const { path, options: own } = descend(command, options.subcommand);
		demandRequired(own, values);
		const { sent, resolved } = sentOptions(own, values);
		const data = { ...commandData(command, path, sent), ...(resolved ? { resolved } : {}) };
		const takes = [...messageTypes, 9] as const;
		return this.#reply({ type: 2, place, person, locale, takes, data }, `/${name}`, options.timeoutMs);
	}

	/** Types `text` into an option, with other options filled in so far; gives the choices the bot offers. */
	async autocomplete(
		name: string,
		option: string,
		text: string,
		others: OptionValues = {},
		options: SlashOptions = {},
	): Promise<readonly Choice[]> {
		const { place, person, locale } = this.#who(options);
		const command = findCommand(this.#world, name, place, person);
		const { path, options: own } = descend(command, options.subcommand);
		const focused = own.find((one) => one.name === option);
		if (!focused?.autocomplete) throw new Error(`/${name} has no option ${option} with autocomplete`);
		const { sent } = sentOptions(own, others);
		const typed: SentOption = { name: option, type: focused.type, value: text, focused: true };
		const start: Start = {
			type: 4,
			place,
			person,
			locale,
			takes: [8],
			data: commandData(command, path, [...sent, typed]),
			focusedType: focused.type,
		};
		const { response } = await this.#answered(start, `autocomplete of /${name} ${option}`, options.timeoutMs);
		return response.choices ?? [];
	}

	/** Presses the button with that custom id on a message; gives the bot's reply. */
	async press(messageId: string, customId: string, user?: Person, options: Circumstances = {}): Promise<Reply> {
		const { message, source } = this.#visible(messageId, user ?? options.user);
		const button = buttonsOf(message).find((one) => one.custom_id === customId);
		if (!button) {
			const there = buttonsOf(message).map((one) => one.custom_id ?? one.url);
			throw new Error(`message ${messageId} has no button ${customId}, only ${there.join(', ') || 'none'}`);
		}
		if (button.disabled) throw new Error(`button ${customId} is disabled`);
		const data = { custom_id: customId, component_type: 2, id: button.id };
		return this.#component(message, source, data, `button ${customId}`, user, options);
	}

	/** Picks values in the string select with that custom id on a message; gives the bot's reply. */
	async select(
		messageId: string,
		customId: string,
		values: readonly string[],
		user?: Person,
		options: Circumstances = {},
	): Promise<Reply> {
		const { message, source } = this.#visible(messageId, user ?? options.user);
		const menu = selectsOf(message).find((one) => one.custom_id === customId);
		if (menu?.type !== 3) throw new Error(`message ${messageId} has no string select ${customId}`);
		if (menu.disabled) throw new Error(`select ${customId} is disabled`);
		const unknown = values.filter((value) => !menu.options.some((option) => option.value === value));
		if (unknown.length > 0) throw new Error(`select ${customId} does not offer ${unknown.join(', ')}`);
		if (values.length < (menu.min_values ?? 1) || values.length > (menu.max_values ?? 1)) {
			throw new Error(`select ${customId} does not take ${values.length} values`);
		}
		const data = { custom_id: customId, component_type: 3, id: menu.id, values };
		return this.#component(message, source, data, `select ${customId}`, user, options);
	}

	/** Fills in and sends the modal of a reply, by the custom ids of its fields; gives the bot's reply. */
	async submit(reply: Reply, values: Readonly<Record<string, string>>, options: Circumstances = {}): Promise<Reply> {
		const { modal, interaction: opener } = reply;
		const unknown = Object.keys(values).filter((id) => !modalFields(modal).some((field) => field.custom_id === id));
		if (unknown.length > 0) throw new Error(`the modal has no field ${unknown.join(', ')}`);
		for (const field of modalFields(modal)) {
			const value = values[field.custom_id] ?? '';
			if (!value && field.required !== false) throw new Error(`field ${field.custom_id} is required`);
			if (field.type !== 4) continue;
			if (value && value.length < (field.min_length ?? 0)) throw new Error(`field ${field.custom_id} is too short`);
			if (value.length > (field.max_length ?? 4000)) throw new Error(`field ${field.custom_id} is too long`);
		}
		let next = 1;
		const filled = (field: ReturnType<typeof modalFields>[number]): Record<string, unknown> => {
			const value = values[field.custom_id] ?? '';
			next += 1;
			const common = { type: field.type, id: next, custom_id: field.custom_id };
			return field.type === 4 ? { ...common, value } : { ...common, values: value ? [value] : [] };
		};
		const components = modal.components.map((part, index) => {
			if (part.type === 1) return { type: 1, id: index + 100, components: part.components.map(filled) };
			if (part.type === 18) return { type: 18, id: index + 100, component: filled(part.component) };
			return { type: 10, id: index + 100 };
		});
		const message = opener.sourceId === undefined ? undefined : this.#world.messages.get(opener.sourceId)?.message;
		const start: Start = {
			type: 5,
			place: opener.place,
			person: opener.person,
			locale: options.locale ?? opener.locale,
			takes: message ? [...messageTypes, ...updateTypes] : messageTypes,
			data: { custom_id: modal.custom_id, components },
			metadata: { triggering_interaction_metadata: opener.metadata },
			...(message ? { message } : {}),
		};
		return this.#reply(start, `modal ${modal.custom_id}`, options.timeoutMs);
	}

	#component(
		message: Message,
		source: Interaction,
		data: Record<string, unknown>,
		what: string,
		user: Person | undefined,
		options: Circumstances,
	): Promise<Reply> {
		const start: Start = {
			type: 3,
			place: source.place,
			person: user ?? options.user ?? source.person,
			locale: options.locale ?? source.locale,
			takes: [...messageTypes, ...updateTypes, 9],
			data,
			message,
			metadata: { interacted_message_id: message.id },
		};
		return this.#reply(start, what, options.timeoutMs);
	}

	#visible(messageId: string, user: Person | undefined): { message: Message; source: Interaction } {
		const record = this.#world.messages.get(messageId);
		if (!record) throw new Error(`there is no message ${messageId}`);
		const source = record.interaction;
		if (record.onlyFor !== undefined && record.onlyFor !== (user ?? source.person).id) {
			throw new Error(`message ${messageId} is private to another person`);
		}
		return { message: record.message, source };
	}

	#who(options: Circumstances): { place: Place; person: Person; locale: string } {
		const person = options.user ?? this.#home.person;
		const locale = options.locale ?? 'en-US';
		if (!locales.has(locale)) throw new Error(`${locale} is not a locale of Discord`);
		const context = options.dm === 'private' ? 2 : options.dm ? 1 : 0;
		const guildId = context === 0 ? (options.guildId ?? this.#home.guildId) : undefined;
		const isUserInstall = (options.install ?? (context === 2 ? 'user' : 'guild')) === 'user';
		const place: Place = {
			context,
			guildId,
			channelId: this.#channel(guildId ?? `${context} ${person.id}`),
			isUserInstall,
		};
		return { place, person, locale };
	}

	#channel(where: string): string {
		const known = where === this.#home.guildId ? this.#home.channelId : this.#channels.get(where);
		const id = known ?? snowflake();
		this.#channels.set(where, id);
		return id;
	}

	async #reply(start: Start, what: string, timeoutMs: number | undefined): Promise<Reply> {
		const { interaction, response } = await this.#answered(start, what, timeoutMs);
		return new Reply(this.#world, interaction, response);
	}

	async #answered(start: Start, what: string, timeoutMs = this.#world.responseMs + 250) {
		const world = this.#world;
		const from = world.violations.length;
		const interaction = startInteraction(world, start, this.#send);
		const response = await world.changed.until(
			() => {
				if (world.mismatches.length > 0) throw new Error(`the local server is wrong: ${world.mismatches.join('\n')}`);
				return interaction.response;
			},
			timeoutMs,
			() => [`${what}: the application did not respond`, ...world.violations.slice(from)].join('\n'),
		);
		return { interaction, response };
	}
}

function commandData(
	command: { id: string; name: string; type: number; guild_id?: string },
	path: readonly { name: string; type: number }[],
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
