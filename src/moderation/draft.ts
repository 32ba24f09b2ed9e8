/** A proposal while it is written: what its writer has typed so far, as text, under the names of the fields. */
import { z } from 'zod';

/** What can be proposed in the chat. */
const DRAFT_KINDS = [
	'add-fact',
	'add-statement',
	'change',
	'supersede',
	'correct',
	're-verify',
	'retire',
	'word',
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** Whether proposals of this kind are written as drafts, and can be opened again. */
export function isDraftKind(kind: string): kind is DraftKind {
	return (DRAFT_KINDS as readonly string[]).includes(kind);
}

const schema = z.object({
	kind: z.enum(DRAFT_KINDS),
	/** The entry that is changed; none where something is added. */
	entry: z.string().optional(),
	jurisdiction: z.string().optional(),
	topic: z.string().optional(),
	fields: z.record(z.string(), z.string()),
	/** Numbers of the steps that have been filled in, from 0. */
	done: z.array(z.number()),
	/** The proposal that is written anew after a reviewer asked for a change. */
	proposal: z.number().optional(),
	/** The member's report or the gap that gave rise to it: taken care of when the draft is sent. */
	report: z.number().optional(),
	gap: z.number().optional(),
});

export type DraftContent = z.infer<typeof schema>;

export function readDraft(data: string): DraftContent {
	return schema.parse(JSON.parse(data));
}

/** The kinds that concern an entry there is. */
export function needsEntry(kind: DraftKind): boolean {
	return !['add-fact', 'add-statement', 'word'].includes(kind);
}
