import type { Route } from '../rest/route.ts';
import { whole } from '../rest/route.ts';

/** Who the bot is, and where its gateway is. */
export const identityRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/gateway/bot',
		needsToken: true,
		response: whole('GatewayBotResponse'),
		handle: ({ world }) => ({
			status: 200,
			body: {
				url: `${world.address.replace('http', 'ws')}/gateway`,
				shards: world.shards,
				// As many as there are, so that no test waits the five seconds between two starts.
				session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: world.shards },
			},
		}),
	},
	{
		method: 'GET',
		path: '/users/@me',
		needsToken: true,
		response: whole('UserPIIResponse'),
		handle: ({ world }) => ({
			status: 200,
			body: { ...world.bot.user, mfa_enabled: false, locale: 'en-US', verified: true, email: null },
		}),
	},
	{
		method: 'GET',
		path: '/applications/@me',
		needsToken: true,
		response: whole('PrivateApplicationResponse'),
		handle: ({ world }) => ({ status: 200, body: world.bot.application }),
	},
];
