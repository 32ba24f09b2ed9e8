/** An Answer as a Telegram message: HTML with linked sources, and an inline keyboard. */
import type { Action, Answer, Block, Cell, Citation, Piece } from '../../core/answer/answer.ts';
import { shorten, shrinkToFit } from '../../core/answer/fit.ts';
import { paragraphsOf, suggestionsWithoutButton } from '../../core/answer/layout.ts';
import type { Messages } from '../../core/messages/messages.ts';
import { bold, escapeHtml, italic, link, quotation, struck, visibleLength } from './html.ts';
import {
	BUTTONS_IN_ROW,
	FEEDBACK_IN_ROW,
	MAX_BUTTON_LABEL,
	MAX_BUTTONS,
	MAX_CALLBACK_DATA,
	MAX_TEXT,
} from './limits.ts';

export interface TelegramMessage {
	text: string;
	parse_mode: 'HTML';
	link_preview_options: { is_disabled: true };
	reply_markup?: { inline_keyboard: Button[][] };
}

interface Button {
	text: string;
	callback_data: string;
	/** Bot API 10; clients that do not know it show a plain button. */
	style?: 'success' | 'danger';
}

/** A source's title is cut to this when room is short, in characters. */
const BRIEF_TITLE = 40;

/** The message of `answer`, inside Telegram's limits and with all citations. */
export function renderTelegram(answer: Answer, messages: Messages): TelegramMessage {
	const text = shrinkToFit(
		answer,
		(shown, brief) => {
			const html = toHtml(shown, messages, brief);
			return { message: html, length: visibleLength(html) };
		},
		MAX_TEXT,
	);
	const keyboard = [
		...toKeyboard(answer.actions, answer.actionsInRow ?? BUTTONS_IN_ROW),
		...toKeyboard(answer.feedback ?? [], FEEDBACK_IN_ROW),
	];
	return {
		text,
		parse_mode: 'HTML',
		link_preview_options: { is_disabled: true },
		...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
	};
}

function toHtml(answer: Answer, messages: Messages, brief: boolean): string {
	const { verdict } = answer;
	const urls = new Map(answer.citations.map(({ number, url }) => [number, url]));
	const parts = [bold(answer.title)];
	if (verdict) parts.push(`${bold(verdict.label)}: ${escapeHtml(verdict.meaning)}.`);
	parts.push(...paragraphsOf(answer.blocks, (block) => blockHtml(block, urls)));
	const unpressed = suggestionsWithoutButton(answer);
	if (unpressed.length > 0) parts.push(unpressed.map((text) => `• ${escapeHtml(text)}`).join('\n'));
	if (answer.notes.length > 0) parts.push(answer.notes.map(italic).join('\n'));
	if (answer.citations.length > 0)
		parts.push(answer.citations.map((citation) => sourceHtml(citation, messages, brief)).join('\n'));
	if (answer.outcome === 'answered' && answer.entries.length > 0) parts.push(italic(messages.disclaimer));
	return parts.join('\n\n');
}

function blockHtml(block: Block, urls: ReadonlyMap<number, string>): string {
	if (block.cells) return cellsHtml(block, block.cells, urls);
	const markers = markersOf(block.citations, urls);
	const space = markers ? ' ' : '';
	const text = block.pieces ? piecesHtml(block.pieces) : escapeHtml(block.text);
	const lines = block.quote ? [quotation(block.text) + markers] : [text + space + markers];
	if (block.heading !== undefined) lines.unshift(bold(block.heading));
	if (block.details) {
		if (block.line) lines[lines.length - 1] += ` ${italic(`(${block.details})`)}`;
		else lines.push(italic(block.details));
	}
	return lines.join('\n');
}

/** Struck out what was taken away, bold what was put in. */
function piecesHtml(pieces: readonly Piece[]): string {
	const marks = { same: escapeHtml, added: bold, removed: struck };
	return pieces.map(({ text, kind }) => marks[kind](text)).join('');
}

/** A row of a comparison: phones are too narrow for columns, so that the places stand below one another. */
function cellsHtml({ heading }: Block, cells: readonly Cell[], urls: ReadonlyMap<number, string>): string {
	const lines = cells.map(({ place, status, text, details, citations }) => {
		const said = [status === undefined ? '' : `${bold(status)}. `, escapeHtml(text)].join('');
		const when = details ? ` ${italic(`(${details})`)}` : '';
		return `${escapeHtml(place)}: ${said} ${markersOf(citations, urls)}${when}`;
	});
	return [...(heading === undefined ? [] : [bold(heading)]), ...lines].join('\n');
}

function markersOf(numbers: readonly number[], urls: ReadonlyMap<number, string>): string {
	return numbers.map((number) => link(`[${number}]`, urls.get(number) ?? '')).join('');
}

function sourceHtml({ number, title, publisher, published, kind, url }: Citation, m: Messages, brief: boolean): string {
	const date = published === null ? [] : [m.date(published)];
	if (brief) return `[${number}] ${link(shorten(title, BRIEF_TITLE), url)}`;
	return `[${number}] ${link(title, url)} · ${escapeHtml([publisher, ...date, m.sourceKind(kind)].join(', '))}`;
}

const STYLES = { good: 'success', bad: 'danger' } as const;

function toKeyboard(actions: readonly Action[], inRow: number): Button[][] {
	const buttons = actions
		.filter(({ action }) => Buffer.byteLength(action) <= MAX_CALLBACK_DATA)
		.slice(0, MAX_BUTTONS)
		.map(({ label, action, style }) => ({
			text: shorten(label.toWellFormed(), MAX_BUTTON_LABEL),
			callback_data: action,
			...(style === undefined ? {} : { style: STYLES[style] }),
		}));
	const rows: Button[][] = [];
	for (let at = 0; at < buttons.length; at += inRow) rows.push(buttons.slice(at, at + inRow));
	return rows;
}
