/** Finds single records by id. */
import type { KnowledgeRecords } from '../core/knowledge/records.ts';
import type { Entry, Source } from '../core/knowledge/schema.ts';

export function entryIn(records: KnowledgeRecords, id: string): Entry | undefined {
	return records.facts.find((fact) => fact.id === id) ?? records.statements.find((statement) => statement.id === id);
}

export function sourceIn(records: KnowledgeRecords, id: string): Source | undefined {
	return records.sources.find((source) => source.id === id);
}
