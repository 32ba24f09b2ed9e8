/** Takes a link and gives the parameter it starts a bot with, undefined when it is no such link. */
export function startParameter(link: string): string | undefined {
	const url = deepLink(link);
	return url?.searchParams.get('start') ?? url?.searchParams.get('startgroup') ?? undefined;
}

/** Takes a link and gives the name of the account it leads to, undefined when it is no t.me link. */
export function linkedUsername(link: string): string | undefined {
	return deepLink(link)?.pathname.split('/')[1]?.toLowerCase();
}

function deepLink(link: string): URL | undefined {
	const url = URL.parse(/^https?:/i.test(link) ? link : `https://${link}`);
	return url && /^(?:www\.)?(?:t|telegram)\.me$/.test(url.hostname) ? url : undefined;
}
