/** `npm run backup -- FILE`: a checked copy of the embedded database, made while the bot runs. */
import { existsSync } from 'node:fs';
import { backupSqlite } from '../store/sqlite-backup.ts';
import { embeddedFile } from './embedded-file.ts';

const USAGE = 'usage: npm run backup -- FILE  (DATABASE_URL names the database)';

async function main(): Promise<0 | 1 | 2> {
	const [target, ...more] = process.argv.slice(2);
	if (target === undefined || target.startsWith('-') || more.length > 0) {
		console.error(USAGE);
		return 2;
	}
	const file = embeddedFile('pg_dump --format=custom --file=FILE "$DATABASE_URL"');
	if (file === undefined) return 2;
	if (!existsSync(file)) {
		console.error(`There is no database at ${file}. Run this where the bot runs, or set DATABASE_URL.`);
		return 2;
	}
	const problem = await backupSqlite(file, target);
	if (problem !== undefined) {
		console.error(problem);
		return 1;
	}
	console.log(`${target} holds all of ${file}, and is sound. It tells who is behind a key: keep it from others.`);
	return 0;
}

process.exitCode = await main();
