/** Writes new values as YAML in the style of the knowledge base. */
import { isPartialDate } from '../../core/knowledge/partial-date.ts';
import { canFold, fold, WIDTH } from './folded.ts';
import { scalar } from './scalar.ts';
import { isObject, type Written } from './written-form.ts';

/** Fields that hold dates, which stand plain: a bare year may be a number there. */
const DATES: ReadonlySet<string> = new Set([
	...['announced', 'in_force', 'until', 'verified', 'date', 'published', 'accessed', 'on', 'from'],
]);

/** A list is indented by this much more than its key. */
const LIST_INDENT = 2;

/** A key; of the fields of records only "on" looks like something else, and is used to standing plain. */
function keyText(key: string, isInFlow: boolean): string {
	return DATES.has(key) ? key : scalar(key, isInFlow);
}

export function indent(column: number): string {
	return ' '.repeat(column);
}

/** A text on one line. */
export function oneLine(text: string, key: string | undefined, inFlow: boolean): string {
	// As a number a year that begins with 0 would lose it.
	const isDate = key !== undefined && DATES.has(key) && isPartialDate(text) && !/^0\d{3}$/.test(text);
	return isDate ? text : scalar(text, inFlow);
}

/** A value as it stands inside brackets. */
export function inFlow(value: Written, key?: string): string {
	if (typeof value === 'string') return oneLine(value, key, true);
	if (Array.isArray(value)) return `[${value.map((item) => inFlow(item)).join(', ')}]`;
	if (!isObject(value)) return String(value);
	const fields = Object.entries(value).map(([name, part]) => flowField(name, part as Written));
	return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}

export function flowField(key: string, value: Written): string {
	return `${keyText(key, true)}: ${inFlow(value, key)}`;
}

/** A field whose key stands at `column`, without the indentation of its first line. */
export function field(key: string, value: Written, column: number, listIndent = LIST_INDENT): string {
	const name = keyText(key, false);
	if (typeof value === 'string') {
		const line = `${name}: ${oneLine(value, key, false)}`;
		return fits(line, column) || !canFold(value) ? line : `${name}: >-${foldedBody(value, column)}`;
	}
	if (isList(value)) return `${name}:\n${items(value, column + listIndent)}`;
	// Most entries supersede one other, whose id stands without brackets then.
	if (Array.isArray(value) && value.length === 1 && key === 'supersedes')
		return `${name}: ${inFlow(value[0] as Written)}`;
	if (isObject(value) && Object.values(value).some((part) => typeof part === 'string' && !fits(part, column)))
		return `${name}:\n${indent(column + 2)}${blockMap(value as Record<string, Written>, column + 2)}`;
	return `${name}: ${inFlow(value, key)}`;
}

/** The lines of a long text below the line that it begins on, whose key or dash stands at `column`. */
function foldedBody(text: string, column: number): string {
	return fold(text, WIDTH - column - 2)
		.map((line) => `\n${indent(column + 2)}${line}`)
		.join('');
}

/** Whether a value is a list that stands one item a line: those of texts alone stand in brackets. */
export function isList(value: unknown): value is Written[] {
	return Array.isArray(value) && value.some(isObject);
}

/** The lines of a list whose dashes stand at `column`, without the break behind the last one. */
function items(list: readonly Written[], column: number): string {
	return list.map((value) => indent(column) + item(value, column)).join('\n');
}

/** An item from its dash on. A record has a field a line, unless `flow` says that its neighbours stand in brackets. */
export function item(value: Written, column: number, flow = !isRecord(value)): string {
	if (!flow && isObject(value)) return `- ${blockMap(value as Record<string, Written>, column + 2)}`;
	if (typeof value === 'string') return `- ${scalar(value, false)}`;
	return `- ${inFlow(value)}`;
}

/** Records have an id by which they are known. */
export function isRecord(value: unknown): value is { id: string } {
	return isObject(value) && typeof value.id === 'string';
}

function blockMap(value: Record<string, Written>, column: number): string {
	return Object.entries(value)
		.map(([key, part]) => field(key, part, column))
		.join(`\n${indent(column)}`);
}

function fits(text: string, column: number): boolean {
	return column + text.length <= WIDTH;
}
