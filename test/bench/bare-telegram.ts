/** A Telegram bot that does no work: it gives a ready-made answer. The ceiling that the bench compares with. */
import { Telegraf } from 'telegraf';

const { text, ...extra } = JSON.parse(process.env.MESSAGE ?? '{}');
const bot = new Telegraf(process.env.TELEGRAM_BOT_TOKEN ?? '', {
	telegram: { apiRoot: process.env.TELEGRAM_API_URL ?? '' },
});
bot.use((context) => {
	void context.reply(text, extra);
});
void bot.launch(() => console.error('"ready"'));
