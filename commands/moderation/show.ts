/** What the moderators' screens show alike: differences, sources, people and times. */
import type { Block, Citation } from '../../src/core/answer/answer.ts';
import type { RecordChange } from '../../src/core/knowledge/changes.ts';
import type { Entry, Source } from '../../src/core/knowledge/schema.ts';
import { differencesOf, type RecordDifference } from '../../src/moderation/differences.ts';

/** Fields of one difference that are shown; a new entry with everything has about twenty. */
const MAX_FIELDS = 24;
/** Links of one screen. */
const MAX_SOURCES = 8;

/** One line a field, with what was taken out and put in. */
export function differenceBlocks(differences: readonly RecordDifference[]): Block[] {
	return differences
		.flatMap(({ type, id, what, fields }) =>
			fields.map(({ label, pieces }, at): Block => {
				const text = pieces.map(({ text, kind }) => (kind === 'removed' ? `[−${text}−]` : text)).join('');
				const named = [{ text: `${label}: `, kind: 'same' as const }, ...pieces];
				// The id of a word is made of what its lines say.
				const subject = type === 'word' ? type : `${type} ${id}`;
				const heading = at === 0 ? { heading: `${subject} ${what}` } : {};
				return { ...heading, text: `${label}: ${text}`, pieces: named, line: true, citations: [] };
			}),
		)
		.slice(0, MAX_FIELDS);
}

/** The differences of changes, and the sources of what they lead to as numbered links. */
export function changesShown(changes: readonly RecordChange[]): { blocks: Block[]; citations: Citation[] } {
	return { blocks: differenceBlocks(differencesOf(changes)), citations: sourcesShown(changes) };
}

/** The pages that the changed entries rest on; those that the change brings come first. */
function sourcesShown(changes: readonly RecordChange[]): Citation[] {
	const cited = new Set(
		changes.flatMap(({ type, after }) =>
			after && (type === 'fact' || type === 'statement') ? (after as Entry).sources : [],
		),
	);
	const sources = changes
		.filter(
			({ type, before, after }) =>
				type === 'source' && after !== null && (cited.has((after as Source).id) || before === null),
		)
		.map(({ after }) => after as Source);
	return [...new Map(sources.map((source) => [source.id, source])).values()]
		.slice(0, MAX_SOURCES)
		.map(({ title, publisher, url, published, kind }, at) => ({
			number: at + 1,
			title,
			publisher,
			url,
			published,
			kind,
		}));
}

/** What someone has said, where lines of the bot's own follow: a line break could make it look like one of them. */
export function inOneLine(text: string): string {
	return text.replace(/\s+/g, ' ');
}

/** "2026-11-24 18:05 UTC" */
export function timeShown(at: string): string {
	return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

/** A person by name, or what is left of them when they have been forgotten. */
export function nameShown(key: string | null, names: ReadonlyMap<string, string>): string {
	if (key === null) return 'the shipped files';
	return names.get(key) ?? `someone (${key.slice(0, 6)})`;
}
