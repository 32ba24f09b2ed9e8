/** The files of a knowledge folder as they are, each with what it is to hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { describeIssue } from '../core/knowledge/describe-issue.ts';
import { jurisdictionSchema, sourceSchema } from '../core/knowledge/schema.ts';

export interface OpenFile<T = unknown> {
	/** Path below the folder. */
	file: string;
	schema: z.ZodType<T>;
	/** What is to be changed: the text of the file, or what a new one begins with. */
	text: string;
	isNew: boolean;
	/** What the text says. */
	current: T;
	/** What it is to say. */
	wanted: T;
	isRemoved: boolean;
}

export type JurisdictionFile = OpenFile<z.infer<typeof jurisdictionSchema>>;
type SourcesFile = OpenFile<z.infer<typeof sourcesSchema>>;

const sourcesSchema = z.array(sourceSchema);

export class OpenFolder {
	/** The files that cannot be read, and why. */
	readonly unreadable = new Map<string, string>();
	readonly #folder: string;
	readonly #files = new Map<string, OpenFile>();
	readonly #jurisdictions: JurisdictionFile[];

	constructor(folder: string) {
		this.#folder = folder;
		this.#jurisdictions = listJurisdictions(folder)
			.map((file) => this.open(file, jurisdictionSchema))
			.filter((found) => found !== undefined);
	}

	get files(): Iterable<OpenFile> {
		return this.#files.values();
	}

	get jurisdictions(): readonly JurisdictionFile[] {
		return this.#jurisdictions;
	}

	jurisdiction(code: string): JurisdictionFile | undefined {
		return this.#jurisdictions.find(({ wanted }) => wanted.code === code);
	}

	/** A jurisdiction that has no file yet. */
	addJurisdiction(code: string, text: string): JurisdictionFile {
		const added = this.add(`jurisdictions/${code.replace(':', '-')}.yaml`, jurisdictionSchema, text);
		this.#jurisdictions.push(added);
		return added;
	}

	/** The sources that belong to no jurisdiction. */
	sharedSources(): SourcesFile | undefined {
		return this.open('sources.yaml', sourcesSchema);
	}

	addSharedSources(): SourcesFile {
		return this.add('sources.yaml', sourcesSchema, '[]\n');
	}

	/** A file; undefined when there is none, or when it cannot be read, which `unreadable` says then. */
	open<T>(file: string, schema: z.ZodType<T>): OpenFile<T> | undefined {
		const known = this.#files.get(file);
		if (known || this.unreadable.has(file)) return known as OpenFile<T> | undefined;
		try {
			// A byte-order mark is part of the text: the file keeps it.
			const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
			const text = decoder.decode(readFileSync(join(this.#folder, file)));
			return this.#keep(file, schema, text, false);
		} catch (error) {
			const { code, message } = error as NodeJS.ErrnoException;
			if (code !== 'ENOENT') this.unreadable.set(file, message.split('\n')[0] as string);
			return undefined;
		}
	}

	/** A new file that begins as `text`. */
	add<T>(file: string, schema: z.ZodType<T>, text: string): OpenFile<T> {
		return this.#keep(file, schema, text, true);
	}

	#keep<T>(file: string, schema: z.ZodType<T>, text: string, isNew: boolean): OpenFile<T> {
		const kept: OpenFile<T> = {
			file,
			schema,
			text,
			isNew,
			current: readText(text, schema),
			wanted: readText(text, schema),
			isRemoved: false,
		};
		this.#files.set(file, kept);
		return kept;
	}
}

/** What a text says; throws when it is not YAML or not of this schema. */
export function readText<T>(text: string, schema: z.ZodType<T>): T {
	const result = schema.safeParse(load(text, { schema: CORE_SCHEMA }), { reportInput: true });
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw new Error(issue ? describeIssue(issue)[0]?.message : 'does not fit the schema');
}

function listJurisdictions(folder: string): string[] {
	try {
		return readdirSync(join(folder, 'jurisdictions'))
			.filter((name) => name.endsWith('.yaml'))
			.sort()
			.map((name) => `jurisdictions/${name}`);
	} catch {
		return [];
	}
}
