/** Reads a knowledge folder into records, and reports every problem with its file, line and what to do about it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { z } from 'zod';
import { checkRecords } from '../core/knowledge/check.ts';
import { describeIssue } from '../core/knowledge/describe-issue.ts';
import {
	type Language,
	labelsSchema,
	regionsSchema,
	wordingsSchema,
	wordsSchema,
} from '../core/knowledge/language-schema.ts';
import type { Day } from '../core/knowledge/partial-date.ts';
import { emptyRecords, type KnowledgeRecords } from '../core/knowledge/records.ts';
import {
	definitionSchema,
	jurisdictionSchema,
	organisationSchema,
	personSchema,
	sourceSchema,
	topicSchema,
} from '../core/knowledge/schema.ts';
import { lineFinder } from './line-of.ts';

interface FileProblem {
	/** Path below the knowledge folder, or the folder itself. */
	file: string;
	/** Counted from 1. */
	line: number;
	message: string;
}

export interface Loaded {
	records: KnowledgeRecords;
	/** The mark of the content of each record that an export wrote last: what is published in the chat up to it is in these files. */
	exported: Record<string, string>;
	/** Empty when the records may be used. */
	problems: FileProblem[];
}

/** Where exports keep their marks. */
const EXPORTED = /^exported\.yaml$/;

type Path = (string | number)[];
interface Origin {
	file: string;
	path: Path;
}

/**
 * Reads all of `folder` and checks it. Never throws for what is in the folder: it reports. Dates in the future are
 * reported when `today` is given; a server whose clock is behind must not refuse good knowledge.
 */
export function loadKnowledge(folder: string, today?: Day): Loaded {
	const records = emptyRecords();
	const exported: Record<string, string> = {};
	const problems: FileProblem[] = [];
	const lines = new Map<string, ReturnType<typeof lineFinder>>();
	const origins = new Map<object, Origin>();

	const report = (file: string, path: Path, message: string) =>
		problems.push({ file, line: lines.get(file)?.(path) ?? 1, message });

	/** The parsed value when it fits the schema; otherwise its problems are reported. */
	const accept = <T extends z.ZodType>(schema: T, value: unknown, file: string, path: Path): z.infer<T> | undefined => {
		const result = schema.safeParse(value, { reportInput: true });
		if (result.success) return result.data;
		// A value of the wrong type fails its other checks as well; the first message says it.
		const faulty = new Set<string>();
		for (const issue of result.error.issues)
			for (const { at, message } of describeIssue(issue)) {
				if (faulty.has(at.join())) continue;
				faulty.add(at.join());
				report(file, [...path, ...at], message);
			}
		return undefined;
	};
	const keep = <T extends object>(list: T[], record: T, file: string, path: Path) => {
		list.push(record);
		origins.set(record, { file, path });
	};
	const eachOf = (value: unknown, file: string, take: (item: unknown, path: Path) => void) => {
		if (Array.isArray(value)) for (const [index, item] of value.entries()) take(item, [index]);
		else report(file, [], 'must be a list; begin each record with "- id:"');
	};

	const keepEach =
		<T extends z.ZodType<object>>(schema: T, list: z.infer<T>[]) =>
		(value: unknown, file: string) =>
			eachOf(value, file, (item, path) => {
				const record = accept(schema, item, file, path);
				if (record) keep(list, record, file, path);
			});
	const languagePart =
		<Part extends 'words' | 'wordings' | 'labels'>(part: Part, schema: z.ZodType<NonNullable<Language[Part]>>) =>
		(value: unknown, file: string) => {
			const content = accept(schema, value, file, []);
			if (!content) return;
			const code = file.split('/')[1] as string;
			let language = records.languages.find((known) => known.code === code);
			if (!language) {
				language = { code };
				records.languages.push(language);
			}
			language[part] = content;
			origins.set(content, { file, path: [] });
		};

	const readers: [pattern: RegExp, read: (value: unknown, file: string) => void][] = [
		[/^topics\.yaml$/, keepEach(topicSchema, records.topics)],
		[/^sources\.yaml$/, keepEach(sourceSchema, records.sources)],
		[
			EXPORTED,
			(value, file) => {
				Object.assign(exported, accept(z.record(z.string(), z.string()), value, file, []));
			},
		],
		[/^definitions\.yaml$/, keepEach(definitionSchema, records.definitions)],
		[
			/^regions\.yaml$/,
			(value, file) => {
				const regions = accept(regionsSchema, value, file, []);
				if (!regions) return;
				records.regions = regions;
				origins.set(regions, { file, path: [] });
			},
		],
		[/^languages\/[a-z]{2}\/words\.yaml$/, languagePart('words', wordsSchema)],
		[/^languages\/[a-z]{2}\/wordings\.yaml$/, languagePart('wordings', wordingsSchema)],
		[/^languages\/[a-z]{2}\/labels\.yaml$/, languagePart('labels', labelsSchema)],
		[
			/^jurisdictions\/[^/]+\.yaml$/,
			(value, file) => {
				const parsed = accept(jurisdictionSchema, value, file, []);
				if (!parsed) return;
				const { facts, statements, sources, ...jurisdiction } = parsed;
				keep(records.jurisdictions, jurisdiction, file, []);
				for (const [index, fact] of facts.entries())
					keep(records.facts, { ...fact, jurisdiction: jurisdiction.code }, file, ['facts', index]);
				for (const [index, statement] of statements.entries())
					keep(records.statements, statement, file, ['statements', index]);
				for (const [index, source] of sources.entries()) keep(records.sources, source, file, ['sources', index]);
				expectName(file, jurisdiction.code.replace(':', '-'), 'code');
			},
		],
		[
			/^people\/[^/]+\.yaml$/,
			(value, file) => {
				const person = accept(personSchema, value, file, []);
				if (!person) return;
				keep(records.people, person, file, []);
				expectName(file, person.id, 'id');
			},
		],
		[
			/^organisations\/[^/]+\.yaml$/,
			(value, file) => {
				const organisation = accept(organisationSchema, value, file, []);
				if (!organisation) return;
				keep(records.organisations, organisation, file, []);
				expectName(file, organisation.id, 'id');
			},
		],
	];
	const expectName = (file: string, name: string, field: string) => {
		if (file.slice(file.indexOf('/') + 1) !== `${name}.yaml`)
			report(file, [field], `the file must be named "${name}.yaml" after its ${field}`);
	};

	const files = listFiles(folder);
	if ('message' in files) return { records, exported, problems: [{ file: folder, line: 1, message: files.message }] };
	for (const file of files.names) {
		const reader = readers.find(([pattern]) => pattern.test(file));
		if (!reader) {
			report(file, [], 'is no file of the knowledge base; see knowledge/README.md for the names, or remove it');
			continue;
		}
		let text: string;
		try {
			text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file)));
		} catch (error) {
			const code = (error as NodeJS.ErrnoException).code;
			const isEncoding = code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
			report(file, [], isEncoding ? 'is not UTF-8 text; save it as UTF-8' : unreadable(code));
			continue;
		}
		lines.set(file, lineFinder(text));
		if (text.trim() === '') {
			report(file, [], 'is empty; write its records, or remove the file');
			continue;
		}
		try {
			reader[1](load(text, { schema: CORE_SCHEMA }), file);
		} catch (error) {
			if (!(error instanceof YAMLException)) throw error;
			problems.push({
				file,
				line: (error.mark?.line ?? 0) + 1,
				message: `is not valid YAML: ${error.reason}; correct the line (quote text that holds ": ")`,
			});
		}
	}
	if (records.topics.length === 0 && problems.length === 0)
		problems.push({ file: 'topics.yaml', line: 1, message: 'is missing or empty; every fact needs its topic' });
	if (records.facts.length === 0 && problems.length === 0)
		problems.push({
			file: 'jurisdictions',
			line: 1,
			message: 'holds no fact; add a file such as jurisdictions/RU.yaml',
		});

	// What is missing may only stand in a file that could not be read, so that is said once all files can be.
	const complete = problems.length === 0;
	for (const { record, path, message, missing } of checkRecords(records, today)) {
		const origin = origins.get(record);
		if (origin && (complete || !missing)) report(origin.file, [...origin.path, ...path], message);
	}
	problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
	return { records, exported, problems };
}

function unreadable(code: string | undefined): string {
	if (code === 'EISDIR') return 'is a folder; a file is expected';
	return `cannot be read (${code}); check its permissions`;
}

/** The YAML files below `folder`, sorted; or a message when there is nothing to read. */
function listFiles(folder: string): { names: string[] } | { message: string } {
	try {
		if (!statSync(folder).isDirectory())
			return { message: 'is not a folder; set KNOWLEDGE_DIR to the knowledge folder' };
		const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.map((name) => name.replaceAll('\\', '/'))
			.filter((name) => /\.ya?ml$/.test(name))
			.sort();
		return names.length > 0 ? { names } : { message: 'holds no YAML file; set KNOWLEDGE_DIR to the knowledge folder' };
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		return {
			message: code === 'ENOENT' ? 'does not exist; set KNOWLEDGE_DIR to the knowledge folder' : unreadable(code),
		};
	}
}
