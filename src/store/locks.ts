/** Advisory locks of PostgreSQL, by which processes wait for one another. */

/** Sets our locks apart from those of other programs that use the database. It stands in migrations: never change it. */
const LOCKS = 1_668_313_204;

/** The two numbers of the lock of a name; `name` is an SQL expression. Each schema has its own, as it has its own tables. */
export function lockOf(name: string): string {
	return `${LOCKS}, hashtext(current_schema() || ' ' || ${name})`;
}

/** Waits until no other transaction publishes, and holds the others up until this one ends. */
export const PUBLISH_LOCK = `pg_advisory_xact_lock(${lockOf("'publish'")})`;
