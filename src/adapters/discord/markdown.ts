/** Discord's markdown: the one place where text is escaped. */
import { visible } from '../../core/answer/layout.ts';

/** Characters that begin markup, a link, a mention or a custom emoji anywhere in a line. */
const ANYWHERE = /[\\*_~`|<>[\]]/g;
/** What makes a heading, list, quotation or small print at the beginning of a line. */
const AT_LINE_START = /^(\s*\d*)([#+-]|(?<=\d)[.)])/gm;

/** Text that Discord shows as it is. */
export function escapeMarkdown(text: string): string {
	return (
		visible(text)
			.replace(ANYWHERE, '\\$&')
			.replace(AT_LINE_START, '$1\\$2')
			// An address or a mention is not made into a link; a word joiner is not seen.
			.replace(/(?<=\w):\/\//g, ':\u2060//')
			.replace(/@(?=everyone|here)/g, '@\u2060')
	);
}

export const bold = (text: string): string => `**${escapeMarkdown(text)}**`;
export const struck = (text: string): string => `~~${escapeMarkdown(text)}~~`;
export const small = (text: string): string => `-# ${escapeMarkdown(text)}`;
export const quotation = (text: string): string => `> ${escapeMarkdown(text).replaceAll('\n', '\n> ')}`;

/** A masked link. Brackets in the address would end it early. */
export function link(text: string, url: string): string {
	return `[${escapeMarkdown(text)}](<${url.replace(/[()<>\s]/g, (character) => encodeURIComponent(character).replace(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16).toUpperCase()}`))}>)`;
}
