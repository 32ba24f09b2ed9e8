/** Lists in parts, since a statement takes only so many values: 32,766 in SQLite, 65,535 in PostgreSQL. */

/** Rows of a statement. None of ours has more than ten values a row. */
const MOST = 1_000;

export function* chunksOf<T>(list: readonly T[]): Generator<T[]> {
	for (let start = 0; start < list.length; start += MOST) yield list.slice(start, start + MOST);
}
