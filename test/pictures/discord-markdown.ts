/** Discord's markdown, as far as the bot uses it, as HTML. */
import { escapeHtml } from './html.ts';

const INLINE =
	/\\(?<escaped>[!-/:-@[-`{-~])|\*\*(?<bold>(?:\\.|[^\\])+?)\*\*|~~(?<struck>(?:\\.|[^\\])+?)~~|\[(?<text>(?:\\.|[^\]\\])*)\]\(<(?<url>[^>]*)>\)/gs;

/** Lines as blocks: small print, quotations, empty ones, and text. */
export function markdownToHtml(markdown: string): string {
	return markdown
		.split('\n')
		.map((line) => {
			if (line.startsWith('-# ')) return `<div class="small">${inline(line.slice(3))}</div>`;
			if (line.startsWith('> ')) return `<blockquote>${inline(line.slice(2))}</blockquote>`;
			return line === '' ? '<div class="gap"></div>' : `<div>${inline(line)}</div>`;
		})
		.join('');
}

function inline(markdown: string): string {
	let html = '';
	let at = 0;
	for (const match of markdown.matchAll(INLINE)) {
		html += escapeHtml(markdown.slice(at, match.index));
		const { escaped, bold, struck, text } = match.groups ?? {};
		if (escaped !== undefined) html += escapeHtml(escaped);
		else if (bold !== undefined) html += `<b>${inline(bold)}</b>`;
		else if (struck !== undefined) html += `<s>${inline(struck)}</s>`;
		else html += `<a>${inline(text ?? '')}</a>`;
		at = match.index + match[0].length;
	}
	return html + escapeHtml(markdown.slice(at));
}
