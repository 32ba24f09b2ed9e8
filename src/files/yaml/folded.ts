/** Breaks a text into the lines of a folded block scalar (">-"), in which a line break means one blank. */
import { isSeen } from './scalar.ts';

/** The columns that a line of a file may fill. */
export const WIDTH = 130;

/** A text may be broken where one blank stands alone: more of them would not come back. */
const BREAKS = /(?<=\S) (?=\S)/u;

/** Whether `text` comes back from a folded block scalar as it is. */
export function canFold(text: string): boolean {
	return text !== '' && text === text.trim() && isSeen(text);
}

/** The lines of `text`, each at most `width` characters unless a single word is longer. */
export function fold(text: string, width: number): string[] {
	return linesOf(text.split(BREAKS), width);
}

/** The lines of `text`, of which the lines `old` that it still holds at its beginning and end stay as they are. */
export function refold(text: string, old: readonly string[], width: number): string[] {
	const words = text.split(BREAKS);
	const oldWords = old.map((line) => line.split(BREAKS));
	let from = 0;
	let first = 0;
	for (; first < old.length && startsWith(words, oldWords[first] as string[], from); first++)
		from += (oldWords[first] as string[]).length;
	// A line that has room for what follows it is filled up.
	const next = words[from];
	if (first > 0 && next !== undefined && (old[first - 1] as string).length + 1 + next.length <= width) {
		first--;
		from -= (oldWords[first] as string[]).length;
	}
	let to = words.length;
	let last = old.length;
	const ends: { last: number; to: number }[] = [{ last, to }];
	while (last > first) {
		const line = oldWords[last - 1] as string[];
		if (to - line.length < from || !startsWith(words, line, to - line.length)) break;
		to -= line.length;
		last--;
		ends.push({ last, to });
	}
	// As many of the last lines stay as can be without a stump of a line in front of them.
	for (const end of ends.reverse()) {
		const middle = linesOf(words.slice(from, end.to), width);
		const stump = middle.at(-1);
		if (end.last === old.length || stump === undefined || stump.length >= width * 0.6)
			return [...old.slice(0, first), ...middle, ...old.slice(end.last)];
	}
	return fold(text, width);
}

function startsWith(words: readonly string[], part: readonly string[], at: number): boolean {
	return part.every((word, index) => words[at + index] === word);
}

function linesOf(words: readonly string[], width: number): string[] {
	const lines: string[] = [];
	for (const word of words) {
		const line = lines.at(-1);
		if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = `${line} ${word}`;
	}
	return lines;
}
