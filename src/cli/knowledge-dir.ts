/** Which knowledge folder the scripts use: that of the configuration, from the environment or .env. */
import { readConfig } from '../config.ts';
import { loadEnv } from './load-env.ts';

/** The folder, or undefined after saying on standard error what is wrong with the configuration. */
export function knowledgeDir(): string | undefined {
	const unreadable = loadEnv();
	if (unreadable !== undefined) {
		console.error(unreadable);
		return undefined;
	}
	// A script that only reads knowledge is not stopped by a wrong token.
	const read = readConfig({ KNOWLEDGE_DIR: process.env.KNOWLEDGE_DIR });
	return 'config' in read ? read.config.knowledgeDir : undefined;
}
