import { limits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { problem, required } from '../problem.ts';
import type { Embed } from '../schemas/embed.ts';

const mediaSchemes = ['http', 'https', 'attachment'];
const linkSchemes = ['http', 'https'];

/** Takes an embed, gives the number of characters that count towards the total over all embeds. */
function embedSize(of: Embed): number {
	const fields = (of.fields ?? []).flatMap((field) => [field.name, field.value]);
	return [of.title, of.description, of.footer?.text, of.author?.name, ...fields].reduce(
		(sum, text) => sum + (text ?? '').trim().length,
		0,
	);
}

/** Takes a url, gives whether it can be parsed and has one of the schemes. */
export function hasScheme(url: string, schemes: readonly string[]): boolean {
	return URL.canParse(url) && schemes.includes(new URL(url).protocol.slice(0, -1));
}

function badUrl(path: readonly PropertyKey[], url: string | null | undefined, schemes: readonly string[]): Problem[] {
	if (url === null || url === undefined || hasScheme(url, schemes)) return [];
	return [
		problem(path, 'URL_TYPE_INVALID_URL', `Not a well formed URL, or its scheme is none of ${schemes.join(', ')}.`),
	];
}

/** Takes a message's embeds, gives what Discord would refuse beyond the lengths of single fields. */
export function embedProblems(embeds: readonly Embed[], at: readonly PropertyKey[]): Problem[] {
	const found: Problem[] = embeds.flatMap((one, index) => {
		const path = [...at, 'embeds', index];
		return [
			...(embedSize(one) === 0 && !one.image && !one.thumbnail ? [required([...path, 'description'])] : []),
			...badUrl([...path, 'url'], one.url, linkSchemes),
			...badUrl([...path, 'image', 'url'], one.image?.url, mediaSchemes),
			...badUrl([...path, 'thumbnail', 'url'], one.thumbnail?.url, mediaSchemes),
			...badUrl([...path, 'author', 'url'], one.author?.url, linkSchemes),
			...badUrl([...path, 'author', 'icon_url'], one.author?.icon_url, mediaSchemes),
			...badUrl([...path, 'footer', 'icon_url'], one.footer?.icon_url, mediaSchemes),
		];
	});
	if (embeds.reduce((sum, one) => sum + embedSize(one), 0) > limits.embedTotal) {
		const message = `Embed size exceeds maximum size of ${limits.embedTotal}`;
		found.push(problem([...at, 'embeds'], 'MAX_EMBED_SIZE_EXCEEDED', message));
	}
	return found;
}
