/** Splits a stream of bytes into lines. node:readline also splits at lone carriage returns and U+2028; here a line ends at \n. */

/** The lines of `input`, decoded as UTF-8 (bad bytes become U+FFFD), without their ends. A last line needs no end. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	// Pieces of the line that has not ended yet; joined once, since it may be very long.
	let pieces: string[] = [];
	const take = (last: string) => {
		const line = pieces.length === 0 ? last : [...pieces, last].join('');
		pieces = [];
		return line.endsWith('\r') ? line.slice(0, -1) : line;
	};
	for await (const chunk of input) {
		const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
		const open = others.pop();
		if (open === undefined) {
			pieces.push(first);
			continue;
		}
		yield take(first);
		for (const line of others) yield take(line);
		pieces.push(open);
	}
	const rest = pieces.join('') + decoder.decode();
	pieces = [];
	if (rest !== '') yield take(rest);
}
