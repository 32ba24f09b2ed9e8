/** A knowledge folder that loads fast: three entries, on mining in Russia, China and Iran. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyWords } from './words.ts';

/** Writes the folder and gives its path; the caller removes it. The entries are "ru-mining", "cn-mining" and "ir-mining". */
export function writeSmallKnowledge(): string {
	const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
	copyWords(folder);
	mkdirSync(join(folder, 'jurisdictions'));
	for (const [code, name] of [
		['RU', 'Russia'],
		['CN', 'China'],
		['IR', 'Iran'],
	] as const)
		writeFileSync(join(folder, 'jurisdictions', `${code}.yaml`), jurisdictionFile(code, name));
	return folder;
}

function jurisdictionFile(code: string, name: string): string {
	return `code: ${code}
name: ${name}
research: { state: researched, searched: [law], on: 2026-01-01 }
facts:
  - id: ${code.toLowerCase()}-mining
    topic: mining
    status: regulated
    lead: true
    title: Miners in ${name} must register
    claim: Whoever mines in ${name} must register first.
    in_force: 2024-11-01
    verified: 2026-01-01
    evidence: The law says so.
    sources: [${code.toLowerCase()}-src-law]
statements: []
sources:
  - id: ${code.toLowerCase()}-src-law
    title: The mining law of ${name}
    publisher: Parliament of ${name}
    url: https://example.org/${code}/law
    published: 2024-11-01
    accessed: 2026-01-01
    language: en
    kind: law
`;
}
