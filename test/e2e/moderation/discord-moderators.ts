/** What the tests of moderation on Discord share: a bot with a moderators' server, people, and how to press and read. */
import { expect } from 'vitest';
import type { BotProcess } from '../../support/bot-process.ts';
import { buttonsOf, textOf } from '../../support/discord/act/controls.ts';
import type { ModalValues } from '../../support/discord/act/fill-modal.ts';
import type { Reply } from '../../support/discord/act/reply.ts';
import type { Message } from '../../support/discord/message-store.ts';
import { type Person, person } from '../../support/discord/people.ts';
import type { Discord } from '../../support/discord/server.ts';
import { eventually, newDiscord, shown, startFor } from '../discord-bot.ts';

/** The role that moderates. */
const MODERATORS = '900000000000000001';

export const ada = person({ username: 'ada', globalName: 'Ada', roles: [MODERATORS] });
export const ben = person({ username: 'ben', globalName: 'Ben', roles: [MODERATORS] });
export const member = person({ username: 'cleo', globalName: 'Cleo' });

export function environmentOf(discord: Discord): Record<string, string> {
	return {
		DISCORD_MODERATOR_GUILD: discord.guildId,
		DISCORD_MODERATOR_ROLES: MODERATORS,
		DISCORD_MODERATOR_CHANNEL: discord.channelId,
	};
}

/** A bot that is ready, with a moderators' server and channel. */
export async function newModeratedBot(
	environment: Record<string, string> = {},
): Promise<{ discord: Discord; bot: BotProcess }> {
	const discord = await newDiscord();
	const bot = startFor(discord, { ...environmentOf(discord), ...environment });
	await bot.ready();
	return { discord, bot };
}

/** What one person does in the moderators' server. A role's members see the commands once an administrator lets them. */
export function actingAs(discord: Discord, user: Person) {
	return {
		command: (name: string, options: Record<string, string> = {}) => discord.forge.slash(name, options, { user }),
		press: (message: Message, label: string) => {
			const button = buttonsOf(message).find((one) => one.label === label);
			if (!button?.custom_id) throw new Error(`no button "${label}", only ${labelsOf(message).join(', ')}`);
			return discord.press(message.id, button.custom_id, user);
		},
		fill: (opened: Reply, values: ModalValues) => discord.submit(opened, values, { user }),
	};
}

/** A message as it is read. */
export function read(message: Message): string {
	return shown(textOf(message));
}

export function labelsOf(message: Message): string[] {
	return buttonsOf(message).map(({ label }) => label ?? '');
}

/** The messages that followed a reply, once there are so many. */
export function following(discord: Discord, reply: Reply, count: number): Promise<readonly Message[]> {
	return eventually(() => {
		const after = discord.messages.slice(discord.messages.findIndex(({ id }) => id === reply.message.id) + 1);
		return after.length >= count && after;
	});
}

/** The reply is for the person who acted alone. */
export function expectPrivately(reply: Reply, text: RegExp): void {
	expect(reply.ephemeral).toBe(true);
	expect(read(reply.message)).toMatch(text);
}
