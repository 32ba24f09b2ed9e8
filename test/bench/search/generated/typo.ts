/** Typing errors of one edit, as people make them. */
import type { Random } from '../random.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** `name` with one letter of its longest word dropped, doubled, replaced or swapped with the next. */
export function misspell(name: string, random: Random): string {
	const word = name.split(' ').reduce((longest, other) => (other.length > longest.length ? other : longest));
	// The first letter is hardly ever wrong.
	const at = random.between(1, word.length - 2);
	const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
	const edits = [
		before + next + after,
		before + letter + letter + next + after,
		before + random.pick([...LETTERS]) + next + after,
		before + next + letter + after,
	];
	const wrong = random.pick(edits.filter((edit) => edit !== word));
	return name.replace(word, wrong);
}
