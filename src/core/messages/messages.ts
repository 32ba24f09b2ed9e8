/** Picks the frame's words for a language. */
import { en, type Messages } from './en.ts';

export type { Messages } from './en.ts';

const ALL: Readonly<Record<string, Messages>> = { en };

/** The languages (ISO 639-1) that the frame's words are there in, English first. */
export const LANGUAGES: readonly string[] = Object.keys(ALL);

/** The messages of `language` (an IETF tag such as "en-GB"), or English when there is no such file. */
export function messagesFor(language: string | undefined): Messages {
	return ALL[language?.slice(0, 2).toLowerCase() ?? ''] ?? en;
}
