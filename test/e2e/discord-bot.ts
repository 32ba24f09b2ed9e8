/** What the end-to-end tests on Discord share: a bot process that talks to a local Discord, and how its answers look. */
import { expect, vi } from 'vitest';
import { type BotProcess, startBot, startedBots } from '../support/bot-process.ts';
import { buttonsOf, textOf } from '../support/discord/act/controls.ts';
import type { Circumstances } from '../support/discord/act/people-at-work.ts';
import type { Reply } from '../support/discord/act/reply.ts';
import type { StoredCommand } from '../support/discord/command-store.ts';
import type { Message } from '../support/discord/message-store.ts';
import type { Person } from '../support/discord/people.ts';
import type { LoggedRequest } from '../support/discord/rest/request-log.ts';
import type { Discord, DiscordOptions } from '../support/discord/server.ts';
import { startDiscord } from '../support/discord/server.ts';

export const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.q1w2e3r4-T5y6U7i8_O9p0A1s2D3f4G5';
export const QUESTION = 'Is crypto mining legal in Russia?';

/** For faults: the first response to an interaction. */
export const CALLBACK = { method: 'POST', path: /\/callback$/ };

const servers: Discord[] = [];

export async function newDiscord(options: Partial<DiscordOptions> = {}): Promise<Discord> {
	const discord = await startDiscord({ token: TOKEN, ...options });
	servers.push(discord);
	return discord;
}

/** The environment of a bot for `discord` that logs all it can. */
export function environmentFor(discord: Discord): Record<string, string> {
	return { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, LOG_LEVEL: 'trace' };
}

export function startFor(discord: Discord, environment: Record<string, string> = {}): BotProcess {
	return startBot({ ...environmentFor(discord), ...environment });
}

/** A bot that is ready, and its Discord. */
export async function newBot(options: Partial<DiscordOptions> = {}): Promise<{ discord: Discord; bot: BotProcess }> {
	const discord = await newDiscord(options);
	const bot = startFor(discord);
	await bot.ready();
	return { discord, bot };
}

/** For the end of a test file: ends everything, and checks what must hold after any test. */
export async function nothingAmiss(): Promise<void> {
	await Promise.all(startedBots().map((bot) => bot.kill()));
	for (const discord of servers) {
		await discord.close();
		expect(discord.violations).toEqual([]);
	}
	for (const { output } of startedBots()) expectNoToken(output);
}

/** A log holds neither the bot's token, whole, in part or encoded, nor the token of an interaction. */
export function expectNoToken(log: string): void {
	const own = servers.flatMap(({ token }) => [token, encodeURIComponent(token), token.split('.').at(-1) ?? token]);
	const theirs = servers.flatMap(({ requests }) =>
		requests.flatMap(({ path }) => /^\/(?:interactions|webhooks)\/[^/]+\/([^/?]+)/.exec(path)?.[1] ?? []),
	);
	expect([...own, ...theirs].filter((secret) => log.includes(secret))).toEqual([]);
}

/** The one embed of a message, which must have a title and a text: its description, and what its fields say. */
export function embedOf(message: Message): { title: string; description: string } {
	expect(message.embeds).toHaveLength(1);
	expect(message.content).toBe('');
	const { title, description: text, fields } = message.embeds[0] ?? {};
	const description = [...(text === undefined ? [] : [text]), ...(fields ?? []).map(({ value }) => value)].join('\n\n');
	expect(title?.trim()).toBeTruthy();
	expect(description.trim()).toBeTruthy();
	return { title: title ?? '', description };
}

export function titleOf({ message }: Reply): string {
	return embedOf(message).title;
}

const MASKED_LINK = /\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)/g;

/** The answer is one embed that states something, and each of its markers has a link to a source. */
export function expectCited(message: Message): void {
	const { description } = embedOf(message);
	const links = [...description.matchAll(MASKED_LINK)].map(([, text = '', url = '']) => ({ text, url }));
	expect(links.map(({ url }) => url).filter((url) => !/^https:\/\/[^\s()<>]+$/.test(url))).toEqual([]);
	// Beside the title in the list of sources or, where room is short, the link itself.
	const listed = [...description.matchAll(/^-# \\(\[\d+)\\\] \[/gm)].map(([, marker]) => marker);
	const linked = links.map(({ text }) => /^\\(\[\d+)\\\]$/.exec(text)?.[1]);
	const leading = new Set([...listed, ...linked].filter((marker) => marker !== undefined));
	const markers = description.replace(/^-# \\\[\d+.*$/gm, '').replace(MASKED_LINK, '$1');
	const used = new Set([...markers.matchAll(/\\(\[\d+)\\\]/g)].map(([, marker]) => marker));
	expect(used).toContain('[1');
	expect(leading).toEqual(used);
}

export function expectNotCited(message: Message): void {
	expect(embedOf(message).description).not.toMatch(/\[\d+|https?:\/\//);
}

/** A first response that is a message of its own, sent at once, with one cited embed. */
export function expectAnswer(reply: Reply, title: RegExp): void {
	expect(reply.type).toBe(4);
	expect(reply.deferred).toBe(false);
	expect(reply.ephemeral).toBe(false);
	expect(reply.elapsedMs).toBeLessThan(1500);
	expect(titleOf(reply)).toMatch(title);
	expectCited(reply.message);
}

/** A first response that only the person who asked sees. */
export function expectPrivate(reply: Reply, text: RegExp): void {
	expect(reply.type).toBe(4);
	expect(reply.ephemeral).toBe(true);
	expect(textOf(reply.message)).toMatch(text);
}

export function labelsOf(message: Message): string[] {
	return buttonsOf(message).map(({ label }) => label ?? '');
}

/** Presses the button that says `label`. */
export function pressLabel(
	discord: Discord,
	message: Message,
	label: string,
	user?: Person,
	options?: Circumstances,
): Promise<Reply> {
	const button = buttonsOf(message).find((one) => one.label === label);
	if (!button?.custom_id) throw new Error(`no button says ${label}, only ${labelsOf(message).join(', ')}`);
	return discord.press(message.id, button.custom_id, user, options);
}

/** Text as Discord shows it: without the escapes and the word joiners that keep it from becoming markup. */
export function shown(text: string): string {
	return text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('\u2060', '');
}

/** The requests of a bot that change its registered commands. */
export function registrations(discord: Discord): LoggedRequest[] {
	return discord.requests.filter(({ method, path }) => method !== 'GET' && path.startsWith('/applications/'));
}

/** The first responses to one interaction that reached Discord, those that met a fault too. */
export function callbacksOf(discord: Discord, { interaction }: Pick<Reply, 'interaction'>): LoggedRequest[] {
	return discord.requests.filter(({ path }) => path.startsWith(`/interactions/${interaction.id}/`));
}

/** Sends a request by hand, as the owner of the bot. */
export async function byHand(discord: Discord, method: string, path: string, body: unknown): Promise<void> {
	const response = await fetch(`${discord.apiUrl}/v10${path}`, {
		method,
		headers: { 'content-type': 'application/json', authorization: `Bot ${discord.token}` },
		body: JSON.stringify(body),
	});
	expect(response.ok, await response.text()).toBe(true);
}

/** Changes the registration of a command by hand; the bot learns of it at its next start. */
export async function reregister(discord: Discord, name: string, change: Partial<StoredCommand>): Promise<void> {
	const command = discord.registeredCommands.find((one) => one.name === name);
	await byHand(discord, 'PATCH', `/applications/${discord.applicationId}/commands/${command?.id}`, change);
}

/** Lets options be left out and be as long as Discord allows at all, as a client with an old registration may. */
export async function letAnythingIn(discord: Discord): Promise<void> {
	for (const { name, options = [] } of discord.registeredCommands)
		await reregister(discord, name, {
			options: options.map((option) => ({ ...option, required: false, max_length: 6000 })),
		});
}

/** Waits until `look` gives something, and gives it. */
export function eventually<T>(look: () => T | undefined | false, timeoutMs = 5000): Promise<T> {
	return vi.waitFor(
		() => {
			const seen = look();
			if (seen === undefined || seen === false) throw new Error(`not seen within ${timeoutMs} ms: ${look}`);
			return seen;
		},
		{ timeout: timeoutMs, interval: 20 },
	);
}
