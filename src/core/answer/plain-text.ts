/** An answer as plain text with [1] markers: for terminals, logs and other programs. */
import type { Messages } from '../messages/messages.ts';
import type { Answer, Block, Cell, Citation } from './answer.ts';
import { paragraphsOf } from './layout.ts';

/** How pieces of the text may be dressed, such as with a terminal's colours; by default not at all. */
export interface Dress {
	title: (text: string) => string;
	verdict: (text: string, severity: number) => string;
	heading: (text: string) => string;
	details: (text: string) => string;
	link: (text: string) => string;
}

const PLAIN: Dress = {
	title: (text) => text,
	verdict: (text) => text,
	heading: (text) => text,
	details: (text) => text,
	link: (text) => text,
};

/** A number in brackets inside curated text ("[2026] No. 42") must not look like a marker. */
function curated(text: string): string {
	return text.replace(/\[(\d+)\]/g, '($1)');
}

/** The whole answer: title, verdict, blocks, notes, numbered sources with their addresses, and suggestions. */
export function toPlainText(answer: Answer, messages: Messages, dress: Dress = PLAIN): string {
	const { verdict } = answer;
	const parts = [dress.title(curated(answer.title))];
	if (verdict) parts.push(`${dress.verdict(verdict.label, verdict.severity)}: ${verdict.meaning}.`);
	parts.push(...paragraphsOf(answer.blocks, (block) => blockText(block, dress)));
	if (answer.suggestions.length > 0) parts.push(answer.suggestions.map((text) => `• ${text}`).join('\n'));
	if (answer.notes.length > 0) parts.push(dress.details(answer.notes.join('\n')));
	if (answer.citations.length > 0)
		parts.push(answer.citations.map((citation) => sourceLine(citation, messages, dress)).join('\n'));
	if (answer.outcome === 'answered') parts.push(dress.details(messages.disclaimer));
	return parts.join('\n\n');
}

function blockText(block: Block, dress: Dress): string {
	if (block.cells) return cellsText(block, block.cells, dress);
	const body = curated(block.text);
	const text = block.quote ? `“${body}”` : body;
	const lines = [text + markers(block.citations)];
	if (block.heading !== undefined) lines.unshift(dress.heading(curated(block.heading)));
	if (block.details) {
		const details = curated(block.details);
		if (block.line) lines[lines.length - 1] += dress.details(` (${details})`);
		else lines.push(dress.details(details));
	}
	return lines.join('\n');
}

/** A row of a comparison: its heading, and the places below one another with their texts aligned. */
function cellsText({ heading }: Block, cells: readonly Cell[], dress: Dress): string {
	const width = Math.max(...cells.map(({ place }) => place.length));
	const lines = cells.map(({ place, status, text, details, citations }) => {
		const said = [status === undefined ? '' : `${status}. `, curated(text), markers(citations)].join('');
		return `${place.padEnd(width)}  ${said}${details ? dress.details(` (${details})`) : ''}`;
	});
	return [...(heading === undefined ? [] : [dress.heading(heading)]), ...lines].join('\n');
}

function markers(numbers: readonly number[]): string {
	return numbers.length === 0 ? '' : ` ${numbers.map((number) => `[${number}]`).join('')}`;
}

function sourceLine({ number, publisher, title, published, kind, url }: Citation, m: Messages, dress: Dress): string {
	const about = [publisher, published === null ? undefined : m.date(published), m.sourceKind(kind)];
	const stop = /[?!.]$/.test(title) ? '' : '.';
	return `[${number}] ${curated(title)}${stop} ${curated(about.filter(Boolean).join(', '))}. ${dress.link(url)}`;
}
