/** Fills a command's options from one piece of text, for chats where options are not asked for one by one. */
import type { PolicyCore } from '../src/core/core.ts';
import type { NameKind } from '../src/core/search/name-search.ts';
import { type Command, describeOptions, type OptionDescription } from './command.ts';

/**
 * The options of `command` in `text`: one of an option's choices at its beginning, the id or title of an entry, and names, which
 * go to the options of their kind in the order of naming; a text with no such name goes to the first option. Where the first
 * option is what someone says in their own words, it is the whole text.
 */
export function fillOptions(command: Command, text: string, core: PolicyCore): Record<string, string> {
	const trimmed = text.trim();
	const options = describeOptions(command);
	const [first] = options;
	if (trimmed === '' || !first) return {};
	if (options.length === 1) return { [first.name]: trimmed };
	if (first.required && first.suggest === undefined && first.choices === undefined)
		return { ...takeEntry(trimmed, options, core).filled, [first.name]: trimmed };
	const chosen = takeChoice(trimmed, options);
	const named = takeEntry(chosen.rest, options, core);
	const filled = { ...chosen.filled, ...named.filled };
	const others = options.filter(({ name, choices }) => !(name in filled) && choices === undefined);
	return { ...filled, ...fillNames(others, named.rest, core) };
}

interface Taken {
	filled: Record<string, string>;
	/** What is left of the text. */
	rest: string;
}

/** The choice that the text begins with. */
function takeChoice(text: string, options: readonly OptionDescription[]): Taken {
	const typed = text.toLowerCase();
	for (const { name, choices = [] } of options)
		for (const { value, label } of choices)
			for (const word of [label.toLowerCase(), value])
				if (typed === word || typed.startsWith(`${word} `))
					return { filled: { [name]: value }, rest: text.slice(word.length).trim() };
	return { filled: {}, rest: text };
}

/** The entry that the text names by its title or, anywhere in it, by its id. */
function takeEntry(text: string, options: readonly OptionDescription[], core: PolicyCore): Taken {
	const name = options.find(({ suggest }) => suggest === 'entry')?.name;
	if (name === undefined || text === '') return { filled: {}, rest: text };
	const isEntry = (typed: string) => core.names.exact('entry', typed) !== undefined;
	if (isEntry(text)) return { filled: { [name]: text }, rest: '' };
	const words = text.split(/\s+/);
	const id = words.find((word) => core.isEntry(word.toLowerCase()));
	if (id !== undefined)
		return { filled: { [name]: id.toLowerCase() }, rest: words.filter((word) => word !== id).join(' ') };
	const [title, last] = [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
	// An entry that is no longer published has its id and versions still.
	const isVersion = name === options[0]?.name && title !== '' && /^\d+$/.test(last);
	return isVersion || isEntry(title) ? { filled: { [name]: title }, rest: last } : { filled: {}, rest: text };
}

function fillNames(options: readonly OptionDescription[], text: string, core: PolicyCore): Record<string, string> {
	const [first] = options;
	if (text === '' || !first) return {};
	const mentioned = core.mentioned(text);
	const filled: Record<string, string> = {};
	const words = new Set(text.toLowerCase().split(/\s+/));
	const ofKind = Map.groupBy(options, ({ suggest }) => suggest);
	for (const [kind, alike] of ofKind) {
		const meant = kind === undefined ? [] : mentioned[kind as NameKind];
		// Text that is a name of several places is left as it is, so that the asker is shown the choice.
		if (alike.length === 1 && meant.length > 1 && alike[0] && kind !== 'status') filled[alike[0].name] = text;
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
	const rest = core.leftOver(text, kinds);
	if (free && rest !== '' && Object.keys(filled).length > 0) filled[free.name] ??= rest;
	return Object.keys(filled).length > 0 && (!first.required || first.name in filled)
		? filled
		: { ...filled, [first.name]: text };
}
