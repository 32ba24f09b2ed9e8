/** Picks the frame's words for a language. */
import { en, type Messages } from './en.ts';

export type { Messages } from './en.ts';

/** The messages of `language` (an IETF tag such as "en-GB"), or English when there is no such file. */
export function messagesFor(_language: string | undefined): Messages {
	return en;
}
