/** The questions on the shipped knowledge. Those in measured/ are a held-out set: only totals over them may be printed. */
import { readdirSync, readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Jurisdiction } from '../../../src/core/knowledge/schema.ts';
import type { Asked } from './asked.ts';

/** As far as the files are used here; test/questions/questions.test.ts checks their form. */
interface Written {
	q: string;
	kind?: string;
	language?: string;
	outcome: 'answered' | 'clarify' | 'not-covered' | 'out-of-scope';
	jurisdictions?: string[];
	jurisdictions_include?: string[];
	jurisdictions_exclude?: string[];
	topics?: string[];
	entries?: string[];
}

/** All questions of a folder, in the order of the files. */
export function shippedQuestions(folder: 'tuned' | 'measured', jurisdictions: readonly Jurisdiction[]): Asked[] {
	const url = new URL(`../../questions/${folder}/`, import.meta.url);
	return readdirSync(url)
		.sort()
		.flatMap((file) => load(readFileSync(new URL(file, url), 'utf8'), { schema: CORE_SCHEMA }) as Written[])
		.map((written) => ({
			text: written.q,
			group: written.kind ?? 'lookup',
			learnt: false,
			english: (written.language ?? 'en') === 'en',
			silence: written.outcome !== 'answered',
			entries: written.entries ?? [],
			jurisdictions: withWholes(written.jurisdictions ?? written.jurisdictions_include ?? [], jurisdictions),
			avoid: written.jurisdictions_exclude ?? [],
			isList: written.jurisdictions === undefined,
			topics: written.topics ?? [],
		}));
}

/** What holds in a country or union holds in its parts and members: an entry of the EU is right for France. */
function withWholes(codes: readonly string[], jurisdictions: readonly Jurisdiction[]): string[] {
	const wholes = codes.flatMap((code) => [
		code.split(':')[0] as string,
		code.slice(0, 2),
		...jurisdictions.filter(({ members }) => members.includes(code.slice(0, 2))).map((bloc) => bloc.code),
	]);
	return [...new Set([...codes, ...wholes])];
}
