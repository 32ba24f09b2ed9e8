/** Fills a command's options from one piece of text, for chats where options are not asked for one by one. */
import type { PolicyCore } from '../src/core/core.ts';
import type { NameKind } from '../src/core/search/name-search.ts';
import { type Command, describeOptions } from './command.ts';

/**
 * The options of `command` in `text`: names go to the options of their kind, in the order of naming; a text with no such
 * name goes to the first option.
 */
export function fillOptions(command: Command, text: string, core: PolicyCore): Record<string, string> {
	const trimmed = text.trim();
	const options = describeOptions(command);
	const [first] = options;
	if (trimmed === '' || !first) return {};
	if (options.length === 1) return { [first.name]: trimmed };
	const mentioned = core.mentioned(trimmed);
	const filled: Record<string, string> = {};
	const words = new Set(trimmed.toLowerCase().split(/\s+/));
	const ofKind = Map.groupBy(options, ({ suggest }) => suggest);
	for (const [kind, alike] of ofKind) {
		const meant = kind === undefined ? [] : mentioned[kind as NameKind];
		// Text that is a name of several places is left as it is, so that the asker is shown the choice.
		if (alike.length === 1 && meant.length > 1 && alike[0] && kind !== 'status') filled[alike[0].name] = trimmed;
		else
			for (const [at, { name }] of alike.entries()) {
				// "Licensing" is a status of its own and a word of another one.
				const id = kind === 'status' ? (meant.find((status) => words.has(status)) ?? meant[at]) : meant[at];
				if (id !== undefined) filled[name] = id;
			}
	}
	// What is left is taken for the option that nothing was found for, so that the asker is told that there is no such name.
	const kinds = options.flatMap(({ suggest }) => suggest ?? []);
	const free = options.findLast(({ name }) => !(name in filled));
	const rest = core.leftOver(trimmed, kinds);
	if (free && rest !== '' && Object.keys(filled).length > 0) filled[free.name] ??= rest;
	return Object.keys(filled).length > 0 && (!first.required || first.name in filled)
		? filled
		: { ...filled, [first.name]: trimmed };
}
