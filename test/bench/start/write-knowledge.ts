/** Writes generated records as a knowledge folder, as a moderator would keep them. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import type { KnowledgeRecords } from '../../../src/core/knowledge/records.ts';

/** One file a jurisdiction; topics, regions and languages are copied from `shipped`. */
export function writeKnowledge(
	folder: string,
	{ jurisdictions, facts, sources }: KnowledgeRecords,
	shipped: string,
): void {
	for (const name of ['topics.yaml', 'regions.yaml', 'languages'])
		cpSync(join(shipped, name), join(folder, name), { recursive: true });
	mkdirSync(join(folder, 'jurisdictions'));
	const factsOf = Map.groupBy(facts, ({ jurisdiction }) => jurisdiction);
	const sourcesOf = Map.groupBy(sources, ({ id }) => id.slice(0, 2).toUpperCase());
	for (const jurisdiction of jurisdictions) {
		const own = (factsOf.get(jurisdiction.code) ?? []).map(({ jurisdiction: _code, ...fact }) => written(fact));
		const file = { ...written(jurisdiction), facts: own, sources: sourcesOf.get(jurisdiction.code) ?? [] };
		writeFileSync(join(folder, 'jurisdictions', `${jurisdiction.code}.yaml`), dump(file, { lineWidth: 120 }));
	}
}

/** Without the fields that nobody writes: empty lists and what is false. */
function written(record: object): object {
	const isSaid = (value: unknown) => value !== false && !(Array.isArray(value) && value.length === 0);
	return Object.fromEntries(Object.entries(record).filter(([, value]) => isSaid(value)));
}
