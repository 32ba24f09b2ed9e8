import type { Origin } from '../interaction.ts';
import { channelSlot } from '../message-slot.ts';
import type { Message, MessageRecord } from '../message-store.ts';
import { forgedMessage } from '../message-writer.ts';
import type { Person } from '../people.ts';
import type { Choice } from '../schemas/callback.ts';
import { snowflake } from '../snowflake.ts';
import type { Circumstances, SlashOptions } from './circumstances.ts';
import { actingAs } from './circumstances.ts';
import { commandData } from './command-data.ts';
import type { Desk } from './desk.ts';
import { messageTypes, modalType, updateTypes } from './desk.ts';
import type { SentOption } from './option-values.ts';
import { resolvedPeople } from './option-values.ts';
import type { Reply } from './reply.ts';
import type { Start } from './start-interaction.ts';

/** Option values of any kind, whatever the command is registered with. */
export type ForgedValues = Readonly<Record<string, string | number | boolean | Person | undefined>>;

export type ForgedPress = Circumstances & {
	/** The message the component claims to stand on; one nobody sees is made up when none is named. */
	readonly messageId?: string;
	/** What a select claims to have been picked; without it the component is a button. */
	readonly values?: readonly string[];
};

export type ForgedSubmission = Circumstances & {
	/** The message whose component claims to have opened the modal; a command when none is named. */
	readonly messageId?: string;
};

/** What a modified client sends: nothing is checked against what the bot has registered, shown or opened. */
export class Forger {
	readonly #desk: Desk;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** Calls a command that is hidden from the person, with values it does not take, or one that is not registered. */
	async slash(name: string, values: ForgedValues = {}, options: SlashOptions = {}): Promise<Reply> {
		const origin = this.#desk.who(options);
		const { data } = this.#command(name, values, options, origin);
		const takes = [...messageTypes, ...modalType];
		return this.#desk.reply({ ...origin, type: 2, takes, data }, `forged /${name}`, options.timeoutMs);
	}

	/** Types into an option of a command that is hidden from the person; gives the choices the bot offers. */
	async autocomplete(
		name: string,
		option: string,
		text: string,
		others: ForgedValues = {},
		options: SlashOptions = {},
	): Promise<readonly Choice[]> {
		const origin = this.#desk.who(options);
		const typed: SentOption = { name: option, type: 3, value: text, focused: true };
		const { data } = this.#command(name, others, options, origin, typed);
		const start: Start = { ...origin, type: 4, takes: [8], data, focusedType: 3 };
		const { response } = await this.#desk.answered(start, `forged autocomplete of /${name}`, options.timeoutMs);
		return response.choices ?? [];
	}

	/** Presses a button, or picks in a select, that stands on no message, is disabled or is private to another person. */
	async press(customId: string, options: ForgedPress = {}): Promise<Reply> {
		const { origin, message } = this.#seen(options, customId);
		const select = options.values ? { component_type: 3, values: options.values } : { component_type: 2 };
		const start: Start = {
			...origin,
			type: 3,
			takes: [...messageTypes, ...updateTypes, ...modalType],
			data: { custom_id: customId, id: 1, ...select },
			message,
			metadata: { interacted_message_id: message.id },
		};
		return this.#desk.reply(start, `forged press of ${customId}`, options.timeoutMs);
	}

	/** Sends a modal that the bot may never have opened: fields by custom id, or components as they are to be sent. */
	async submit(
		customId: string,
		fields: Readonly<Record<string, string | readonly string[]>> | readonly unknown[],
		options: ForgedSubmission = {},
	): Promise<Reply> {
		const seen = options.messageId === undefined ? undefined : this.#seen(options, customId);
		const start: Start = {
			...(seen?.origin ?? this.#desk.who(options)),
			type: 5,
			takes: seen ? [...messageTypes, ...updateTypes] : messageTypes,
			data: { custom_id: customId, components: isList(fields) ? fields : Object.entries(fields).map(labelled) },
			metadata: { triggering_interaction_metadata: { id: snowflake(), type: seen ? 3 : 2 } },
			...(seen ? { message: seen.message } : {}),
		};
		return this.#desk.reply(start, `forged modal ${customId}`, options.timeoutMs);
	}

	#command(
		name: string,
		values: ForgedValues,
		{ subcommand }: SlashOptions,
		{ place }: Origin,
		typed?: SentOption,
	): { data: Record<string, unknown> } {
		const { commands } = this.#desk.world;
		const known = [...(place.guildId ? commands.list(place.guildId) : []), ...commands.list()];
		const command = known.find((one) => one.name === name && one.type === 1) ?? { id: snowflake(), name, type: 1 };
		const names = subcommand?.split(' ') ?? [];
		const path = names.map((part, index) => ({ name: part, type: names.length - index }));
		const given = Object.entries(values).flatMap(([key, value]) =>
			value === undefined ? [] : [[key, value] as const],
		);
		const sent = given.map(([key, value]) => forgedOption(key, value));
		const people = given.flatMap(([, value]) => (typeof value === 'object' ? [value] : []));
		const resolved = people.length > 0 ? { resolved: resolvedPeople(people) } : {};
		return { data: { ...commandData(command, path, typed ? [...sent, typed] : sent), ...resolved } };
	}

	#seen(
		options: Circumstances & { readonly messageId?: string },
		customId: string,
	): { origin: Origin; message: Message } {
		const { world } = this.#desk;
		const record = options.messageId === undefined ? undefined : world.messages.evenDeleted(options.messageId);
		if (options.messageId !== undefined && !record) throw new Error(`there never was a message ${options.messageId}`);
		if (!record) {
			const origin = this.#desk.who(options);
			return { origin, message: this.#madeUp(origin, customId).message };
		}
		const isElsewhere = (['guildId', 'channelId', 'dm'] as const).some((key) => options[key] !== undefined);
		const user = options.user ?? record.origin.person;
		const { place } = isElsewhere ? this.#desk.who({ ...options, user }) : record.origin;
		const origin = { place, person: actingAs(user, options), locale: options.locale ?? record.origin.locale };
		return { origin, message: record.message };
	}

	#madeUp({ place, person }: Origin, customId: string): MessageRecord {
		const { world } = this.#desk;
		const channel = world.channels.get(place.channelId);
		if (!channel) throw new Error(`there is no channel ${place.channelId}`);
		const button = { type: 2 as const, id: 2, style: 1, label: 'forged', custom_id: customId };
		return forgedMessage(world, channelSlot(channel, person), [{ type: 1, id: 1, components: [button] }]);
	}
}

// Array.isArray does not tell a readonly array from a record.
function isList(fields: object): fields is readonly unknown[] {
	return Array.isArray(fields);
}

function labelled([customId, value]: [string, string | readonly string[]], index: number): Record<string, unknown> {
	const field = typeof value === 'string' ? { type: 4, value } : { type: 3, values: value };
	return { type: 18, id: 2 * index + 1, component: { ...field, id: 2 * index + 2, custom_id: customId } };
}

function forgedOption(name: string, value: string | number | boolean | Person): SentOption {
	if (typeof value === 'object') return { name, type: 6, value: value.id };
	if (typeof value === 'string') return { name, type: 3, value };
	if (typeof value === 'boolean') return { name, type: 5, value };
	return { name, type: Number.isInteger(value) ? 4 : 10, value };
}
