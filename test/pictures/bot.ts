/** The bot as an operator starts it, in an empty folder of its own, for a script that is no test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Starts it and resolves once it is ready, with what ends it. */
export async function startBot(environment: Record<string, string>): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'bot-'));
	const bot = spawn(process.execPath, [join(ROOT, 'src/main.ts')], {
		cwd: folder,
		env: { PATH: process.env.PATH, KNOWLEDGE_DIR: join(ROOT, 'knowledge'), QUESTIONS_PER_MINUTE: '0', ...environment },
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const ended = once(bot, 'close').then(() => rmSync(folder, { recursive: true, force: true }));
	let log = '';
	await new Promise<void>((resolve, reject) => {
		bot.stderr.setEncoding('utf8').on('data', (text: string) => {
			log += text;
			if (log.includes('"msg":"ready"')) resolve();
		});
		bot.once('close', () => reject(new Error(`the bot ended before it was ready:\n${log}`)));
	});
	return async () => {
		bot.kill();
		await ended;
	};
}
