/** The program and its scripts in a terminal, as processes of their own. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyWords } from '../support/words.ts';

const NODE = resolve('node_modules/.bin/node');
const KNOWLEDGE = resolve('knowledge');
const NOBODY = 65534;

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'terminal-'));
	chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
	args?: string[];
	input?: string | Uint8Array;
	env?: Record<string, string>;
	uid?: number;
}

/** Runs a script of the project in an empty folder (no .env of this machine is read). */
function run(script: string, { args = [], input = '', env = {}, uid }: Run = {}) {
	const { status, stdout, stderr } = spawnSync(NODE, [resolve(script), ...args], {
		cwd: folder,
		env: { PATH: process.env.PATH ?? '', KNOWLEDGE_DIR: KNOWLEDGE, ...env },
		input: typeof input === 'string' ? Buffer.from(input) : input,
		maxBuffer: 1e9,
		...(uid === undefined ? {} : { uid }),
	});
	return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

const start = (options?: Run) => run('src/main.ts', options);
const ask = (options: Run) => run('src/cli/ask.ts', options);

interface Line {
	question: string;
	outcome: string;
	text: string;
	citations: { number: number; url: string; published: string | null }[];
	suggestions: string[];
}

function jsonOf(input: string | Uint8Array, args = ['--json', '--today', '2026-11-24']): Line[] {
	const { status, stdout, stderr } = ask({ args, input });
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	return stdout
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));
}

describe('one question', () => {
	test('given as an argument is answered on standard output, with dates, [1] and a link', () => {
		const { status, stdout, stderr } = start({ args: ['Is crypto mining legal in Russia?'] });
		expect(status).toBe(0);
		expect(stderr).toBe('');
		expect(stdout).toMatch(/^🇷🇺 Russia · Mining\n/);
		expect(stdout).toMatch(/since \d.* · verified \d/);
		expect(stdout).toMatch(/\[1\].*\n/);
		expect(stdout).toMatch(/^\[1\] .* https:\/\/\S+$/m);
		expect(stdout).toContain('Information, not legal advice.');
	});

	test('goes before tokens, and a slash command works as in a chat', () => {
		const tokens = { DISCORD_TOKEN: 'abcdefghijklmnopqrstuvwxyz' };
		expect(start({ args: ['/country', 'japan'], env: tokens }).stdout).toMatch(/^🇯🇵 Japan\n/);
		expect(start({ args: ['/nonsense'] }).stdout).toContain('I know no such command');
		expect(start({ args: ['/help'] }).stdout).toContain('not legal advice');
	});

	test('that is empty or huge is answered honestly, with exit code 0', () => {
		for (const [question, title] of [
			['', 'Nothing asked'],
			['x'.repeat(6000), 'Too long'],
		] as const)
			expect(start({ args: [question] })).toMatchObject({ status: 0, stdout: expect.stringContaining(title) });
	});

	test('an unknown option is a wrong usage', () => {
		const { status, stdout, stderr } = start({ args: ['--colour'] });
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain("Unknown option '--colour'");
		expect(stderr).toContain('usage:');
	});
});

test('lines piped in are answered one by one, and the last one needs no end', () => {
	const { status, stdout } = start({ input: 'tax in japan\n\nmining in china' });
	expect(status).toBe(0);
	expect(stdout.match(/^(?:🇯🇵|🇨🇳|Nothing asked).*$/gm)).toEqual([
		'🇯🇵 Japan · Tax',
		'Nothing asked',
		'🇨🇳 China · Mining',
	]);
	expect(stdout.match(/^> .*$/gm)).toEqual(['> tax in japan', '> ', '> mining in china']);
});

test('--help shows the usage', () => {
	expect(start({ args: ['--help'] })).toMatchObject({ status: 0, stdout: expect.stringContaining('usage: npm start') });
});

test('neither a token nor a question is a wrong usage', () => {
	const { status, stdout, stderr } = start();
	expect([status, stdout]).toEqual([2, '']);
	expect(stderr).toContain('no token is set, and standard input holds no question');
});

test('a full disk behind standard output is a failure', () => {
	const full = openSync('/dev/full', 'w');
	const env = { PATH: process.env.PATH ?? '', KNOWLEDGE_DIR: KNOWLEDGE };
	const { status, stderr } = spawnSync(NODE, [resolve('src/main.ts'), 'japan'], {
		cwd: folder,
		env,
		stdio: ['ignore', full, 'pipe'],
	});
	closeSync(full);
	expect(status).toBe(1);
	expect(stderr.toString()).toContain('Standard output cannot be written (ENOSPC)');
});

test('odd lines are answered honestly too', () => {
	const odd = ['   ', '\u202e\u200b', '🙂'.repeat(200), '<b>@everyone</b>', 'blah blah blah', '/nonsense', '/country'];
	const { status, stdout } = start({ input: odd.join('\n') });
	expect(status).toBe(0);
	expect(stdout.match(/^(?:Nothing asked|Outside what I cover|Please check this)$/gm)).toHaveLength(odd.length);
});

describe('ask --json', () => {
	test('writes one object a line, in order, with matching markers and citations', () => {
		const questions = ['is mining legal in russia', '', 'price of bitcoin', 'bitcoin tax in kazakhstan', 'is it legal'];
		const lines = jsonOf(`${questions.join('\n')}\n`);
		expect(lines.map(({ question }) => question)).toEqual(questions);
		expect(lines.map(({ outcome }) => outcome)).toEqual([
			'answered',
			'out-of-scope',
			'out-of-scope',
			'not-covered',
			'clarify',
		]);
		for (const { text, citations } of lines) {
			const marked = new Set(Array.from(text.matchAll(/\[(\d+)\]/g), ([, number]) => Number(number)));
			expect([...marked].sort((a, b) => a - b)).toEqual(citations.map(({ number }) => number));
			for (const { url } of citations) expect(url).toMatch(/^https:\/\//);
		}
	});

	test('takes any bytes: control characters, broken UTF-8, other line separators', () => {
		const bytes = Buffer.concat([
			Buffer.from('a\u2028b\rc\u0000\n'),
			Buffer.from([0xff, 0xfe, 0x80, 0x0a]),
			Buffer.from(`${'x'.repeat(6000)}\r\n\n`),
		]);
		const lines = jsonOf(bytes);
		expect(lines.map(({ question }) => question)).toEqual([
			'a\u2028b\rc\u0000',
			'\ufffd\ufffd\ufffd',
			'x'.repeat(6000),
			'',
		]);
		expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['out-of-scope']));
	});

	test('keeps up with thousands of lines', () => {
		const questions = Array.from({ length: 5000 }, (_, at) => `tax in japan ${at}`);
		expect(jsonOf(questions.join('\n')).map(({ question }) => question)).toEqual(questions);
	});

	test('every suggestion that it gives can be sent back as it is', () => {
		const asked = jsonOf(
			'is it legal\ncrypto mining\nbitcoin\nmining in Korea\ncrypto in narnia\nstablecoins in chad\n',
		);
		const suggestions = [...new Set(asked.flatMap((line) => line.suggestions))];
		expect(suggestions.length).toBeGreaterThan(10);
		for (const line of jsonOf(suggestions.join('\n')))
			expect(['answered', 'not-covered'], line.question).toContain(line.outcome);
	});

	test('a day decides what is current', () => {
		const [before] = jsonOf('payments in russia', ['--json', '--today', '2019-06-01']);
		const [after] = jsonOf('payments in russia', ['--json', '--today', '2026-11-24']);
		expect(before?.text).not.toBe(after?.text);
	});

	test.each([
		[[], 'give either --json or --explain'],
		[['--json', '--today', 'tomorrow'], '--today "tomorrow" is not a day'],
		[['--json', '--today', '2026-02-30'], '--today "2026-02-30" is not a day'],
		[['--jsn'], "Unknown option '--jsn'"],
		[['--json', 'question'], 'Unexpected argument'],
	])('%j is a wrong usage', (args, message) => {
		const { status, stdout, stderr } = ask({ args, input: 'x\n' });
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain(message);
	});
});

describe('a knowledge folder', () => {
	/** A copy of the shipped topics with this file for Russia. */
	function knowledge(name: string, russia: string): string {
		const path = join(folder, name);
		mkdirSync(join(path, 'jurisdictions'), { recursive: true });
		copyWords(path);
		writeFileSync(join(path, 'jurisdictions/RU.yaml'), russia);
		return path;
	}

	const scripts: [string, (env: Record<string, string>) => ReturnType<typeof run>][] = [
		['npm start', (env) => start({ args: ['mining'], env })],
		['ask', (env) => ask({ args: ['--json'], input: 'x\n', env })],
	];

	test.each(scripts)('that is missing, empty or broken is a wrong configuration for %s', (_name, script) => {
		mkdirSync(join(folder, 'empty'), { recursive: true });
		const broken = knowledge('broken', 'code: RU\nname: [\n');
		for (const [path, message] of [
			[join(folder, 'none'), 'does not exist; set KNOWLEDGE_DIR'],
			[join(folder, 'empty'), 'holds no YAML file'],
			[broken, 'is not valid YAML'],
		] as const) {
			const { status, stdout, stderr } = script({ KNOWLEDGE_DIR: path });
			expect([status, stdout], path).toEqual([2, '']);
			expect(stderr).toContain(message);
			expect(stderr).toContain('The knowledge base cannot be used');
		}
	});

	test('that may not be read is named', () => {
		const path = knowledge('locked', 'code: RU\n');
		chmodSync(join(path, 'jurisdictions/RU.yaml'), 0);
		// Root may read everything, so the program is run as somebody else.
		const asNobody = process.getuid?.() === 0 ? { uid: NOBODY } : {};
		const { status, stderr } = start({ args: ['mining'], env: { KNOWLEDGE_DIR: path }, ...asNobody });
		expect(status).toBe(2);
		expect(stderr).toContain('RU.yaml:1 cannot be read (EACCES); check its permissions');
	});

	test('is checked by npm run check, with FILE:LINE message and exit code 1', () => {
		expect(run('src/cli/check.ts').status).toBe(0);
		const { status, stdout } = run('src/cli/check.ts', {
			env: {
				KNOWLEDGE_DIR: knowledge('wrong', 'code: RU\nname: Russia\ncolour: red\nresearch: { state: researched }\n'),
			},
		});
		expect(status).toBe(1);
		expect(stdout).toBe(`wrong/jurisdictions/RU.yaml:3 "colour" is no field here; correct its spelling or remove it\n`);
	});
});

test('npm run check takes no options, and reads .env', () => {
	expect(run('src/cli/check.ts', { args: ['--bogus'] })).toMatchObject({ status: 2, stdout: '' });
	writeFileSync(join(folder, '.env'), 'KNOWLEDGE_DIR=/nowhere\n');
	const { status, stdout } = spawnSync(NODE, [resolve('src/cli/check.ts')], {
		cwd: folder,
		env: { PATH: process.env.PATH ?? '' },
		encoding: 'utf8',
	});
	rmSync(join(folder, '.env'));
	expect([status, stdout]).toEqual([1, '../../nowhere:1 does not exist; set KNOWLEDGE_DIR to the knowledge folder\n']);
});

describe('a wrong configuration', () => {
	test('names every mistake and repeats no value', () => {
		const { status, stdout, stderr } = start({ env: { DISCORD_TOKEN: 'hush', LOG_LEVEL: 'loud' } });
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(/DISCORD_TOKEN is not a Discord bot token/);
		expect(stderr).toMatch(/LOG_LEVEL must be one of/);
		expect(stderr).not.toMatch(/hush|loud/);
	});

	test('is read from a .env file too, and the environment wins', () => {
		writeFileSync(join(folder, '.env'), 'LOG_LEVEL=loud\n');
		expect(start({ args: ['japan'] }).status).toBe(2);
		expect(start({ args: ['japan'], env: { LOG_LEVEL: 'info' } }).status).toBe(0);
		rmSync(join(folder, '.env'));
	});
});

describe('the chat', () => {
	/** Types lines into the program at a terminal of its own, which script(1) provides: each when the prompt is there. */
	async function typeIn(lines: string[], env: Record<string, string> = {}) {
		const child = spawn('script', ['-qec', `${NODE} ${resolve('src/main.ts')}`, '/dev/null'], {
			cwd: folder,
			env: { PATH: process.env.PATH ?? '', KNOWLEDGE_DIR: KNOWLEDGE, TERM: 'xterm-256color', ...env },
		});
		let screen = '';
		const rest = [...lines];
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			screen += text;
			// The prompt, and the escape sequence that puts the cursor behind it.
			if (/> (?:\[\d+G)?$/.test(screen.replaceAll('\u001b', ''))) child.stdin.write(rest.shift() ?? '');
		});
		const [status] = await once(child, 'close');
		return { status, screen };
	}

	test('greets, answers in colour, presses buttons by number, and leaves politely', async () => {
		const { status, screen } = await typeIn(['tax in japan\r', '1\r', '/topic mining\r', 'exit\r']);
		expect(status).toBe(0);
		expect(screen).toContain('Crypto Policy Bot');
		expect(screen).toContain('\u001b[1m🇯🇵 Japan · Tax');
		expect(screen).toMatch(/1 (?:More|Timeline)/);
		expect(screen).toContain('Mining around the world');
	});

	test('shows no colours where none are wanted, and Ctrl+D leaves', async () => {
		const { status, screen } = await typeIn(['tax in japan\r', '\u0004'], { NO_COLOR: '1' });
		expect(status).toBe(0);
		expect(screen).toContain('🇯🇵 Japan · Tax');
		expect(screen).not.toContain('\u001b[1m');
	});

	test('remembers what was typed: the arrow up brings back the last question', async () => {
		const { screen } = await typeIn(['tax in japan\r', '\u001b[A\r', 'exit\r']);
		expect(screen.match(/🇯🇵 Japan · Tax/g)).toHaveLength(2);
	});
});
