import { hasFlag, messageFlags } from '../flags.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { MessageBody } from '../schemas/message.ts';
import { attachmentProblems } from './attachment-rules.ts';
import { componentProblems } from './component-rules.ts';
import { embedProblems } from './embed-rules.ts';
import { mentionProblems } from './mention-rules.ts';

/** What a message looked like before an edit, as far as the rules ask for it. */
export type Before = {
	readonly flags: number;
	readonly content: string;
	readonly embeds: readonly unknown[];
	readonly components: readonly unknown[];
};

/**
 * Takes a message body, the names of the files it will have, its place in the request and the message it edits,
 * gives what Discord would refuse.
 */
export function messageProblems(
	body: MessageBody,
	files: readonly string[],
	at: readonly PropertyKey[],
	before?: Before,
): Problem[] {
	const wasV2 = hasFlag(before?.flags, messageFlags.componentsV2);
	const isV2 = wasV2 || hasFlag(body.flags, messageFlags.componentsV2);
	return [
		...embedProblems(body.embeds ?? [], at),
		...componentProblems(body.components ?? [], isV2, at),
		...mentionProblems(body, at),
		...attachmentProblems(body, files, isV2, at),
		...(isV2 ? legacyFieldProblems(body, at, before) : []),
		...(wasV2 && typeof body.flags === 'number' && !hasFlag(body.flags, messageFlags.componentsV2)
			? [problem([...at, 'flags'], 'MESSAGE_FLAGS_COMPONENTS_V2_IRREVERSIBLE', 'IS_COMPONENTS_V2 cannot be removed')]
			: []),
	];
}

function legacyFieldProblems(body: MessageBody, at: readonly PropertyKey[], before: Before | undefined): Problem[] {
	const kept = (field: 'content' | 'embeds'): boolean => body[field] === undefined && (before?.[field].length ?? 0) > 0;
	const used: string[] = [];
	if (body.content || kept('content')) used.push('content');
	if (body.embeds?.length || kept('embeds')) used.push('embeds');
	if (body.poll) used.push('poll');
	if (body.sticker_ids?.length) used.push('sticker_ids');
	return used.map((field) =>
		problem(
			[...at, field],
			'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
			`The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
		),
	);
}

/** Takes a body, the number of files and the message it edits, gives whether nothing would be left to show. */
export function isEmptyMessage(body: MessageBody, files: number, before?: Before): boolean {
	const content = body.content === undefined ? (before?.content ?? '') : (body.content ?? '').trim();
	const embeds = body.embeds === undefined ? (before?.embeds ?? []) : (body.embeds ?? []);
	const components = body.components === undefined ? (before?.components ?? []) : (body.components ?? []);
	return !content && !embeds.length && !components.length && !files && !body.poll && !body.sticker_ids?.length;
}
