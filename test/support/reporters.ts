/** How the tests report: to the terminal and, where VITEST_JSON names a file, with their counts into it. */
export function reporters(): { reporters: string[]; outputFile?: { json: string } } {
	const file = process.env.VITEST_JSON;
	return file ? { reporters: ['default', 'json'], outputFile: { json: file } } : { reporters: ['default'] };
}
