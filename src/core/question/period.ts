/** The time a question is about: "mid 2018", "February 2018", "2026-09-01", "last year", "before 2020", "since 2017", "2017 to 2020". */
import {
	type Day,
	dayBefore,
	firstDay,
	isDay,
	lastDay,
	monthFrom,
	type PartialDate,
} from '../knowledge/partial-date.ts';
import type { LanguageWords } from './language-words.ts';
import type { Meaning } from './meaning.ts';

export interface Period {
	from: Day;
	to: Day;
	/** As precise as the words: what an answer's title names. */
	label: PartialDate;
	/** The last time of a span that begins with `label`: "from 2017 to 2020"; 'now' for "since 2017". */
	until?: PartialDate | 'now';
}

/** A period, and the positions of the words that name it. */
export interface NamedPeriod {
	period: Period;
	used: Set<number>;
}

/** Years that a question can mean. Before there was bitcoin a number is a year only where it is said to be one: "in 1999". */
const FIRST_YEAR = 1980;
const FIRST_BITCOIN_YEAR = 2009;
const LAST_YEAR = 2039;
/** Parts of a year as first and last month. */
const PARTS = { early: ['01', '04'], middle: ['05', '08'], late: ['09', '12'] } as const;
/** How many words may stand between "end" and "2018". */
const REACH = 3;
/** A month's name and a day stand within so many words of their year. */
const DATE_REACH = 5;
const DAY_OF_MONTH = /^(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|ª)?$/;
/** How many words may stand between the years of a span, and how many between a date and "before" or "since". */
const SPAN_REACH = 2;
const MARK_REACH = 2;
const END_OF_TIME = '9999-12-31';
/** Chinese and Japanese write 年 behind the year and 日 or 号 behind the day. */
const SIGNS = new Set(['年', '日', '号', '號']);

/** The period that `words` (normalised tokens) name, and which of them name it; undefined when none does. `day` is that of the question. */
export function findPeriod(words: readonly string[], language: LanguageWords, day?: Day): NamedPeriod | undefined {
	const named = findDate(words, language, day);
	return named && (span(named, words, language) ?? bounded(named, words, language));
}

function findDate(words: readonly string[], language: LanguageWords, day?: Day): NamedPeriod | undefined {
	const at = words.findIndex((word, index) => isYear(word, words[index - 1], language));
	if (at < 0) return day === undefined ? undefined : relativeTo(day, words, language);
	return numericDate(words, at) ?? datedByMonth(words, at, language) ?? partOfYear(words, at, language);
}

/** "2017-2019", "between 2017 and 2019": a later year right behind the first one. */
function span(
	{ period, used }: NamedPeriod,
	words: readonly string[],
	language: LanguageWords,
): NamedPeriod | undefined {
	const end = Math.max(...used) + 1;
	const isBetween = (word: string) => SIGNS.has(word) || language.joins.has(word) || language.placeBefore.has(word);
	const at = words.findIndex((word, index) => index >= end && isYear(word, words[index - 1], language));
	const between = words.slice(end, at);
	if (at < 0 || between.length > SPAN_REACH || !between.every(isBetween)) return undefined;
	const last = words[at] as string;
	return last > period.label.slice(0, 4)
		? { period: periodOf(period.label, last), used: new Set([...used, ...indexes(end, at + 1)]) }
		: undefined;
}

/** "Before 2020" is the day before it, and "since 2020" all from its first day on. */
function bounded({ period, used }: NamedPeriod, words: readonly string[], language: LanguageWords): NamedPeriod {
	const [first, behind] = [Math.min(...used), Math.max(...used) + 1];
	const near = language.marksAfter ? indexes(behind, behind + MARK_REACH) : indexes(first - MARK_REACH, first);
	const markOf = (marks: ReadonlySet<string>) => near.find((at) => marks.has(words[at] ?? ''));
	const before = markOf(language.before);
	if (before !== undefined) return { period: periodOf(dayBefore(period.from)), used: new Set([...used, before]) };
	const since = markOf(language.since);
	if (since !== undefined) return { period: periodOf(period.label, 'now'), used: new Set([...used, since]) };
	return { period, used };
}

function isYear(word: string, before: string | undefined, language: LanguageWords): boolean {
	if (!/^\d{4}$/.test(word) || Number(word) < FIRST_YEAR || Number(word) > LAST_YEAR) return false;
	return Number(word) >= FIRST_BITCOIN_YEAR || language.placeBefore.has(before ?? '');
}

/** "2026-09-01", which is three tokens. */
function numericDate(words: readonly string[], at: number): NamedPeriod | undefined {
	const date = words.slice(at, at + 3).join('-');
	return isDay(date) ? { period: periodOf(date), used: new Set([at, at + 1, at + 2]) } : undefined;
}

/** A month's name that only a day, small words and signs part from the year, and the day beside it. */
function datedByMonth(words: readonly string[], at: number, language: LanguageWords): NamedPeriod | undefined {
	const isSmall = (index: number) => {
		const word = words[index] ?? '';
		return SIGNS.has(word) || language.placeBefore.has(word);
	};
	const dayAt = (index: number) => (index === at ? undefined : DAY_OF_MONTH.exec(words[index] ?? '')?.[1]);
	const stems = words.map(language.stem);
	for (let start = Math.max(0, at - DATE_REACH); start <= at + DATE_REACH && start < words.length; start++) {
		const found = language.months.longestAt(stems, start);
		const month = found?.meanings[0];
		if (!found || month === undefined) continue;
		const { end } = found;
		const between = end <= at ? indexes(end, at) : start > at ? indexes(at + 1, start) : undefined;
		if (!between?.every((index) => isSmall(index) || dayAt(index) !== undefined)) continue;
		const before = isSmall(start - 1) ? start - 2 : start - 1;
		const after = isSmall(end) && !SIGNS.has(words[end] ?? '') ? end + 1 : end;
		const dayIndex = [before, after].find((index) => dayAt(index) !== undefined);
		// A number further away than one small word is no day: "3 btc in May 2018".
		const number = dayIndex === undefined ? undefined : dayAt(dayIndex);
		const monthly = `${words[at]}-${String(month).padStart(2, '0')}`;
		const exact = `${monthly}-${number?.padStart(2, '0')}`;
		const isExact = number !== undefined && isDay(exact);
		const used = new Set([...indexes(start, end), ...between, at, ...(isExact ? [dayIndex as number] : [])]);
		return { period: periodOf(isExact ? exact : monthly), used };
	}
	return undefined;
}

/** "End of 2018", or the year alone. */
function partOfYear(words: readonly string[], at: number, language: LanguageWords): NamedPeriod {
	const year = words[at] as string;
	for (let back = 1; back <= REACH; back++) {
		const part = language.partsOfYear.get(words[at - back] ?? '');
		if (!part) continue;
		// "Rules that start in 2018" name no part of the year.
		const isVerb = language.meaningsOf([words[at - back] as string]).some(isBegin);
		const isNear = (word: string) => language.placeBefore.has(word) && !(isVerb && language.in.has(word));
		if (!words.slice(at - back + 1, at).every(isNear)) continue;
		const [first, last] = PARTS[part];
		const period = { from: firstDay(`${year}-${first}`), to: lastDay(`${year}-${last}`), label: year };
		return { period, used: new Set([at - back, at]) };
	}
	return { period: periodOf(year), used: new Set([at]) };
}

function isBegin(meaning: Meaning): boolean {
	return meaning.kind === 'cue' && meaning.cue === 'begin';
}

/** "Last year" and "this month", seen from the day of the question. */
function relativeTo(day: Day, words: readonly string[], language: LanguageWords): NamedPeriod | undefined {
	const stems = words.map(language.stem);
	for (let at = 0; at < stems.length; at++) {
		const found = language.relative.longestAt(stems, at);
		const [time] = found?.meanings ?? [];
		if (found && time) {
			const label = time.unit === 'year' ? String(Number(day.slice(0, 4)) + time.steps) : monthFrom(day, time.steps);
			return { period: periodOf(label), used: new Set(indexes(at, found.end)) };
		}
	}
	return undefined;
}

/** All of a date, or the span that begins with it. */
export function periodOf(label: PartialDate, until?: PartialDate | 'now'): Period {
	const from = firstDay(label);
	if (until === undefined) return { from, to: lastDay(label), label };
	return { from, to: until === 'now' ? END_OF_TIME : lastDay(until), label, until };
}

/** The whole numbers from `from` to before `to`. */
function indexes(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
