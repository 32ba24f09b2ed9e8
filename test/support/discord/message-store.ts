import type { Origin } from './interaction.ts';
import type { Component } from './schemas/component.ts';
import type { Embed } from './schemas/embed.ts';

/** A file of a message; `bytes` are kept by the server and served under `url`. */
export type Attachment = {
	readonly id: string;
	readonly filename: string;
	readonly size: number;
	readonly url: string;
	readonly proxy_url: string;
	readonly content_type: string;
	readonly description?: string;
	readonly ephemeral?: boolean;
};

/** A message as the API shows it. */
export type Message = {
	readonly id: string;
	readonly channel_id: string;
	readonly type: number;
	readonly content: string;
	readonly author: Record<string, unknown>;
	readonly embeds: readonly Embed[];
	readonly components: readonly Component[];
	readonly attachments: readonly Attachment[];
	readonly mentions: readonly unknown[];
	readonly mention_roles: readonly string[];
	readonly mention_everyone: boolean;
	readonly pinned: boolean;
	readonly tts: boolean;
	readonly timestamp: string;
	readonly edited_timestamp: string | null;
	readonly flags: number;
	/** Only on those that answer an interaction. */
	readonly application_id?: string;
	readonly webhook_id?: string;
	readonly interaction_metadata?: Record<string, unknown>;
	/** Only on those posted in a channel with one. */
	readonly nonce?: string | number;
};

/** A message that answers an interaction. */
export type Answer = Message & { readonly interaction_metadata: Record<string, unknown> };

/** A message with what the server knows beside it: who alone may see it, how often it changed, whether it is gone. */
export type MessageRecord = {
	message: Message;
	readonly origin: Origin;
	readonly onlyFor: string | undefined;
	revision: number;
	isDeleted: boolean;
	/** Made up for a forged press: nobody sees it. */
	readonly isForged: boolean;
};

/** The messages the bot has sent, and the bytes of their files. */
export class MessageStore {
	readonly #records = new Map<string, MessageRecord>();
	readonly #bytes = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>();

	/** Gives the record of a message that exists. */
	get(id: string): MessageRecord | undefined {
		const record = this.#records.get(id);
		return record?.isDeleted ? undefined : record;
	}

	/** Gives the record of a message, also when it has been deleted. */
	evenDeleted(id: string): MessageRecord | undefined {
		return this.#records.get(id);
	}

	/** Keeps a new message. */
	add(record: MessageRecord): void {
		this.#records.set(record.message.id, record);
	}

	/** Gives every message that exists, oldest first. */
	all(): Message[] {
		return [...this.#records.values()]
			.filter(({ isDeleted, isForged }) => !isDeleted && !isForged)
			.map(({ message }) => message);
	}

	/** Gives every message that answers an interaction and exists, oldest first. */
	answers(): Answer[] {
		return this.all().filter(isAnswer);
	}

	/** Gives every message that the bot posted unasked and that exists, oldest first. */
	posts(): Message[] {
		return this.all().filter((message) => !isAnswer(message));
	}

	/** Gives the messages in a channel that everyone there sees, oldest first. */
	inChannel(channelId: string): Message[] {
		return this.all().filter(({ id, channel_id }) => channel_id === channelId && this.get(id)?.onlyFor === undefined);
	}

	/** Keeps a file under its path. */
	keepFile(path: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
		this.#bytes.set(path, { bytes, type });
	}

	/** Gives the file kept under the path. */
	file(path: string): { bytes: Uint8Array<ArrayBuffer>; type: string } | undefined {
		return this.#bytes.get(path);
	}
}

function isAnswer(message: Message): message is Answer {
	return message.interaction_metadata !== undefined;
}
