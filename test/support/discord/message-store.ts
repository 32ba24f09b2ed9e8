import type { Interaction } from './interaction.ts';
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
	readonly application_id: string;
	readonly webhook_id: string;
	readonly interaction_metadata: Record<string, unknown>;
};

/** A message with what the server knows beside it: who alone may see it, how often it changed, whether it is gone. */
export type MessageRecord = {
	message: Message;
	readonly interaction: Interaction;
	readonly onlyFor: string | undefined;
	revision: number;
	isDeleted: boolean;
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
		return [...this.#records.values()].filter(({ isDeleted }) => !isDeleted).map(({ message }) => message);
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
