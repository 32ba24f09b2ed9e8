/** Triggers by which SQLite itself keeps the log, whatever program writes to the file. */

/** Tables that only grow, each with what tells that a new row would take the place of an old one. */
const LOGS = {
	proposals: 'id = new.id',
	reviews: 'id = new.id',
	revisions: 'seq = new.seq or proposal = new.proposal',
	file_versions: 'subject = new.subject and place = new.place',
};

/** Proposals go on to other states. */
const NEVER_CHANGED = ['reviews', 'revisions', 'file_versions'];

export const SQLITE_TRIGGERS = [
	...Object.keys(LOGS).map((table) => refuse(table, 'delete', 'deleted')),
	...NEVER_CHANGED.map((table) => refuse(table, 'update', 'changed')),
	// "insert or replace" deletes the old row without telling a trigger of it.
	...Object.entries(LOGS).map(
		([table, isThere]) => `create trigger ${table}_no_replace before insert on ${table}
			when exists (select 1 from ${table} where ${isThere})
			begin select raise(${table === 'file_versions' ? 'ignore' : `abort, '${table} only grows: no row is replaced'`}); end`,
	),
	`create trigger proposals_entered_once before insert on proposals
		when exists (select 1 from proposals where subject = new.subject and file_version = new.file_version)
		begin select raise(ignore); end`,
];

function refuse(table: string, event: 'delete' | 'update', done: string): string {
	return `create trigger ${table}_no_${event} before ${event} on ${table}
		begin select raise(abort, '${table} only grows: no row is ${done}'); end`;
}
