/** Fills a command's options from one piece of text, for chats where options are not asked for one by one. */
import type { PolicyCore } from '../src/core/core.ts';
import { type Command, describeOptions } from './command.ts';

/** The options of `command` in `text`: each option gets the name of its kind; a text with no such name goes to the first. */
export function fillOptions(command: Command, text: string, core: PolicyCore): Record<string, string> {
	const trimmed = text.trim();
	const options = describeOptions(command);
	const [first] = options;
	if (trimmed === '' || !first) return {};
	if (options.length === 1) return { [first.name]: trimmed };
	const mentioned = core.mentioned(trimmed);
	const filled: Record<string, string> = {};
	for (const { name, suggest } of options) {
		// Text that is a name of several places is left as it is, so that the asker is shown the choice.
		const meant = suggest === undefined ? [] : mentioned[suggest];
		if (meant.length === 1 && meant[0] !== undefined) filled[name] = meant[0];
		else if (meant.length > 1) filled[name] = trimmed;
	}
	return Object.keys(filled).length > 0 && (!first.required || first.name in filled)
		? filled
		: { ...filled, [first.name]: trimmed };
}
