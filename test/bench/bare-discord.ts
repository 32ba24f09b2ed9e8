/** A Discord bot that does no work: it gives a ready-made answer. The ceiling that the bench compares with. */
import { Client, Events } from 'discord.js';

const message = JSON.parse(process.env.MESSAGE ?? '{}');
const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL ?? '' } });
client.on(Events.InteractionCreate, (interaction) => {
	if (interaction.isChatInputCommand()) void interaction.reply(message);
});
client.once(Events.ClientReady, async ({ application }) => {
	await application.commands.set([{ name: 'ping', description: 'Answers pong' }]);
	console.error('"ready"');
});
await client.login(process.env.DISCORD_TOKEN);
