import { z } from 'zod';
import { apiMethod } from '../method.ts';
import { userSchema } from '../objects.ts';
import { params } from '../params.ts';

const done = z.literal(true);

/** Who the bot is, and its leaving a server. */
export const identity = {
	getMe: apiMethod(params.none, userSchema.loose(), ({ bot, privacy }) => ({
		...bot,
		can_join_groups: true,
		can_read_all_group_messages: !privacy,
		supports_inline_queries: true,
		can_connect_to_business: false,
		has_main_web_app: false,
	})),
	logOut: apiMethod(params.none, done, () => true as const),
	close: apiMethod(params.none, done, () => true as const),
};
