/** The report of a run: printed as it grows, and kept as Markdown to be written. */

export class Report {
	readonly #parts: string[] = [];

	heading(text: string, level = 2): void {
		this.#add(`${'#'.repeat(level)} ${text}`);
	}

	paragraph(text: string): void {
		this.#add(text);
	}

	list(items: readonly string[]): void {
		this.#add(items.map((item) => `- ${item}`).join('\n'));
	}

	table(header: readonly string[], rows: readonly (readonly string[])[]): void {
		const widths = header.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
		const hasFigures = header.map(
			(_, column) => column > 0 && rows.every((row) => /^([\d–]|not |$)/.test(row[column] ?? '')),
		);
		// Figures line up when a table is read in the terminal.
		const padded = (cell: string, column: number) =>
			hasFigures[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
		const line = (cells: readonly string[]) =>
			`| ${header.map((_, column) => padded(cells[column] ?? '', column)).join(' | ')} |`;
		const rule = `|${widths.map((width, column) => (hasFigures[column] ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
		this.#add([line(header), rule, ...rows.map(line)].join('\n'));
	}

	get markdown(): string {
		return this.#parts.join('\n\n');
	}

	#add(text: string): void {
		this.#parts.push(text);
		console.log(`${text}\n`);
	}
}
