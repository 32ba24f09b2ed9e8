import type { ChatState } from './chat-state.ts';
import type { Event } from './journal.ts';
import type { InlineButton, InlineKeyboard, Message, User } from './objects.ts';
import type { CallbackAnswer } from './params.ts';
import type { World } from './world.ts';

export interface Pressed {
	/** What answerCallbackQuery said: text, show_alert and so on. */
	answer: CallbackAnswer;
	/** The pressed message after the bot changed it. */
	edited?: Message;
	/** The first message the bot sent in this chat meanwhile. */
	sent?: Message;
	/** True when the bot deleted the pressed message. */
	deleted: boolean;
}

export interface PressOptions {
	from?: User;
	timeoutMs?: number;
	/** How long to wait for an edit or a message once the button is answered and the update acknowledged. */
	settleMs?: number;
}

/** Takes a message and a button's label or callback data, presses it and gives what the bot did about it. */
export async function press(
	world: World,
	state: ChatState,
	message: Message,
	wanted: string,
	options: PressOptions & { from: User },
): Promise<Pressed> {
	const current = state.messages.get(message.message_id);
	// A person may still see the older keyboard for a moment.
	const button = findButton(current?.reply_markup, wanted) ?? findButton(message.reply_markup, wanted);
	const data = callbackData(button, wanted, message);
	return sendPress(world, state, message.message_id, data, options);
}

/** Takes a message's id and callback data, sends them whatever buttons there are, and gives what the bot did about it. */
export async function sendPress(
	world: World,
	state: ChatState,
	messageId: number,
	data: string,
	{ from, timeoutMs = 3000, settleMs = 1000 }: PressOptions & { from: User },
): Promise<Pressed> {
	const start = world.journal.events.length;
	const { id, updateId } = enqueuePress(world, state, messageId, data, from);
	const answer = await world.journal.until(
		(event) => (event.kind === 'callback answered' && event.id === id ? event.answer : undefined),
		start,
		timeoutMs,
		() => `the bot did not answer the button "${data}" in ${timeoutMs} ms; violations: ${world.violations.join('; ')}`,
	);
	const acknowledged = (event: Event) =>
		event.kind === 'acknowledged' && event.updateIds.includes(updateId) ? true : undefined;
	await world.journal.maybe(acknowledged, start, 1000);
	const consequence = (event: Event) => (concerns(event, state, messageId) ? true : undefined);
	await world.journal.maybe(consequence, start, settleMs);
	return summarise(world.journal.events.slice(start), state, messageId, answer);
}

function enqueuePress(
	world: World,
	{ chat, messages }: ChatState,
	messageId: number,
	data: string,
	from: User,
): { id: string; updateId: number } {
	const id = `${4_382_000_000_000_000_000n + BigInt(world.nextId())}`;
	const state = { id, updateId: 0, chatId: chat.id, messageId, data };
	const entry = { ...state, handedOut: false, struck: false, answer: undefined };
	world.callbacks.set(id, entry);
	const seen = messages.get(messageId) ?? { chat, message_id: messageId, date: 0 as const };
	const query = { id, from, message: seen, chat_instance: `${-chat.id * 7}`, data };
	const { updateId, wanted } = world.enqueue({ callback_query: query });
	if (!wanted) throw new Error('the bot does not ask for callback_query in allowed_updates');
	entry.updateId = updateId;
	return { id, updateId };
}

function findButton(keyboard: InlineKeyboard | undefined, wanted: string): InlineButton | undefined {
	const buttons = keyboard?.inline_keyboard.flat() ?? [];
	return buttons.find((button) => button.callback_data === wanted) ?? buttons.find((button) => button.text === wanted);
}

function callbackData(button: InlineButton | undefined, wanted: string, message: Message): string {
	if (button?.callback_data) return button.callback_data;
	if (button) throw new Error(`button "${wanted}" sends nothing to the bot: ${JSON.stringify(button)}`);
	const labels = message.reply_markup?.inline_keyboard.flat().map(({ text }) => `"${text}"`) ?? [];
	throw new Error(`no button "${wanted}" under message ${message.message_id}; it has ${labels.join(', ') || 'none'}`);
}

function concerns(event: Event, { chat }: ChatState, messageId: number): boolean {
	if (event.kind === 'sent') return event.chatId === chat.id;
	if (event.kind === 'edited') return event.chatId === chat.id && event.message.message_id === messageId;
	return event.kind === 'deleted' && event.chatId === chat.id && event.messageId === messageId;
}

function summarise(events: Event[], state: ChatState, messageId: number, answer: CallbackAnswer): Pressed {
	const pressed: Pressed = { answer, deleted: false };
	for (const event of events.filter((event) => concerns(event, state, messageId))) {
		if (event.kind === 'sent') pressed.sent ??= event.message;
		if (event.kind === 'edited') pressed.edited = event.message;
		if (event.kind === 'deleted') pressed.deleted = true;
	}
	return pressed;
}

/** Takes the world and gives one line for each pressed button the bot got and left spinning. */
export function unanswered(world: World): string[] {
	return [...world.callbacks.values()]
		.filter(({ handedOut, struck, answer }) => handedOut && !struck && !answer)
		.map(
			({ data, chatId, messageId }) => `callback query "${data}" (chat ${chatId}, message ${messageId}) not answered`,
		);
}
