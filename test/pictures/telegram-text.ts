/** A Telegram message's text with its entities, as HTML. */
import type { MessageEntity } from '../support/telegram/objects.ts';
import { escapeHtml } from './html.ts';

const TAGS: Readonly<Record<string, string>> = {
	bold: 'b',
	italic: 'i',
	strikethrough: 's',
	blockquote: 'blockquote',
	text_link: 'a',
	url: 'a',
	bot_command: 'a',
	code: 'code',
	pre: 'code',
};

/** Entities are nested or apart, never crossed. */
export function telegramText(text: string, entities: readonly MessageEntity[]): string {
	const known = entities.flatMap(({ type, offset, length }) => {
		const tag = TAGS[type];
		return tag === undefined ? [] : [{ tag, from: offset, to: offset + length }];
	});
	let html = '';
	for (let at = 0; at <= text.length; at++) {
		const ending = known.filter(({ to }) => to === at).sort((a, b) => b.from - a.from);
		const beginning = known.filter(({ from }) => from === at).sort((a, b) => b.to - a.to);
		html += ending.map(({ tag }) => `</${tag}>`).join('') + beginning.map(({ tag }) => `<${tag}>`).join('');
		html += escapeHtml(text.charAt(at));
	}
	return html;
}
