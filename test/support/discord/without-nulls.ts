/** Takes a JSON value, gives a copy without the keys that are null or undefined, as Discord stores what it is sent. */
export function withoutNulls<T>(value: T): T {
	if (Array.isArray(value)) return value.map((item: unknown) => withoutNulls(item)) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, inner]) => inner !== null && inner !== undefined)
			.map(([key, inner]) => [key, withoutNulls(inner)]),
	) as T;
}
