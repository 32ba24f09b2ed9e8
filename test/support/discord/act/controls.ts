import type { Message } from '../message-store.ts';
import { everyComponent } from '../rules/component-rules.ts';
import type { Button, Select } from '../schemas/component.ts';

/** Takes a message, gives its buttons in order. */
export function buttonsOf(message: Message): Button[] {
	return everyComponent(message.components, []).flatMap(({ component }) => (component.type === 2 ? [component] : []));
}

/** Takes a message, gives its select menus in order. */
export function selectsOf(message: Message): Select[] {
	return everyComponent(message.components, []).flatMap(({ component }) =>
		component.type === 3 || (component.type >= 5 && component.type <= 8 && 'custom_id' in component)
			? [component as Select]
			: [],
	);
}

/** Takes a message, gives every text a reader sees: content, embeds and text displays, one after the other. */
export function textOf(message: Message): string {
	const embeds = message.embeds.flatMap((embed) => [
		embed.author?.name,
		embed.title,
		embed.description,
		...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
		embed.footer?.text,
	]);
	const displays = everyComponent(message.components, []).map(({ component }) =>
		component.type === 10 ? component.content : undefined,
	);
	return [message.content, ...embeds, ...displays].filter(Boolean).join('\n');
}
