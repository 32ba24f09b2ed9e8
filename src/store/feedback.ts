/** Whether entries helped: one voice a person and entry. */
import { chunksOf } from './chunks.ts';
import type { Feedback, FeedbackCounts } from './store.ts';
import { flag, type Queries } from './tables.ts';

/** Reasons shown for one entry. */
const REASONS = 5;

export function feedback(db: Queries): Feedback {
	return {
		async give(entry, person, helpful, at) {
			const voice = { helpful: flag(helpful), reason: '', at };
			await db
				.insertInto('feedback')
				.values({ entry, person, ...voice })
				.onConflict((conflict) => conflict.columns(['entry', 'person']).doUpdateSet(voice))
				.execute();
		},

		async explain(entry, person, reason) {
			await db
				.updateTable('feedback')
				.set({ reason })
				.where('entry', '=', entry)
				.where('person', '=', person)
				.execute();
		},

		async countsOf(entries) {
			const counts = new Map<string, FeedbackCounts>();
			for (const some of chunksOf(entries)) {
				const voices = await db
					.selectFrom('feedback')
					.select(['entry', 'helpful', (query) => query.fn.countAll().as('count')])
					.where('entry', 'in', some)
					.groupBy(['entry', 'helpful'])
					.execute();
				for (const { entry, helpful, count } of voices) {
					const known = counts.get(entry) ?? { helpful: 0, unhelpful: 0, reasons: [] };
					counts.set(entry, { ...known, [helpful ? 'helpful' : 'unhelpful']: Number(count) });
				}
				for (const { entry, reason } of await reasonsOf(some)) counts.get(entry)?.reasons.push(reason);
			}
			return counts;
		},
	};

	/** Of each entry the newest few, newest first. */
	function reasonsOf(entries: string[]) {
		const newestFirst = db
			.selectFrom('feedback')
			.select([
				'entry',
				'reason',
				(query) =>
					query.fn
						.agg<number>('row_number')
						.over((over) => over.partitionBy('entry').orderBy('at', 'desc').orderBy('person'))
						.as('place'),
			])
			.where('entry', 'in', entries)
			.where('reason', '<>', '');
		return db
			.selectFrom(newestFirst.as('newest'))
			.select(['entry', 'reason'])
			.where('place', '<=', REASONS)
			.orderBy('entry')
			.orderBy('place')
			.execute();
	}
}
