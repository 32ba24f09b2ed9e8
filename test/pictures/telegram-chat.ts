/** A window of Telegram with the messages of a chat. */
import type { Message } from '../support/telegram/objects.ts';
import { clock, escapeHtml, page } from './html.ts';
import { telegramText } from './telegram-text.ts';

const BOT = 'Crypto Policy Bot';

const STYLE = `
body { background: #d5e3c6; color: #000; font: 14px/19px 'Open Sans', 'Noto Color Emoji', sans-serif; }
.bar { background: white; padding: 9px 18px; border-bottom: 1px solid #e3e7ea; font-weight: 600; }
.bar div { font-weight: 400; font-size: 12px; line-height: 16px; color: #8a949b; }
.messages { padding: 14px 18px 18px; display: grid; gap: 10px; }
.message { width: 520px; }
.message.own { justify-self: end; width: auto; max-width: 520px; }
.bubble { background: white; border-radius: 12px; padding: 7px 12px 6px; box-shadow: 0 1px 1px #0001; }
.own .bubble { background: #eeffde; }
.who { font-weight: 600; color: #3a8fd0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.time { font-size: 11px; line-height: 14px; color: #a0acb6; text-align: right; } .own .time { color: #62ac55; }
.reply { border-left: 3px solid #3a8fd0; background: #edf5fb; border-radius: 4px; padding: 3px 8px; margin: 2px 0 5px; font-size: 13px; line-height: 17px; }
.reply div { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
a { color: #168acd; }
blockquote { border-left: 3px solid #3a8fd0; padding-left: 8px; }
.row { display: grid; grid-auto-columns: 1fr; grid-auto-flow: column; gap: 4px; margin-top: 4px; }
.button { background: #7d8f6fcc; color: white; font-weight: 600; font-size: 13px; border-radius: 8px; padding: 7px 8px; text-align: center; }
.button.success { background: #3f9f4b; } .button.danger { background: #d9534f; }`;

/** A chat at one moment; `about` stands below its name. */
export interface Moment {
	name: string;
	about: string;
	messages: readonly Message[];
}

/** Moments below one another. */
export function telegramChat(...moments: readonly Moment[]): string {
	return page(STYLE, moments.map(momentHtml).join(''));
}

function momentHtml({ name, about, messages }: Moment): string {
	const isGroup = messages.some(({ chat }) => chat.type !== 'private');
	const bar = `<div class="bar">${escapeHtml(name)}<div>${escapeHtml(about)}</div></div>`;
	return `${bar}<div class="messages">${messages.map((message) => messageHtml(message, isGroup)).join('')}</div>`;
}

function messageHtml(message: Message, isGroup: boolean): string {
	const { from, date, text = '', entities = [], reply_markup: keyboard, reply_to_message: answered } = message;
	const nameOf = (user: Message['from']) => (user?.is_bot ? BOT : (user?.first_name ?? ''));
	const who = isGroup ? `<div class="who">${escapeHtml(nameOf(from))}</div>` : '';
	const reply = answered
		? `<div class="reply"><div class="who">${escapeHtml(nameOf(answered.from))}</div><div>${escapeHtml((answered.text ?? '').split('\n')[0] ?? '')}</div></div>`
		: '';
	const rows = (keyboard?.inline_keyboard ?? []).map(
		(row) =>
			`<div class="row">${row.map((button) => `<div class="button ${button.style ?? ''}">${escapeHtml(button.text)}</div>`).join('')}</div>`,
	);
	const own = from?.is_bot ? '' : ' own';
	const time = `<div class="time">${clock(new Date(date * 1000))}${own ? ' ✓✓' : ''}</div>`;
	return `<div class="message${own}"><div class="bubble">${who}${reply}<div class="text">${telegramText(text, entities)}</div>${time}</div>${rows.join('')}</div>`;
}
