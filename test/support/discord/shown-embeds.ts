import type { Embed } from './schemas/embed.ts';
import { withoutNulls } from './without-nulls.ts';

/** Takes embeds as sent and a way to resolve their urls; gives them as Discord shows them: trimmed, with defaults. */
export function shownEmbeds(embeds: readonly Embed[], resolveUrl: (url: string) => string): Embed[] {
	return embeds.map((embed) => {
		const { title, description, fields, image, thumbnail, ...rest } = withoutNulls(embed);
		const media = (of: { url: string }): { url: string } => {
			const url = resolveUrl(of.url);
			return Object.assign({ url }, { proxy_url: url });
		};
		return {
			...rest,
			type: 'rich',
			...(title?.trim() ? { title: title.trim() } : {}),
			...(description?.trim() ? { description: description.trim() } : {}),
			...(image ? { image: media(image) } : {}),
			...(thumbnail ? { thumbnail: media(thumbnail) } : {}),
			...(fields?.length ? { fields: fields.map((field) => ({ ...field, inline: field.inline ?? false })) } : {}),
		};
	});
}
