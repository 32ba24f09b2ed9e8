/** The program as an operator starts it: a process of its own that inherits nothing but PATH. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Generous, since a busy machine may take a while to start a process. In milliseconds. */
const START_LIMIT = 40_000;
const STOP_LIMIT = 15_000;

export type Signal = 'SIGTERM' | 'SIGINT' | 'SIGKILL';

export interface Ended {
	/** null when a signal ended it. */
	code: number | null;
	/** Since the signal was sent or, without one, since the start; in milliseconds. */
	ms: number;
}

const started: BotProcess[] = [];

/**
 * Starts `src/main.ts` with `environment`, and with the knowledge base of the repository unless it names another. It runs
 * in an empty folder, so that no .env of this machine is read. What still runs at the end of the test file is killed.
 */
export function startBot(environment: Record<string, string>, args: readonly string[] = []): BotProcess {
	const bot = new BotProcess(environment, args);
	started.push(bot);
	return bot;
}

/** Every process that this test file started, also those that have ended. */
export function startedBots(): readonly BotProcess[] {
	return started;
}

export class BotProcess {
	stdout = '';
	stderr = '';
	/** Resolves when the process has ended and all of its output is here. */
	readonly ended: Promise<Ended>;
	readonly #child: ChildProcess;
	readonly #folder = mkdtempSync(join(tmpdir(), 'bot-'));
	#since = performance.now();
	#hasEnded = false;
	readonly #listeners = new Set<() => void>();

	constructor(environment: Record<string, string>, args: readonly string[]) {
		const env = {
			PATH: process.env.PATH,
			KNOWLEDGE_DIR: join(ROOT, 'knowledge'),
			// A few people ask everything here.
			QUESTIONS_PER_MINUTE: '0',
			...environment,
		};
		const child = spawn(join(ROOT, 'node_modules/.bin/node'), [join(ROOT, 'src/main.ts'), ...args], {
			cwd: this.#folder,
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.#child = child;
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			this.stdout += text;
			this.#changed();
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			this.stderr += text;
			this.#changed();
		});
		this.ended = new Promise((resolve, reject) => {
			child.on('error', reject);
			child.on('close', (code) => {
				this.#hasEnded = true;
				rmSync(this.#folder, { recursive: true, force: true });
				resolve({ code, ms: performance.now() - this.#since });
				this.#changed();
			});
		});
	}

	/** Everything it has written so far. */
	get output(): string {
		return this.stdout + this.stderr;
	}

	/** The memory that it takes up now, in bytes; 0 where the system does not tell. */
	get memory(): number {
		try {
			const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
			return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
		} catch {
			return 0;
		}
	}

	get isRunning(): boolean {
		return !this.#hasEnded;
	}

	/** Waits for the log line that says that it works. */
	async ready(timeoutMs = START_LIMIT): Promise<void> {
		await this.logged('"msg":"ready"', timeoutMs);
	}

	/** Waits until its standard error contains `text` after its first `from` characters; throws when it ends first. */
	logged(text: string, timeoutMs = START_LIMIT, from = 0): Promise<void> {
		return new Promise((resolve, reject) => {
			const finish = (problem?: string) => {
				clearTimeout(timer);
				this.#listeners.delete(look);
				if (problem === undefined) resolve();
				else reject(new Error(`${problem} before logging ${text}; its output:\n${this.output}`));
			};
			const look = () => {
				if (this.stderr.includes(text, from)) finish();
				else if (this.#hasEnded) finish('the process ended');
			};
			const timer = setTimeout(() => finish(`${timeoutMs} ms passed`), timeoutMs);
			this.#listeners.add(look);
			look();
		});
	}

	/** Sends `signal` and waits for the end; throws when it does not come in time. */
	async stop(signal: Signal = 'SIGTERM', timeoutMs = STOP_LIMIT): Promise<Ended> {
		this.#since = performance.now();
		this.#child.kill(signal);
		const patience = new AbortController();
		const late = sleep(timeoutMs, undefined, { signal: patience.signal }).then(
			() => {
				throw new Error(`the process did not end ${timeoutMs} ms after ${signal}; its output:\n${this.output}`);
			},
			() => undefined,
		);
		const ended = await Promise.race([this.ended, late]);
		patience.abort();
		return ended as Ended;
	}

	/** Ends it at once, whatever it does. */
	async kill(): Promise<void> {
		if (this.isRunning) await this.stop('SIGKILL');
	}

	#changed(): void {
		for (const listener of [...this.#listeners]) listener();
	}
}

const killAll = () => Promise.all(started.map((bot) => bot.kill()));
afterAll(async () => {
	await killAll();
});
// The last resort, for a test run that is broken off.
process.once('exit', () => void killAll());
