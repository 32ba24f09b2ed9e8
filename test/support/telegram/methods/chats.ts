import { z } from 'zod';
import { ApiError, badRequest } from '../api-error.ts';
import { type ChatState, type Member, readableChat, writableChat } from '../chat-state.ts';
import { apiMethod } from '../method.ts';
import { type ChatMember, chatMemberSchema, chatSchema } from '../objects.ts';
import { params } from '../params.ts';
import type { World } from '../world.ts';

/** Looking at chats and who is in them. */
export const chats = {
	getChat: apiMethod(params.chat, chatSchema, (world, request) => ({
		...readableChat(world, request.chat_id).chat,
		accent_color_id: 0,
		max_reaction_count: 11,
		accepted_gift_types: {
			unlimited_gifts: false,
			limited_gifts: false,
			unique_gifts: false,
			premium_subscription: false,
			gifts_from_channels: false,
		},
	})),
	getChatMember: apiMethod(params.chatMember, chatMemberSchema, (world, request) => {
		const state = writableChat(world, request.chat_id);
		if (!request.user_id) throw badRequest('invalid user_id specified');
		return memberOf(world, state, request.user_id);
	}),
	getChatAdministrators: apiMethod(params.chatAdministrators, z.array(chatMemberSchema), (world, request) => {
		const state = writableChat(world, request.chat_id);
		if (state.chat.type === 'private') throw badRequest('there are no administrators in the private chat');
		const bot: Member[] = state.bot === 'administrator' ? [{ user: world.bot, status: 'administrator' }] : [];
		return [...state.members.values(), ...bot].filter(isAdministrator).map(asMember);
	}),
};

function memberOf(world: World, state: ChatState, userId: number): ChatMember {
	if (userId === world.bot.id) {
		return asMember({ user: world.bot, status: state.bot === 'administrator' ? 'administrator' : 'member' });
	}
	const member = state.members.get(userId);
	if (member) return asMember(member);
	const user = world.people.get(userId);
	if (!user) throw new ApiError(400, 'Bad Request: member not found', { botsFault: false });
	return asMember({ user, status: state.chat.id === userId ? 'member' : 'left' });
}

/** Tells whether a member runs the group, its creator included. */
export function isAdministrator({ status }: Member): boolean {
	return status === 'creator' || status === 'administrator';
}

/** Takes a member and gives the object the API describes. */
export function asMember({ user, status, isAnonymous = false, title }: Member): ChatMember {
	const shown = { is_anonymous: isAnonymous, ...(title !== undefined && { custom_title: title }) };
	if (status === 'creator') return { ...shown, user, status };
	if (status === 'kicked') return { ...{ until_date: 0 }, user, status };
	if (status !== 'administrator') return { user, status };
	const rights = {
		...shown,
		can_be_edited: false,
		can_manage_chat: true,
		can_delete_messages: true,
		can_manage_video_chats: false,
		can_restrict_members: false,
		can_promote_members: false,
		can_change_info: false,
		can_invite_users: true,
		can_post_stories: false,
		can_edit_stories: false,
		can_delete_stories: false,
		can_pin_messages: true,
		can_manage_topics: true,
	};
	return { ...rights, user, status };
}
