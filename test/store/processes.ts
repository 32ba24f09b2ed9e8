/** Starts processes that work with a store, and listens to what they say. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

export interface Child {
	process: ChildProcessByStdio<Writable, Readable, null>;
	/** The lines it has said so far. */
	lines: () => string[];
	/** Waits for a line. */
	said: (line: string) => Promise<void>;
	/** Resolves with the exit code when it has ended; null when a signal ended it. */
	ended: Promise<number | null>;
}

const started: Child[] = [];

/** `user` is the number of the user it runs as, unless that is this one. */
export function startChild(job: 'open' | 'update' | 'lead' | 'write', url: string, user?: number): Child {
	const child = spawn(process.execPath, [CHILD, job, url], {
		stdio: ['pipe', 'pipe', 'inherit'],
		...(user !== undefined && { uid: user, gid: user }),
	});
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text;
	});
	const lines = () => output.split('\n').slice(0, -1);
	const one: Child = {
		process: child,
		lines,
		said: (line) => expect.poll(lines, { timeout: 15_000, interval: 5 }).toContain(line),
		ended: once(child, 'close').then(([code]) => code),
	};
	started.push(one);
	return one;
}

afterAll(async () => {
	for (const { process } of started) process.kill('SIGKILL');
	await Promise.all(started.map(({ ended }) => ended));
});
