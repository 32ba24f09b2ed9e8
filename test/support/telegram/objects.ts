import { z } from 'zod';

// The part of the API's objects that this project's bot and its tests look at; the full description is checked in spec.ts.

export const userSchema = z.object({
	id: z.int().positive(),
	is_bot: z.boolean(),
	first_name: z.string(),
	last_name: z.string().optional(),
	username: z.string().optional(),
	language_code: z.string().optional(),
	can_join_groups: z.boolean().optional(),
	can_read_all_group_messages: z.boolean().optional(),
	supports_inline_queries: z.boolean().optional(),
});
export type User = z.infer<typeof userSchema>;

export const chatSchema = z.object({
	id: z.int(),
	type: z.enum(['private', 'group', 'supergroup', 'channel']),
	title: z.string().optional(),
	username: z.string().optional(),
	first_name: z.string().optional(),
	last_name: z.string().optional(),
	is_forum: z.literal(true).optional(),
});
export type Chat = z.infer<typeof chatSchema>;

export const entitySchema = z.object({
	type: z.string(),
	offset: z.int().nonnegative(),
	length: z.int().positive(),
	url: z.string().optional(),
	user: userSchema.optional(),
	language: z.string().optional(),
	custom_emoji_id: z.string().optional(),
	unix_time: z.int().optional(),
	date_time_format: z.string().optional(),
});
export type MessageEntity = z.infer<typeof entitySchema>;

export const inlineButtonSchema = z.object({
	text: z.string(),
	icon_custom_emoji_id: z.string().optional(),
	style: z.enum(['danger', 'success', 'primary']).optional(),
	url: z.string().optional(),
	callback_data: z.string().optional(),
	web_app: z.object({ url: z.string() }).optional(),
	login_url: z.object({ url: z.string() }).optional(),
	switch_inline_query: z.string().optional(),
	switch_inline_query_current_chat: z.string().optional(),
	switch_inline_query_chosen_chat: z.object({ query: z.string().optional() }).optional(),
	copy_text: z.object({ text: z.string() }).optional(),
	callback_game: z.object({}).optional(),
	pay: z.boolean().optional(),
});
export type InlineButton = z.infer<typeof inlineButtonSchema>;

const inlineKeyboardSchema = z.object({ inline_keyboard: z.array(z.array(inlineButtonSchema)) });
export type InlineKeyboard = z.infer<typeof inlineKeyboardSchema>;

export const linkPreviewSchema = z.object({
	is_disabled: z.boolean().optional(),
	url: z.string().optional(),
	prefer_small_media: z.boolean().optional(),
	prefer_large_media: z.boolean().optional(),
	show_above_text: z.boolean().optional(),
});

const photoSizeSchema = z.object({
	file_id: z.string(),
	file_unique_id: z.string(),
	width: z.int(),
	height: z.int(),
	file_size: z.int().optional(),
});

export const messageSchema = z.object({
	message_id: z.int().positive(),
	message_thread_id: z.int().optional(),
	is_topic_message: z.literal(true).optional(),
	from: userSchema.optional(),
	sender_chat: chatSchema.optional(),
	author_signature: z.string().optional(),
	date: z.int().positive(),
	edit_date: z.int().optional(),
	chat: chatSchema,
	get reply_to_message() {
		return messageSchema.optional();
	},
	quote: z.object({ text: z.string(), position: z.int(), is_manual: z.literal(true).optional() }).optional(),
	text: z.string().optional(),
	entities: z.array(entitySchema).optional(),
	caption: z.string().optional(),
	caption_entities: z.array(entitySchema).optional(),
	photo: z.array(photoSizeSchema).optional(),
	link_preview_options: linkPreviewSchema.optional(),
	reply_markup: inlineKeyboardSchema.optional(),
	via_bot: userSchema.optional(),
	forum_topic_created: z.object({ name: z.string(), icon_color: z.int() }).optional(),
	migrate_to_chat_id: z.int().optional(),
	migrate_from_chat_id: z.int().optional(),
	new_chat_members: z.array(userSchema).optional(),
	left_chat_member: userSchema.optional(),
});
export type Message = z.infer<typeof messageSchema>;

const inaccessibleMessageSchema = z.object({
	chat: chatSchema,
	message_id: z.int(),
	date: z.literal(0),
});

const callbackQuerySchema = z.object({
	id: z.string(),
	from: userSchema,
	message: z.union([messageSchema, inaccessibleMessageSchema]).optional(),
	inline_message_id: z.string().optional(),
	chat_instance: z.string(),
	data: z.string().optional(),
});

const inlineQuerySchema = z.object({
	id: z.string(),
	from: userSchema,
	query: z.string().max(256),
	offset: z.string(),
	chat_type: z.string().optional(),
});

export const chatMemberSchema = z.object({
	status: z.enum(['creator', 'administrator', 'member', 'restricted', 'left', 'kicked']),
	user: userSchema,
	is_anonymous: z.boolean().optional(),
	custom_title: z.string().optional(),
});
export type ChatMember = z.infer<typeof chatMemberSchema>;

const memberUpdateSchema = z.object({
	chat: chatSchema,
	from: userSchema,
	date: z.int(),
	old_chat_member: chatMemberSchema,
	new_chat_member: chatMemberSchema,
});

export const updateSchema = z.object({
	update_id: z.int().positive(),
	message: messageSchema.optional(),
	edited_message: messageSchema.optional(),
	callback_query: callbackQuerySchema.optional(),
	inline_query: inlineQuerySchema.optional(),
	my_chat_member: memberUpdateSchema.optional(),
	chat_member: memberUpdateSchema.optional(),
});
export type Update = z.infer<typeof updateSchema>;

export const botCommandSchema = z.object({ command: z.string(), description: z.string() });
export type BotCommand = z.infer<typeof botCommandSchema>;

export const inlineArticleSchema = z.object({
	type: z.string(),
	id: z.string(),
	title: z.string().optional(),
	description: z.string().optional(),
	url: z.string().optional(),
	input_message_content: z
		.object({
			message_text: z.string().optional(),
			parse_mode: z.string().optional(),
			entities: z.array(entitySchema).optional(),
			link_preview_options: linkPreviewSchema.optional(),
			disable_web_page_preview: z.boolean().optional(),
		})
		.optional(),
	reply_markup: z.unknown().optional(),
});
export type InlineArticle = z.infer<typeof inlineArticleSchema>;
