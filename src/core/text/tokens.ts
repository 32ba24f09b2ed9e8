/** Turns text as people type it into normalised tokens. The lexicon and the questions go through the same function. */

export interface Token {
	/** Normalised: NFKC, lower case, without accents, invisible characters and a possessive 's. */
	text: string;
	/** As typed, for telling codes ("US") from words ("us"). */
	raw: string;
}

const INVISIBLE = /[\p{Cf}\p{Cs}]/gu;
const ABBREVIATION = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?/gu;
const POSSESSIVE = /(?<=\p{L})['’ʼ`]s(?![\p{L}\p{N}])/giu;
const APOSTROPHE = /(?<=\p{L})['’ʼ`](?=\p{L})/gu;
/** A flag is two regional indicators; any other token is a run of letters, digits and the marks that belong to them. */
const TOKEN = /\p{RI}\p{RI}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Accents of Latin, Greek and Cyrillic letters and Arabic vowel signs; not the vowel signs of Indic scripts. */
const ACCENTS = /[\u0300-\u036f\u064b-\u065f\u0670]/g;

/** The tokens of `text` in order. Any string is allowed, half surrogates and control characters included. */
export function tokenise(text: string): Token[] {
	const plain = text
		.toWellFormed()
		.normalize('NFKC')
		.replace(INVISIBLE, '')
		.replace(ABBREVIATION, (letters) => letters.replaceAll('.', ''))
		.replace(POSSESSIVE, '')
		.replace(APOSTROPHE, '');
	return Array.from(plain.matchAll(TOKEN), ([raw]) => ({ text: normaliseWord(raw), raw }));
}

/** `text` as its normalised tokens joined by single spaces: the key of a phrase. */
export function normalise(text: string): string {
	return tokenise(text)
		.map((token) => token.text)
		.join(' ');
}

/** A word without its commonest English endings, so that "mine", "miners", "mining" and "mined" meet. For ranking only. */
export function stem(word: string): string {
	if (word.length < 4) return word;
	const bare = word.replace(/ies$/, 'y').replace(/(?<=.{3})(?:ing|ers?|ed|es|s)$/, '');
	return bare.replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=.{3})e$/, '');
}

function normaliseWord(raw: string): string {
	return raw.toLowerCase().normalize('NFD').replace(ACCENTS, '').normalize('NFC');
}
