/** Reads the file .env of the working folder, if there is one; what the environment already says wins. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Adds what .env says to the environment; gives a message when the file is there and cannot be read. */
export function loadEnv(): string | undefined {
	let text: string;
	try {
		text = readFileSync('.env', 'utf8');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return code === 'ENOENT' ? undefined : `.env cannot be read (${code}); correct its permissions or remove it.`;
	}
	for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ??= value;
	return undefined;
}
