/** The interactive chat in a terminal: questions, the slash commands, and buttons by number. */
import { createInterface } from 'node:readline/promises';
import type { Command, CommandContext } from '../../../commands/command.ts';
import type { Answer } from '../../core/answer/answer.ts';
import { toPlainText } from '../../core/answer/plain-text.ts';
import { messagesFor } from '../../core/messages/messages.ts';
import { colours } from './dress.ts';
import { runLine } from './run-line.ts';

/** Talks until the person leaves (Ctrl+D, Ctrl+C, "exit") or `signal` ends it. `context` is made anew for each line. */
export async function chat(
	commands: readonly Command[],
	context: () => CommandContext,
	signal: AbortSignal,
): Promise<void> {
	const { stdin: input, stdout: output } = process;
	const names = commands.map(({ name }) => `/${name}`);
	const terminal = createInterface({
		input,
		output,
		prompt: '> ',
		historySize: 200,
		completer: (line: string): [string[], string] => [names.filter((name) => name.startsWith(line)), line],
	});
	// Lines typed ahead are still answered after Ctrl+D, but there is nothing to prompt for any more.
	let closed = false;
	terminal.once('close', () => {
		closed = true;
	});
	signal.addEventListener('abort', () => terminal.close(), { once: true });
	const dress = output.hasColors?.() ? colours : undefined;
	const show = (answer: Answer) => {
		output.write(`\n${toPlainText(answer, messagesFor(answer.language), dress)}\n`);
		const buttons = answer.actions.map(({ label }, index) => `${index + 1} ${label}`);
		if (buttons.length > 0) output.write(`\n${dress ? dress.details(buttons.join('   ')) : buttons.join('   ')}\n`);
		output.write('\n');
	};
	const m = messagesFor(context().language);
	output.write(`${m.helpTitle}. ${m.welcome}\n${m.terminalHint(names.join(' '))}\n\n`);
	let previous: Answer | undefined;
	terminal.prompt();
	for await (const line of terminal) {
		if (/^\s*(exit|quit|bye)\s*$/i.test(line)) break;
		if (line.trim() !== '') {
			previous = await runLine(line, commands, context(), previous);
			show(previous);
		}
		if (!closed) terminal.prompt();
	}
	terminal.close();
}
