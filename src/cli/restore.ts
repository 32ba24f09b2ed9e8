/** `npm run restore -- FILE`: puts a backup in the place of the embedded database, which is kept beside it. */
import { restoreSqlite } from '../store/sqlite-restore.ts';
import { embeddedFile } from './embedded-file.ts';

const USAGE = 'usage: npm run restore -- FILE  (DATABASE_URL names the database that is replaced; stop the bot first)';

async function main(): Promise<0 | 1 | 2> {
	const [from, ...more] = process.argv.slice(2);
	if (from === undefined || from.startsWith('-') || more.length > 0) {
		console.error(USAGE);
		return 2;
	}
	const file = embeddedFile('pg_restore --clean --if-exists --dbname="$DATABASE_URL" FILE');
	if (file === undefined) return 2;
	const stamp = new Date().toISOString().replace(/[-:.]/g, '');
	const restored = await restoreSqlite(from, file, stamp);
	if ('problem' in restored) {
		console.error(restored.problem);
		return 1;
	}
	console.log(`${file} holds what ${from} held. Start the bot.`);
	if (restored.kept !== undefined)
		console.log(
			`What it held before is in ${restored.kept}: to go back, restore that. Remove it when it is not needed any more.`,
		);
	return 0;
}

process.exitCode = await main();
