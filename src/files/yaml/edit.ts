/** Changes a YAML text so that it says something else, and leaves all other characters of it as they are. */
import { isMap, isPair, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { contentOf } from '../../core/knowledge/changes.ts';
import { align } from './align.ts';
import { editFlow } from './edit-flow.ts';
import { type Field, keyOf, Layout, type Placed } from './layout.ts';
import { field, flowField, indent, inFlow, isList, isRecord, item } from './render.ts';
import { quotedLike, replaceText } from './replace-text.ts';
import { Splices } from './splice.ts';
import { isLeftOut, isObject, orderOf, partOf, type Written, writtenForm } from './written-form.ts';

/** Where a value stands. */
interface Site {
	/** Its field in a map. */
	key?: string;
	/** The column of its key or dash. */
	column: number;
	/** Whether it stands inside brackets. */
	flow: boolean;
}

/**
 * `text` changed to say `wanted`, where it says `current`: both as parsed by `schema`. It must end with a line break.
 * Throws when that cannot be done; whether it has come out right is the caller's to check.
 */
export function editYaml(text: string, schema: z.ZodType, current: unknown, wanted: unknown): string {
	const document = parseDocument(text, { keepSourceTokens: true });
	const [error] = document.errors;
	if (error) throw error;
	const editor = new Editor(text);
	editor.edit(placed(document.contents), schema, current, wanted, { column: -2, flow: false });
	return editor.splices.apply();
}

function placed(node: unknown): Placed {
	if (!(node as Placed | null)?.range) throw new Error('it holds nothing where a value is to be changed');
	return node as Placed;
}

class Editor {
	readonly splices: Splices;
	readonly #text: string;
	readonly #layout: Layout;

	constructor(text: string) {
		this.#text = text;
		this.#layout = new Layout(text);
		this.splices = new Splices(text);
	}

	edit(node: Placed, schema: z.ZodType, current: unknown, wanted: unknown, site: Site): void {
		if (contentOf(current) === contentOf(wanted)) return;
		if (isMap(node) && isObject(current) && isObject(wanted)) {
			if (node.flow) this.#editFlowMap(node, schema, current, wanted);
			else this.#editBlockMap(node, schema, current, wanted);
		} else if (isSeq(node) && Array.isArray(current) && Array.isArray(wanted))
			this.#editList(node, schema, current, wanted, site);
		else if (isScalar(node) && typeof wanted === 'string') this.#replaceText(node, wanted, site);
		else this.#replace(node, inFlow(this.#single(writtenForm(schema, wanted)), site.key));
	}

	/** What stood without brackets stays so while it is one. */
	#single(value: Written): Written {
		return Array.isArray(value) && value.length === 1 ? (value[0] as Written) : value;
	}

	#replace(node: Placed, text: string): void {
		const [start] = node.range;
		// An empty value begins right behind its colon.
		const glued = this.#text[start - 1] === ':' ? ' ' : '';
		this.splices.replace(start, this.#layout.contentEnd(node), glued + text);
	}

	#replaceText(node: Scalar & Placed, text: string, { key, column, flow }: Site): void {
		const [start] = node.range;
		const end = this.#layout.contentEnd(node);
		const old = this.#text.slice(start, end);
		if (flow || old === '') {
			this.#replace(node, quotedLike(old, text, key, flow));
			return;
		}
		const lineEnd = this.#layout.lineEnd(end) - 1;
		const replaced = replaceText({
			old,
			behind: this.#text.slice(end, lineEnd),
			says: String(node.value),
			before: this.#layout.column(start),
			...(key === undefined ? {} : { key }),
			text,
			column,
		});
		this.splices.replace(start, lineEnd, replaced);
	}

	#editFields(
		fields: ReadonlyMap<string, Field>,
		schema: z.ZodType,
		current: Record<string, unknown>,
		wanted: Record<string, unknown>,
		edit: (found: Field, key: string, part: z.ZodType) => void,
	): { added: Map<string, string[]>; removed: Set<string> } {
		const order = orderOf(schema) ?? orderOfKeys([...fields.keys()], Object.keys(wanted));
		const added = new Map<string, string[]>();
		const removed = new Set<string>();
		let before = '';
		for (const key of order) {
			const found = fields.get(key);
			const part = partOf(schema, key);
			if (found) before = key;
			if (contentOf(current[key]) === contentOf(wanted[key])) continue;
			if (!found) added.set(before, [...(added.get(before) ?? []), key]);
			else if (isLeftOut(part, wanted[key])) removed.add(key);
			else edit(found, key, part);
		}
		return { added, removed };
	}

	#editFlowMap(
		node: YAMLMap & Placed,
		schema: z.ZodType,
		current: Record<string, unknown>,
		wanted: Record<string, unknown>,
	): void {
		const fields = fieldsOf(node);
		const keys = [...fields.keys()];
		const { added, removed } = this.#editFields(fields, schema, current, wanted, (found, key, part) =>
			this.edit(placed(found.value), part, current[key], wanted[key], { key, column: 0, flow: true }),
		);
		const text = (key: string) => flowField(key, writtenForm(partOf(schema, key), wanted[key]));
		editFlow(this.splices, this.#text, {
			node,
			spans: [...fields.values()].map((found) => [found.key.range[0], this.#layout.contentEnd(found)]),
			removed: new Set([...removed].map((key) => keys.indexOf(key))),
			added: new Map([...added].map(([before, group]) => [keys.indexOf(before), group.map(text)])),
		});
	}

	#editBlockMap(
		node: YAMLMap & Placed,
		schema: z.ZodType,
		current: Record<string, unknown>,
		wanted: Record<string, unknown>,
	): void {
		const fields = fieldsOf(node);
		const column = this.#layout.column(node.range[0]);
		const { added, removed } = this.#editFields(fields, schema, current, wanted, (found, key, part) => {
			const value = placed(found.value);
			if (isSeq(value) && value.items.length === 0 && isList(wanted[key]))
				this.#openList(found, column + this.#listIndent(node), writtenForm(part, wanted[key]) as Written[]);
			else this.edit(value, part, current[key], wanted[key], { key, column, flow: false });
		});
		const isEmptied = removed.size === fields.size && added.size === 0;
		if (isEmptied) {
			this.#replace(node, '{}');
			return;
		}
		for (const key of removed) {
			const found = fields.get(key) as Field;
			if (isSeq(found.value) && !found.value.flow && isRecord((current[key] as unknown[])[0]))
				this.#emptyList(found, current[key] as { id: string }[]);
			else this.#removeField(found, column);
		}
		for (const [before, keys] of added) {
			const texts = keys.map((key) =>
				field(key, writtenForm(partOf(schema, key), wanted[key]), column, this.#listIndent(node)),
			);
			const above = fields.get(before);
			if (above) {
				const lines = texts.map((text) => `${indent(column)}${text}\n`).join('');
				this.splices.insert(this.#layout.blockEnd(above, column), lines);
			} else this.splices.insert(node.range[0], texts.map((text) => `${text}\n${indent(column)}`).join(''));
		}
	}

	#removeField(found: Field, column: number): void {
		const [start] = found.key.range;
		const lineStart = this.#layout.lineStart(start);
		// The dash of a list item stays for the field behind this one.
		const hasDash = this.#text.slice(lineStart, start).trim() !== '';
		const end = this.#layout.blockEnd(found, column);
		if (hasDash) this.splices.remove(start, end + column);
		else this.splices.remove(lineStart, end);
	}

	/** How much deeper than their keys the lists of a map stand; two columns when it has none. */
	#listIndent(node: YAMLMap): number {
		const list = (node.items as Field[]).find(({ value }) => isSeq(value) && !value.flow && value.items.length > 0);
		if (!list) return 2;
		return this.#layout.column((list.value as Placed).range[0]) - this.#layout.column(list.key.range[0]);
	}

	/** Makes a list of lines of "[]". */
	#openList(found: Field, column: number, list: readonly Written[]): void {
		const [, end] = (found.value as Placed).range;
		this.splices.remove(this.#layout.colonEnd(found), end);
		const lines = list.map((value) => `${indent(column)}${item(value, column)}\n`).join('');
		this.splices.insert(this.#layout.lineEnd(end), lines);
	}

	/** Makes "[]" of a list of records; comments between them stay. */
	#emptyList(found: Field, records: readonly { id: string }[]): void {
		const list = found.value as YAMLSeq & Placed;
		this.splices.insert(this.#layout.colonEnd(found), ' []');
		for (const [index, { id }] of records.entries()) this.splices.remove(...this.#itemLines(list, index, id));
	}

	#editList(
		node: YAMLSeq & Placed,
		schema: z.ZodType,
		current: readonly unknown[],
		wanted: readonly unknown[],
		site: Site,
	): void {
		const part = partOf(schema, 0);
		// Records are known by their ids; of other items one that goes and one that comes in its place are one that changes.
		const areRecords = current.some(isRecord) || wanted.some(isRecord);
		const name = (value: unknown) => (isRecord(value) ? value.id : contentOf(value));
		const { kept, gaps } = align(current.map(name), wanted.map(name));
		const changed = [...kept];
		if (!areRecords)
			for (const { removed, added } of gaps)
				while (removed.length > 0 && added.length > 0)
					changed.push([removed.shift() as number, added.shift() as number]);
		const dashes = node.flow ? [] : this.#layout.dashes(node);
		for (const [from, to] of changed) {
			const column = node.flow ? 0 : this.#layout.column(dashes[from] as number);
			this.edit(placed(node.items[from]), part, current[from], wanted[to], { column, flow: node.flow ?? false });
		}

		const written = (index: number) => writtenForm(part, wanted[index]);
		// New items that do not stand in place of others come behind the last one of which they took the place.
		const anchored = gaps.map(({ after, removed, added }) => ({
			at: Math.max(after, ...removed, ...lastBefore(changed, added[0])),
			removed,
			added,
		}));
		if (node.flow && node.items.length === 0 && isList(wanted) && !site.flow) {
			const lines = wanted.map((value) => item(writtenForm(part, value), 0)).join(`\n`);
			this.splices.replace(node.range[0], node.range[1], lines);
		} else if (node.flow)
			editFlow(this.splices, this.#text, {
				node,
				spans: (node.items as Placed[]).map(({ range }) => [range[0], range[1]]),
				removed: new Set(anchored.flatMap(({ removed }) => removed)),
				added: new Map(
					anchored
						.filter(({ added }) => added.length > 0)
						.map(({ at, added }) => [at, added.map((to) => inFlow(written(to)))]),
				),
			});
		else if (wanted.length === 0) {
			const lines = current.map((value, index) => this.#itemLines(node, index, name(value)));
			for (const [start, end] of lines) this.splices.remove(start, end);
			this.splices.insert((lines[0] as [number, number])[0], '[]\n');
		} else for (const gap of anchored) this.#editBlockGap(node, dashes, gap, current, written);
	}

	#editBlockGap(
		node: YAMLSeq & Placed,
		dashes: readonly number[],
		{ at, removed, added }: { at: number; removed: number[]; added: number[] },
		current: readonly unknown[],
		written: (index: number) => Written,
	): void {
		for (const index of removed) {
			const record = current[index];
			const [start, end] = this.#itemLines(node, index, isRecord(record) ? record.id : undefined);
			if (added.length > 0) this.splices.remove(start, end);
			else {
				const isLast = index === current.length - 1 && !removed.includes(index - 1);
				this.splices.remove(...this.#withBlankLines(start, end, isLast));
			}
		}
		if (added.length === 0) return;
		const neighbour = Math.max(at, 0);
		const start = this.#layout.lineStart(dashes[neighbour] as number);
		const column = this.#layout.column(dashes[neighbour] as number);
		const isFlow = (node.items[neighbour] as YAMLMap).flow ?? false;
		const blank = neighbour > 0 && removed.length === 0 && this.#layout.followsBlank(start) ? '\n' : '';
		const lines = added.map((index) => `${blank}${indent(column)}${item(written(index), column, isFlow)}\n`).join('');
		this.splices.insert(at < 0 ? start : this.#itemLines(node, at)[1], lines);
	}

	/** The lines of an item of a block list; with `id` also the comments above that are its own. */
	#itemLines(list: YAMLSeq, index: number, id?: string): [start: number, end: number] {
		const dash = this.#layout.dashes(list)[index] as number;
		const start = this.#layout.lineStart(dash);
		const end = this.#layout.blockEnd(placed(list.items[index]), this.#layout.column(dash));
		return [id === undefined ? start : this.#layout.ownStart(start, id), end];
	}

	/** The lines to remove so that not two blank lines meet, and none that stood before the last item is left. */
	#withBlankLines(start: number, end: number, isLast: boolean): [start: number, end: number] {
		let [from, to] = [start, end];
		if (!this.#layout.followsBlank(start)) return [from, to];
		while (this.#layout.isBlank(to)) to = this.#layout.lineEnd(to);
		if (isLast && to === end) while (this.#layout.followsBlank(from)) from = this.#layout.lineStart(from - 1);
		return [from, to];
	}
}

function fieldsOf(node: YAMLMap): Map<string, Field> {
	return new Map((node.items as Field[]).filter(isPair).map((found) => [keyOf(found), found]));
}

/** Keys that have no order of their own: new ones come last, or into the alphabet where the others keep to it. */
function orderOfKeys(known: readonly string[], wanted: readonly string[]): string[] {
	const added = wanted.filter((key) => !known.includes(key));
	const all = [...known, ...added];
	const isSorted = known.length > 1 && known.every((key, index) => index === 0 || (known[index - 1] as string) < key);
	return isSorted ? all.sort() : all;
}

/** The old item that stays or changes before the new item `to`. */
function lastBefore(changed: readonly [number, number][], to: number | undefined): number[] {
	if (to === undefined) return [];
	return changed.filter(([, other]) => other < to).map(([from]) => from);
}
