/** Says in words what a change changes: field by field, and inside long texts word by word. */
import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Piece } from '../core/answer/answer.ts';
import { isLent } from '../core/knowledge/apply-changes.ts';
import type { RecordChange, RecordType } from '../core/knowledge/changes.ts';

interface FieldDifference {
	/** "claim", "in force since". */
	label: string;
	pieces: Piece[];
}

export interface RecordDifference {
	type: RecordType;
	id: string;
	what: 'added' | 'changed' | 'removed';
	fields: FieldDifference[];
}

const LABELS: Readonly<Record<string, string>> = {
	in_force: 'in force since',
	until: 'in force until',
	verified: 'verified on',
	accessed: 'page read on',
	lead: 'stands for the topic',
	instrument: 'law or notice',
	translated_by: 'translated by',
	said: 'words',
	kind: 'kind',
	url: 'address',
};
/** What everyone sees from the title already, or nobody needs to read. */
const HIDDEN = new Set(['id']);

/** What each change that is one comes to, the entry first and what it only lends left out. */
export function differencesOf(changes: readonly RecordChange[]): RecordDifference[] {
	return changes.filter((change) => !isLent(change)).map(differenceOf);
}

function differenceOf({ type, id, before, after }: RecordChange): RecordDifference {
	const old = (before ?? {}) as Record<string, unknown>;
	const fresh = (after ?? {}) as Record<string, unknown>;
	const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])].filter((name) => !HIDDEN.has(name));
	// What is removed is named, not recited.
	const shown =
		after === null ? names.filter((name) => ['title', 'claim', 'said', 'word', 'name'].includes(name)) : names;
	const fields = shown.flatMap((name): FieldDifference[] => {
		const [from, to] = [asText(old[name]), asText(fresh[name])];
		if (from === to) return [];
		const isList = Array.isArray(old[name]) && Array.isArray(fresh[name]);
		const pieces = isList ? piecesOfLists(old[name] as unknown[], fresh[name] as unknown[]) : piecesOf(from, to);
		return [{ label: LABELS[name] ?? name.replaceAll('_', ' '), pieces }];
	});
	return { type, id, what: before === null ? 'added' : after === null ? 'removed' : 'changed', fields };
}

/** Lists are compared item by item. */
function piecesOfLists(from: readonly unknown[], to: readonly unknown[]): Piece[] {
	const runs = diffArrays(from.map(asText), to.map(asText));
	return runs.flatMap(({ value, added, removed }, at): Piece[] => [
		...(at === 0 ? [] : [{ text: ', ', kind: 'same' as const }]),
		{ text: value.join(', '), kind: added ? 'added' : removed ? 'removed' : 'same' },
	]);
}

/** Texts that share much are compared word by word; others are set against each other whole. */
function piecesOf(from: string, to: string): Piece[] {
	const whole: Piece[] = [
		...(from === '' ? [] : [{ text: from, kind: 'removed' as const }]),
		...(from === '' || to === '' ? [] : [{ text: ' → ', kind: 'same' as const }]),
		...(to === '' ? [] : [{ text: to, kind: 'added' as const }]),
	];
	if (!from.includes(' ') || !to.includes(' ')) return whole;
	const pieces = joined(
		diffWordsWithSpace(from, to).map(
			({ value, added, removed }): Piece => ({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' }),
		),
	);
	const same = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0);
	return same * 3 < Math.max(from.length, to.length) ? whole : pieces;
}

/** Less than this between two changes is no landmark for the reader: a blank, a short word. In characters. */
const SHORTEST_SAME = 5;

/** Changes with next to nothing between them as one: first all that was taken out, then all that was put in. */
function joined(pieces: readonly Piece[]): Piece[] {
	const result: Piece[] = [];
	let removed = '';
	let added = '';
	const close = () => {
		if (removed !== '') result.push({ text: removed, kind: 'removed' });
		if (added !== '') result.push({ text: added, kind: 'added' });
		removed = '';
		added = '';
	};
	for (const [at, { text, kind }] of pieces.entries()) {
		if (kind === 'removed') removed += text;
		else if (kind === 'added') added += text;
		else if (removed + added !== '' && at < pieces.length - 1 && text.trim().length < SHORTEST_SAME) {
			removed += text;
			added += text;
		} else {
			close();
			result.push({ text, kind });
		}
	}
	close();
	return result;
}

/** The value of a field as people read it. */
function asText(value: unknown): string {
	if (value === undefined || value === null || value === false) return '';
	if (value === true) return 'yes';
	if (Array.isArray(value)) return value.map(asText).join(', ');
	if (typeof value === 'object') return Object.values(value).map(asText).filter(Boolean).join(', ');
	return String(value);
}
