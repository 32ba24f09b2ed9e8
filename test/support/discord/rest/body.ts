import type { IncomingMessage } from 'node:http';
import { refusals } from '../api-error.ts';
import { limits } from '../limits.ts';

/** An uploaded file; `index` is the N of its form field files[N]. */
export type Upload = {
	readonly index: string;
	readonly filename: string;
	readonly type: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
};

export type Body = { readonly json: unknown; readonly files: readonly Upload[] };

/** Takes a request, gives its bytes. */
export async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** Takes bytes and their content type (JSON or multipart with payload_json), gives the value and the files. */
export async function parseBody(bytes: Buffer<ArrayBuffer>, type: string): Promise<Body> {
	if (bytes.length === 0) return { json: undefined, files: [] };
	if (!type.startsWith('multipart/form-data')) return { json: parseJson(bytes.toString('utf8')), files: [] };
	const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
	const files: Upload[] = [];
	for (const [name, value] of form) {
		const index = /^files\[(\d+)\]$/.exec(name)?.[1];
		if (index === undefined || typeof value === 'string') continue;
		if (value.size > limits.uploadBytes) throw refusals.tooLarge();
		files.push({
			index,
			filename: value.name,
			type: value.type || 'application/octet-stream',
			bytes: new Uint8Array(await value.arrayBuffer()),
		});
	}
	const payload = form.get('payload_json');
	return { json: typeof payload === 'string' ? parseJson(payload) : {}, files };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw refusals.invalidJson();
	}
}
