/** Turns text as people type it into normalised tokens. The lexicon and the questions go through the same function. */

export interface Token {
	/** Normalised: NFKC, lower case, without accents, invisible characters and a possessive 's. */
	text: string;
	/** As typed, for telling codes ("US") from words ("us"). */
	raw: string;
}

const INVISIBLE = /[\p{Cf}\p{Cs}\u0640]/gu;
const ABBREVIATION = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?/gu;
const POSSESSIVE = /(?<=\p{L})['’ʼ`]s(?![\p{L}\p{N}])/giu;
/** French and Italian drop a vowel before another word: l'impôt, d'Allemagne, qu'est. */
const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|lorsqu|jusqu|puisqu)['’ʼ`](?=[\p{L}\p{N}]{2})/giu;
/** Turkish sets case endings off from names and numbers: Türkiye'de, 2018'den. */
const CASE_ENDING =
	/(?<=[\p{L}\p{N}]{2})['’ʼ`](?:[dt][ae]n?|d[ae]ki|t[ae]ki|y?[aeıiuü]|n?[ıiuü]n|n[ae]|y?l[ae]|l[ae]r\p{L}*|s[ıiuü]|n[ıiuü]|d[ıiuü]r|t[ıiuü]r)(?![\p{L}\p{N}])/giu;
const APOSTROPHES = /['’ʼ`]/;
const APOSTROPHE = /(?<=\p{L})['’ʼ`](?=\p{L})/gu;
/**
 * A flag is two regional indicators; in scripts without spaces every character is a token, and phrases of them are found
 * as phrases of words are; any other token is a run of letters, digits and the marks that belong to them.
 */
const TOKEN =
	/\p{RI}\p{RI}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;
/** Accents of Latin, Greek and Cyrillic letters and Arabic vowel signs; not the breve of й and the vowel signs of Indic scripts. */
const ACCENTS = /(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u064b-\u065f\u0670]/g;
/** Letters that are typed for one another and that Unicode does not take apart. */
const ALIKE: Record<string, string> = {
	ı: 'i',
	ß: 'ss',
	ø: 'o',
	đ: 'd',
	ł: 'l',
	æ: 'ae',
	œ: 'oe',
	ى: 'ي',
	ة: 'ه',
	ی: 'ي',
	ک: 'ك',
};
const ALIKE_LETTERS = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g');
/** Marks alone (such as a lone vowel sign) are no token. */
const HAS_LETTER = /[\p{L}\p{N}\p{RI}]/u;
const ASCII = /^[\x20-\x7e]*$/;
const PLAIN = /^(?:[a-z0-9]+|[\u3400-\u9fff])$/;
const ASCII_TOKEN = /[A-Za-z0-9]+/g;

/** The tokens of `text` in order. Any string is allowed, half surrogates and control characters included. */
export function tokenise(text: string): Token[] {
	// Most questions are plain ASCII, for which none of the rules of Unicode is needed.
	const isAscii = ASCII.test(text);
	const whole = isAscii ? text : text.toWellFormed().normalize('NFKC').replace(INVISIBLE, '');
	const plain = joinMarks(whole);
	if (isAscii) return (plain.match(ASCII_TOKEN) ?? []).map((raw) => ({ text: raw.toLowerCase(), raw }));
	const tokens: Token[] = [];
	for (const raw of plain.match(TOKEN) ?? []) if (HAS_LETTER.test(raw)) tokens.push({ text: normaliseWord(raw), raw });
	return tokens;
}

/** Marks that part clauses, at the end of a word. */
const CLAUSE_MARK = /[,;:?!](?=\s)|[，、；：？！،؛؟]/u;

/** The positions of the tokens that begin a clause behind a mark: 2 in "tax rate, mining". */
export function clauseStarts(text: string): ReadonlySet<number> {
	const starts = new Set<number>();
	if (!CLAUSE_MARK.test(text)) return starts;
	let at = 0;
	for (const clause of text.split(CLAUSE_MARK)) {
		at += tokenise(clause).length;
		starts.add(at);
	}
	return starts;
}

function joinMarks(text: string): string {
	let joined = text;
	if (joined.includes('.')) joined = joined.replace(ABBREVIATION, (letters) => letters.replaceAll('.', ''));
	if (APOSTROPHES.test(joined))
		joined = joined.replace(POSSESSIVE, '').replace(ELISION, ' ').replace(CASE_ENDING, '').replace(APOSTROPHE, '');
	return joined;
}

/** `text` as its normalised tokens joined by single spaces: the key of a phrase. */
export function normalise(text: string): string {
	return tokenise(text)
		.map((token) => token.text)
		.join(' ');
}

/** A word without its commonest English endings, so that "mine", "miners", "mining" and "mined" meet. */
export function stem(word: string): string {
	if (word.length < 4) return word;
	const bare = word.replace(/ies$/, 'y').replace(/(?<=.{3})(?:ing|ers?|ed|es|s)$/, '');
	return bare.replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=.{3})e$/, '');
}

function normaliseWord(raw: string): string {
	const lower = raw.toLowerCase();
	// Nothing to take off or to replace: plain letters and digits, and the characters of Chinese and Japanese.
	if (PLAIN.test(lower)) return lower;
	return lower
		.normalize('NFD')
		.replace(ACCENTS, '')
		.normalize('NFC')
		.replace(ALIKE_LETTERS, (letter) => ALIKE[letter] as string)
		.replace(/\p{Nd}/gu, digitOf);
}

/** The ASCII digit of a decimal digit of any script: Unicode keeps the ten of each script in a row from a multiple of ten or so. */
function digitOf(digit: string): string {
	if (digit <= '9') return digit;
	const code = digit.codePointAt(0) as number;
	let zero = code;
	while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
	return String(code - zero);
}
