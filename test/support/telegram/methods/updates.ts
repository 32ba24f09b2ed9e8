import { z } from 'zod';
import { ApiError, badRequest } from '../api-error.ts';
import { limits } from '../limits.ts';
import { apiMethod } from '../method.ts';
import { updateSchema } from '../objects.ts';
import { params } from '../params.ts';

/** How the bot receives updates: long polling or a webhook. */
export const updates = {
	getUpdates: apiMethod(
		params.getUpdates,
		z.union([z.literal('interrupted'), z.array(updateSchema)]),
		(world, request, { signal }) => {
			if (world.webhook.url) {
				const reason =
					"can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
				throw new ApiError(409, `Conflict: ${reason}`);
			}
			world.updates.allow(request.allowed_updates);
			return world.updates.poll(request, signal);
		},
	),
	setWebhook: apiMethod(params.setWebhook, z.literal(true), (world, request) => {
		const { url = '', secret_token: secretToken } = request;
		if (url !== '') checkWebhookUrl(url);
		if (secretToken && !limits.secretToken.test(secretToken)) {
			throw badRequest(
				secretToken.length > 256 ? 'secret token is too long' : 'secret token contains unallowed characters',
			);
		}
		world.updates.allow(request.allowed_updates);
		if (request.drop_pending_updates) world.updates.clear();
		world.webhook = { url, secretToken, maxConnections: request.max_connections ?? 40, lastError: undefined };
		if (url !== '') {
			world.updates.end(new ApiError(409, 'Conflict: terminated by setWebhook request', { botsFault: false }));
			world.updates.onArrival();
		}
		return true as const;
	}),
	deleteWebhook: apiMethod(params.deleteWebhook, z.literal(true), (world, request) => {
		world.webhook = { url: '', secretToken: undefined, maxConnections: 40, lastError: undefined };
		if (request.drop_pending_updates) world.updates.clear();
		return true as const;
	}),
	getWebhookInfo: apiMethod(params.none, z.looseObject({ url: z.string() }), ({ webhook, updates }) => ({
		url: webhook.url,
		has_custom_certificate: false,
		pending_update_count: updates.length,
		...(webhook.url && { max_connections: webhook.maxConnections }),
		...(webhook.lastError && {
			last_error_date: webhook.lastError.date,
			last_error_message: webhook.lastError.message,
		}),
		...(updates.allowed.length > 0 && { allowed_updates: updates.allowed }),
	})),
};

function checkWebhookUrl(text: string): void {
	const url = URL.parse(text);
	if (!url) throw badRequest('bad webhook: invalid webhook URL specified');
	if (url.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
	if (!limits.webhookPorts.some((port) => port === url.port)) {
		throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
	}
}
