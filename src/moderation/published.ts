/** The knowledge base that answers: the files plus what moderators have published, as one immutable core that is swapped. */
import { createHash } from 'node:crypto';
import { PolicyCore } from '../core/core.ts';
import { applyChanges } from '../core/knowledge/apply-changes.ts';
import { contentOf, type RecordChange } from '../core/knowledge/changes.ts';
import { type Conflict, mergeRevisions } from '../core/knowledge/merge.ts';
import type { KnowledgeRecords } from '../core/knowledge/records.ts';
import type { Revision, Revisions } from '../store/store.ts';

/** What the files hold. */
export interface Shipped {
	records: KnowledgeRecords;
	/** See mergeRevisions. */
	exported: Readonly<Record<string, string>>;
}

/** The mark of a record's content: short, and the same in every process. */
export function markOf(content: unknown): string {
	return createHash('sha256').update(contentOf(content)).digest('hex').slice(0, 16);
}

/** The record changes of a proposal or revision. */
export function readChanges({ changes }: { changes: string }): RecordChange[] {
	return JSON.parse(changes) as RecordChange[];
}

/** Revisions put onto the files, as mergeRevisions gives it. */
export function mergePublished({ records, exported }: Shipped, revisions: readonly Revision[]) {
	const changes = revisions.map((revision) => ({ subject: revision.subject, changes: readChanges(revision) }));
	return mergeRevisions(records, changes, exported, markOf);
}

/** What the knowledge base would be. */
export interface Candidate {
	records: KnowledgeRecords;
	core: PolicyCore;
}

export class Published {
	readonly #shipped: Shipped;
	readonly #fileCore: PolicyCore;
	#revisions: Revision[] = [];
	#records: KnowledgeRecords;
	#core: PolicyCore;
	#conflicts: Conflict[] = [];

	/** `shipped` must have passed the checker. */
	constructor(shipped: Shipped) {
		this.#shipped = shipped;
		this.#records = shipped.records;
		this.#fileCore = new PolicyCore(shipped.records);
		this.#core = this.#fileCore;
	}

	get core(): PolicyCore {
		return this.#core;
	}

	get records(): KnowledgeRecords {
		return this.#records;
	}

	/** The number of the newest revision that is in the core; 0 for none. */
	get head(): number {
		return this.#revisions.at(-1)?.seq ?? 0;
	}

	/** What the files and the revisions have changed differently. */
	get conflicts(): readonly Conflict[] {
		return this.#conflicts;
	}

	/** Takes in what has been published since; true when there was anything. */
	async catchUp(revisions: Pick<Revisions, 'after'>): Promise<boolean> {
		const missing = await revisions.after(this.head);
		// Another call may have taken them in while this one waited.
		const fresh = missing.filter(({ seq }) => seq > this.head);
		if (fresh.length === 0) return false;
		const all = [...this.#revisions, ...fresh];
		const { records, conflicts } = mergePublished(this.#shipped, all);
		this.#swap(all, records, this.#coreOf(records));
		this.#conflicts = conflicts;
		return true;
	}

	/** The core as it would be with `changes`. */
	candidate(changes: readonly RecordChange[]): Candidate {
		const records = applyChanges(this.#records, changes);
		return { records, core: this.#coreOf(records) };
	}

	/** Puts a candidate in the place of the core, as `revision` has made it. */
	accept({ records, core }: Candidate, revision: Revision): void {
		// The watch may have taken it in before.
		if (revision.seq <= this.head) return;
		this.#swap([...this.#revisions, revision], records, core);
	}

	// What is learnt from the files stays: it takes longest, and every process on the same files must learn the same.
	#coreOf(records: KnowledgeRecords): PolicyCore {
		return new PolicyCore(records, this.#fileCore);
	}

	#swap(revisions: Revision[], records: KnowledgeRecords, core: PolicyCore): void {
		this.#revisions = revisions;
		this.#records = records;
		this.#core = core;
	}
}
