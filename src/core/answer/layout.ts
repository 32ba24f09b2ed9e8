/** What every rendering of an answer does alike, whatever it dresses the text in. */
import type { Answer, Block } from './answer.ts';

/** Control characters, and marks that turn the direction of what follows, also behind the text itself. */
const UNSEEN = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Text that can be sent and that changes nothing around it; lone surrogates become U+FFFD. */
export function visible(text: string): string {
	return text.toWellFormed().replace(UNSEEN, '');
}

/** The rendered blocks as paragraphs: lines of one list stay together. */
export function paragraphsOf(blocks: readonly Block[], render: (block: Block) => string): string[] {
	const paragraphs: string[] = [];
	let inList = false;
	for (const block of blocks) {
		const text = render(block);
		if (inList && block.line && block.heading === undefined) paragraphs[paragraphs.length - 1] += `\n${text}`;
		else paragraphs.push(text);
		inList = block.line === true;
	}
	return paragraphs;
}

/** The suggestions that no button carries. */
export function suggestionsWithoutButton({ suggestions, actions }: Answer): string[] {
	return suggestions.filter((text) => !actions.some(({ label }) => label === text));
}
