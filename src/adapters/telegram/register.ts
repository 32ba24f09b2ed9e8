/** Tells Telegram which commands there are, for each kind of chat and language; what it knows already is not sent again. */
import { TelegramError } from 'telegraf';
import type { Command } from '../../../commands/command.ts';
import { shorten } from '../../core/answer/fit.ts';
import { LANGUAGES, type Messages, messagesFor } from '../../core/messages/messages.ts';
import type { Logger } from '../../log.ts';
import type { TelegramModerators } from './asker.ts';
import type { TelegramCall } from './call.ts';
import { describe } from './describe.ts';
import { MAX_COMMAND_DESCRIPTION, MAX_DESCRIPTION, MAX_SHORT_DESCRIPTION } from './limits.ts';

interface BotCommand {
	command: string;
	description: string;
}

/** Groups see the commands, a private chat /start besides: there it is what opens the chat. */
const SCOPES = ['default', 'all_private_chats', 'all_group_chats'] as const;

/**
 * Registers `commands` by difference: those for everyone everywhere, and the moderators' where moderators see them. Gives the
 * number of calls that changed something.
 */
export async function registerCommands(
	call: TelegramCall,
	commands: readonly Command[],
	{ moderators, moderatorChat }: TelegramModerators,
	log: Logger,
): Promise<number> {
	let changes = 0;
	const update = async (
		read: string,
		write: string,
		where: Record<string, unknown>,
		wanted: Record<string, unknown>,
	) => {
		const known = await call(read, where);
		const current = Array.isArray(known) ? { commands: known } : known;
		if (JSON.stringify(current) === JSON.stringify(wanted)) return;
		await call(write, { ...where, ...wanted });
		changes += 1;
	};
	const everyone = commands.filter(({ access }) => access === 'everyone');
	for (const language of LANGUAGES) {
		const code = language === 'en' ? {} : { language_code: language };
		for (const type of SCOPES) {
			const m = messagesFor(language);
			const listed = everyone.map((command) => toBotCommand(command, m));
			if (type === 'all_private_chats') listed.push({ command: 'start', description: m.startDescription });
			await update('getMyCommands', 'setMyCommands', { scope: { type }, ...code }, { commands: listed });
		}
		const m = messagesFor(language);
		await update('getMyDescription', 'setMyDescription', code, { description: shorten(m.profile, MAX_DESCRIPTION) });
		await update('getMyShortDescription', 'setMyShortDescription', code, {
			short_description: shorten(m.shortProfile, MAX_SHORT_DESCRIPTION),
		});
	}
	const all = commands.map((command) => toBotCommand(command, messagesFor('en')));
	const scopes = [
		...(moderatorChat === undefined ? [] : [{ type: 'chat_administrators', chat_id: moderatorChat }]),
		...moderators.map((id) => ({ type: 'chat', chat_id: id })),
	];
	// Telegram knows no chat with someone who never wrote to the bot; the commands work there all the same.
	for (const scope of scopes)
		await update('getMyCommands', 'setMyCommands', { scope }, { commands: all }).catch((error: unknown) => {
			if (!(error instanceof TelegramError)) throw error;
			log.info({ scope, reason: describe(error) }, "telegram does not list the moderators' commands there");
		});
	return changes;
}

function toBotCommand({ name, description }: Command, messages: Messages): BotCommand {
	return { command: name, description: shorten(description(messages), MAX_COMMAND_DESCRIPTION) };
}
