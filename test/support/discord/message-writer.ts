import { invalidForm, refusals } from './api-error.ts';
import { hasFlag, messageFlags } from './flags.ts';
import { limits } from './limits.ts';
import type { Slot } from './message-slot.ts';
import type { Attachment, Message, MessageRecord } from './message-store.ts';
import { tooLong } from './problem.ts';
import type { Upload } from './rest/body.ts';
import { pingRisk } from './rules/mention-rules.ts';
import { isEmptyMessage, messageProblems } from './rules/message-rules.ts';
import type { MessageBody } from './schemas/message.ts';
import { shownComponents } from './shown-components.ts';
import { shownEmbeds } from './shown-embeds.ts';
import { snowflake } from './snowflake.ts';
import type { World } from './world.ts';

/** A message body with its files, its place in the request and a name of the request for the list of violations. */
export type Draft = {
	readonly body: MessageBody;
	readonly files: readonly Upload[];
	readonly at: readonly PropertyKey[];
	readonly label: string;
};

const settable =
	messageFlags.suppressEmbeds | messageFlags.ephemeral | messageFlags.suppressNotifications | messageFlags.componentsV2;

function checked(world: World, draft: Draft, kept: readonly Attachment[], before?: Message): void {
	const names = [...kept.map(({ filename }) => filename), ...draft.files.map(({ filename }) => filename)];
	const problems = messageProblems(draft.body, names, draft.at, before);
	if (names.length > limits.attachments) problems.push(tooLong([...draft.at, 'attachments'], limits.attachments));
	if (problems.length > 0) throw invalidForm(problems);
	if (isEmptyMessage(draft.body, names.length, before)) throw refusals.emptyMessage();
	const risk = pingRisk(draft.body);
	if (risk) world.violations.push(`${draft.label}: ${risk}`);
}

function stored(world: World, draft: Draft, channelId: string, isEphemeral: boolean): Attachment[] {
	return draft.files.map((file) => {
		const id = snowflake();
		const path = `/attachments/${channelId}/${id}/${encodeURIComponent(file.filename)}`;
		world.messages.keepFile(path, file.bytes, file.type);
		const described = draft.body.attachments?.find((entry) => String(entry.id) === file.index);
		const url = `${world.address}${path}`;
		return {
			id,
			filename: file.filename,
			size: file.bytes.length,
			url,
			proxy_url: url,
			content_type: file.type,
			...(described?.description ? { description: described.description } : {}),
			...(isEphemeral ? { ephemeral: true } : {}),
		};
	});
}

function resolver(attachments: readonly Attachment[]): (url: string) => string {
	return (url) => {
		if (!url.startsWith('attachment://')) return url;
		return attachments.find(({ filename }) => `attachment://${filename}` === url)?.url ?? url;
	};
}

/** Takes a place, gives the message that shows "thinking" there until it is edited. */
export function loadingMessage(world: World, slot: Slot, isEphemeral: boolean): MessageRecord {
	const flags = messageFlags.loading | (isEphemeral ? messageFlags.ephemeral : 0);
	return keep(world, slot, blank(world, slot, flags), isEphemeral);
}

/** Takes a place and a draft, checks it and gives the new message; throws what Discord would answer. */
export function writeMessage(world: World, slot: Slot, draft: Draft): MessageRecord {
	checked(world, draft, []);
	const flags = (draft.body.flags ?? 0) & settable;
	const isEphemeral = hasFlag(flags, messageFlags.ephemeral);
	const empty = blank(world, slot, flags);
	const attachments = stored(world, draft, empty.channel_id, isEphemeral);
	const message: Message = {
		...empty,
		content: (draft.body.content ?? '').trim(),
		embeds: shownEmbeds(draft.body.embeds ?? [], resolver(attachments)),
		components: shownComponents(draft.body.components ?? [], resolver(attachments)),
		attachments,
		tts: draft.body.tts ?? false,
	};
	return keep(world, slot, message, isEphemeral);
}

/** Takes a place and components that no rule was asked about, gives a message with them that only a forger claims to see. */
export function forgedMessage(world: World, slot: Slot, components: Message['components']): MessageRecord {
	const message = { ...blank(world, slot, 0), content: 'forged', components };
	return keep(world, slot, message, false, true);
}

/** Takes a message's record and a draft, checks it and changes the message; throws what Discord would answer. */
export function editMessage(world: World, record: MessageRecord, draft: Draft): MessageRecord {
	const before = record.message;
	const { body } = draft;
	const listed = body.attachments?.map(({ id }) => String(id));
	const kept = before.attachments.filter(({ id }) => !listed || listed.includes(id));
	checked(world, draft, kept, before);
	const isEphemeral = hasFlag(before.flags, messageFlags.ephemeral);
	if (hasFlag(body.flags, messageFlags.ephemeral) && !isEphemeral) {
		world.violations.push(
			`${draft.label}: EPHEMERAL is set by the first response, an edit cannot make a message private`,
		);
	}
	const attachments = [...kept, ...stored(world, draft, before.channel_id, isEphemeral)];
	const editable = messageFlags.suppressEmbeds | messageFlags.componentsV2;
	const wasLoading = hasFlag(before.flags, messageFlags.loading);
	const untouched = before.flags & ~messageFlags.loading;
	record.message = {
		...before,
		content: body.content === undefined ? before.content : (body.content ?? '').trim(),
		embeds: body.embeds === undefined ? before.embeds : shownEmbeds(body.embeds ?? [], resolver(attachments)),
		components:
			body.components === undefined ? before.components : shownComponents(body.components ?? [], resolver(attachments)),
		attachments,
		flags: typeof body.flags === 'number' ? (untouched & ~editable) | (body.flags & editable) : untouched,
		edited_timestamp: wasLoading ? null : new Date().toISOString(),
	};
	record.revision += 1;
	return record;
}

function blank(world: World, slot: Slot, flags: number): Message {
	return {
		id: snowflake(),
		channel_id: slot.channelId,
		type: slot.type,
		content: '',
		author: world.bot.user,
		embeds: [],
		components: [],
		attachments: [],
		mentions: [],
		mention_roles: [],
		mention_everyone: false,
		pinned: false,
		tts: false,
		timestamp: new Date().toISOString(),
		edited_timestamp: null,
		flags,
		...slot.more,
	};
}

function keep(world: World, slot: Slot, message: Message, isEphemeral: boolean, isForged = false): MessageRecord {
	const { origin } = slot;
	const onlyFor = isEphemeral ? origin.person.id : undefined;
	const record = { message, origin, onlyFor, revision: 0, isDeleted: false, isForged };
	world.messages.add(record);
	return record;
}
