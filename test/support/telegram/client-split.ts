import { limits } from './limits.ts';

/** Takes text of any length and gives the messages a client makes of it: cut at a line, else a space, else anywhere. */
export function splitAsClient(text: string, limit: number = limits.text): string[] {
	const parts: string[] = [];
	let rest = text.trim();
	while (rest.length > limit) {
		const end = cutAt(rest, limit);
		parts.push(rest.slice(0, end).trimEnd());
		rest = rest.slice(end).trimStart();
	}
	return rest === '' ? parts : [...parts, rest];
}

function cutAt(text: string, limit: number): number {
	for (const separator of ['\n', ' ']) {
		const at = text.lastIndexOf(separator, limit);
		// A cut too early would make the message all but empty.
		if (at > limit / 2) return at;
	}
	const isPair = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
	return isPair ? limit - 1 : limit;
}
