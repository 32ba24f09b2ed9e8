/** Brings the forms of a word together, by language: the Snowball stemmers as @orama/stemmers ships them. */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stem as english } from './tokens.ts';

const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
	ar: arabic,
	de: german,
	en: english,
	es: spanish,
	fr: french,
	hi: hindi,
	id: indonesian,
	pt: portuguese,
	ru: russian,
	tr: turkish,
};
/** A stemmer's time grows with the word; nothing longer is a word. */
const LONGEST = 40;

/** The function that gives the stem of a normalised word in this language (ISO 639-1); words stay as they are where no stemmer is known. */
export function stemmerOf(language: string): (word: string) => string {
	const stemmer = STEMMERS[language];
	return stemmer ? (word) => (word.length > LONGEST ? word : stemmer(word)) : (word) => word;
}
