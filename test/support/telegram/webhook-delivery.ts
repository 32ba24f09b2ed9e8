import { setTimeout as sleep } from 'node:timers/promises';
import { dispatch } from './dispatch.ts';
import type { Update } from './objects.ts';
import type { World } from './world.ts';

const retryAfterMs = 200;

/**
 * Delivers updates to the bot's webhook one at a time, as Telegram does, until `signal` aborts; what is not
 * answered with 2XX is sent again. `target` maps the public https address to a local one, as a TLS proxy would.
 */
export async function deliverToWebhook(
	world: World,
	target: (url: string) => string,
	signal: AbortSignal,
): Promise<void> {
	signal.addEventListener('abort', () => world.updates.onArrival(), { once: true });
	while (!signal.aborted) {
		const update = world.webhook.url ? world.updates.peek() : undefined;
		if (!update) {
			await arrival(world);
		} else if (await post(world, target(world.webhook.url), update, signal)) {
			world.updates.acknowledgeOne(update.update_id);
		} else {
			await sleep(retryAfterMs, undefined, { signal }).catch(() => undefined);
		}
	}
}

function arrival(world: World): Promise<void> {
	return new Promise((resolve) => {
		world.updates.onArrival = resolve;
	});
}

async function post(world: World, url: string, update: Update, signal: AbortSignal): Promise<boolean> {
	const headers: Record<string, string> = { 'content-type': 'application/json' };
	if (world.webhook.secretToken) headers['x-telegram-bot-api-secret-token'] = world.webhook.secretToken;
	try {
		const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update), signal });
		const body = await response.text();
		if (!response.ok) throw new Error(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
		await obey(world, body, signal);
		return true;
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		world.webhook.lastError = { date: Math.floor(Date.now() / 1000), message };
		return false;
	}
}

// A webhook may name one method to call in its answer; telegraf does so for answerCallbackQuery and the like.
async function obey(world: World, body: string, signal: AbortSignal): Promise<void> {
	if (!body.startsWith('{')) return;
	const { method, ...values }: Record<string, unknown> = JSON.parse(body);
	if (typeof method === 'string') await dispatch(world, method, { values, asText: false }, signal);
}
