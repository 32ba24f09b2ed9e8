/** `npm run check`: prints every problem of the knowledge folder as `FILE:LINE message`; exit 1 when there is one. */
import { join, relative } from 'node:path';
import { findUntranslated } from '../core/knowledge/untranslated.ts';
import { loadKnowledge } from '../files/load.ts';
import { knowledgeDir } from './knowledge-dir.ts';
import { today } from './today.ts';

const USAGE = 'usage: npm run check  (KNOWLEDGE_DIR names another folder)';

function main(): 0 | 1 | 2 {
	if (process.argv.length > 2) {
		console.error(`"${process.argv[2]}" is no option here\n${USAGE}`);
		return 2;
	}
	const folder = knowledgeDir();
	if (folder === undefined) return 2;
	const { records, problems } = loadKnowledge(folder, today());
	for (const { file, line, message } of problems) {
		const path = file === folder ? file : join(folder, file);
		console.log(`${relative('.', path) || '.'}:${line} ${message}`);
	}
	if (problems.length > 0) {
		console.error(`${problems.length} problem${problems.length === 1 ? '' : 's'} in ${folder}`);
		return 1;
	}
	for (const { language, missing } of findUntranslated(records))
		console.log(
			`languages/${language}/labels.yaml has no name for ${missing.join(', ')}; answers show the English one`,
		);
	const { facts, statements, sources, jurisdictions, people, organisations } = records;
	console.log(
		`${folder}: ${facts.length} facts and ${statements.length} statements on ${jurisdictions.length} jurisdictions, ` +
			`${sources.length} sources, ${people.length} people, ${organisations.length} organisations; no problems`,
	);
	return 0;
}

process.exitCode = main();
