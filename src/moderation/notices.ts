/** What moderators and proposers are told: kept in the store with what it is about, and put into words when it is sent. */
import { z } from 'zod';
import type { Notice, Proposal, Tables } from '../store/store.ts';
import type { Platform } from '../store/tables.ts';
import type { Desk } from './desk.ts';

const schema = z.discriminatedUnion('kind', [
	/** A proposal waits for review. */
	z.object({ kind: z.literal('proposed'), proposal: z.number() }),
	/** Someone has decided on what this person proposed. */
	z.object({
		kind: z.literal('decided'),
		proposal: z.number(),
		decision: z.enum(['approved', 'asked', 'rejected']),
		note: z.string(),
	}),
]);

export type NoticeContent = z.infer<typeof schema>;

export function readNotice({ content }: Pick<Notice, 'content'>): NoticeContent {
	return schema.parse(JSON.parse(content));
}

const PLATFORMS: readonly Platform[] = ['discord', 'telegram'];

/** Tells the moderators' chats that a proposal is waiting; its author knows. */
export async function tellModerators(tables: Tables, desk: Desk, proposal: number): Promise<void> {
	const content = JSON.stringify({ kind: 'proposed', proposal } satisfies NoticeContent);
	const chats = new Map<string, { platform: Platform; chat: string }>();
	for (const one of desk.moderatorChats) chats.set(`${one.platform}:${one.chat}`, one);
	for (const platform of PLATFORMS)
		for (const { chat, settings } of await tables.chatSettings.all(platform)) {
			const key = `${platform}:${chat}`;
			if (settings.notices === true) chats.set(key, { platform, chat });
			if (settings.notices === false) chats.delete(key);
		}
	const author = (await tables.proposals.get(proposal))?.author ?? null;
	const identity = author === null ? undefined : await tables.people.find(author);
	// A private chat on Telegram has the id of its person.
	if (identity) chats.delete(`${identity.platform}:${identity.platformId}`);
	for (const { platform, chat } of chats.values())
		await tables.notices.add({ platform, to: { chat }, content, createdAt: desk.now() });
}

/** Tells the author of a proposal what has become of it; nobody when it came from the files, or the author is forgotten. */
export async function tellAuthor(
	tables: Tables,
	desk: Desk,
	{ id, author }: Pick<Proposal, 'id' | 'author'>,
	decision: Extract<NoticeContent, { kind: 'decided' }>['decision'],
	note: string,
): Promise<void> {
	const identity = author === null ? undefined : await tables.people.find(author);
	if (!identity || author === null) return;
	const content: NoticeContent = { kind: 'decided', proposal: id, decision, note };
	await tables.notices.add({
		platform: identity.platform,
		to: { person: author },
		content: JSON.stringify(content),
		createdAt: desk.now(),
	});
}
