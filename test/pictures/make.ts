/** Makes the pictures of docs/moderators.md from what the bot really shows: `node test/pictures/make.ts` (needs Chromium). */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { picture } from './chromium.ts';
import { changeOnDiscord } from './discord-change.ts';
import { changeOnTelegram } from './telegram-change.ts';

export const FOLDER = join(import.meta.dirname, '../../docs/pictures');

// The tests only look into the folder.
if (import.meta.main) {
	mkdirSync(FOLDER, { recursive: true });
	for (const { name, html, text } of [...(await changeOnDiscord()), ...(await changeOnTelegram())]) {
		if (html !== '') await picture(html, join(FOLDER, `${name}.png`));
		// For whoever writes the page: what the bot has said.
		console.log(`=== ${name || 'no picture of this'}\n${text}\n`);
	}
}
