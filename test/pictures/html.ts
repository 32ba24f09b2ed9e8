/** What the pages of both chats share. */

/** Of every picture, in pixels. */
export const WIDTH = 700;

/** A whole page around `body`, which says how high it is. */
export function page(style: string, body: string): string {
	return `<!doctype html><meta charset="utf-8">
<style>* { box-sizing: border-box; margin: 0; } body { width: ${WIDTH}px; display: flow-root; } ${style}</style>
<body>${body}<script>document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);</script></body>`;
}

export function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** "19:53" of a date. */
export function clock(date: Date): string {
	return date.toISOString().slice(11, 16);
}
