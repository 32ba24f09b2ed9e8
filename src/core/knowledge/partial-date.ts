/** Dates as precise as their source: YYYY, YYYY-MM or YYYY-MM-DD, compared by the first or the last day they can mean. */

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A date of the form YYYY, YYYY-MM or YYYY-MM-DD. */
export type PartialDate = string;
/** A calendar day of the form YYYY-MM-DD. Days compare as strings. */
export type Day = string;

/** True when `text` is a partial date that exists in the calendar. */
export function isPartialDate(text: string): text is PartialDate {
	const match = PATTERN.exec(text);
	if (!match) return false;
	const [, year, month, day] = match;
	if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return false;
	return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)));
}

/** True when `text` is a whole calendar day, YYYY-MM-DD. */
export function isDay(text: string): text is Day {
	return text.length === 10 && isPartialDate(text);
}

/** The first day that `date` can mean: 2018-02 gives 2018-02-01. */
export function firstDay(date: PartialDate): Day {
	return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that `date` can mean: 2018-02 gives 2018-02-28. */
export function lastDay(date: PartialDate): Day {
	if (date.length === 4) return `${date}-12-31`;
	if (date.length === 7)
		return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5)))).padStart(2, '0')}`;
	return date;
}

/** The day before `day`. */
export function dayBefore(day: Day): Day {
	return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** The month so many months after that of `day`: YYYY-MM. */
export function monthFrom(day: Day, steps: number): PartialDate {
	const [year, month] = day.split('-').map(Number) as [number, number];
	return new Date(Date.UTC(year, month - 1 + steps, 1)).toISOString().slice(0, 7);
}

/** The whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function daysInMonth(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
