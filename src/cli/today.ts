/** The day in UTC, as YYYY-MM-DD: the one clock of the project (the core is given its day). */
export function today(): string {
	return new Date().toISOString().slice(0, 10);
}
