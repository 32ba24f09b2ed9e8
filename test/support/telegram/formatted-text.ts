import { badRequest } from './api-error.ts';
import { checkLink } from './check-link.ts';
import { detectEntities } from './detect-entities.ts';
import { HtmlError, parseHtml } from './html.ts';
import { limits } from './limits.ts';
import type { MessageEntity } from './objects.ts';

export interface FormattedText {
	text: string;
	entities: MessageEntity[];
}

interface Source {
	text?: string | undefined;
	parse_mode?: string | undefined;
	entities?: MessageEntity[] | undefined;
}

/**
 * Takes text with a parse mode or entities and gives what is shown; refuses as Telegram does.
 * `complain` hears of documented rules that the real server lets pass.
 */
export function formatText(source: Source, complain: (what: string) => void): FormattedText {
	if (!source.text) throw badRequest('message text is empty');
	const shown = format(source, complain);
	if (shown.text.trim() === '') throw badRequest('text must be non-empty');
	if (shown.text.length > limits.text) throw badRequest('message is too long');
	return shown;
}

/** Like formatText for a caption, which may be empty and holds 1,024 characters. */
export function formatCaption(source: Source, complain: (what: string) => void): FormattedText {
	const shown = format(source, complain);
	if (shown.text.length > limits.caption) throw badRequest('message caption is too long');
	return shown;
}

function format({ text = '', parse_mode = '', entities }: Source, complain: (what: string) => void): FormattedText {
	if (Buffer.byteLength(text) > limits.rawTextBytes) throw badRequest('text is too long');
	const clean = text.replaceAll('\r', '').replace(/\p{Cc}/gu, (c) => (c === '\n' || c > '\x1f' ? c : ' '));
	const parsed = parse(clean, parse_mode.toLowerCase(), entities, complain);
	const trimmed = trim(parsed);
	const detected = detectEntities(trimmed.text, trimmed.entities);
	const all = [...trimmed.entities, ...detected].sort((a, b) => a.offset - b.offset || b.length - a.length);
	return { text: trimmed.text, entities: all };
}

function parse(
	text: string,
	mode: string,
	entities: MessageEntity[] | undefined,
	complain: (what: string) => void,
): FormattedText {
	if (mode === '' || mode === 'none') return { text, entities: checkEntities(text, entities ?? [], complain) };
	if (mode === 'markdown' || mode === 'markdownv2') {
		complain('parse_mode Markdown is not understood by this test server: use HTML or entities');
		return { text, entities: [] };
	}
	if (mode !== 'html') throw badRequest('unsupported parse_mode');
	if (entities?.length) complain('entities are ignored beside parse_mode');
	try {
		const parsed = parseHtml(text);
		for (const complaint of parsed.complaints) complain(`HTML: ${complaint}`);
		return parsed;
	} catch (error) {
		if (error instanceof HtmlError) throw badRequest(`can't parse entities: ${error.message}`);
		throw error;
	}
}

function checkEntities(text: string, entities: MessageEntity[], complain: (what: string) => void): MessageEntity[] {
	const kept: MessageEntity[] = [];
	for (const entity of entities) {
		const { offset, length } = entity;
		if (offset >= text.length) {
			throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
		}
		if (offset + length > text.length) {
			const end = offset + length;
			throw badRequest(
				`entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
			);
		}
		const checked = entity.type === 'text_link' ? checkLink(entity.url ?? '') : undefined;
		if (checked && 'reason' in checked) complain(`text_link "${entity.url}" is dropped: ${checked.reason}`);
		else kept.push(checked ? { ...entity, url: checked.url } : entity);
	}
	return kept.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function trim({ text, entities }: FormattedText): FormattedText {
	const end = text.trimEnd().length;
	const firstEntity = entities[0]?.offset ?? text.length;
	const start = Math.min(text.search(/[^ \n]|$/), firstEntity);
	const moved = entities
		.map((entity) => ({
			...entity,
			length: Math.min(entity.length, end - entity.offset),
			offset: entity.offset - start,
		}))
		.filter(({ length }) => length > 0);
	return { text: text.slice(start, end), entities: moved };
}
