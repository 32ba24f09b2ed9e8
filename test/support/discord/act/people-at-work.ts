import type { Origin } from '../interaction.ts';
import type { Message } from '../message-store.ts';
import type { Person } from '../people.ts';
import type { Choice } from '../schemas/callback.ts';
import type { Circumstances, SlashOptions } from './circumstances.ts';
import { actingAs } from './circumstances.ts';
import { commandData } from './command-data.ts';
import { buttonsOf, selectsOf } from './controls.ts';
import type { Desk } from './desk.ts';
import { messageTypes, modalType, updateTypes } from './desk.ts';
import type { ModalValues } from './fill-modal.ts';
import { filledModal } from './fill-modal.ts';
import { descend, findCommand } from './find-command.ts';
import type { OptionValues, SentOption } from './option-values.ts';
import { demandRequired, sentOptions } from './option-values.ts';
import type { Reply } from './reply.ts';
import type { Start } from './start-interaction.ts';

export type { Circumstances, SlashOptions } from './circumstances.ts';

/** What people do in Discord, turned into interactions; each waits for the bot's first response. */
export class PeopleAtWork {
	readonly #desk: Desk;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** Calls a command by name with option values; gives the bot's reply. Throws where Discord would not let it be sent. */
	async slash(name: string, values: OptionValues = {}, options: SlashOptions = {}): Promise<Reply> {
		const { place, person, locale } = this.#desk.who(options);
		const command = findCommand(this.#desk.world, name, place, person);
		const { path, options: own } = descend(command, options.subcommand);
		demandRequired(own, values);
		const { sent, resolved } = sentOptions(own, values);
		const data = { ...commandData(command, path, sent), ...(resolved ? { resolved } : {}) };
		const takes = [...messageTypes, ...modalType];
		return this.#desk.reply({ type: 2, place, person, locale, takes, data }, `/${name}`, options.timeoutMs);
	}

	/** Types `text` into an option, with other options filled in so far; gives the choices the bot offers. */
	async autocomplete(
		name: string,
		option: string,
		text: string,
		others: OptionValues = {},
		options: SlashOptions = {},
	): Promise<readonly Choice[]> {
		const { place, person, locale } = this.#desk.who(options);
		const command = findCommand(this.#desk.world, name, place, person);
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
		const { response } = await this.#desk.answered(start, `autocomplete of /${name} ${option}`, options.timeoutMs);
		return response.choices ?? [];
	}

	/** Presses the button with that custom id on a message; gives the bot's reply. */
	async press(messageId: string, customId: string, user?: Person, options: Circumstances = {}): Promise<Reply> {
		const { message, origin } = this.#visible(messageId, user ?? options.user);
		const button = buttonsOf(message).find((one) => one.custom_id === customId);
		if (!button) {
			const there = buttonsOf(message).map((one) => one.custom_id ?? one.url);
			throw new Error(`message ${messageId} has no button ${customId}, only ${there.join(', ') || 'none'}`);
		}
		if (button.disabled) throw new Error(`button ${customId} is disabled`);
		const data = { custom_id: customId, component_type: 2, id: button.id };
		return this.#component(message, origin, data, `button ${customId}`, user, options);
	}

	/** Picks values in the string select with that custom id on a message; gives the bot's reply. */
	async select(
		messageId: string,
		customId: string,
		values: readonly string[],
		user?: Person,
		options: Circumstances = {},
	): Promise<Reply> {
		const { message, origin } = this.#visible(messageId, user ?? options.user);
		const menu = selectsOf(message).find((one) => one.custom_id === customId);
		if (menu?.type !== 3) throw new Error(`message ${messageId} has no string select ${customId}`);
		if (menu.disabled) throw new Error(`select ${customId} is disabled`);
		const unknown = values.filter((value) => !menu.options.some((option) => option.value === value));
		if (unknown.length > 0) throw new Error(`select ${customId} does not offer ${unknown.join(', ')}`);
		if (values.length < (menu.min_values ?? 1) || values.length > (menu.max_values ?? 1)) {
			throw new Error(`select ${customId} does not take ${values.length} values`);
		}
		const data = { custom_id: customId, component_type: 3, id: menu.id, values };
		return this.#component(message, origin, data, `select ${customId}`, user, options);
	}

	/** Fills in and sends the modal of a reply, by the custom ids of its fields; gives the bot's reply. */
	async submit(reply: Reply, values: ModalValues, options: Circumstances = {}): Promise<Reply> {
		const { modal, interaction: opener } = reply;
		const components = filledModal(modal, values);
		const message = opener.sourceId === undefined ? undefined : this.#desk.world.messages.get(opener.sourceId)?.message;
		const start: Start = {
			type: 5,
			place: opener.place,
			person: actingAs(opener.person, options),
			locale: options.locale ?? opener.locale,
			takes: message ? [...messageTypes, ...updateTypes] : messageTypes,
			data: { custom_id: modal.custom_id, components },
			metadata: { triggering_interaction_metadata: opener.metadata },
			...(message ? { message } : {}),
		};
		return this.#desk.reply(start, `modal ${modal.custom_id}`, options.timeoutMs);
	}

	#component(
		message: Message,
		origin: Origin,
		data: Record<string, unknown>,
		what: string,
		user: Person | undefined,
		options: Circumstances,
	): Promise<Reply> {
		const start: Start = {
			type: 3,
			place: origin.place,
			person: actingAs(user ?? options.user ?? origin.person, options),
			locale: options.locale ?? origin.locale,
			takes: [...messageTypes, ...updateTypes, ...modalType],
			data,
			message,
			metadata: { interacted_message_id: message.id },
		};
		return this.#desk.reply(start, what, options.timeoutMs);
	}

	#visible(messageId: string, user: Person | undefined): { message: Message; origin: Origin } {
		const record = this.#desk.world.messages.get(messageId);
		if (!record) throw new Error(`there is no message ${messageId}`);
		const { message, origin, onlyFor } = record;
		const id = (user ?? origin.person).id;
		if (onlyFor !== undefined && onlyFor !== id) throw new Error(`message ${messageId} is private to another person`);
		if (origin.place.context === 1 && origin.person.id !== id) {
			throw new Error(`message ${messageId} is in the direct messages of another person`);
		}
		return { message, origin };
	}
}
