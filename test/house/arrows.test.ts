/** The check of the arrows between the folders must see what it is there to see. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let copy: string;

beforeAll(() => {
	copy = mkdtempSync(join(tmpdir(), 'arrows-'));
	for (const part of ['src', 'commands', '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
		cpSync(part, join(copy, part), { recursive: true });
	symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs the check on the copy, as `npm test` does on the project. */
function check(): { status: number | null; output: string } {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[
			resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
			'src',
			'commands',
			'--config',
			'.dependency-cruiser.cjs',
		],
		{ cwd: copy, encoding: 'utf8' },
	);
	return { status, output: stdout + stderr };
}

test.each([
	['src/core/planted.ts', "import '../config.ts';", 'core-is-pure'],
	['src/core/planted.ts', "import '../../commands/ask.ts';", 'core-is-pure'],
	['src/core/planted.ts', "import type { Config } from '../config.ts';\nexport type A = Config;", 'core-is-pure'],
	['src/core/planted.ts', "import 'node:fs';", 'core-has-no-machine'],
	['src/core/planted.ts', "import 'telegraf';", 'core-packages'],
	['src/files/planted.ts', "import '../adapters/pause.ts';", 'files-know-core'],
	['commands/planted.ts', "import '../src/files/load.ts';", 'commands-know-core'],
	['src/adapters/discord/planted.ts', "import '../telegram/html.ts';", 'adapters-stand-alone'],
	['src/adapters/telegram/planted.ts', "import '../../files/load.ts';", 'adapters-stand-alone'],
	// A folder that nobody has named to the check.
	['src/adapters/planted/new.ts', "import '../telegram/html.ts';", 'adapters-stand-alone'],
	['src/adapters/planted.ts', "import './telegram/html.ts';", 'adapters-share'],
	['src/adapters/planted.ts', "import '../config.ts';", 'adapters-share'],
	['src/planted.ts', "import './planted-too.ts';", 'no-circles'],
])('a violation planted in %s is seen (%s)', (file, text, rule) => {
	mkdirSync(dirname(join(copy, file)), { recursive: true });
	writeFileSync(join(copy, file), `${text}\n`);
	if (rule === 'no-circles') writeFileSync(join(copy, 'src/planted-too.ts'), "import './planted.ts';\n");
	const { status, output } = check();
	rmSync(join(copy, file));
	rmSync(join(copy, 'src/planted-too.ts'), { force: true });
	expect(output).toContain(rule);
	expect(status).not.toBe(0);
});

test('the project itself has none', () => {
	expect(check()).toMatchObject({ status: 0 });
});
