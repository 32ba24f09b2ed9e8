import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { MessageBody } from '../schemas/message.ts';
import { everyComponent } from './component-rules.ts';

/** Takes a message body, gives the file names it refers to as attachment://NAME, with their places. */
function attachmentReferences(
	body: MessageBody,
	at: readonly PropertyKey[] = [],
): { name: string; path: readonly PropertyKey[] }[] {
	const urls: [string | null | undefined, PropertyKey[]][] = (body.embeds ?? []).flatMap((embed, index) => [
		[embed.image?.url, [...at, 'embeds', index, 'image', 'url']],
		[embed.thumbnail?.url, [...at, 'embeds', index, 'thumbnail', 'url']],
		[embed.author?.icon_url, [...at, 'embeds', index, 'author', 'icon_url']],
		[embed.footer?.icon_url, [...at, 'embeds', index, 'footer', 'icon_url']],
	]);
	for (const { component, path } of everyComponent(body.components ?? [], at)) {
		if (component.type === 11) urls.push([component.media.url, [...path, 'media', 'url']]);
		if (component.type === 13) urls.push([component.file.url, [...path, 'file', 'url']]);
		if (component.type === 12) {
			urls.push(
				...component.items.map((item, index): [string, PropertyKey[]] => [
					item.media.url,
					[...path, 'items', index, 'media', 'url'],
				]),
			);
		}
	}
	return urls
		.filter((entry): entry is [string, PropertyKey[]] => entry[0]?.startsWith('attachment://') ?? false)
		.map(([url, path]) => ({ name: url.slice('attachment://'.length), path }));
}

/** Takes a message body and the names of its files, gives references to missing files and, in V2, unreferenced files. */
export function attachmentProblems(
	body: MessageBody,
	files: readonly string[],
	isV2: boolean,
	at: readonly PropertyKey[],
): Problem[] {
	const references = attachmentReferences(body, at);
	const missing = references
		.filter(({ name }) => !files.includes(name))
		.map(({ name, path }) =>
			problem(
				path,
				'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
				`The referenced attachment ${name} was not found`,
			),
		);
	const named = new Set(references.map(({ name }) => name));
	const unreferenced = files
		.filter((name) => isV2 && !named.has(name))
		.map((name) =>
			problem([...at, 'attachments'], 'MESSAGE_ATTACHMENT_NOT_REFERENCED', `${name} is not referenced by a component`),
		);
	return [...missing, ...unreferenced];
}
