/** The machine that measures. */
import { cpus, totalmem } from 'node:os';

export function describeMachine(): string {
	const [cpu] = cpus();
	return `Node ${process.version}, ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
}
