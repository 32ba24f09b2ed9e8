import { invalidForm, refusals } from './api-error.ts';
import { hasFlag, messageFlags } from './flags.ts';
import type { Interaction } from './interaction.ts';
import { limits } from './limits.ts';
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

const settable = messageFlags.suppressEmbeds | messageFlags.ephemeral | messageFlags.componentsV2;

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

/** Takes an interaction, gives the message that shows "thinking" until it is edited. */
export function loadingMessage(world: World, interaction: Interaction, isEphemeral: boolean): MessageRecord {
	const message = blank(world, interaction, messageFlags.loading | (isEphemeral ? messageFlags.ephemeral : 0), true);
	return keep(world, interaction, message, isEphemeral);
}

/** Takes an interaction and a draft, checks it and gives the new message; throws what Discord would answer. */
export function writeMessage(world: World, interaction: Interaction, draft: Draft, isOriginal: boolean): MessageRecord {
	checked(world, draft, []);
	const flags = (draft.body.flags ?? 0) & settable;
	const isEphemeral = hasFlag(flags, messageFlags.ephemeral);
	const empty = blank(world, interaction, flags, isOriginal);
	const attachments = stored(world, draft, empty.channel_id, isEphemeral);
	const message: Message = {
		...empty,
		content: (draft.body.content ?? '').trim(),
		embeds: shownEmbeds(draft.body.embeds ?? [], resolver(attachments)),
		components: shownComponents(draft.body.components ?? [], resolver(attachments)),
		attachments,
		tts: draft.body.tts ?? false,
	};
	return keep(world, interaction, message, isEphemeral);
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

function blank(world: World, interaction: Interaction, flags: number, isOriginal: boolean): Message {
	return {
		id: snowflake(),
		channel_id: interaction.place.channelId,
		type: interaction.type === 2 && isOriginal ? 20 : 0,
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
		application_id: world.bot.id,
		webhook_id: world.bot.id,
		interaction_metadata: {
			...interaction.metadata,
			...(isOriginal || !interaction.originalId ? {} : { original_response_message_id: interaction.originalId }),
		},
	};
}

function keep(world: World, interaction: Interaction, message: Message, isEphemeral: boolean): MessageRecord {
	const onlyFor = isEphemeral ? interaction.person.id : undefined;
	const record = { message, interaction, onlyFor, revision: 0, isDeleted: false };
	world.messages.add(record);
	return record;
}
