/** The configuration of a script of package.json, from the environment or .env. */
import { type Config, readConfig, VARIABLES } from '../config.ts';
import { loadEnv } from './load-env.ts';

/** What these variables say, the others as if they were not set; undefined after saying on standard error what is wrong. */
export function scriptConfig(names: readonly string[] = VARIABLES): Config | undefined {
	const unreadable = loadEnv();
	if (unreadable !== undefined) {
		console.error(unreadable);
		return undefined;
	}
	const read = readConfig(Object.fromEntries(names.map((name) => [name, process.env[name]])));
	if ('config' in read) return read.config;
	console.error(['The configuration has mistakes:', ...read.mistakes].join('\n  '));
	return undefined;
}
