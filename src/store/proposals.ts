/** What has been proposed, and what became of it. */
import type { Selectable } from 'kysely';
import type { Proposal, Proposals } from './store.ts';
import { flag, type Queries, type Schema } from './tables.ts';

export function proposals(db: Queries): Proposals {
	const all = db.selectFrom('proposals').selectAll();
	return {
		async add(proposal) {
			const { subject, fileVersion } = proposal;
			// Asked first: a refused row uses up a number in PostgreSQL, and every start enters all of the files again.
			if (fileVersion !== null) {
				const entered = db
					.selectFrom('proposals')
					.select('id')
					.where('subject', '=', subject)
					.where('fileVersion', '=', fileVersion);
				if (await entered.executeTakeFirst()) return undefined;
			}
			const row = await db
				.insertInto('proposals')
				.values({
					kind: proposal.kind,
					subject,
					title: proposal.title,
					author: proposal.author,
					fromMember: flag(proposal.fromMember),
					reason: proposal.reason,
					changes: proposal.changes,
					fileVersion,
					createdAt: proposal.createdAt,
					state: 'open',
					version: 1,
					updatedAt: proposal.createdAt,
				})
				.onConflict((conflict) =>
					conflict.columns(['subject', 'fileVersion']).where('fileVersion', 'is not', null).doNothing(),
				)
				.returningAll()
				.executeTakeFirst();
			return row && asProposal(row);
		},

		async get(id) {
			const row = await all.where('id', '=', id).executeTakeFirst();
			return row && asProposal(row);
		},

		async in(states) {
			if (states.length === 0) return [];
			return (await all.where('state', 'in', states).orderBy('id').execute()).map(asProposal);
		},

		async on(subject) {
			return (await all.where('subject', '=', subject).orderBy('id').execute()).map(asProposal);
		},

		async update(id, version, { state, changes, reason, title }, at) {
			const { numUpdatedRows } = await db
				.updateTable('proposals')
				.set({ state, changes, reason, title, version: version + 1, updatedAt: at })
				.where('id', '=', id)
				.where('version', '=', version)
				.executeTakeFirst();
			return numUpdatedRows === 1n;
		},
	};
}

function asProposal(row: Selectable<Schema['proposals']>): Proposal {
	return { ...row, fromMember: row.fromMember === 1 };
}
