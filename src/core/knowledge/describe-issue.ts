/** Says in plain words what a schema found wrong: the field, the problem and the fix. */
import type { z } from 'zod';

interface Described {
	at: (string | number)[];
	message: string;
}

/** One issue of zod as messages for a moderator; an issue about several keys gives one message each. */
export function describeIssue(issue: z.core.$ZodIssue): Described[] {
	const at = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
	const field = at.filter((part) => typeof part === 'string').at(-1);
	const named = (message: string) => (field === undefined ? message : `"${field}" ${message}`);
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) => ({
				at: [...at, key],
				message: `"${key}" is no field here; correct its spelling or remove it`,
			}));
		case 'invalid_type':
			if (issue.input === undefined) return [{ at, message: named('is missing; add it') }];
			return [{ at, message: named(`must be ${article(issue.expected)}`) }];
		case 'invalid_value':
			return [{ at, message: named(`must be one of ${issue.values.map(String).join(', ')}`) }];
		case 'invalid_union': {
			if (issue.input === undefined) return [{ at, message: named('is missing; add it') }];
			// Of the forms that a field may have, the one that got furthest says best what is wrong.
			const deepest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0]?.[0];
			if (!deepest) return [{ at, message: named('has the wrong form') }];
			return describeIssue({ ...deepest, path: [...issue.path, ...deepest.path] });
		}
		default:
			return [{ at, message: named(issue.message) }];
	}
}

function depth(issues: z.core.$ZodIssue[]): number {
	return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 1)));
}

function article(type: string): string {
	if (type === 'array') return 'a list';
	if (type === 'object' || type === 'record') return 'a group of fields';
	return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
