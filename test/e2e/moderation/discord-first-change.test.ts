/** A moderator's first change on Discord, from /propose to the answer that everyone gets. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../support/discord/act/controls.ts';
import type { Reply } from '../../support/discord/act/reply.ts';
import { fieldsOf } from '../../support/discord/act/fill-modal.ts';
import { type Person, person } from '../../support/discord/people.ts';
import type { Discord } from '../../support/discord/server.ts';
import { newDiscord, nothingAmiss, shown, startFor } from '../discord-bot.ts';

const MODERATORS = '900000000000000001';
let discord: Discord;
const ada = person({ username: 'ada', globalName: 'Ada', roles: [MODERATORS] });
const ben = person({ username: 'ben', globalName: 'Ben', roles: [MODERATORS] });
const member = person({ username: 'cleo', globalName: 'Cleo' });

beforeAll(async () => {
	discord = await newDiscord();
	const bot = startFor(discord, {
		DISCORD_MODERATOR_GUILD: discord.guildId,
		DISCORD_MODERATOR_ROLES: MODERATORS,
		DISCORD_MODERATOR_CHANNEL: discord.channelId,
	});
	await bot.ready();
});
afterAll(nothingAmiss);

async function press(reply: Reply, label: string, user: Person): Promise<Reply> {
	const buttons = buttonsOf(reply.message);
	const button = buttons.find((one) => one.label === label);
	if (!button?.custom_id) throw new Error(`no button "${label}", only ${buttons.map((one) => one.label).join(', ')}`);
	return discord.press(reply.message.id, button.custom_id, user);
}

it('is proposed, reviewed, published and undone', async () => {
	const opened = await discord.forge.slash('propose', { what: 'change', entry: 'ru-mining-law-2024' }, { user: ada });
	if (opened.type === 4) console.log(textOf(opened.message));
	console.log(fieldsOf(opened.modal!));
	const filled = await discord.submit(opened, { claim: 'Mining is lawful for those in the register, and this is new.' }, { user: ada } as never);
	console.log(shown(textOf(filled.message)), buttonsOf(filled.message).map((b) => b.label));
	const preview = await press(filled, 'Preview', ada);
	console.log(shown(textOf(preview.message)));
	const all = discord.messages;
	for (const one of all.slice(-3)) console.log('----', shown(textOf(one)), buttonsOf(one).map((b) => b.label));
});
