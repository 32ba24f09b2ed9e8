/** Makes an answer fit a platform's message. What is cut is prose, never a citation. */
import type { Answer } from './answer.ts';

export interface Rendering<T> {
	message: T;
	/** In the platform's own count. */
	length: number;
}

/** A text is cut below this only when nothing else is left to give up. */
const SHORTEST_TEXT = 40;
/** Eight addresses of 400 characters leave this much for each text, escaped. */
const LAST_RESORT = 12;

/**
 * The message of `answer` within `limit`. `render` is called with `brief` true when sources must take little room. The
 * order of sacrifice: long source lines, marks of changes, ends of the longest texts, notes, suggestions, details, status, headings, and in the end all but the beginnings of texts.
 */
export function shrinkToFit<T>(
	answer: Answer,
	render: (answer: Answer, brief: boolean) => Rendering<T>,
	limit: number,
): T {
	let rendering = render(answer, false);
	if (rendering.length <= limit) return rendering.message;
	let cut = answer;
	const attempt = (change: (answer: Answer) => Answer) => {
		cut = change(cut);
		rendering = render(cut, true);
		return rendering.length <= limit;
	};
	if (attempt((same) => same)) return rendering.message;
	if (attempt(withoutPieces)) return rendering.message;
	while (cut.blocks.some((block) => block.text.length > SHORTEST_TEXT))
		if (attempt((long) => shortenLongest(long, rendering.length - limit))) return rendering.message;
	const sacrifices: ((answer: Answer) => Answer)[] = [
		(whole) => ({ ...whole, notes: [] }),
		(whole) => ({ ...whole, suggestions: [] }),
		(whole) => ({ ...whole, blocks: whole.blocks.map(({ details: _details, ...block }) => block) }),
		({ verdict: _verdict, ...whole }) => whole,
		({ blocks, ...whole }) => ({ ...whole, blocks: blocks.map(({ heading: _heading, ...block }) => block) }),
		({ blocks, ...whole }) => ({
			...whole,
			blocks: blocks.map((block) => ({ ...block, text: shorten(block.text, LAST_RESORT) })),
		}),
	];
	for (const sacrifice of sacrifices) if (attempt(sacrifice)) break;
	return rendering.message;
}

/** A text that shows its changes word by word cannot be cut: the plain text can. */
function withoutPieces(answer: Answer): Answer {
	return { ...answer, blocks: answer.blocks.map(({ pieces: _pieces, ...block }) => block) };
}

/** `text` in at most `length` characters, cut between words where that loses little, never inside a character. */
export function shorten(text: string, length: number): string {
	if (text.length <= length) return text;
	const cut = text
		.slice(0, Math.max(1, length - 1))
		.toWellFormed()
		.replace(/\ufffd$/, '');
	const space = cut.lastIndexOf(' ');
	return `${space > length * 0.7 ? cut.slice(0, space) : cut}…`;
}

function shortenLongest(answer: Answer, excess: number): Answer {
	const longest = Math.max(...answer.blocks.map((block) => block.text.length));
	const at = answer.blocks.findIndex((block) => block.text.length === longest);
	const blocks = answer.blocks.map((block, index) =>
		index === at ? { ...block, text: shorten(block.text, Math.max(SHORTEST_TEXT, longest - excess)) } : block,
	);
	return { ...answer, blocks };
}
