/** What any knowledge folder needs beside its jurisdictions: the shipped topics, regions and English words. */
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');

/** Copies the shipped topics, regions and English words into `folder`, without the example questions, so that it loads fast. */
export function copyWords(folder: string): void {
	for (const file of ['topics.yaml', 'regions.yaml', 'languages/en/words.yaml']) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(join(KNOWLEDGE, file), join(folder, file));
	}
}
