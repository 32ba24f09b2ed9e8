/** What a chat platform's adapter is to the rest of the program. */
import type { Command, CommandContext } from '../../commands/command.ts';
import type { Logger } from '../log.ts';
import type { Mailbag } from './courier.ts';

export interface AdapterOptions {
	commands: readonly Command[];
	/** What a command runs with now: the snapshot may have been swapped and the day may have changed since the last one. */
	context: () => Omit<CommandContext, 'language' | 'asker'>;
	log: Logger;
	/** What is to be told on this platform; undefined where there is no store. */
	bag?: Mailbag;
}

export interface Adapter {
	readonly name: 'discord' | 'telegram';
	/** Resolves when commands are registered and the adapter listens; waits for an API that is down; rejects with FatalError. */
	start(): Promise<void>;
	/** Takes no more work, finishes what is in hand, and lets go of the network. Gives how much it had to leave undone. */
	stop(): Promise<number>;
	/** Rejects with FatalError when the adapter can no longer work, such as when its token is taken back. */
	readonly failed: Promise<never>;
}

/** Something that only the operator can put right; the message says what to do. */
export class FatalError extends Error {
	/** For logs and tests. */
	readonly id: 'discord-token' | 'discord-gateway' | 'telegram-token' | 'telegram-conflict';

	constructor(id: FatalError['id'], message: string) {
		super(message);
		this.name = 'FatalError';
		this.id = id;
	}
}
