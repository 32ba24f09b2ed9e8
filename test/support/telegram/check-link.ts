/**
 * Takes a link as a bot gives it and gives the URL Telegram makes of it, or why it refuses.
 * Follows LinkManager::check_link_impl of tdlib/td.
 */
export function checkLink(link: string): { url: string } | { reason: string } {
	const internal = /^(tg|ton|tonsite):(?:\/\/)?(.*)$/is.exec(link);
	if (internal) {
		const rest = internal[2] ?? '';
		return /^[\w-]+/.test(rest) ? { url: `${internal[1]?.toLowerCase()}://${rest}` } : { reason: 'Wrong tg URL' };
	}
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(link)?.[1]?.toLowerCase();
	if (scheme && scheme !== 'http' && scheme !== 'https') return { reason: 'Unsupported URL protocol' };
	const url = URL.parse(scheme ? link : `http://${link}`);
	if (!url || /[\s<>"]/.test(link)) return { reason: 'Wrong HTTP URL' };
	if (!url.hostname.includes('.') && !url.hostname.startsWith('[')) return { reason: 'Wrong HTTP URL' };
	return { url: url.href };
}

/** Takes a link and gives the person's id of `tg://user?id=123`, or undefined. */
export function linkedUserId(link: string): number | undefined {
	const id = /^tg:(?:\/\/)?user\?id=(\d+)$/i.exec(link)?.[1];
	return id ? Number(id) : undefined;
}
