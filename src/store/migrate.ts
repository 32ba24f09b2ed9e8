/** Brings the tables of a database up to date when it is opened. Processes that start at once wait for one another. */
import { Migrator } from 'kysely/migration';
import type { DatabaseKind } from './migrations/database-kind.ts';
import { migrationsFor } from './migrations/migrations.ts';
import { StoreError } from './store.ts';
import type { Queries } from './tables.ts';

const NEWER =
	'The database was last used by a newer version of this program. Start that version, or set DATABASE_URL to another database.';
const BROKEN =
	'The tables of the database could not be brought up to date; nothing in it was changed. Restore a backup, or report the fault.';

/** All changes that are missing are made in one transaction, or none. `schema` is where the tables are in PostgreSQL. */
export async function migrate(db: Queries, kind: DatabaseKind, schema?: string): Promise<void> {
	const migrations = migrationsFor(kind);
	const migrator = new Migrator({
		db,
		provider: { getMigrations: async () => migrations },
		...(schema !== undefined && { migrationTableSchema: schema }),
	});
	const { error } = await migrator.migrateToLatest();
	if (error === undefined) return;
	if (error instanceof StoreError) throw error;
	if ((await namesOf(db)).some((name) => !(name in migrations))) throw new StoreError('store-newer', NEWER);
	throw new StoreError('store-broken', BROKEN, { cause: error });
}

/** The changes that the database has; none when it cannot say. */
async function namesOf(db: Queries): Promise<string[]> {
	const table = db.withTables<{ kysely_migration: { name: string } }>().selectFrom('kysely_migration');
	const rows = await table
		.select('name')
		.execute()
		.catch(() => []);
	return rows.map(({ name }) => name);
}
