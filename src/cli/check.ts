/** `npm run check`: prints every problem of the knowledge folder as `FILE:LINE message`; exit 1 when there is one. */
import { join, relative } from 'node:path';
import { loadKnowledge } from '../files/load.ts';
import { today } from './today.ts';

const folder = process.env.KNOWLEDGE_DIR ?? 'knowledge';
const { records, problems } = loadKnowledge(folder, today());
for (const { file, line, message } of problems) {
	const path = file === folder ? file : join(folder, file);
	console.log(`${relative('.', path) || '.'}:${line} ${message}`);
}
if (problems.length > 0) {
	console.error(`${problems.length} problem${problems.length === 1 ? '' : 's'} in ${folder}`);
	process.exitCode = 1;
} else {
	const { facts, statements, sources, jurisdictions, people, organisations } = records;
	console.log(
		`${folder}: ${facts.length} facts and ${statements.length} statements on ${jurisdictions.length} jurisdictions, ` +
			`${sources.length} sources, ${people.length} people, ${organisations.length} organisations; no problems`,
	);
}
