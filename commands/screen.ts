/** What a command, a button or a form leads to: answers, or a form to fill in. Adapters show it. */
import type { Action, Answer, Block } from '../src/core/answer/answer.ts';
import { shorten } from '../src/core/answer/fit.ts';
import { messagesFor } from '../src/core/messages/messages.ts';

/** One field of a form. */
export interface FormField {
	name: string;
	/** At most 45 characters. */
	label: string;
	/** At most 100 characters. */
	hint: string;
	/** What is there already. */
	value?: string;
	required: boolean;
	maxLength: number;
	/** Wants several lines. */
	long?: boolean;
	choices?: readonly { value: string; label: string }[];
}

export interface Form {
	/** Leads to whoever takes what is filled in, also after a restart: at most 64 bytes, from formId(). */
	id: string;
	/** At most 45 characters. */
	title: string;
	/** One to five. */
	fields: FormField[];
}

export interface Screen {
	/** The first is the reply, the others follow it. Empty when a form or a short note is all. */
	answers: Answer[];
	form?: Form;
	/** The first answer takes the place of the message whose button was pressed. */
	replace?: boolean;
	/** A few words that pass by, where a message would be too much. */
	note?: string;
	/** Nothing was carried out: the asker may not, or not now. */
	refused?: boolean;
}

export type Reply = Answer | Screen;

export function asScreen(reply: Reply): Screen {
	return 'answers' in reply ? reply : { answers: [reply] };
}

/** A button that carries out `verb`; its arguments must hold no "|". */
export function buttonId(verb: string, ...args: (string | number)[]): string {
	return ['!', verb, ...args].join('|');
}

/** A button that opens the form of `verb`. */
export function formId(verb: string, ...args: (string | number)[]): string {
	return ['?', verb, ...args].join('|');
}

/** Longer than any platform takes. In characters. */
const MAX_ID = 100;

/** Which feature a button or form belongs to; undefined for buttons of answers, which the core knows, and for what no button holds. */
export function readId(id: string): { opensForm: boolean; verb: string; args: string[] } | undefined {
	if (id.length > MAX_ID || !id.isWellFormed() || /\p{Cc}/u.test(id)) return undefined;
	const [mark, verb, ...args] = id.split('|');
	if ((mark !== '!' && mark !== '?') || verb === undefined) return undefined;
	return { opensForm: mark === '?', verb, args };
}

/** A number as the store gives them, from 1; 0, which nothing has, for any other text. */
export function readNumber(text: string | undefined): number {
	return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0;
}

/** What someone says in their own words, as it is kept: cut to `most` characters, without what no text can hold. */
export function wordsOf(typed: string, most: number): string {
	const text = typed.slice(0, 2 * most).trim();
	// NUL is more than PostgreSQL takes, and half a character more than can be sent.
	return shorten(text.replaceAll('\0', '\ufffd').toWellFormed(), most);
}

/** Text of the bot's own, such as "done": no entry stands in it. It is private to the asker where the platform can. */
export function say(
	{ language }: { language?: string | undefined },
	title: string,
	blocks: readonly (string | Block)[] = [],
	actions: readonly Action[] = [],
	more: Partial<Answer> = {},
): Answer {
	return {
		outcome: 'answered',
		language: messagesFor(language).language,
		title,
		blocks: blocks.map((block) => (typeof block === 'string' ? { text: block, citations: [] } : block)),
		citations: [],
		notes: [],
		actions: [...actions],
		suggestions: [],
		jurisdictions: [],
		topics: [],
		entries: [],
		private: true,
		...more,
	};
}
