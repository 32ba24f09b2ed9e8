/** How the shipped files had each entry. The database itself refuses to change a row. */
import { chunksOf } from './chunks.ts';
import type { FileVersions } from './store.ts';
import type { Atomically, Queries } from './tables.ts';

export function fileVersions(db: Queries, atomically: Atomically): FileVersions {
	return {
		add(versions) {
			return atomically(async (tx) => {
				const last = new Map((await newest(tx).execute()).map((row) => [row.subject, row]));
				const rows = versions.flatMap(({ subject, version, content, seenAt }) => {
					const { place, version: before } = last.get(subject) ?? { place: 0, version: undefined };
					if (version === before) return [];
					const row = { subject, place: place + 1, version, content, seenAt };
					last.set(subject, row);
					return [row];
				});
				// A place is taken when another process starts with the same files at the same moment.
				for (const some of chunksOf(rows))
					await tx
						.insertInto('fileVersions')
						.values(some)
						.onConflict((conflict) => conflict.columns(['subject', 'place']).doNothing())
						.execute();
			});
		},

		async on(subject) {
			return db
				.selectFrom('fileVersions')
				.select(['subject', 'version', 'content', 'seenAt'])
				.where('subject', '=', subject)
				.orderBy('place')
				.execute();
		},

		async latest() {
			return new Map((await newest(db).execute()).map(({ subject, version }) => [subject, version]));
		},
	};
}

/** Of each subject the version that was entered last. */
function newest(db: Queries) {
	return db
		.selectFrom('fileVersions as row')
		.select(['row.subject', 'row.place', 'row.version'])
		.where((query) =>
			query(
				'row.place',
				'=',
				query
					.selectFrom('fileVersions as other')
					.select((inner) => inner.fn.max('other.place').as('place'))
					.whereRef('other.subject', '=', 'row.subject'),
			),
		);
}
