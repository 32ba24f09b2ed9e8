/** Where DATABASE_URL says that the embedded database is. */

/** The path of the file, ":memory:" for none; undefined when it is a server. */
export function sqliteFileOf(databaseUrl: string): string | undefined {
	return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : undefined;
}
