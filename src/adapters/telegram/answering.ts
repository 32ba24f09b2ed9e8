/** Answers one update: runs what it asks for and sends the result to the right chat, thread and message. */
import { TelegramError } from 'telegraf';
import type { Command, CommandContext } from '../../../commands/command.ts';
import { fillOptions } from '../../../commands/fill-options.ts';
import { decodeAction } from '../../core/answer/actions.ts';
import type { Answer } from '../../core/answer/answer.ts';
import { messagesFor } from '../../core/messages/messages.ts';
import type { Logger } from '../../log.ts';
import { answerOrFailed } from '../answer-or-failed.ts';
import type { TelegramCall } from './call.ts';
import { describe } from './describe.ts';
import type { Incoming, Place } from './incoming.ts';
import { renderTelegram } from './render.ts';

export interface Answering {
	commands: readonly Command[];
	context: Omit<CommandContext, 'language'>;
	call: TelegramCall;
	log: Logger;
}

/** Sends the answer to `incoming`. Rejects when it could not be delivered. */
export async function answerIncoming(incoming: Incoming, { commands, context, call, log }: Answering): Promise<void> {
	const { language } = incoming;
	const m = messagesFor(language);
	const withLanguage = { ...context, language };
	switch (incoming.kind) {
		case 'question': {
			const { text, about, place } = incoming;
			const answer = answerOrFailed(() => context.core.ask(text, { ...withLanguage, about }), withLanguage, log);
			// In a group "thanks" and talk below an answer need no answer of their own.
			if (!place.private && answer.outcome === 'out-of-scope') return;
			return send(call, place, answer);
		}
		case 'command': {
			const answer = answerOrFailed(() => runCommand(incoming, commands, withLanguage), withLanguage, log);
			return answer && send(call, incoming.place, answer);
		}
		case 'button': {
			const answer = answerOrFailed(() => context.core.act(incoming.action, withLanguage), withLanguage, log);
			const expired = answer && incoming.place ? {} : { text: m.expiredAction, show_alert: true };
			// Until it is answered the button shows a waiting sign, so the sign goes first.
			// It is too late for the sign after a while, or after a reply that got lost; for the answer it is not.
			await call('answerCallbackQuery', { callback_query_id: incoming.queryId, ...expired }).catch((error: unknown) =>
				log.warn({ reason: describe(error) }, 'telegram button not acknowledged'),
			);
			if (!answer || !incoming.place) return;
			// What went wrong does not take the place of an answer.
			if (!answer.private && decodeAction(incoming.action)?.replace) return edit(call, incoming.place, answer);
			return send(call, incoming.place, answer);
		}
	}
}

/** The answer of a command; undefined for an unknown one in a group, where it may be meant for another bot. */
function runCommand(
	{ name, text, place }: Extract<Incoming, { kind: 'command' }>,
	commands: readonly Command[],
	context: CommandContext,
): Answer | undefined {
	// Telegram opens every private chat with /start; what it should say is the help.
	const wanted = name === 'start' ? 'help' : name;
	const command = commands.find((known) => known.name === wanted);
	if (command) return command.run(fillOptions(command, text, context.core), context);
	if (!place.private) return undefined;
	return context.core.explain(
		{ kind: 'unknown-command', name, commands: commands.map((known) => known.name) },
		context,
	);
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
	await call('editMessageText', {
		chat_id: place.chatId,
		message_id: place.messageId,
		...renderTelegram(answer, messagesFor(answer.language)),
	});
}
