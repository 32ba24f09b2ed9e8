/** Telegram's HTML: the one place where text is escaped. core.telegram.org/bots/api#html-style */
import { visible } from '../../core/answer/layout.ts';

/** Text between tags that Telegram shows as it is: it makes links of addresses, and pings whom a name with @ stands for. */
export function escapeHtml(text: string): string {
	// A word joiner is not seen.
	const plain = visible(text)
		.replace(/(?<=\w):\/\//g, ':\u2060//')
		.replace(/@(?=\w)|#(?=[\p{N}_]*\p{L})/gu, '$&\u2060')
		.replace(/(?<=[\p{L}\p{N}])\.(?=\p{L}[\p{L}\p{N}-])/gu, '.\u2060');
	return safe(plain);
}

/** Text that is safe in attributes and inside a link, where nothing else is made of it. */
function safe(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export const bold = (text: string): string => `<b>${escapeHtml(text)}</b>`;
export const italic = (text: string): string => `<i>${escapeHtml(text)}</i>`;
export const struck = (text: string): string => `<s>${escapeHtml(text)}</s>`;
export const link = (text: string, url: string): string => `<a href="${safe(url)}">${safe(visible(text))}</a>`;
export const quotation = (text: string): string => `<blockquote>${escapeHtml(text)}</blockquote>`;

/** How many characters of `html` (made by this file) a person sees, as Telegram counts them: UTF-16 units. */
export function visibleLength(html: string): number {
	return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, '&').length;
}
