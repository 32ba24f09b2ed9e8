/** Telegram's HTML: the one place where text is escaped. core.telegram.org/bots/api#html-style */

/** Text that is safe between tags and in attributes; lone surrogates, which cannot be sent, become U+FFFD. */
export function escapeHtml(text: string): string {
	return text
		.toWellFormed()
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

export const bold = (text: string): string => `<b>${escapeHtml(text)}</b>`;
export const italic = (text: string): string => `<i>${escapeHtml(text)}</i>`;
export const struck = (text: string): string => `<s>${escapeHtml(text)}</s>`;
export const link = (text: string, url: string): string => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
export const quotation = (text: string): string => `<blockquote>${escapeHtml(text)}</blockquote>`;

/** How many characters of `html` (made by this file) a person sees, as Telegram counts them: UTF-16 units. */
export function visibleLength(html: string): number {
	return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, '&').length;
}
