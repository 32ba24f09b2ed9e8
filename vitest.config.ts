import { defineConfig } from 'vitest/config';
import { reporters } from './test/support/reporters.ts';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		// The long runs have their own script: npm run test:long.
		exclude: ['test/long/**'],
		// End-to-end files start whole processes; two cores carry two of them.
		maxWorkers: 2,
		// Each concurrent one has a bot of its own, which prepares its languages first: more would keep Discord waiting.
		maxConcurrency: 2,
		testTimeout: 20_000,
		hookTimeout: 20_000,
		...reporters(),
	},
});
