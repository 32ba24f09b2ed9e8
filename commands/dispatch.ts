/** Runs commands, buttons and forms for the adapters: the one place where rights and limits are checked. */
import { decodeAction } from '../src/core/answer/actions.ts';
import { messagesFor } from '../src/core/messages/messages.ts';
import type { Limited } from '../src/moderation/limits.ts';
import {
	type Access,
	type ButtonHandler,
	type Command,
	type CommandContext,
	type FormHandler,
	hasDesk,
} from './command.ts';
import { withFeedback } from './feedback.ts';
import { asScreen, type Form, type Reply, readId, type Screen, say } from './screen.ts';

/** What a command leads to. */
export async function runCommand(
	command: Command,
	options: Record<string, unknown>,
	context: CommandContext,
): Promise<Screen> {
	const refusal = await refuse(command.access, command.needsDesk ? 'act' : 'question', context);
	if (refusal) return refusal;
	const screen = asScreen(await command.run(options, context));
	const { question } = options;
	return command.needsDesk ? screen : answered(screen, context, typeof question === 'string' ? question : undefined);
}

/** What a question in plain words leads to; `about` is the title of the answer that it follows. */
export async function runQuestion(text: string, context: CommandContext, about?: string): Promise<Screen> {
	const refusal = await refuse('everyone', 'question', context);
	return refusal ?? answered(asScreen(context.core.ask(text, { ...context, about })), context, text);
}

/** What a button leads to; undefined for one of no known form. A button that opens a form gives that form. */
export async function press(
	id: string,
	commands: readonly Command[],
	context: CommandContext,
): Promise<Screen | undefined> {
	const read = readId(id);
	if (!read) {
		const answer = context.core.act(id, context);
		if (!answer) return undefined;
		// What went wrong does not take the place of an answer.
		const replace = !answer.private && decodeAction(id)?.replace === true;
		return (await refuse('everyone', 'question', context)) ?? answered({ answers: [answer], replace }, context);
	}
	if (!hasDesk(context)) return undefined;
	if (read.opensForm) {
		const opened = await openForm(id, commands, context);
		return opened && ('fields' in opened ? { answers: [], form: opened } : asScreen(opened));
	}
	const handler = find(commands, read.verb, 'buttons');
	if (!handler) return undefined;
	return (await refuse(handler.access, 'act', context)) ?? asScreen(await handler.press(read.args, context));
}

/** The form of an id as it is now, or why it cannot be opened; undefined when there is none. */
export async function openForm(
	id: string,
	commands: readonly Command[],
	context: CommandContext,
): Promise<Form | Reply | undefined> {
	const form = findForm(id, commands);
	if (!form || !hasDesk(context)) return undefined;
	const { handler, args } = form;
	return (await refuse(handler.access, 'look', context)) ?? (await handler.open(args, context));
}

/** What a form that was filled in leads to; undefined for one of no known form. */
export async function submit(
	id: string,
	values: Record<string, string>,
	commands: readonly Command[],
	context: CommandContext,
): Promise<Screen | undefined> {
	const form = findForm(id, commands);
	if (!form || !hasDesk(context)) return undefined;
	const { handler, args } = form;
	return (await refuse(handler.access, 'act', context)) ?? asScreen(await handler.submit(args, values, context));
}

/** Keeps what has been filled in of a form that is left; undefined where nothing is kept. */
export async function keepForm(
	id: string,
	values: Record<string, string>,
	commands: readonly Command[],
	context: CommandContext,
): Promise<Screen | undefined> {
	const { handler, args = [] } = findForm(id, commands) ?? {};
	if (!handler?.keep || !hasDesk(context)) return undefined;
	return (await refuse(handler.access, 'look', context)) ?? asScreen(await handler.keep(args, values, context));
}

/** What is wrong with one of the values of a form so far. Rights are checked when it is opened and filled in. */
export async function checkField(
	id: string,
	values: Record<string, string>,
	field: string,
	commands: readonly Command[],
	context: CommandContext,
): Promise<string | undefined> {
	const form = findForm(id, commands);
	return form && hasDesk(context) ? form.handler.check?.(form.args, values, field, context) : undefined;
}

function findForm(id: string, commands: readonly Command[]): { handler: FormHandler; args: string[] } | undefined {
	const read = readId(id);
	const handler = read && find(commands, read.verb, 'forms');
	return read && handler && { handler, args: read.args };
}

function find(commands: readonly Command[], verb: string, where: 'buttons'): ButtonHandler | undefined;
function find(commands: readonly Command[], verb: string, where: 'forms'): FormHandler | undefined;
function find(commands: readonly Command[], verb: string, where: 'buttons' | 'forms') {
	for (const command of commands) {
		const handlers = command[where] ?? {};
		if (Object.hasOwn(handlers, verb)) return handlers[verb];
	}
	return undefined;
}

/** Answers as they go out: counted, and with the buttons to say what one thinks of them. */
function answered(screen: Screen, context: CommandContext, text?: string): Screen {
	for (const answer of screen.answers) context.notice?.(answer, text);
	if (!hasDesk(context)) return screen;
	return { ...screen, answers: screen.answers.map((answer) => withFeedback(answer, messagesFor(answer.language))) };
}

/** The answer to someone who may not do that, or has done too much of it. */
async function refuse(access: Access, what: Limited, context: CommandContext): Promise<Screen | undefined> {
	const m = messagesFor(context.language);
	const { asker } = context;
	// Counted first: to find out who moderates may mean to ask the platform. Others in a chat use up nothing of the moderators'.
	const counted = asker && access === 'moderators' ? { ...asker, chat: asker.platformId } : asker;
	const wait = counted && (await context.limits?.take(what, counted));
	if (wait) return { answers: [say(context, m.tooManyTitle, [m.tooMany(wait)])], refused: true };
	if (access === 'everyone' || (await asker?.isModerator())) return undefined;
	return { answers: [say(context, m.notAllowedTitle, [m.notAllowed])], refused: true };
}
