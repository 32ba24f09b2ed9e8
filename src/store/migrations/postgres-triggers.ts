/** Triggers by which PostgreSQL itself keeps the log, whatever program writes to it, and tells of what is new in it. */
import { PUBLISH_LOCK } from '../locks.ts';

const NEVER_CHANGED = ['reviews', 'revisions', 'file_versions'];

export const POSTGRES_TRIGGERS = [
	`create function refuse_to_shrink() returns trigger language plpgsql as $$
		begin
			raise exception '% only grows: no row is changed or deleted', tg_table_name using errcode = 'restrict_violation';
		end $$`,
	...NEVER_CHANGED.map(
		(table) => `create trigger ${table}_only_grows before update or delete or truncate on ${table}
			for each statement execute function refuse_to_shrink()`,
	),
	`create trigger proposals_only_grow before delete or truncate on proposals
		for each statement execute function refuse_to_shrink()`,

	// A revision gets its number before it is seen by others. Without the lock a reader could see 6, ask for what comes
	// after it from then on, and never learn of 5. The numbers are given out after this trigger.
	`create function publish_alone() returns trigger language plpgsql as $$
		begin
			perform ${PUBLISH_LOCK};
			return null;
		end $$`,
	`create trigger revisions_in_order before insert on revisions for each statement execute function publish_alone()`,

	`create function tell_of_revision() returns trigger language plpgsql as $$
		begin
			perform pg_notify('revisions', '');
			return null;
		end $$`,
	`create trigger revisions_are_told after insert on revisions for each statement execute function tell_of_revision()`,
];
