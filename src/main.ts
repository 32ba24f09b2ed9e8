/** Starts the program: reads the configuration, wires the parts, and stops them in order. */
import { parseArgs } from 'node:util';
import { QUESTION_COMMANDS } from '../commands/index.ts';
import { chat } from './adapters/terminal/chat.ts';
import { runLine } from './adapters/terminal/run-line.ts';
import { runBots } from './bots.ts';
import { linesOf } from './cli/lines.ts';
import { loadShipped } from './cli/load-core.ts';
import { loadEnv } from './cli/load-env.ts';
import { today } from './cli/today.ts';
import { watchOutput, write } from './cli/write.ts';
import { readConfig } from './config.ts';
import { toPlainText } from './core/answer/plain-text.ts';
import type { PolicyCore } from './core/core.ts';
import { messagesFor } from './core/messages/messages.ts';
import { publishedCore } from './published-core.ts';
import { stopSignal } from './stop-signal.ts';
import { StoreError } from './store/store.ts';

const USAGE = `usage: npm start                     the bots when a token is set, else a chat in the terminal
       npm start -- "QUESTION"       one answer
       QUESTIONS | npm start         one answer for each line`;

/** 0: answered, or honestly not; 1: failure; 2: wrong usage or configuration. */
type ExitCode = 0 | 1 | 2;

async function main(): Promise<ExitCode> {
	watchOutput();
	const { question, help, mistake } = readArguments();
	if (mistake !== undefined) {
		console.error(`${mistake}\n${USAGE}`);
		return 2;
	}
	if (help) {
		await write(`${USAGE}\n`);
		return 0;
	}
	const unreadable = loadEnv();
	if (unreadable !== undefined) {
		console.error(unreadable);
		return 2;
	}
	const read = readConfig(process.env);
	if ('mistakes' in read) {
		console.error(['The configuration has mistakes:', ...read.mistakes].join('\n  '));
		return 2;
	}
	const { config } = read;
	const shipped = loadShipped(config.knowledgeDir);
	if (!shipped) return 2;
	try {
		if (question === undefined && (config.discord ?? config.telegram)) return await runBots(config, shipped);
		return await answer(question, await publishedCore(config.databaseUrl, shipped));
	} catch (error) {
		if (!(error instanceof StoreError)) throw error;
		console.error(error.message);
		return 2;
	}
}

/** Answers here: one question, or those of standard input, or whoever sits at the terminal. */
async function answer(question: string | undefined, core: PolicyCore): Promise<ExitCode> {
	if (question !== undefined) return answerOnce(question, core);
	if (!process.stdin.isTTY) return answerLines(core);
	return talk(core);
}

/** The question given as an argument, whether the usage is asked for, or what is wrong with the arguments. */
function readArguments(): { question?: string; help?: boolean; mistake?: string } {
	try {
		const { positionals, values } = parseArgs({
			allowPositionals: true,
			options: { help: { type: 'boolean', short: 'h' } },
		});
		return { ...(positionals.length > 0 ? { question: positionals.join(' ') } : {}), help: values.help === true };
	} catch (error) {
		return { mistake: (error as Error).message };
	}
}

async function answerOnce(question: string, core: PolicyCore): Promise<ExitCode> {
	await write(`${await answerText(question, core)}\n`);
	return 0;
}

/** Each line of standard input as a question with its answer, and an empty line between them. */
async function answerLines(core: PolicyCore): Promise<ExitCode> {
	let asked = 0;
	for await (const line of linesOf(process.stdin)) {
		asked += 1;
		await write(`> ${line}\n${await answerText(line, core)}\n\n`);
	}
	if (asked > 0) return 0;
	// A service whose token is missing or misspelt must not end as if all were well.
	console.error(`Nothing to do: no token is set, and standard input holds no question.\n${USAGE}`);
	return 2;
}

async function answerText(line: string, core: PolicyCore): Promise<string> {
	const context = { core, day: today(), pageSize: Number.POSITIVE_INFINITY };
	const answer = await runLine(line, QUESTION_COMMANDS, context);
	return toPlainText(answer, messagesFor(answer.language));
}

async function talk(core: PolicyCore): Promise<ExitCode> {
	const stopped = stopSignal();
	await chat(QUESTION_COMMANDS, () => ({ core, day: today(), pageSize: Number.POSITIVE_INFINITY }), stopped);
	return 0;
}

// Some parts of the libraries leave timers behind; everything that matters is over by now.
process.exit(await main());
