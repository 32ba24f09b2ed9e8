/** Writes one text as YAML on one line: plain where it reads back as it is, else in quotes. */
import { CORE_SCHEMA, load } from 'js-yaml';

/** What no YAML text may hold as it is, or what nobody would see in it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/u;
const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** A letter, a digit or another sign that begins nothing but text. */
const PLAIN_START = /^[\p{L}\p{M}\p{N}\p{Sc}\p{So}\p{Pi}\p{Ps}\p{Po}+/]/u;
const INDICATOR_START = /^[[{&*!%@#"',:?]/;
const STRUCTURE = /:\s|:$|\s#/u;
const FLOW_STRUCTURE = /[,[\]{}]/;
/** Strings in YAML 1.2 that other readers take for something else: dates, numbers with "_" or ":", yes and no. */
const TAKEN_OTHERWISE = /^[-+.\d][\d_.,:eE+-]*$|^(y|n|yes|no|on|off|true|false|null)$/i;

/** Whether every character of `text` may stand in a file as it is. */
export function isSeen(text: string): boolean {
	return !UNSEEN.test(text);
}

/** Plain if that can be, else in double quotes; `inFlow` inside brackets, where more signs mean something. */
export function scalar(text: string, inFlow: boolean): string {
	return isPlain(text, inFlow) ? text : doubleQuoted(text);
}

export function doubleQuoted(text: string): string {
	const escaped = text.replace(/["\\]/g, '\\$&').replace(new RegExp(UNSEEN, 'gu'), escapeOf);
	return `"${escaped}"`;
}

/** In single quotes if that can be, else in double ones. */
export function singleQuoted(text: string): string {
	return isSeen(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

function isPlain(text: string, inFlow: boolean): boolean {
	if (text !== text.trim() || !isSeen(text) || !PLAIN_START.test(text) || INDICATOR_START.test(text)) return false;
	if (STRUCTURE.test(text) || (inFlow && FLOW_STRUCTURE.test(text)) || TAKEN_OTHERWISE.test(text)) return false;
	return load(text, { schema: CORE_SCHEMA }) === text;
}

function escapeOf(sign: string): string {
	const code = sign.codePointAt(0) as number;
	const hexadecimal = (digits: number) => code.toString(16).padStart(digits, '0');
	if (code > 0xffff) return `\\U${hexadecimal(8)}`;
	return SHORT_ESCAPES[sign] ?? (code > 0xff ? `\\u${hexadecimal(4)}` : `\\x${hexadecimal(2)}`);
}
