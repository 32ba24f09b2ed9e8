/** An Answer as a Discord message: one embed with linked sources, and buttons. */
import { type APIEmbed, type APIEmbedField, ButtonStyle, ComponentType } from 'discord.js';
import type { Action, Answer, Block, Citation, Piece } from '../../core/answer/answer.ts';
import { shorten, shrinkToFit } from '../../core/answer/fit.ts';
import { paragraphsOf, suggestionsWithoutButton } from '../../core/answer/layout.ts';
import type { Messages } from '../../core/messages/messages.ts';
import {
	BUTTONS_IN_ROW,
	MAX_BUTTON_LABEL,
	MAX_BUTTONS,
	MAX_CUSTOM_ID,
	MAX_EMBED_DESCRIPTION,
	MAX_EMBED_FOOTER,
	MAX_EMBED_TITLE,
	MAX_EMBED_TOTAL,
	MAX_FIELD_NAME,
	MAX_FIELD_VALUE,
} from './limits.ts';
import { bold, escapeMarkdown, link, quotation, small, struck } from './markdown.ts';

interface Button {
	type: ComponentType.Button;
	style: ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger;
	label: string;
	custom_id: string;
}

export interface DiscordMessage {
	embeds: APIEmbed[];
	components: { type: ComponentType.ActionRow; components: Button[] }[];
	/** Nothing in an answer may ping anyone. */
	allowedMentions: { parse: [] };
}

/** The colour at the side, by severity: green, teal, yellow, orange, red. */
const COLOURS = [0x2e7d32, 0x00897b, 0xf9a825, 0xef6c00, 0xc62828];
const NEUTRAL = 0x546e7a;

/** The message of `answer`, inside Discord's limits and with all citations. */
export function renderDiscord(answer: Answer, messages: Messages): DiscordMessage {
	const title = shorten(escapeMarkdown(answer.title), MAX_EMBED_TITLE);
	const footer = shorten(messages.disclaimer, MAX_EMBED_FOOTER);
	const room = Math.min(MAX_EMBED_DESCRIPTION, MAX_EMBED_TOTAL - title.length - footer.length);
	// Discord shows fields below the description: the sources of a comparison would come before it, so that its markers
	// carry the addresses instead.
	const isTable = answer.blocks.some(({ cells }) => cells);
	const { description, fields } = shrinkToFit(
		answer,
		(shown, short) => {
			const brief = short || isTable;
			const markers = markersFor(shown.citations, brief ? (short ? 'once' : 'always') : 'never');
			const description = toMarkdown(shown, messages, markers, brief);
			const fields = toFields(shown, markers);
			const inFields = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
			return { message: { description, fields }, length: description.length + inFields };
		},
		room,
	);
	const color = answer.verdict ? (COLOURS[answer.verdict.severity] ?? NEUTRAL) : NEUTRAL;
	return {
		embeds: [
			{
				title,
				...(description === '' ? {} : { description }),
				...(fields.length > 0 ? { fields } : {}),
				color,
				footer: { text: footer },
			},
		],
		components: [...toRows(answer.actions, MAX_BUTTONS), ...toRows(answer.feedback ?? [], BUTTONS_IN_ROW)],
		allowedMentions: { parse: [] },
	};
}

function toMarkdown(answer: Answer, messages: Messages, markers: Markers, brief: boolean): string {
	const { verdict } = answer;
	const parts: string[] = [];
	if (verdict) parts.push(`${bold(verdict.label)}: ${escapeMarkdown(verdict.meaning)}.`);
	const inText = answer.blocks.filter(({ cells }) => !cells);
	parts.push(...paragraphsOf(inText, (block) => blockMarkdown(block, markers)));
	const unpressed = suggestionsWithoutButton(answer);
	if (unpressed.length > 0) parts.push(unpressed.map((text) => `• ${escapeMarkdown(text)}`).join('\n'));
	if (answer.notes.length > 0) parts.push(answer.notes.map(small).join('\n'));
	// In brief the markers carry the addresses, and the list of sources is left to the button.
	if (answer.citations.length > 0 && !brief)
		parts.push(answer.citations.map((citation) => sourceMarkdown(citation, messages)).join('\n'));
	return parts.join('\n\n');
}

function blockMarkdown(block: Block, markers: Markers): string {
	const marks = markers(block.citations);
	const space = marks ? ' ' : '';
	const text = block.pieces ? piecesMarkdown(block.pieces) : escapeMarkdown(block.text);
	const lines = [(block.quote ? quotation(block.text) : text) + space + marks];
	if (block.heading !== undefined) lines.unshift(bold(block.heading));
	if (block.details) {
		if (block.line) lines[lines.length - 1] += ` (${escapeMarkdown(block.details)})`;
		else lines.push(small(block.details));
	}
	return lines.join('\n');
}

/** Struck out what was taken away, bold what was put in. Marks must touch the text, and blanks stand outside of them. */
function piecesMarkdown(pieces: readonly Piece[]): string {
	return pieces
		.map(({ text, kind }) => {
			const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
			if (kind === 'same' || inner === '') return escapeMarkdown(text);
			return before + (kind === 'added' ? bold(inner) : struck(inner)) + after;
		})
		.join('');
}

/** The cells of a comparison as fields, which Discord sets side by side, three in a row; two and four places stand in pairs. */
function toFields(answer: Answer, markers: Markers): APIEmbedField[] {
	return answer.blocks.flatMap(({ heading, cells = [] }) => {
		const fields = cells.map(({ place, status, text, details, citations }) => {
			const lines = [
				...(status === undefined ? [] : [bold(status)]),
				`${escapeMarkdown(text)} ${markers(citations)}`.trim(),
				...(details ? [small(details)] : []),
			];
			const name = heading === undefined ? place : `${place} · ${heading}`;
			return {
				name: shorten(escapeMarkdown(name), MAX_FIELD_NAME),
				value: lines.join('\n').slice(0, MAX_FIELD_VALUE),
				inline: true,
			};
		});
		if (cells.length === 3) return fields;
		return fields.flatMap((field, at) => (at % 2 === 1 ? [field, SPACER] : [field]));
	});
}

/** An empty field that ends a pair. */
const SPACER: APIEmbedField = { name: '\u200b', value: '\u200b', inline: true };

/** The markers of these citations: "[1][2]". */
type Markers = (numbers: readonly number[]) => string;

/** Markers that carry their addresses never, always, or only where a number stands first, since each takes up to 400 characters. */
function markersFor(citations: readonly Citation[], linked: 'never' | 'always' | 'once'): Markers {
	const addresses = new Map(linked === 'never' ? [] : citations.map(({ number, url }) => [number, url]));
	const markerOf = (number: number) => {
		const url = addresses.get(number);
		if (linked === 'once') addresses.delete(number);
		return url === undefined ? `\\[${number}\\]` : link(`[${number}]`, url);
	};
	return (numbers) => numbers.map(markerOf).join('');
}

function sourceMarkdown({ number, title, publisher, published, kind, url }: Citation, m: Messages): string {
	const date = published === null ? [] : [m.date(published)];
	const about = [publisher, ...date, m.sourceKind(kind)].join(', ');
	return `-# \\[${number}\\] ${link(title, url)} · ${escapeMarkdown(about)}`;
}

const STYLES = { good: ButtonStyle.Success, bad: ButtonStyle.Danger } as const;

function toRows(actions: readonly Action[], most: number): DiscordMessage['components'] {
	const unique = new Map(actions.map((action) => [action.action, action]));
	const buttons = [...unique.values()]
		.filter(({ action }) => action.length <= MAX_CUSTOM_ID)
		.slice(0, most)
		.map(({ label, action, style }) => ({
			type: ComponentType.Button as const,
			style: style === undefined ? (ButtonStyle.Secondary as const) : STYLES[style],
			label: shorten(label.toWellFormed(), MAX_BUTTON_LABEL),
			custom_id: action,
		}));
	const rows: DiscordMessage['components'] = [];
	for (let at = 0; at < buttons.length; at += BUTTONS_IN_ROW)
		rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + BUTTONS_IN_ROW) });
	return rows;
}
