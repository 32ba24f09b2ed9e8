/** Runs a script of package.json as an operator does: a process of its own that inherits nothing but PATH. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Run {
	code: number | null;
	stdout: string;
	stderr: string;
}

/** `src/cli/NAME.ts` with these arguments and variables, in an empty folder, so that no .env of this machine is read. */
export async function runScript(name: string, args: readonly string[], env: Record<string, string>): Promise<Run> {
	const cwd = mkdtempSync(join(tmpdir(), 'script-'));
	const child = spawn(join(ROOT, 'node_modules/.bin/node'), [join(ROOT, `src/cli/${name}.ts`), ...args], {
		cwd,
		env: { PATH: process.env.PATH, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const run: Run = { code: null, stdout: '', stderr: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		run.stdout += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		run.stderr += text;
	});
	[run.code] = await once(child, 'close');
	rmSync(cwd, { recursive: true, force: true });
	return run;
}
