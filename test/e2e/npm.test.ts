/** The program under npm: what an operator stops may be npm, not the program. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTelegram } from '../support/telegram/server.ts';

const TOKEN = '123456:npm-token-abcdefghijklmnopqrstuvwxyz';
let telegram: Awaited<ReturnType<typeof startTelegram>>;

beforeAll(async () => {
	telegram = await startTelegram({ token: TOKEN });
});
afterAll(() => telegram.close());

test('nothing is left behind when npm alone is told to stop', async () => {
	const { PATH = '', HOME = '' } = process.env;
	const npm = spawn('npm', ['start'], {
		env: { PATH, HOME, TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_URL: telegram.apiUrl },
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let log = '';
	await new Promise<void>((resolve) => {
		npm.stderr.setEncoding('utf8').on('data', (text: string) => {
			log += text;
			if (log.includes('"ready"')) resolve();
		});
	});
	npm.kill('SIGTERM');
	// The program holds the pipe open as long as it lives, whatever becomes of npm.
	await once(npm, 'close');
	expect(log).toContain('"stopped"');
	expect(telegram.violations).toEqual([]);
});
