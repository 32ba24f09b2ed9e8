/** Adds up the reports of the test runner and prints `N passed, N failed`; exit 1 when a report is missing or a test failed. */
import { readFileSync } from 'node:fs';

const sum = { passed: 0, failed: 0, skipped: 0 };
let complete = true;
for (const file of process.argv.slice(2)) {
	try {
		const report = JSON.parse(readFileSync(file, 'utf8'));
		sum.passed += report.numPassedTests;
		sum.failed += report.numFailedTests;
		sum.skipped += report.numPendingTests + report.numTodoTests;
		// A file that could not be run holds no test that could fail.
		if (!report.success && report.numFailedTests === 0) complete = false;
	} catch {
		console.error(`no report in ${file}: the run ended before its tests`);
		complete = false;
	}
}
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exitCode = complete && sum.failed === 0 && sum.passed > 0 ? 0 : 1;
