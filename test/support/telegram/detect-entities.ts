import type { MessageEntity } from './objects.ts';

const patterns: [type: string, pattern: RegExp][] = [
	['bot_command', /(?<![\w/<>])\/[a-z\d_]{1,64}(?:@[a-z\d_]{3,32})?(?![\w/<>])/gi],
	['email', /(?<![\w.+-])[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/gi],
	['mention', /(?<![\w@])@[a-z\d_]{2,32}(?!\w)/gi],
	['hashtag', /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
	[
		'url',
		/https?:\/\/[^\s<>"]+|(?<![\w@./-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?:[/?#][^\s<>"]*)?(?![\w@])/gi,
	],
];
const genericDomains = ['com', 'org', 'net', 'info', 'gov', 'edu', 'int', 'mil', 'biz', 'io', 'app', 'dev', 'eu', 'uk'];
const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Takes plain text and what is formatted already, and gives what Telegram links by itself: commands, URLs, @names. */
export function detectEntities(text: string, formatted: MessageEntity[] = []): MessageEntity[] {
	const found: MessageEntity[] = [];
	const opaque = formatted.filter(({ type }) => ['code', 'pre', 'text_link', 'text_mention'].includes(type));
	for (const [type, pattern] of patterns) {
		for (const match of text.matchAll(pattern)) {
			const value = type === 'url' ? match[0].replace(/[.,;:!?)\]'»”]+$/, '') : match[0];
			const entity = { type, offset: match.index, length: value.length };
			if (type === 'url' && !/^https?:/i.test(value) && !isDomain(value)) continue;
			if ([...opaque, ...found].some((other) => overlap(other, entity))) continue;
			found.push(entity);
		}
	}
	return found.sort((a, b) => a.offset - b.offset);
}

function isDomain(value: string): boolean {
	const top = value.split(/[/?#]/)[0]?.split('.').at(-1) ?? '';
	if (genericDomains.includes(top.toLowerCase())) return true;
	// "e.g." and "end.In" are no domains; Telegram knows the real list, two-letter countries are near enough.
	return /^[a-z]{2}$/.test(top) && countries.of(top.toUpperCase()) !== undefined;
}

function overlap(a: MessageEntity, b: MessageEntity): boolean {
	return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
