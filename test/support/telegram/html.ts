import { checkLink, linkedUserId } from './check-link.ts';
import type { MessageEntity } from './objects.ts';

export interface ParsedHtml {
	/** What a person reads. */
	text: string;
	entities: MessageEntity[];
	/** Documented rules that were broken although the real parser lets them pass. */
	complaints: string[];
}

/** A refusal in the words of the real parser, without "can't parse entities: ". */
export class HtmlError extends Error {
	override name = 'HtmlError';
}

interface OpenTag {
	name: string;
	argument: string;
	date: string;
	offset: number;
}

const entityOfTag: Record<string, string> = {
	b: 'bold',
	strong: 'bold',
	i: 'italic',
	em: 'italic',
	u: 'underline',
	ins: 'underline',
	s: 'strikethrough',
	strike: 'strikethrough',
	del: 'strikethrough',
	'tg-spoiler': 'spoiler',
	span: 'spoiler',
	'tg-emoji': 'custom_emoji',
	'tg-time': 'date_time',
	a: 'text_link',
	code: 'code',
	pre: 'pre',
	blockquote: 'blockquote',
};
const namedCharacters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * Takes text in Telegram's HTML style and gives the visible text and its entities (UTF-16 offsets).
 * Throws HtmlError where Telegram refuses. Follows parse_html in tdlib/td, MessageEntity.cpp.
 */
export function parseHtml(source: string): ParsedHtml {
	return new HtmlParser(source).parse();
}

class HtmlParser {
	readonly #source: string;
	readonly #complaints: string[] = [];
	readonly #entities: MessageEntity[] = [];
	readonly #open: OpenTag[] = [];
	#text = '';
	#position = 0;

	constructor(source: string) {
		this.#source = source;
	}

	parse(): ParsedHtml {
		while (this.#position < this.#source.length) {
			const character = this.#at(this.#position);
			if (character === '<') {
				if (this.#at(this.#position + 1) === '/') this.#endTag();
				else this.#startTag();
			} else if (character === '&') {
				this.#text += this.#reference() ?? this.#bareAmpersand();
			} else {
				if (character === '>') this.#complain("'>' is not escaped", this.#position);
				this.#text += character;
				this.#position++;
			}
		}
		const unclosed = this.#open.at(-1);
		if (unclosed) throw new HtmlError(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
		return { text: this.#text, entities: this.#sorted(), complaints: this.#complaints };
	}

	// The real parser reads a C string: it sees a NUL at the end, and takes it for white space.
	#at(index: number): string {
		return this.#source[index] ?? '\0';
	}

	#bytes(index: number): number {
		return Buffer.byteLength(this.#source.slice(0, index));
	}

	#complain(what: string, index: number): void {
		this.#complaints.push(`${what} at byte offset ${this.#bytes(index)}`);
	}

	#bareAmpersand(): string {
		this.#complain("'&' is not escaped, or names a character other than &lt; &gt; &amp; &quot;", this.#position);
		this.#position++;
		return '&';
	}

	#reference(): string | undefined {
		const match = /^&(?:#x([\da-f]+)|#(\d+)|([a-z]+))(;?)/i.exec(
			this.#source.slice(this.#position, this.#position + 40),
		);
		if (!match) return undefined;
		const [whole, hex, decimal, name, end] = match;
		let character: string | undefined;
		if (name) {
			character = namedCharacters[name];
		} else {
			const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
			if (code > 0 && code < 0x10ffff && whole.length < 11) character = String.fromCodePoint(code);
		}
		if (character === undefined) return undefined;
		if (!end) this.#complain(`"${whole}" lacks its semicolon`, this.#position);
		this.#position += whole.length;
		return character;
	}

	#startTag(): void {
		const begin = this.#position++;
		const at = this.#bytes(begin);
		while (!isSpace(this.#at(this.#position)) && this.#at(this.#position) !== '>') this.#position++;
		if (this.#at(this.#position) === '\0') throw new HtmlError(`Unclosed start tag at byte offset ${at}`);
		const name = this.#source.slice(begin + 1, this.#position).toLowerCase();
		if (!(name in entityOfTag)) throw new HtmlError(`Unsupported start tag "${name}" at byte offset ${at}`);
		const tag: OpenTag = { name, argument: '', date: '', offset: this.#text.length };
		this.#attributes(tag, at);
		if (name === 'span' && tag.argument !== 'spoiler') {
			throw new HtmlError(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
		}
		this.#judgeNesting(tag, begin);
		this.#open.push(tag);
		this.#position++;
	}

	#judgeNesting(tag: OpenTag, begin: number): void {
		const around = this.#open.map((open) => open.name);
		if (tag.name === 'blockquote' && around.includes('blockquote')) this.#complain('nested blockquote', begin);
		const holder = around.find((name) => name === 'code' || name === 'pre');
		if (holder && !(around.at(-1) === 'pre' && tag.name === 'code')) {
			this.#complain(`<${tag.name}> inside <${holder}>, which holds no other entity`, begin);
		}
	}

	#attributes(tag: OpenTag, at: number): void {
		for (;;) {
			this.#skipSpace();
			if (this.#at(this.#position) === '>') return;
			const begin = this.#position;
			while (!/[\s\0=>/"']/.test(this.#at(this.#position))) this.#position++;
			const attribute = this.#source.slice(begin, this.#position);
			if (!attribute) throw new HtmlError(`Empty attribute name in the tag "${tag.name}" at byte offset ${at}`);
			this.#skipSpace();
			const unclosed = `Unclosed start tag "${tag.name}" at byte offset ${at}`;
			if (this.#at(this.#position) !== '=') {
				if (this.#at(this.#position) === '\0') throw new HtmlError(unclosed);
				if (tag.name === 'blockquote' && attribute === 'expandable') tag.argument = '1';
				continue;
			}
			this.#position++;
			this.#skipSpace();
			if (this.#at(this.#position) === '\0') throw new HtmlError(unclosed);
			const value = this.#attributeValue();
			if (this.#at(this.#position) === '\0') throw new HtmlError(`Unclosed start tag at byte offset ${at}`);
			take(tag, attribute, value);
		}
	}

	#attributeValue(): string {
		const quote = this.#at(this.#position);
		const begin = this.#position;
		if (quote !== '"' && quote !== "'") {
			while (/[a-z\d.-]/i.test(this.#at(this.#position))) this.#position++;
			const next = this.#at(this.#position);
			if (!isSpace(next) && next !== '>') {
				throw new HtmlError(`Unexpected end of name token at byte offset ${this.#bytes(begin)}`);
			}
			return this.#source.slice(begin, this.#position).toLowerCase();
		}
		let value = '';
		this.#position++;
		while (this.#position < this.#source.length && this.#at(this.#position) !== quote) {
			if (this.#at(this.#position) === '&') value += this.#reference() ?? this.#bareAmpersand();
			else value += this.#at(this.#position++);
		}
		if (this.#at(this.#position) === quote) this.#position++;
		return value;
	}

	#endTag(): void {
		const begin = this.#position;
		const at = this.#bytes(begin);
		const tag = this.#open.at(-1);
		if (!tag) throw new HtmlError(`Unexpected end tag at byte offset ${at}`);
		this.#position += 2;
		while (!isSpace(this.#at(this.#position)) && this.#at(this.#position) !== '>') this.#position++;
		const name = this.#source.slice(begin + 2, this.#position).toLowerCase();
		this.#skipSpace();
		if (this.#at(this.#position) !== '>') throw new HtmlError(`Unclosed end tag at byte offset ${at}`);
		if (name && name !== tag.name) {
			throw new HtmlError(`Unmatched end tag at byte offset ${at}, expected "</${tag.name}>", found "</${name}>"`);
		}
		if (!name) this.#complain('end tag without a name', begin);
		this.#position++;
		this.#open.pop();
		if (this.#text.length > tag.offset) this.#close(tag, begin);
	}

	#close(tag: OpenTag, index: number): void {
		const { offset } = tag;
		const span = { offset, length: this.#text.length - offset };
		const type = entityOfTag[tag.name] ?? tag.name;
		if (tag.name === 'a') {
			this.#closeLink(tag, span, index);
		} else if (tag.name === 'tg-emoji') {
			if (!/^[1-9]\d*$/.test(tag.argument)) throw new HtmlError('Invalid custom emoji identifier specified');
			this.#entities.push({ type, ...span, custom_emoji_id: tag.argument });
		} else if (tag.name === 'tg-time') {
			if (Number(tag.date) > 0) this.#entities.push({ type, ...span, unix_time: Number(tag.date) });
		} else if (tag.name === 'blockquote') {
			this.#entities.push({ type: tag.argument ? 'expandable_blockquote' : type, ...span });
		} else if (tag.name === 'pre' || tag.name === 'code') {
			this.#closeCode(tag, span);
		} else {
			this.#entities.push({ type, ...span });
		}
	}

	#closeLink(tag: OpenTag, span: { offset: number; length: number }, index: number): void {
		if (!tag.argument) this.#complain('<a> without href', index);
		const link = tag.argument || this.#text.slice(span.offset);
		const id = linkedUserId(link);
		if (id !== undefined) {
			this.#entities.push({ type: 'text_mention', ...span, user: { id, is_bot: false, first_name: 'Someone' } });
			return;
		}
		const checked = checkLink(link);
		if ('url' in checked) this.#entities.push({ type: 'text_link', ...span, url: checked.url });
		else this.#complain(`<a href="${link}"> is dropped: ${checked.reason}`, index);
	}

	#closeCode(tag: OpenTag, span: { offset: number; length: number }): void {
		const inner = this.#entities.at(-1);
		const samePlace = inner?.offset === span.offset && inner.length === span.length;
		if (tag.name === 'pre' && samePlace && inner.type === 'code') {
			inner.type = 'pre';
		} else if (tag.name === 'code' && samePlace && inner.type === 'pre') {
			if (tag.argument) inner.language = tag.argument;
		} else {
			const type = tag.name;
			this.#entities.push({ type, ...span, ...(tag.argument && { language: tag.argument }) });
		}
	}

	#sorted(): MessageEntity[] {
		const holders = this.#entities.filter(({ type }) => type === 'code' || type === 'pre');
		const kept = this.#entities.filter(
			(entity) => !holders.some((holder) => holder !== entity && covers(holder, entity)),
		);
		for (const entity of kept) if (entity.type === 'code') delete entity.language;
		return kept.sort((a, b) => a.offset - b.offset || b.length - a.length);
	}

	#skipSpace(): void {
		while (this.#position < this.#source.length && isSpace(this.#at(this.#position))) this.#position++;
	}
}

function take(tag: OpenTag, attribute: string, value: string): void {
	const key = `${tag.name} ${attribute}`;
	if (key === 'a href') tag.argument = value;
	else if (key === 'code class' && value.startsWith('language-')) tag.argument = value.slice('language-'.length);
	else if (key === 'span class' && value.startsWith('tg-')) tag.argument = value.slice('tg-'.length);
	else if (key === 'tg-emoji emoji-id' || key === 'tg-time format') tag.argument = value;
	else if (key === 'tg-time unix') tag.date = value;
	else if (key === 'blockquote expandable') tag.argument = '1';
}

function covers(outer: MessageEntity, inner: MessageEntity): boolean {
	if (inner.type === 'blockquote' || inner.type === 'expandable_blockquote') return false;
	return outer.offset <= inner.offset && outer.offset + outer.length >= inner.offset + inner.length;
}

function isSpace(character: string): boolean {
	return /[ \t\r\n\0\v]/.test(character);
}
