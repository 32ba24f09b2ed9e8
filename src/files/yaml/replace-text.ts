/** Puts one text in the place of another, in the style that the other has. */
import { canFold, fold, refold, WIDTH } from './folded.ts';
import { indent, oneLine } from './render.ts';
import { doubleQuoted, singleQuoted } from './scalar.ts';

interface Replacement {
	/** The old text as it stands in the file. */
	old: string;
	/** What stands behind it in its last line: nothing or a comment. */
	behind: string;
	/** What the old text says. */
	says: string;
	/** How many characters stand before it in its line. */
	before: number;
	key?: string;
	text: string;
	/** The column of its key or dash. */
	column: number;
}

/** The new text with what stands behind it. */
export function replaceText({ old, behind, says, before, key, text, column }: Replacement): string {
	const [header = '', ...body] = old.split(/\r?\n/);
	const isBlock = /^[>|]/.test(old);
	const single = quotedLike(old, text, key, false);
	if (isBlock) {
		const comment = /\s#.*$/.exec(header)?.[0] ?? '';
		if (!canFold(text)) return single + comment;
		const margin = /^ */.exec(body[0] ?? '')?.[0] || indent(column + 2);
		const lines = body.map((line) => line.slice(margin.length));
		// Some files have longer lines.
		const width = Math.max(WIDTH - margin.length, ...lines.map(({ length }) => length));
		const folded = lines.join(' ') === says.trimEnd() ? refold(text, lines, width) : fold(text, width);
		const kept = /^>-?$/.test(header.slice(0, header.length - comment.length).trimEnd()) ? header : `>-${comment}`;
		return [kept, ...folded.map((line) => margin + line)].join('\n');
	}
	// Who wrote a long text in one line wants it so.
	const wasLong = body.length === 0 && before + old.length > WIDTH;
	if (wasLong || before + single.length <= WIDTH || !canFold(text)) return single + behind;
	const margin = indent(column + 2);
	return [`>-${behind}`, ...fold(text, WIDTH - margin.length).map((line) => margin + line)].join('\n');
}

/** On one line, in quotes when the old text is. */
export function quotedLike(old: string, text: string, key: string | undefined, inFlow: boolean): string {
	if (old.startsWith('"')) return doubleQuoted(text);
	if (old.startsWith("'")) return singleQuoted(text);
	return oneLine(text, key, inFlow);
}
