/** `npm run forget -- discord|telegram ID`: forgets a person who asks for it. */
import { overwriteDeleted } from '../store/overwrite-deleted.ts';
import type { Forgotten, Platform } from '../store/store.ts';
import { withExistingStore } from './existing-store.ts';
import { scriptConfig } from './script-config.ts';
import { sqliteFileOf } from './sqlite-file-of.ts';

const USAGE = `usage: npm run forget -- discord|telegram ID
       ID is the number by which the platform knows the person, not their name`;

async function main(): Promise<0 | 1 | 2> {
	const [platform = '', id = '', ...more] = process.argv.slice(2);
	if (!isPlatform(platform) || !/^\d{1,20}$/.test(id) || more.length > 0) {
		console.error(USAGE);
		return 2;
	}
	const config = scriptConfig(['DATABASE_URL']);
	if (!config) return 2;
	return withExistingStore(config.databaseUrl, async ({ people }) => {
		const forgotten = await people.forget(platform, id);
		for (const line of forgotten ? told(forgotten) : [`Nobody with the id ${id} of ${platform} is known.`])
			console.log(line);
		const file = sqliteFileOf(config.databaseUrl);
		if (file !== undefined && !overwriteDeleted(file)) {
			console.error(`${file}-wal is in use and may still hold what was deleted. Run this once more.`);
			return 1;
		}
		return forgotten ? 0 : 1;
	});
}

function isPlatform(text: string): text is Platform {
	return text === 'discord' || text === 'telegram';
}

function told({ drafts, dialogues, notices, settings, voices }: Forgotten): string[] {
	return [
		'Forgotten. Deleted were the id and the name, and',
		`  drafts: ${drafts}`,
		`  forms that were being filled in: ${dialogues}`,
		`  notices that were not sent yet: ${notices}`,
		`  settings of the private chat: ${settings}`,
		`Voices on entries: ${voices}. They still count, but say neither whose they are nor why.`,
		'What they proposed, reported or decided stays in the log, under a key that stands for nobody.',
		'Backups made before still hold them, and whoever writes to the bot again may be entered again.',
	];
}

process.exitCode = await main();
