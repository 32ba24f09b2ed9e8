/** Judges the results of a question, by the same rule for every engine. */
import type { Asked } from './asked.ts';
import type { SearchDocument } from './corpus.ts';

export interface Judgement {
	/** The first result is right. */
	first: boolean;
	/** One of the first three is. */
	three: boolean;
	/** Something was returned where silence was due, or the first result is on another place or topic. */
	wrong: boolean;
	silent: boolean;
}

export type DocumentsById = ReadonlyMap<string, Pick<SearchDocument, 'jurisdictions' | 'topicIds'>>;

/** `results` are ids, the best first. */
export function judge(asked: Asked, results: readonly string[], documents: DocumentsById): Judgement {
	const [best] = results;
	if (best === undefined) return { first: false, three: false, wrong: false, silent: true };
	if (asked.silence) return { first: false, three: false, wrong: true, silent: false };
	const first = isRight(asked, best, documents);
	return {
		first,
		three: first || results.slice(1, 3).some((id) => isRight(asked, id, documents)),
		wrong: !first && isElsewhere(asked, best, documents),
		silent: false,
	};
}

function isRight(asked: Asked, id: string, documents: DocumentsById): boolean {
	if (asked.entries.length > 0) return asked.entries.includes(id);
	const { jurisdictions, topicIds } = documentOf(id, documents);
	return (
		(asked.jurisdictions.length === 0 || share(asked.jurisdictions, jurisdictions)) &&
		(asked.topics.length === 0 || share(asked.topics, topicIds)) &&
		!share(asked.avoid, jurisdictions)
	);
}

/** On another place or topic than asked for. A definition belongs to no place. */
function isElsewhere(asked: Asked, id: string, documents: DocumentsById): boolean {
	if (asked.entries.includes(id)) return false;
	const { jurisdictions, topicIds } = documentOf(id, documents);
	const otherPlace = asked.isList
		? share(asked.avoid, jurisdictions)
		: asked.jurisdictions.length > 0 && jurisdictions.length > 0 && !share(asked.jurisdictions, jurisdictions);
	return otherPlace || (asked.topics.length > 0 && !share(asked.topics, topicIds));
}

function documentOf(id: string, documents: DocumentsById) {
	const document = documents.get(id);
	if (!document) throw new Error(`an engine returned "${id}", which is no entry`);
	return document;
}

function share(some: readonly string[], others: readonly string[]): boolean {
	return some.some((item) => others.includes(item));
}
