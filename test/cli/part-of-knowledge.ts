/** A part of the shipped files, as moderators keep them: two jurisdictions in English, which is read fast. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');

const LEFT_OUT = [/wordings\.yaml$/, /jurisdictions\/(?!RU|JP)[^/]+$/, /languages\/(?!en\b)[a-z]+$/];

export function copyPartOfKnowledge(folder: string): void {
	cpSync(KNOWLEDGE, folder, { recursive: true, filter: (path) => !LEFT_OUT.some((pattern) => pattern.test(path)) });
}
