import { z } from 'zod';
import { botCommandSchema, entitySchema, inlineArticleSchema, linkPreviewSchema } from './objects.ts';

// Forms and query strings carry every value as text, and the real server reads text and JSON values alike.
const int = z.preprocess((value) => (isText(value) && /^-?\d+$/.test(value) ? Number(value) : value), z.int());
const bool = z.preprocess(
	(value) => (isText(value) ? ['true', 'yes', '1'].includes(value.toLowerCase()) : value),
	z.boolean(),
);
const text = z.string();
const chatId = z.preprocess(
	(value) => (isText(value) && /^-?\d+$/.test(value) ? Number(value) : value),
	z.union([z.int(), z.string()]),
);
const json = <S extends z.ZodType>(schema: S) => z.preprocess(parsedIfText, schema);

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function parsedIfText(value: unknown): unknown {
	if (!isText(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

const uploadSchema = z.object({ upload: z.literal(true), name: z.string(), bytes: z.int() });

export const replyParametersSchema = z.object({
	message_id: int,
	chat_id: chatId.optional(),
	allow_sending_without_reply: bool.optional(),
	quote: text.optional(),
	quote_parse_mode: text.optional(),
	quote_entities: z.array(entitySchema).optional(),
	quote_position: int.optional(),
	checklist_task_id: int.optional(),
	poll_option_id: text.optional(),
});

// Presence of chat_id, text and the like is left to the methods: they word the refusal as the real server does.
const target = {
	business_connection_id: text.optional(),
	chat_id: chatId.optional(),
	message_thread_id: int.optional(),
};
const sending = {
	...target,
	direct_messages_topic_id: int.optional(),
	disable_notification: bool.optional(),
	protect_content: bool.optional(),
	allow_paid_broadcast: bool.optional(),
	message_effect_id: text.optional(),
	suggested_post_parameters: json(z.record(z.string(), z.unknown())).optional(),
	reply_parameters: json(replyParametersSchema).optional(),
	reply_to_message_id: int.optional(),
	allow_sending_without_reply: bool.optional(),
	reply_markup: json(z.unknown()).optional(),
};
const formatted = {
	text: text.optional(),
	parse_mode: text.optional(),
	entities: json(z.array(entitySchema)).optional(),
	link_preview_options: json(linkPreviewSchema).optional(),
	disable_web_page_preview: bool.optional(),
};
const edited = {
	business_connection_id: text.optional(),
	chat_id: chatId.optional(),
	message_id: int.optional(),
	inline_message_id: text.optional(),
	reply_markup: json(z.unknown()).optional(),
};
const language = { language_code: text.optional() };
const scoped = { ...language, scope: json(z.unknown()).optional() };

/** Parameters of each method this server implements, the older names that the real server still accepts included. */
export const params = {
	none: z.object({}),
	getUpdates: z.object({
		offset: int.optional(),
		limit: int.optional(),
		timeout: int.optional(),
		allowed_updates: json(z.array(z.string())).optional(),
	}),
	setWebhook: z.object({
		url: text.optional(),
		certificate: z.unknown().optional(),
		ip_address: text.optional(),
		max_connections: int.optional(),
		allowed_updates: json(z.array(z.string())).optional(),
		drop_pending_updates: bool.optional(),
		secret_token: text.optional(),
	}),
	deleteWebhook: z.object({ drop_pending_updates: bool.optional() }),
	setMyCommands: z.object({ ...scoped, commands: json(z.array(botCommandSchema)).optional() }),
	commandScope: z.object(scoped),
	language: z.object(language),
	setMyName: z.object({ ...language, name: text.optional() }),
	setMyDescription: z.object({ ...language, description: text.optional() }),
	setMyShortDescription: z.object({ ...language, short_description: text.optional() }),
	sendMessage: z.object({ ...sending, ...formatted }),
	sendPhoto: z.object({
		...sending,
		photo: z.union([uploadSchema, text]).optional(),
		caption: text.optional(),
		parse_mode: text.optional(),
		caption_entities: json(z.array(entitySchema)).optional(),
		show_caption_above_media: bool.optional(),
		has_spoiler: bool.optional(),
	}),
	sendChatAction: z.object({ ...target, action: text.optional() }),
	editMessageText: z.object({
		...edited,
		...formatted,
		rich_message: json(z.record(z.string(), z.unknown())).optional(),
	}),
	editMessageReplyMarkup: z.object(edited),
	deleteMessage: z.object({ chat_id: chatId.optional(), message_id: int.optional() }),
	answerCallbackQuery: z.object({
		callback_query_id: text.optional(),
		text: text.optional(),
		show_alert: bool.optional(),
		url: text.optional(),
		cache_time: int.optional(),
	}),
	answerInlineQuery: z.object({
		inline_query_id: text.optional(),
		results: json(z.array(inlineArticleSchema)).optional(),
		cache_time: int.optional(),
		is_personal: bool.optional(),
		next_offset: text.optional(),
		button: json(z.object({ text, start_parameter: text.optional(), web_app: z.unknown().optional() })).optional(),
		switch_pm_text: text.optional(),
		switch_pm_parameter: text.optional(),
	}),
	chat: z.object({ chat_id: chatId.optional() }),
	chatAdministrators: z.object({ chat_id: chatId.optional(), return_bots: bool.optional() }),
	chatMember: z.object({ chat_id: chatId.optional(), user_id: int.optional() }),
};

export type CallbackAnswer = z.infer<typeof params.answerCallbackQuery>;
export type InlineAnswer = z.infer<typeof params.answerInlineQuery>;
