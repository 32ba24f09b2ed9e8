/** `npm run export`: writes what was published in the chat into the knowledge files, with the least difference in their text. */
import { moderatorChats } from '../moderator-chats.ts';
import { withExistingStore } from './existing-store.ts';
import { exportFiles } from './export-files.ts';
import { loadShipped } from './load-core.ts';
import { scriptConfig } from './script-config.ts';
import { today } from './today.ts';

const USAGE = 'usage: npm run export  (DATABASE_URL and KNOWLEDGE_DIR name the database and the folder)';

async function main(): Promise<0 | 1 | 2> {
	if (process.argv.length > 2) {
		console.error(`"${process.argv[2]}" is no option here\n${USAGE}`);
		return 2;
	}
	const config = scriptConfig();
	const shipped = config && loadShipped(config.knowledgeDir);
	if (!config || !shipped) return 2;
	return withExistingStore(config.databaseUrl, async (store) => {
		const { code, done, amiss } = await exportFiles(config.knowledgeDir, shipped, {
			store,
			day: today,
			now: () => new Date().toISOString(),
			needsSecond: config.reviewNeedsSecond,
			moderatorChats: moderatorChats(config),
		});
		for (const line of done) console.log(line);
		for (const line of amiss) console.error(line);
		// The bot must be able to start on the files as they are now.
		return code === 0 && loadShipped(config.knowledgeDir) ? 0 : 1;
	});
}

process.exitCode = await main();
