import type { IncomingMessage } from 'node:http';

export interface Parameters {
	values: Record<string, unknown>;
	/** True when every value arrived as text (form, multipart or query string). */
	asText: boolean;
}

/** Takes a request and its URL and gives the Bot API parameters, whichever of the four documented ways they came. */
export async function readParameters(request: IncomingMessage, url: URL): Promise<Parameters> {
	const values: Record<string, unknown> = Object.fromEntries(url.searchParams);
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	const body = Buffer.concat(chunks);
	const type = request.headers['content-type'] ?? '';
	if (body.length === 0) return { values, asText: true };
	if (type.startsWith('application/json')) {
		const parsed: unknown = JSON.parse(body.toString('utf8'));
		return { values: Object.assign(values, parsed), asText: false };
	}
	if (type.startsWith('application/x-www-form-urlencoded')) {
		return {
			values: Object.assign(values, Object.fromEntries(new URLSearchParams(body.toString('utf8')))),
			asText: true,
		};
	}
	const form = await new Response(body, { headers: { 'content-type': type } }).formData();
	for (const [name, value] of form) {
		values[name] = typeof value === 'string' ? value : { upload: true, name: value.name, bytes: value.size };
	}
	// telegraf puts the method's name into its multipart bodies.
	delete values.method;
	return { values, asText: true };
}
