/** Runs a script of the benchmark in a fresh process and takes the one value that it sends. */
import { fork } from 'node:child_process';

export function runApart<Value>(script: URL, args: readonly string[]): Promise<Value> {
	const child = fork(script, args, {
		execArgv: ['--expose-gc'],
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		serialization: 'advanced',
	});
	return new Promise((resolve, reject) => {
		child.once('message', (value) => {
			resolve(value as Value);
			child.kill('SIGKILL');
		});
		child.once('error', reject);
		child.once('exit', () => reject(new Error(`${script.pathname} ended without a result`)));
	});
}
