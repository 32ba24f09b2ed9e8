import type { AnyComponent, Component } from './schemas/component.ts';
import { snowflake } from './snowflake.ts';
import { withoutNulls } from './without-nulls.ts';

const defaults: Readonly<Record<number, Record<string, unknown>>> = {
	3: { min_values: 1, max_values: 1 },
	5: { min_values: 1, max_values: 1 },
	6: { min_values: 1, max_values: 1 },
	7: { min_values: 1, max_values: 1 },
	8: { min_values: 1, max_values: 1 },
	11: { description: null, spoiler: false },
	13: { name: null, size: null, spoiler: false },
	14: { spacing: 1, divider: true },
	17: { accent_color: null, spoiler: false },
};

/** Takes components as sent and a way to resolve their urls; gives them as Discord shows them: ids and defaults set. */
export function shownComponents(components: readonly Component[], resolveUrl: (url: string) => string): Component[] {
	let next = 1;
	const media = (of: { url: string }): Record<string, unknown> => {
		const url = resolveUrl(of.url);
		return { id: snowflake(), url, proxy_url: url };
	};
	const show = (of: AnyComponent): unknown => {
		const id = of.id || next;
		next += 1;
		const shown: Record<string, unknown> = { ...defaults[of.type], ...withoutNulls(of), id };
		if ('components' in of) shown.components = of.components.map(show);
		if (of.type === 9) shown.accessory = show(of.accessory);
		if (of.type === 11) shown.media = media(of.media);
		if (of.type === 13) shown.file = media(of.file);
		if (of.type === 12) {
			const unset = { description: null, spoiler: false };
			shown.items = of.items.map((item) => ({ ...unset, ...withoutNulls(item), media: media(item.media) }));
		}
		return shown;
	};
	return components.map((component) => show(component) as Component);
}
