/** Picks the frame's words for a language. */
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Messages } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { zh } from './zh.ts';

export type { Messages } from './en.ts';

const ALL: Readonly<Record<string, Messages>> = { en, ar, de, es, fr, hi, id, pt, ru, tr, zh };

/** The languages (ISO 639-1) that the frame's words are there in, English first. */
export const LANGUAGES: readonly string[] = Object.keys(ALL);

/** The messages of `language` (an IETF tag such as "en-GB"), or English when there is no such file. */
export function messagesFor(language: string | undefined): Messages {
	return ALL[language?.slice(0, 2).toLowerCase() ?? ''] ?? en;
}
