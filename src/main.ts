/** Starts the program: reads the configuration, wires the parts, and stops them in order. */
import { parseArgs } from 'node:util';
import { COMMANDS } from '../commands/index.ts';
import { type Adapter, FatalError } from './adapters/adapter.ts';
import { discordAdapter } from './adapters/discord/discord.ts';
import { telegramAdapter } from './adapters/telegram/telegram.ts';
import { chat } from './adapters/terminal/chat.ts';
import { runLine } from './adapters/terminal/run-line.ts';
import { linesOf } from './cli/lines.ts';
import { loadCore } from './cli/load-core.ts';
import { loadEnv } from './cli/load-env.ts';
import { today } from './cli/today.ts';
import { watchOutput, write } from './cli/write.ts';
import { type Config, readConfig } from './config.ts';
import type { Answer } from './core/answer/answer.ts';
import { toPlainText } from './core/answer/plain-text.ts';
import type { PolicyCore } from './core/core.ts';
import { messagesFor } from './core/messages/messages.ts';
import { Gaps } from './gaps.ts';
import { createLogger } from './log.ts';
import { stopSignal } from './stop-signal.ts';
import { warmUp } from './warm-up.ts';

const USAGE = `usage: npm start                     the bots when a token is set, else a chat in the terminal
       npm start -- "QUESTION"       one answer
       QUESTIONS | npm start         one answer for each line`;

/** 0: answered, or honestly not; 1: failure; 2: wrong usage or configuration. */
type ExitCode = 0 | 1 | 2;

/** After this long a stop is a failure, in milliseconds. */
const STOP_LIMIT = 9_500;

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
	const core = loadCore(config.knowledgeDir);
	if (!core) return 2;
	if (question !== undefined) return answerOnce(question, core);
	if (config.discord ?? config.telegram) return runBots(config, core);
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
	await write(`${answerText(question, core)}\n`);
	return 0;
}

/** Each line of standard input as a question with its answer, and an empty line between them. */
async function answerLines(core: PolicyCore): Promise<ExitCode> {
	let asked = 0;
	for await (const line of linesOf(process.stdin)) {
		asked += 1;
		await write(`> ${line}\n${answerText(line, core)}\n\n`);
	}
	if (asked > 0) return 0;
	// A service whose token is missing or misspelt must not end as if all were well.
	console.error(`Nothing to do: no token is set, and standard input holds no question.\n${USAGE}`);
	return 2;
}

function answerText(line: string, core: PolicyCore): string {
	const context = { core, day: today(), pageSize: Number.POSITIVE_INFINITY };
	const answer = runLine(line, COMMANDS, context);
	return toPlainText(answer, messagesFor(answer.language));
}

async function talk(core: PolicyCore): Promise<ExitCode> {
	const stopped = stopSignal();
	await chat(COMMANDS, () => ({ core, day: today(), pageSize: Number.POSITIVE_INFINITY }), stopped);
	return 0;
}

async function runBots({ discord, telegram, logLevel }: Config, core: PolicyCore): Promise<ExitCode> {
	const secrets = [discord?.token, telegram?.token].filter((token) => token !== undefined);
	const log = createLogger(logLevel, secrets);
	const gaps = new Gaps();
	const notice = (answer: Answer) => {
		const gap = gaps.note(answer);
		if (gap) log.info({ gap }, 'not covered');
	};
	const shared = { commands: COMMANDS, context: () => ({ core, day: today(), notice }), log };
	const adapters: Adapter[] = [];
	if (discord) adapters.push(discordAdapter({ ...shared, ...discord }));
	if (telegram) adapters.push(telegramAdapter({ ...shared, ...telegram }));

	const stopped = stopSignal();
	const stopRequested = new Promise<void>((resolve) => {
		stopped.addEventListener('abort', () => resolve(), { once: true });
	});
	const starting = Promise.all(adapters.map((adapter) => adapter.start())).then(() => {
		if (stopped.aborted) return;
		log.info({ adapters: adapters.map(({ name }) => name) }, 'ready');
		return warmUp(core, stopped);
	});
	const failing = Promise.race(adapters.map((adapter) => adapter.failed));
	let code: ExitCode = 0;
	try {
		await Promise.race([stopRequested, failing, starting.then(() => stopRequested)]);
		log.info('stopping');
	} catch (error) {
		// The operator must learn of it even where the logs are silent.
		if (error instanceof FatalError && !log.isLevelEnabled('fatal')) console.error(error.message);
		else if (error instanceof FatalError) log.fatal({ id: error.id }, error.message);
		else log.fatal({ err: error }, 'the bot cannot go on');
		code = 1;
	}
	const limit = setTimeout(() => {
		log.error('work in hand did not finish in time');
		process.exit(1);
	}, STOP_LIMIT);
	const left = (await Promise.all(adapters.map((adapter) => adapter.stop()))).reduce((sum, count) => sum + count, 0);
	clearTimeout(limit);
	if (left > 0) {
		log.error({ left }, 'work in hand did not finish in time');
		code = 1;
	}
	log.info('stopped');
	return code;
}

// Some parts of the libraries leave timers behind; everything that matters is over by now.
process.exit(await main());
