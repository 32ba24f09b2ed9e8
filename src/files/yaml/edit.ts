/** Changes a YAML text so that it says something else, and leaves all other characters of it as they are. */
import { isMap, isPair, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { contentOf } from '../../core/knowledge/changes.ts';
import { align } from './align.ts';
import { BlockLists } from './block-lists.ts';
import { editFlow } from './edit-flow.ts';
import { type Field, keyOf, Layout, type Placed, placed } from './layout.ts';
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

class Editor {
	readonly splices: Splices;
	readonly #text: string;
	readonly #layout: Layout;
	readonly #lists: BlockLists;

	constructor(text: string) {
		this.#text = text;
		this.#layout = new Layout(text);
		this.splices = new Splices(text);
		this.#lists = new BlockLists(this.splices, this.#layout);
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
				this.#lists.open(found, column + this.#listIndent(node), writtenForm(part, wanted[key]) as Written[]);
			else this.edit(value, part, current[key], wanted[key], { key, column, flow: false });
		});
		const keys = [...fields.keys()];
		const kept = keys.findIndex((key) => !removed.has(key));
		const textsOf = (group: readonly string[]) =>
			group.map((key) => field(key, writtenForm(partOf(schema, key), wanted[key]), column, this.#listIndent(node)));
		if (kept < 0) {
			this.#replace(node, textsOf([...added.values()].flat()).join(`\n${indent(column)}`) || '{}');
			return;
		}
		const [first] = (fields.get(keys[kept] as string) as Field).key.range;
		// The dash of a list item stays, and the field behind those that go moves up to it.
		const movesUp = kept > 0 && this.#text.slice(this.#layout.lineStart(node.range[0]), node.range[0]).trim() !== '';
		const isLeading = (key: string) => movesUp && keys.indexOf(key) < kept;
		if (movesUp) this.splices.remove(node.range[0], first);
		for (const key of removed) {
			const found = fields.get(key) as Field;
			if (isSeq(found.value) && !found.value.flow && isRecord((current[key] as unknown[])[0]))
				this.#lists.empty(found, current[key] as { id: string }[]);
			else if (!isLeading(key))
				this.splices.remove(this.#layout.lineStart(found.key.range[0]), this.#layout.blockEnd(found, column));
		}
		for (const [before, group] of added) {
			const above = fields.get(before);
			if (above && !isLeading(before)) {
				const lines = textsOf(group).map((text) => `${indent(column)}${text}\n`);
				this.splices.insert(this.#layout.blockEnd(above, column), lines.join(''));
			} else
				this.splices.insert(
					first,
					textsOf(group)
						.map((text) => `${text}\n${indent(column)}`)
						.join(''),
				);
		}
	}

	/** How much deeper than their keys the lists of a map stand; two columns when it has none. */
	#listIndent(node: YAMLMap): number {
		const list = (node.items as Field[]).find(({ value }) => isSeq(value) && !value.flow && value.items.length > 0);
		if (!list) return 2;
		return this.#layout.column((list.value as Placed).range[0]) - this.#layout.column(list.key.range[0]);
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
			after: Math.max(after, ...removed, ...lastBefore(changed, added[0])),
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
						.map(({ after, added }) => [after, added.map((to) => inFlow(written(to)))]),
				),
			});
		else if (wanted.length === 0) this.#lists.emptyAll(node, current.map(name));
		else for (const gap of anchored) this.#lists.change(node, gap, current, written);
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
