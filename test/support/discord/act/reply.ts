import { hasFlag, messageFlags } from '../flags.ts';
import type { FirstResponse, Interaction } from '../interaction.ts';
import type { Message } from '../message-store.ts';
import type { CallbackType } from '../schemas/callback.ts';
import type { Modal } from '../schemas/modal.ts';
import type { World } from '../world.ts';

/** A bot's answer to one interaction, as it stands at the time of looking: it follows edits and follow-ups. */
export class Reply {
	/** Milliseconds from the creation of the interaction to the first response. */
	readonly elapsedMs: number;
	/** 4 message, 5 deferred message, 6 deferred update, 7 update, 9 modal. */
	readonly type: CallbackType;
	/** What was answered, with its id and token. */
	readonly interaction: Interaction;
	readonly #world: World;
	readonly #response: FirstResponse;

	constructor(world: World, interaction: Interaction, response: FirstResponse) {
		this.#world = world;
		this.interaction = interaction;
		this.#response = response;
		this.type = response.type;
		this.elapsedMs = response.at - interaction.createdAt;
	}

	/** Whether the first response only promised one. */
	get deferred(): boolean {
		return this.type === 5 || this.type === 6;
	}

	/** Whether only the person who asked sees it. */
	get ephemeral(): boolean {
		return this.#response.isEphemeral;
	}

	/** The message as it is now, or was before it was deleted; throws when the answer is no message. */
	get message(): Message {
		const id = this.interaction.originalId;
		const record = id === undefined ? undefined : this.#world.messages.evenDeleted(id);
		if (!record) throw new Error(`the response (type ${this.type}) is not a message`);
		return record.message;
	}

	/** Whether the message has been deleted. */
	get isDeleted(): boolean {
		return this.#world.messages.get(this.message.id) === undefined;
	}

	/** The messages sent after the first response that still exist, oldest first. */
	get followUps(): Message[] {
		return this.interaction.followUps.flatMap((id) => this.#world.messages.get(id)?.message ?? []);
	}

	/** The modal that was opened; throws when none was. */
	get modal(): Modal {
		if (!this.#response.modal) throw new Error(`the response (type ${this.type}) is not a modal`);
		return this.#response.modal;
	}

	/** Resolves with the message once a deferred response has been filled in; rejects after `timeoutMs`. */
	async settled(timeoutMs = 5000): Promise<Message> {
		return this.until(
			() => {
				const record = this.#world.messages.evenDeleted(this.message.id);
				if (!record) return undefined;
				if (this.type === 6) {
					const isChanged = record.isDeleted || record.revision > (this.#response.sourceRevision ?? 0);
					return isChanged || this.followUps.length > 0 ? record.message : undefined;
				}
				return hasFlag(record.message.flags, messageFlags.loading) && !record.isDeleted ? undefined : record.message;
			},
			timeoutMs,
			'the deferred response was never filled in',
		);
	}

	/** Resolves with what `look` gives once it is not undefined, asked after each change; rejects after `timeoutMs`. */
	until<T>(look: () => T | undefined, timeoutMs = 5000, what = 'it did not happen'): Promise<T> {
		return this.#world.changed.until(look, timeoutMs, () => what);
	}
}
