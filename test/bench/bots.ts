/** How long an answer takes inside the process, a start takes, and how much a bot answers in a second. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Bench } from 'tinybench';
import { renderDiscord } from '../../src/adapters/discord/render.ts';
import { renderTelegram } from '../../src/adapters/telegram/render.ts';
import { PolicyCore } from '../../src/core/core.ts';
import { messagesFor } from '../../src/core/messages/messages.ts';
import { loadKnowledge } from '../../src/files/load.ts';
import { startDiscord } from '../support/discord/server.ts';
import { startTelegram } from '../support/telegram/server.ts';
import { median } from './numbers.ts';
import type { Report } from './report.ts';

const DAY = '2026-11-24';
const DISCORD_TOKEN = 'bench-token-abcdefghijklmnopqrstuvwxyz';
const TELEGRAM_TOKEN = '123456:bench-token-abcdefghijklmnopqrstuvwxyz';
const QUESTION = 'Is crypto mining legal in Russia?';
/** Asked at once, and for how long, in milliseconds. */
const AT_ONCE = 64;
const DURATION = 3_000;
const ROUNDS = 3;
const STARTS = 5;

export async function benchBots(report: Report): Promise<void> {
	report.heading('Answers inside the bots');
	const began = performance.now();
	const { records } = loadKnowledge('knowledge');
	const loaded = performance.now();
	const core = new PolicyCore(records);
	const built = performance.now();
	const entries = records.facts.length + records.statements.length;
	const lines = [
		`Knowledge: ${entries} entries; load and check ${ms(loaded - began)}, build ${ms(built - loaded)}`,
		await benchAnswers(core),
		...(await benchDiscord(core)),
		...(await benchTelegram(core)),
	];
	report.list(lines);
}

async function benchAnswers(core: PolicyCore): Promise<string> {
	const file = new URL('../questions/tuned/sixteen-jurisdictions.yaml', import.meta.url);
	const questions = (load(readFileSync(file, 'utf8')) as { q: string }[]).map(({ q }) => q);
	const bench = new Bench({ time: 2000, warmupTime: 500, retainSamples: true });
	let next = 0;
	bench.add('understand + find + compose', () => {
		core.ask(questions[next++ % questions.length] ?? '', { day: DAY });
	});
	await bench.run();
	const [task] = bench.tasks;
	if (task?.result.state !== 'completed') throw new Error('the bench did not complete');
	const { latency } = task.result;
	return `Answer (understand + find + compose, ${questions.length} questions): p50 ${ms(latency.p50)}, p99 ${ms(latency.p99)}, mean ${ms(latency.mean)}`;
}

async function benchDiscord(core: PolicyCore): Promise<string[]> {
	const discord = await startDiscord({ token: DISCORD_TOKEN, checksSpec: false });
	const message = JSON.stringify(renderDiscord(core.ask(QUESTION, { day: DAY }), messagesFor('en')));
	const env = { DISCORD_TOKEN, DISCORD_API_URL: discord.apiUrl };
	const starts = await benchStarts('Discord', env);
	const rates = await inTurns({ ...env, MESSAGE: message }, 'test/bench/bare-discord.ts', {
		bare: () => discord.slash('ping'),
		bot: () => discord.slash('ask', { question: QUESTION }),
		before: () => discord.connected(),
	});
	await discord.close();
	return [starts, rateLine('Discord', rates)];
}

async function benchTelegram(core: PolicyCore): Promise<string[]> {
	const telegram = await startTelegram({ token: TELEGRAM_TOKEN });
	const message = JSON.stringify(renderTelegram(core.ask(QUESTION, { day: DAY }), messagesFor('en')));
	const env = { TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN, TELEGRAM_API_URL: telegram.apiUrl };
	const starts = await benchStarts('Telegram', env);
	const chats = Array.from({ length: AT_ONCE }, () => telegram.privateChat());
	const say = (worker: number) => chats[worker]?.say(QUESTION, { timeoutMs: 20_000 });
	const rates = await inTurns({ ...env, MESSAGE: message }, 'test/bench/bare-telegram.ts', { bare: say, bot: say });
	await telegram.close();
	return [starts, rateLine('Telegram', rates)];
}

/** The time from the start of the process to "ready", the median of some starts. */
async function benchStarts(name: string, env: Record<string, string>): Promise<string> {
	const times: number[] = [];
	for (let start = 0; start < STARTS; start++) {
		const before = performance.now();
		const bot = await startProcess('src/main.ts', env);
		times.push(performance.now() - before);
		await stopProcess(bot);
	}
	return `${name}: start to ready ${ms(median(times))} (median of ${STARTS})`;
}

interface Turns {
	bare: (worker: number) => Promise<unknown> | undefined;
	bot: (worker: number) => Promise<unknown> | undefined;
	before?: () => Promise<unknown>;
}

/** Answers a second of the bare bot and of this one, in turns, so that both see the same machine. */
async function inTurns(env: Record<string, string>, bareScript: string, turns: Turns) {
	const rates = { bare: [] as Rate[], bot: [] as Rate[] };
	for (let round = 0; round < ROUNDS; round++)
		for (const kind of ['bare', 'bot'] as const) {
			const bot = await startProcess(kind === 'bare' ? bareScript : 'src/main.ts', env);
			await turns.before?.();
			rates[kind].push(await throughput(turns[kind], bot));
			await stopProcess(bot);
		}
	return { bare: medianRate(rates.bare), bot: medianRate(rates.bot) };
}

interface Rate {
	/** Answers a second. */
	answers: number;
	/** Processor time that the bot took for an answer, in milliseconds. */
	cpu: number;
}

async function throughput(ask: (worker: number) => Promise<unknown> | undefined, bot: ChildProcess): Promise<Rate> {
	let answered = 0;
	const before = cpuTime(bot);
	const deadline = performance.now() + DURATION;
	await Promise.all(
		Array.from({ length: AT_ONCE }, async (_, worker) => {
			while (performance.now() < deadline) {
				await ask(worker);
				answered += 1;
			}
		}),
	);
	return { answers: answered / (DURATION / 1000), cpu: (cpuTime(bot) - before) / answered };
}

/** Processor time of a process so far, in milliseconds; Linux counts it in hundredths of a second. */
function cpuTime({ pid }: ChildProcess): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
	return (Number(fields[13]) + Number(fields[14])) * 10;
}

function rateLine(name: string, { bare, bot }: { bare: Rate; bot: Rate }): string {
	const share = ((100 * bot.answers) / bare.answers).toFixed(0);
	return (
		`${name}: ${bot.answers.toFixed(0)} answers/s; a bot that does no work and sends the same message ready-made: ` +
		`${bare.answers.toFixed(0)}/s: ${share} % (${AT_ONCE} at once, median of ${ROUNDS}); ` +
		`processor time of the bot ${ms(bot.cpu)} an answer, of the other ${ms(bare.cpu)}`
	);
}

function medianRate(rates: readonly Rate[]): Rate {
	return { answers: median(rates.map(({ answers }) => answers)), cpu: median(rates.map(({ cpu }) => cpu)) };
}

/** Starts a script and waits until it says that it is ready. */
async function startProcess(script: string, env: Record<string, string>): Promise<ChildProcess> {
	const child = spawn(process.execPath, [script], {
		env: { PATH: process.env.PATH ?? '', ...env },
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let log = '';
	await new Promise<void>((resolve, reject) => {
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			log += text;
			if (log.includes('"ready"')) resolve();
		});
		child.once('exit', () => reject(new Error(`${script} ended before it was ready:\n${log}`)));
	});
	child.removeAllListeners('exit');
	return child;
}

async function stopProcess(child: ChildProcess): Promise<void> {
	const ended = once(child, 'exit');
	child.kill('SIGTERM');
	await ended;
}

function ms(milliseconds: number): string {
	return `${milliseconds < 10 ? milliseconds.toFixed(3) : milliseconds.toFixed(0)} ms`;
}
