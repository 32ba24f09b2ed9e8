import type { z } from 'zod';

/** One thing wrong with a request body: where, Discord's identifier for it, and its words. */
export type Problem = { readonly path: readonly PropertyKey[]; readonly code: string; readonly message: string };

/** Gives a problem at `path` with Discord's identifier and wording. */
export function problem(path: readonly PropertyKey[], code: string, message: string): Problem {
	return { path, code, message };
}

/** Gives the problem of a text or list that is too long. */
export function tooLong(path: readonly PropertyKey[], max: number): Problem {
	return problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
}

/** Gives the problem of a value that has to be there. */
export function required(path: readonly PropertyKey[]): Problem {
	return problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

/** Takes a problem, gives it as one line: place, words, identifier. */
export function problemText(found: Problem): string {
	return `${found.path.map(String).join('.') || '(body)'}: ${found.message} [${found.code}]`;
}

type Tree = { [key: string]: Tree | { code: string; message: string }[] };

/** Takes problems, gives the nested `errors` object of a 50035 answer. */
export function errorTree(problems: readonly Problem[]): Tree {
	const root: Tree = {};
	for (const { path, code, message } of problems) {
		let place = root;
		for (const key of path) {
			const next = place[String(key)];
			if (next && !Array.isArray(next)) place = next;
			else {
				const fresh: Tree = {};
				place[String(key)] = fresh;
				place = fresh;
			}
		}
		const own = place._errors;
		if (Array.isArray(own)) own.push({ code, message });
		else place._errors = [{ code, message }];
	}
	return root;
}

/** Takes a zod issue, gives the problem as Discord words it. */
export function problemOf(issue: z.core.$ZodIssue, at: readonly PropertyKey[] = []): Problem {
	const path = [...at, ...issue.path];
	switch (issue.code) {
		case 'too_big':
			return issue.origin === 'string' || issue.origin === 'array'
				? tooLong(path, Number(issue.maximum))
				: problem(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${issue.maximum}.`);
		case 'too_small':
			if (issue.origin === 'string' || issue.origin === 'array') {
				return Number(issue.minimum) === 1
					? required(path)
					: problem(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${issue.minimum} or more in length.`);
			}
			return problem(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${issue.minimum}.`);
		case 'invalid_type':
			return issue.input === undefined && issue.message.includes('undefined')
				? required(path)
				: problem(path, 'BASE_TYPE_BAD_TYPE', `Expected a value of type ${issue.expected}.`);
		case 'invalid_value':
			return problem(path, 'BASE_TYPE_CHOICES', `Value must be one of (${issue.values.map(String).join(', ')}).`);
		case 'invalid_union':
			return problem(path, 'UNION_TYPE_CHOICES', 'Value of field does not match any of the accepted types.');
		case 'invalid_format':
			return problem(path, 'STRING_TYPE_REGEX', `String value did not match validation regex (${issue.format}).`);
		default:
			return problem(path, 'BASE_TYPE_INVALID', issue.message);
	}
}
