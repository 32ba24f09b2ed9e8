import { defineConfig } from 'vitest/config';
import { reporters } from './test/support/reporters.ts';

/** The runs that need minutes: full patience, many rounds. */
export default defineConfig({
	test: {
		include: ['test/long/**/*.test.ts'],
		maxWorkers: 2,
		testTimeout: 180_000,
		...reporters(),
	},
});
