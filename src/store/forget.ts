/** Forgets a person: deletes all by which what is kept could be told to be theirs. */
import { randomUUID } from 'node:crypto';
import type { Forgotten, Platform } from './store.ts';
import type { Queries } from './tables.ts';

/** Undefined when nothing was known. The log refuses to change; it has the key alone, which stands for nobody then. */
export async function forgetPerson(
	tx: Queries,
	platform: Platform,
	platformId: string,
): Promise<Forgotten | undefined> {
	const person = await tx
		.deleteFrom('people')
		.where('platform', '=', platform)
		.where('platformId', '=', platformId)
		.returning('key')
		.executeTakeFirst();
	const begun = person ? await forgetKey(tx, person.key) : { drafts: 0, dialogues: 0, notices: 0, voices: 0 };
	// A private chat on Telegram has the id of its person.
	const notices = await tx
		.deleteFrom('notices')
		.where('platform', '=', platform)
		.where('chat', '=', platformId)
		.executeTakeFirst();
	const settings = await tx
		.deleteFrom('chatSettings')
		.where('platform', '=', platform)
		.where('chat', '=', platformId)
		.executeTakeFirst();
	const forgotten = {
		...begun,
		notices: begun.notices + Number(notices.numDeletedRows),
		settings: Number(settings.numDeletedRows),
	};
	const isKnown = person !== undefined || forgotten.notices + forgotten.settings > 0;
	return isKnown ? forgotten : undefined;
}

/** What was begun under a key, which nobody can go on with any more. */
async function forgetKey(tx: Queries, key: string) {
	const drafts = await tx.deleteFrom('drafts').where('author', '=', key).executeTakeFirst();
	const dialogues = await tx.deleteFrom('dialogues').where('person', '=', key).executeTakeFirst();
	const notices = await tx.deleteFrom('notices').where('person', '=', key).executeTakeFirst();
	// Each voice gets a key of its own, since together they would tell as much of the person as before.
	const voices = await tx.selectFrom('feedback').select('entry').where('person', '=', key).execute();
	for (const { entry } of voices)
		await tx
			.updateTable('feedback')
			.set({ person: randomUUID(), reason: '' })
			.where('entry', '=', entry)
			.where('person', '=', key)
			.execute();
	return {
		drafts: Number(drafts.numDeletedRows),
		dialogues: Number(dialogues.numDeletedRows),
		notices: Number(notices.numDeletedRows),
		voices: voices.length,
	};
}
