import type { Message, MessageEntity } from './objects.ts';

/** Takes a message and gives what a person reads: its text, or its caption. */
export function visibleText(message: Message): string {
	return message.text ?? message.caption ?? '';
}

/** Takes a message and gives its links in order: the words a person taps, and where they lead. */
export function visibleLinks(message: Message): { text: string; url: string }[] {
	return linksIn(visibleText(message), message.entities ?? message.caption_entities ?? []);
}

/** Takes text and entities and gives the web links in it, written out or behind words. */
export function linksIn(text: string, entities: MessageEntity[]): { text: string; url: string }[] {
	return entities.flatMap(({ type, offset, length, url }) => {
		const words = text.slice(offset, offset + length);
		if (type === 'text_link' && url) return [{ text: words, url }];
		return type === 'url' ? [{ text: words, url: words }] : [];
	});
}

/** Takes a message and gives the labels of its inline keyboard, row by row. */
export function visibleButtons(message: Message): string[][] {
	return message.reply_markup?.inline_keyboard.map((row) => row.map((button) => button.text)) ?? [];
}

/** Takes a message and a button's label and gives where it leads, undefined when it leads nowhere. */
export function buttonLink(message: Message, label: string): string | undefined {
	return message.reply_markup?.inline_keyboard.flat().find(({ text, url }) => text === label && url)?.url;
}
