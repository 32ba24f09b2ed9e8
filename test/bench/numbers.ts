/** Figures of many measurements, and how they are written. */

/** The value that `share` of the sorted values stay below. */
export function percentile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
	return percentile(numbers, 0.5);
}

/** Three digits that count: 0.0123, 1.23, 123; all of a larger number. */
export function figure(number: number): string {
	if (!Number.isFinite(number)) return '–';
	if (Math.abs(number) >= 100) return Math.round(number).toLocaleString('en');
	return String(Number(number.toPrecision(3)));
}

/** "63.4 (857)": per cent of how many. */
export function share({ part, of }: { part: number; of: number }): string {
	return of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} (${of.toLocaleString('en')})`;
}
