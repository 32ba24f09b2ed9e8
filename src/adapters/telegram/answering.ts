/** Answers one update: runs what it asks for and sends the result to the right chat, thread and message. */
import { TelegramError } from 'telegraf';
import { type Command, type CommandContext, hasDesk } from '../../../commands/command.ts';
import { press, runCommand, runQuestion } from '../../../commands/dispatch.ts';
import { fillOptions } from '../../../commands/fill-options.ts';
import { type Screen, say } from '../../../commands/screen.ts';
import type { Answer } from '../../core/answer/answer.ts';
import { visible } from '../../core/answer/layout.ts';
import { messagesFor } from '../../core/messages/messages.ts';
import type { Logger } from '../../log.ts';
import { screenOrFailed } from '../screen-or-failed.ts';
import { askerOf, type TelegramModerators } from './asker.ts';
import type { TelegramCall } from './call.ts';
import { describe } from './describe.ts';
import {
	beginDialogue,
	cancelDialogue,
	DIALOGUE,
	type DialogueContext,
	endDialogue,
	pressInDialogue,
	takeText,
} from './dialogue.ts';
import type { Incoming, Place } from './incoming.ts';
import { MAX_CALLBACK_ANSWER } from './limits.ts';
import { renderTelegram } from './render.ts';
import type { Turns } from './turns.ts';

export interface Answering {
	commands: readonly Command[];
	context: Omit<CommandContext, 'language' | 'asker'>;
	moderators: TelegramModerators;
	turns: Turns;
	call: TelegramCall;
	log: Logger;
}

/** What people type to leave a dialogue; it is no command, since without a dialogue there is nothing to leave. */
const CANCEL = 'cancel';
const IS_GONE = /message (?:to edit not found|can't be edited)/;
/** Only moderators have drafts. */
const DRAFT_KEPT = 'The form that was open is closed; its draft is kept.';

/** Sends the answer to `incoming`. Rejects when it could not be delivered. */
export async function answerIncoming(incoming: Incoming, answering: Answering): Promise<void> {
	const { commands, call, log } = answering;
	const { language, from, place } = incoming;
	// A button under a message of an inline query has no chat: nothing can be sent there.
	const asker = askerOf(from, place?.chatId ?? from.id, answering.moderators, call);
	const context: CommandContext = { ...answering.context, language, asker };
	const screen = await answering.turns.take(asker.chat, () =>
		screenOrFailed(() => screenFor(incoming, commands, context), context, log),
	);
	const alert = incoming.kind === 'button' ? alertOf(incoming, screen) : undefined;
	if (incoming.kind === 'button') await acknowledge(incoming, screen, alert, answering);
	if (!screen || !place || alert !== undefined) return;
	// What passes by on a button is a message after a text.
	const passing = incoming.kind === 'button' || screen.note === undefined ? [] : [say({ language }, screen.note)];
	const [first, ...rest] = screen.answers.length > 0 ? screen.answers : passing;
	if (!first) return;
	if (screen.replace && incoming.kind === 'button') await edit(call, place, first);
	else await send(call, place, first);
	for (const answer of rest) await send(call, place, answer);
}

/** What an update leads to; undefined for what the bot has nothing to say to. */
async function screenFor(
	incoming: Incoming,
	commands: readonly Command[],
	context: CommandContext,
): Promise<Screen | undefined> {
	const isPrivate = incoming.place?.private ?? false;
	const dialogue = hasDesk(context) ? { commands, context, isPrivate } : undefined;
	const screen = await read(incoming, commands, context, dialogue);
	return screen?.form && dialogue ? beginDialogue(screen.form, incoming.update, dialogue) : screen;
}

async function read(
	incoming: Incoming,
	commands: readonly Command[],
	context: CommandContext,
	dialogue: DialogueContext | undefined,
): Promise<Screen | undefined> {
	switch (incoming.kind) {
		case 'question': {
			const { text, about, buttons, place, update, sentAt } = incoming;
			const taken = dialogue && (await takeText({ text, update, at: sentAt, about }, dialogue));
			if (taken) return taken;
			// A reply to a question that has been answered, or was someone else's, asks nothing.
			if (buttons.some((action) => action.startsWith(DIALOGUE)))
				return { answers: [], note: messagesFor(context.language).formGone };
			const screen = await runQuestion(text, context, about);
			// In a group "thanks" and talk below an answer need no answer of their own.
			return !place.private && screen.answers[0]?.outcome === 'out-of-scope' ? undefined : screen;
		}
		case 'command': {
			const { name, text, place } = incoming;
			const command = findCommand(name, commands);
			const cancelled = name === CANCEL && dialogue && (await cancelDialogue(dialogue));
			if (cancelled) return cancelled;
			// In a group it may be meant for another bot.
			if (!command && !place.private) return undefined;
			const left = dialogue && (await endDialogue(dialogue));
			if (command) {
				const screen = await runCommand(command, fillOptions(command, text, context.core), context);
				return left ? withNote(screen, left === 'kept' ? DRAFT_KEPT : messagesFor(context.language).formGone) : screen;
			}
			const isModerator = (await context.asker?.isModerator()) ?? false;
			const names = commands.flatMap((known) => (known.access === 'everyone' || isModerator ? known.name : []));
			return { answers: [context.core.explain({ kind: 'unknown-command', name, commands: names }, context)] };
		}
		case 'button':
			if (incoming.action.startsWith(DIALOGUE))
				return dialogue && pressInDialogue(incoming.action, incoming.update, dialogue);
			return press(incoming.action, commands, context);
	}
}

function withNote({ answers: [first, ...others], ...screen }: Screen, note: string): Screen {
	return { ...screen, answers: first ? [{ ...first, notes: [...first.notes, note] }, ...others] : others };
}

function findCommand(name: string, commands: readonly Command[]): Command | undefined {
	// Telegram opens every private chat with /start; what it should say is the help.
	const wanted = name === 'start' ? 'help' : name;
	return commands.find((known) => known.name === wanted);
}

/** Until it is answered the button shows a waiting sign, so the sign goes first. */
async function acknowledge(
	{ queryId, place, language }: Extract<Incoming, { kind: 'button' }>,
	screen: Screen | undefined,
	alert: string | undefined,
	{ call, log }: Answering,
): Promise<void> {
	const expired = { text: messagesFor(language).expiredAction, show_alert: true };
	const passing = screen?.note === undefined ? {} : { text: screen.note.slice(0, MAX_CALLBACK_ANSWER) };
	const note = alert === undefined ? passing : { text: alert, show_alert: true };
	// It is too late for the sign after a while, or after a reply that got lost; for the answer it is not.
	await call('answerCallbackQuery', { callback_query_id: queryId, ...(screen && place ? note : expired) }).catch(
		(error: unknown) => log.warn({ reason: describe(error) }, 'telegram button not acknowledged'),
	);
}

/** The few words of an answer that in a group only the presser should read; undefined for what a message has to show. */
function alertOf({ place }: Incoming, screen: Screen | undefined): string | undefined {
	const [answer, ...others] = screen?.answers ?? [];
	if (!place || place.private || !answer?.private || others.length > 0 || screen?.replace) return undefined;
	const { title, blocks, citations, suggestions, actions, feedback = [], notes } = answer;
	if ([citations, suggestions, actions, feedback, notes].some(({ length }) => length > 0)) return undefined;
	const text = visible([title, ...blocks.map((block) => block.text)].join('\n'));
	return text.length <= MAX_CALLBACK_ANSWER ? text : undefined;
}

async function send(call: TelegramCall, place: Place, answer: Answer): Promise<void> {
	const message = {
		chat_id: place.chatId,
		...(place.threadId === undefined ? {} : { message_thread_id: place.threadId }),
		// In a private chat the answer follows the question anyway. A question deleted meanwhile is still answered.
		...(place.private ? {} : { reply_parameters: { message_id: place.messageId, allow_sending_without_reply: true } }),
		...renderTelegram(answer, messagesFor(answer.language)),
	};
	try {
		await call('sendMessage', message);
	} catch (error) {
		const moved = error instanceof TelegramError ? error.parameters?.migrate_to_chat_id : undefined;
		if (moved === undefined) throw error;
		// The group has become a supergroup: same people, new id, and message ids of its own.
		const { reply_parameters: _gone, ...rest } = message as typeof message & { reply_parameters?: unknown };
		await call('sendMessage', { ...rest, chat_id: moved });
	}
}

async function edit(call: TelegramCall, place: Place, answer: Answer): Promise<void> {
	try {
		await call('editMessageText', {
			chat_id: place.chatId,
			message_id: place.messageId,
			...renderTelegram(answer, messagesFor(answer.language)),
		});
	} catch (error) {
		// Someone has deleted it meanwhile: what was asked for is owed all the same.
		if (!(error instanceof TelegramError && error.code === 400 && IS_GONE.test(error.description))) throw error;
		await send(call, place, answer);
	}
}
