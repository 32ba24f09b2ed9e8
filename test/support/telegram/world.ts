import type { ChatState } from './chat-state.ts';
import { Faults } from './faults.ts';
import { Journal } from './journal.ts';
import { type BotCommand, type Update, type User, updateSchema } from './objects.ts';
import type { CallbackAnswer, InlineAnswer } from './params.ts';
import { valueMismatches } from './spec.ts';
import { SendRate } from './stats.ts';
import { UpdateQueue } from './update-queue.ts';

interface CallbackState {
	id: string;
	updateId: number;
	chatId: number;
	messageId: number;
	data: string;
	handedOut: boolean;
	/** The bot tried, but an injected fault struck the attempt. */
	struck: boolean;
	answer: CallbackAnswer | undefined;
}

interface WebhookState {
	url: string;
	secretToken: string | undefined;
	maxConnections: number;
	lastError: { date: number; message: string } | undefined;
}

export interface RequestEntry {
	method: string;
	params: Record<string, unknown>;
	/** When it came, as performance.now() counts. */
	at: number;
	/** 'waiting', 'ok', '400 Bad Request: …', or the fault that struck. */
	outcome: string;
}

/** Everything the server knows. */
export interface World {
	token: string;
	bot: User;
	/** Privacy mode, as BotFather sets it. */
	privacy: boolean;
	requests: RequestEntry[];
	violations: string[];
	journal: Journal;
	faults: Faults;
	updates: UpdateQueue;
	rate: SendRate;
	chats: Map<number, ChatState>;
	/** Everyone there is, also who never spoke to the bot, by id. */
	people: Map<number, User>;
	callbacks: Map<string, CallbackState>;
	inlineQueries: Map<string, InlineAnswer | undefined>;
	commands: Map<string, BotCommand[]>;
	texts: Map<string, string>;
	webhook: WebhookState;
	/** Gives the next number, for users, groups, queries. */
	nextId(): number;
	/** Takes an update, queues it and gives its id (the next one unless it has one); throws when it is not what the API describes. */
	enqueue(update: Partial<Update>): { updateId: number; wanted: boolean };
	/** Like enqueue, for what Telegram never sends; gives the id. */
	enqueueUnchecked(update: Record<string, unknown>): number;
	/** Takes the server's own mistake: waiting tests fail at once, and so does close(). */
	broke(error: Error): void;
}

/** Takes the bot's token, its name and whether privacy mode is on, and gives a world without chats. */
export function createWorld(options: { token: string; username: string; privacy: boolean }): World {
	const journal = new Journal();
	const callbacks = new Map<string, CallbackState>();
	const inlineQueries = new Map<string, InlineAnswer | undefined>();
	let lastUpdateId = 100_000_000;
	let lastId = 0;
	const updates = new UpdateQueue(
		(updateIds) => journal.add({ kind: 'acknowledged', updateIds }),
		(update) => {
			const callback = callbacks.get(update.callback_query?.id ?? '');
			if (callback) callback.handedOut = true;
		},
	);
	const faults = new Faults(() => {
		if (faults.strikes('getUpdates', {})) updates.interrupt();
	});
	const enqueue = (update: Partial<Update>, check: boolean) => {
		const complete = { ...update, update_id: update.update_id ?? lastUpdateId + 1 };
		lastUpdateId = Math.max(lastUpdateId, complete.update_id);
		if (check) checkOwn(complete);
		expectAnswer(complete);
		return { updateId: complete.update_id, wanted: updates.push(structuredClone(complete)) };
	};
	// Raw updates of a test may be answered like those the chats make.
	const expectAnswer = ({ update_id: updateId, callback_query: callback, inline_query: inline }: Update) => {
		if (inline && !inlineQueries.has(inline.id)) inlineQueries.set(inline.id, undefined);
		if (!callback || callbacks.has(callback.id)) return;
		const { id, data = '', message } = callback;
		const place = { chatId: message?.chat.id ?? 0, messageId: message?.message_id ?? 0 };
		callbacks.set(id, { id, updateId, ...place, data, handedOut: false, struck: false, answer: undefined });
	};
	return {
		token: options.token,
		bot: {
			id: Number(options.token.split(':')[0]),
			is_bot: true,
			first_name: 'Test Bot',
			username: options.username,
		},
		privacy: options.privacy,
		requests: [],
		violations: [],
		journal,
		faults,
		updates,
		rate: new SendRate(),
		chats: new Map(),
		people: new Map(),
		callbacks,
		inlineQueries,
		commands: new Map(),
		texts: new Map(),
		webhook: { url: '', secretToken: undefined, maxConnections: 40, lastError: undefined },
		nextId: () => ++lastId,
		enqueue: (update) => enqueue(update, true),
		enqueueUnchecked: (update) => enqueue(update, false).updateId,
		broke(error) {
			journal.add({ kind: 'broken', error });
		},
	};
}

function checkOwn(update: Update): void {
	updateSchema.parse(update);
	const problems = valueMismatches('Update', update);
	if (problems.length > 0)
		throw new Error(`update ${update.update_id} is not a Telegram update: ${problems.join('; ')}`);
}
