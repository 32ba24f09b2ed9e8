import type { BotApplication } from './bot-application.ts';
import type { CommandStore } from './command-store.ts';
import type { Interaction } from './interaction.ts';
import type { MessageStore } from './message-store.ts';
import type { Signal } from './signal.ts';

/** What the parts of the server share. */
export type World = {
	readonly token: string;
	readonly bot: BotApplication;
	readonly commands: CommandStore;
	readonly messages: MessageStore;
	/** By interaction token. */
	readonly interactions: Map<string, Interaction>;
	/** Every rule the bot broke, one line each. */
	readonly violations: string[];
	/** Where this server itself differs from Discord's description: defects of the server, not of the bot. */
	readonly mismatches: string[];
	readonly changed: Signal;
	readonly responseMs: number;
	readonly tokenMs: number;
	/** Known once the server listens. */
	address: string;
};
