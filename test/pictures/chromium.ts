/** Takes a picture of a page with Chromium, as wide as a chat window and as high as what stands in it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WIDTH } from './html.ts';
import { withPalette } from './png.ts';

const CHROMIUM = process.env.CHROMIUM ?? 'chromium';

/** It is to draw one local file, and nothing else. */
const QUIET = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-lcd-text',
	'--hide-scrollbars',
	'--force-device-scale-factor=1',
];

/** Writes the picture of `html` to `file`. */
export async function picture(html: string, file: string): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'picture-'));
	try {
		const page = join(folder, 'page.html');
		writeFileSync(page, html);
		const chromium = (height: number, ...wanted: string[]) =>
			promisify(execFile)(
				CHROMIUM,
				[
					...QUIET,
					`--user-data-dir=${join(folder, `profile-${height}`)}`,
					`--window-size=${WIDTH},${height}`,
					...wanted,
					`file://${page}`,
				],
				{ timeout: 60_000 },
			);
		const { stdout } = await chromium(100, '--dump-dom');
		const height = Number(/data-height="(\d+)"/.exec(stdout)?.[1]);
		if (!height) throw new Error(`no height for ${file} in:\n${stdout}`);
		const shot = join(folder, 'shot.png');
		await chromium(height, `--screenshot=${shot}`);
		writeFileSync(file, withPalette(readFileSync(shot)));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
