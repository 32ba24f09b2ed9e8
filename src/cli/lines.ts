/** Splits a stream of bytes into lines. node:readline also splits at lone carriage returns and U+2028; here a line ends at \n. */

/** The lines of `input`, decoded as UTF-8 (bad bytes become U+FFFD), without their ends. A last line needs no end. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const chunk of input) {
		const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
		rest = parts.pop() ?? '';
		for (const line of parts) yield trimEnd(line);
	}
	rest += decoder.decode();
	if (rest !== '') yield trimEnd(rest);
}

function trimEnd(line: string): string {
	return line.endsWith('\r') ? line.slice(0, -1) : line;
}
