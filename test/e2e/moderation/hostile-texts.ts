/** Texts that mean harm, and what a message must be like that shows them: each as typed, without ping, link or effect. */
import { expect } from 'vitest';
import { textOf } from '../../support/discord/act/controls.ts';
import type { Message as DiscordMessage } from '../../support/discord/message-store.ts';
import type { Message as TelegramMessage } from '../../support/telegram/objects.ts';
import { visibleText } from '../../support/telegram/visible.ts';
import { shown } from '../discord-bot.ts';
import { SQL } from './attacks.ts';

/** One line that an entry may hold as it is. */
export const PLAIN_TEXTS: [what: string, text: string][] = [
	['SQL', SQL],
	['markup of Discord', '**b** __u__ ~~s~~ ||spoiler|| `c` ```js x``` > q # h -# s [x](https://evil.com)'],
	['mentions', '@everyone @here <@1> <@!1> <@&1> <#1> </ask:1> <id:home> <t:0:R> <:a:1> @durov @policy_bot #tag'],
	['addresses', 'https://evil.com/?a=1&b=2 http://evil.com evil.com www.evil.com tg://user?id=1 steam://x x@evil.com'],
	['HTML', '<b>x</b> <script>alert(1)</script> &amp; &lt; <a href="https://evil.com">x</a>'],
	['emoji', '🙂 🇯🇵 ⛏️ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 e\u0301'],
	['another script', 'حظر العملات المشفرة — 加密貨幣'],
	['what programs replace', `%s %d $${'{x}'} $& $1 {0} {{x}} \\n \\u0000 \\`],
	['names of properties', '__proto__ constructor toString'],
];

/** What no entry may hold. */
export const UNSEEN_TEXTS: [what: string, text: string][] = [
	['marks that turn the direction', 'a \u202eb\u202c \u2067c\u2069 d'],
	['control characters', 'a \u0007\u001b[31mb\u0085 c'],
	['NUL', 'a\u0000b'],
	['half a surrogate pair', 'a \ud800 b \udc00'],
	['marks that nobody sees', 'a\u200bb\ufeff c'],
	['emoji that are joined', '👩\u200d👩\u200d👧'],
];

/** What people may say in their own words, beside that. */
export const LONG_TEXTS: [what: string, text: string][] = [
	['several lines', '# head\n- item\n1. one\n> quote\n```\ncode\n```\n\n-# small'],
	['backslashes', '\\'.repeat(300)],
	['asterisks', '*'.repeat(300)],
	['brackets', '<'.repeat(300)],
];

/** The text as people see it: without what changes nothing but how the rest looks. */
export function asSeen(text: string): string {
	return text
		.replaceAll('\0', '\ufffd')
		.toWellFormed()
		.replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** What turns, hides or overwrites the text around it. */
const EFFECTS = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const MASKED_LINK = /\[(?:\\.|[^\]\\])*\]\(<([^>]*)>\)/g;
/** What would be markup, a mention or a link on Discord where it is not escaped. */
const ALIVE_ON_DISCORD = /<[@#:t/ai]|@everyone|@here|\|\||`|\[[^\]]*\]\(|\w:\/\/|^\s*(?:#|[-+] |\d+[.)] |>>>)/im;

/** Nothing in a message on Discord pings, hides or leads anywhere but to `sources`; gives what people read. */
export function readInert(message: DiscordMessage, sources: readonly string[] = []): string {
	expect(message.content).toBe('');
	const raw = textOf(message);
	expect(raw).not.toMatch(EFFECTS);
	for (const [, url = ''] of raw.matchAll(MASKED_LINK)) expect(sources).toContain(url);
	// The frame's own small print and quotations begin a line.
	const bare = raw
		.replace(MASKED_LINK, '')
		.replace(/\\[!-/:-@[-`{-~]/g, '·')
		.replace(/^(?:-# |> )/gm, '');
	expect(bare).not.toMatch(ALIVE_ON_DISCORD);
	return shown(raw);
}

const DEAD_ENTITIES = [
	'bold',
	'italic',
	'strikethrough',
	'blockquote',
	'expandable_blockquote',
	'bot_command',
	'cashtag',
];

/** The same on Telegram. */
export function readInertOnTelegram(message: TelegramMessage, sources: readonly string[] = []): string {
	const text = visibleText(message);
	expect(text).not.toMatch(EFFECTS);
	for (const { type, url = '' } of message.entities ?? [])
		if (type === 'text_link') expect(sources).toContain(url);
		else expect(DEAD_ENTITIES).toContain(type);
	return text.replaceAll('\u2060', '');
}
