/** The first change on Discord, as Ada proposes it and Ben approves it, and the way back. */
import { buttonsOf, textOf } from '../support/discord/act/controls.ts';
import type { Reply } from '../support/discord/act/reply.ts';
import type { Message } from '../support/discord/message-store.ts';
import { type Person, person } from '../support/discord/people.ts';
import { type Discord, startDiscord } from '../support/discord/server.ts';
import { startBot } from './bot.ts';
import { CHANGE, type Picture } from './change.ts';
import { discordChat, discordForm, discordTyping, type Window } from './discord-chat.ts';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.q1w2e3r4-T5y6U7i8_O9p0A1s2D3f4G5';
const MODERATORS = '900000000000000001';

export async function changeOnDiscord(): Promise<Picture[]> {
	const discord = await startDiscord({ token: TOKEN });
	const stop = await startBot({
		DISCORD_TOKEN: discord.token,
		DISCORD_API_URL: discord.apiUrl,
		DISCORD_MODERATOR_GUILD: discord.guildId,
		DISCORD_MODERATOR_ROLES: MODERATORS,
		DISCORD_MODERATOR_CHANNEL: discord.channelId,
	});
	try {
		return await walk(discord);
	} finally {
		await stop();
		await discord.close();
		if (discord.violations.length > 0) console.error(discord.violations.join('\n'));
	}
}

async function walk(discord: Discord): Promise<Picture[]> {
	const ada = actingAs(discord, 'Ada');
	const ben = actingAs(discord, 'Ben');
	const { entry, words, field, reason, back } = CHANGE;
	const pictures: Picture[] = [];
	const show = (name: string, html: string, ...messages: Message[]) =>
		pictures.push({ name: `discord-${name}`, html, text: messages.map(textOf).join('\n\n') });

	const choices = await discord.forge.autocomplete('propose', 'entry', words, {}, { user: ada.user });
	show(
		'propose',
		discordTyping(
			'propose',
			{ what: 'Change an entry', entry: words },
			'entry · The entry it is about',
			choices.map(({ name }) => name),
		),
	);

	const opened = await ada.command('propose', { what: 'change', entry });
	const claim = CHANGE.claim(prefilled(opened, field));
	show('form', discordForm(opened.modal, { [field]: claim }));

	const draft = await ada.fill(opened, { [field]: claim });
	show('draft', discordChat(channel(draft.message)), draft.message);

	const today = await ada.press(draft.message, 'Preview');
	const [after, difference] = await discord.until(() => (today.followUps.length === 2 ? today.followUps : undefined));
	if (!after || !difference) throw new Error('the preview is not complete');
	show('preview', discordChat(channel(after, difference)), after, difference);

	const why = await ada.press(difference, 'Send for review');
	await ada.fill(why, { reason });
	const notice = await discord.until(() => discord.messagesIn(discord.channelId)[0]);
	const reviewed = await ben.press(notice, 'Show it');
	show('review', discordChat(channel(notice, reviewed.message)), notice, reviewed.message);

	const done = await ben.press(reviewed.message, 'Approve');
	const told = await discord.until(() => discord.directMessages(ada.user)[0]);
	const direct = { place: '@Crypto Policy Bot', shown: [{ message: told }] };
	show('published', discordChat(channel(done.message), direct), done.message, told);

	const history = await ada.command('history', { entry });
	const revert = await ada.press(history.message, 'Back to version 1');
	const proposed = await ada.fill(revert, { reason: back });
	const again = await ben.command('review');
	pictures.push({ name: '', html: '', text: [proposed.message, again.message].map(textOf).join('\n\n') });
	await ben.press(again.message, 'Approve');
	const { message } = await ada.command('history', { entry });
	const shown = [{ message, used: { who: 'Ada', command: 'history' } }];
	show('history', discordChat({ place: '#moderators', shown }), message);
	return pictures;
}

function channel(...messages: Message[]): Window {
	return { place: '#moderators', shown: messages.map((message) => ({ message })) };
}

function prefilled({ modal }: Reply, field: string): string {
	for (const part of modal.components)
		if (part.type === 18 && part.component.type === 4 && part.component.custom_id === field)
			return part.component.value ?? '';
	throw new Error(`the form has no field ${field}`);
}

/** What one moderator does. A role's members see the commands once an administrator lets them. */
function actingAs(discord: Discord, name: string) {
	const user: Person = person({ username: name.toLowerCase(), globalName: name, roles: [MODERATORS] });
	return {
		user,
		command: (command: string, options: Record<string, string> = {}) => discord.forge.slash(command, options, { user }),
		press: (message: Message, label: string) => {
			const button = buttonsOf(message).find((one) => one.label === label);
			if (!button?.custom_id) throw new Error(`no button "${label}" in:\n${textOf(message)}`);
			return discord.press(message.id, button.custom_id, user);
		},
		fill: (opened: Reply, values: Record<string, string>) => discord.submit(opened, values, { user }),
	};
}
