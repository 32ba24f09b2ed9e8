import { refusals } from '../api-error.ts';
import type { Route } from './route.ts';

export type Found = { readonly route: Route; readonly params: ReadonlyMap<string, string> };

function match(route: Route, segments: readonly string[]): Map<string, string> | undefined {
	const wanted = route.path.split('/').slice(1);
	if (wanted.length !== segments.length) return undefined;
	const params = new Map<string, string>();
	for (const [index, part] of wanted.entries()) {
		const segment = segments[index] ?? '';
		if (part.startsWith(':')) params.set(part.slice(1), segment);
		else if (part !== segment) return undefined;
	}
	return params;
}

/** Takes the routes, a method and a path after the version; gives the route, or throws 404 or 405 as Discord does. */
export function findRoute(routes: readonly Route[], method: string, path: string): Found {
	const segments = path
		.split('/')
		.slice(1)
		.map((segment) => decodeURIComponent(segment));
	let isKnownPath = false;
	for (const route of routes) {
		const params = match(route, segments);
		if (!params) continue;
		if (route.method === method) return { route, params };
		isKnownPath = true;
	}
	throw isKnownPath ? refusals.methodNotAllowed() : refusals.notFound();
}
