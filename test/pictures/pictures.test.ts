/** The moderators' page shows every picture that there is, and none that there is not; each is small. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FOLDER } from './make.ts';

const MOST_BYTES = 150_000;

test('the pictures of docs/moderators.md', () => {
	const page = readFileSync(join(FOLDER, '../moderators.md'), 'utf8');
	const shown = [...page.matchAll(/!\[[^\]]{20,}\]\(pictures\/([^)]+)\)/g)].map(([, file = '']) => file);
	const files = readdirSync(FOLDER);
	expect(shown.toSorted()).toEqual(files.toSorted());
	const large = files.filter((file) => statSync(join(FOLDER, file)).size > MOST_BYTES);
	expect(large).toEqual([]);
});
