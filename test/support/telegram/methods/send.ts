import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import { asQuoted, type ChatState, storeMessage, writableChat } from '../chat-state.ts';
import { checkLink } from '../check-link.ts';
import { formatCaption, formatText } from '../formatted-text.ts';
import { readKeyboard } from '../keyboard.ts';
import { limits } from '../limits.ts';
import { apiMethod, type Call } from '../method.ts';
import { type Message, messageSchema } from '../objects.ts';
import { params } from '../params.ts';
import { readInterface } from '../reply-interface.ts';
import { linksIn } from '../visible.ts';
import type { World } from '../world.ts';
import { findReply } from './reply.ts';
import { findThread } from './thread.ts';

const chatActions = [
	'typing',
	'upload_photo',
	'record_video',
	'upload_video',
	'record_audio',
	'record_voice',
	'upload_audio',
	'upload_voice',
	'upload_document',
	'choose_sticker',
	'pick_up_location',
	'find_location',
	'record_video_note',
	'upload_video_note',
];
type Sending = Pick<
	z.output<typeof params.sendMessage>,
	| 'chat_id'
	| 'message_thread_id'
	| 'reply_parameters'
	| 'reply_to_message_id'
	| 'allow_sending_without_reply'
	| 'reply_markup'
>;

/** Records text that holds a link while the preview was not switched off. */
export function judgePreview(
	call: Call,
	shown: { text: string; entities: Message['entities'] },
	request: {
		link_preview_options?: { is_disabled?: boolean | undefined } | undefined;
		disable_web_page_preview?: boolean | undefined;
	},
): void {
	const disabled = request.link_preview_options?.is_disabled ?? request.disable_web_page_preview ?? false;
	const link = linksIn(shown.text, shown.entities ?? [])[0];
	if (link && !disabled) call.violate(`link preview not disabled (${link.url})`);
}

/** Sending messages and photos, and showing that the bot is at work. */
export const send = {
	sendMessage: apiMethod(params.sendMessage, messageSchema, (world, request, call) => {
		const shown = formatText(request, call.violate);
		judgePreview(call, shown, request);
		return deliver(world, request, call, {
			text: shown.text,
			...(shown.entities.length > 0 && { entities: shown.entities }),
			...(request.link_preview_options && { link_preview_options: request.link_preview_options }),
		});
	}),
	sendPhoto: apiMethod(params.sendPhoto, messageSchema, (world, request, call) => {
		const bytes = checkPhoto(request.photo);
		const caption = formatCaption(
			{ text: request.caption, parse_mode: request.parse_mode, entities: request.caption_entities },
			call.violate,
		);
		const id = `photo-${world.nextId()}`;
		return deliver(world, request, call, {
			photo: [
				{ file_id: id, file_unique_id: `${id}-unique`, width: 640, height: 480, ...(bytes && { file_size: bytes }) },
			],
			...(caption.text && { caption: caption.text }),
			...(caption.entities.length > 0 && { caption_entities: caption.entities }),
		});
	}),
	sendChatAction: apiMethod(params.sendChatAction, z.literal(true), (world, request) => {
		if (!request.action || !chatActions.includes(request.action)) throw badRequest('wrong parameter action in request');
		const { chat } = writableChat(world, request.chat_id);
		world.journal.add({ kind: 'action', chatId: chat.id, action: request.action });
		return true as const;
	}),
};

function deliver(
	world: World,
	request: Sending,
	call: Call,
	content: Pick<Message, 'text' | 'entities' | 'caption' | 'caption_entities' | 'photo' | 'link_preview_options'>,
): Message {
	const keyboard = readKeyboard(request.reply_markup, call.violate);
	const opened = readInterface(request.reply_markup, call.violate);
	const state = writableChat(world, request.chat_id);
	const reply = findReply(world, state, request);
	const threadId = findThread(state, request.message_thread_id, reply?.message, call);
	const topic = threadId === undefined ? undefined : state.topics.get(threadId);
	const repliedTo = reply?.message ?? topic;
	const message = storeMessage(state, {
		from: world.bot,
		...(threadId !== undefined && { message_thread_id: threadId, is_topic_message: true as const }),
		...(repliedTo && { reply_to_message: asQuoted(repliedTo) }),
		...(reply?.quote && { quote: reply.quote }),
		...content,
		...(keyboard && { reply_markup: keyboard }),
	});
	if (opened) state.interfaces.set(message.message_id, opened);
	sent(world, state, message);
	return message;
}

function sent(world: World, state: ChatState, message: Message): void {
	state.openThreads.delete(message.message_thread_id ?? 0);
	world.rate.count(state.chat.id);
	world.journal.add({ kind: 'sent', chatId: state.chat.id, message: structuredClone(message) });
}

function checkPhoto(photo: z.output<typeof params.sendPhoto>['photo']): number | undefined {
	if (!photo) throw badRequest('there is no photo in the request');
	if (typeof photo !== 'string') {
		if (photo.bytes === 0) throw badRequest('file must be non-empty');
		if (photo.bytes > limits.photoBytes) throw badRequest('PHOTO_SAVE_FILE_INVALID');
		return photo.bytes;
	}
	if (/^https?:/i.test(photo)) {
		if ('reason' in checkLink(photo)) throw badRequest('wrong HTTP URL specified');
	} else if (!/^photo-\d+$/.test(photo)) {
		throw badRequest('wrong file identifier/HTTP URL specified');
	}
	return undefined;
}
