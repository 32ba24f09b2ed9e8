/** The file of the embedded database, for scripts that work on the file itself. */
import { scriptConfig } from './script-config.ts';
import { sqliteFileOf } from './sqlite-file-of.ts';

/** Its path; undefined after saying on standard error why there is none. `otherwise` is the command that serves PostgreSQL. */
export function embeddedFile(otherwise: string): string | undefined {
	const config = scriptConfig(['DATABASE_URL']);
	if (!config) return undefined;
	const file = sqliteFileOf(config.databaseUrl);
	if (file === undefined) {
		console.error(`DATABASE_URL names a PostgreSQL server, which has its own tools:\n  ${otherwise}`);
		return undefined;
	}
	if (file !== '' && file !== ':memory:') return file;
	console.error('DATABASE_URL names no file; write sqlite:data/bot.db, say.');
	return undefined;
}
