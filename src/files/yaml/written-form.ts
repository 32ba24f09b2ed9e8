/** What a schema says of how a record is written: the order of its fields, and which of them are left out. */
import { z } from 'zod';
import { contentOf } from '../../core/knowledge/changes.ts';

export type Written = string | number | boolean | null | Written[] | { [key: string]: Written };

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a field with this value is left out: it has none, or the one that it has when it is left out. */
export function isLeftOut(field: z.ZodType, value: unknown): boolean {
	if (value === undefined) return true;
	const absent = field.safeParse(undefined);
	return absent.success && contentOf(absent.data) === contentOf(value);
}

/** The schema of a field of an object, of a value of a record, or of an item of a list. */
export function partOf(schema: z.ZodType, key: string | number): z.ZodType {
	const inner = innermost(schema);
	if (inner instanceof z.ZodObject) return (inner.shape as Record<string, z.ZodType>)[key] ?? z.unknown();
	if (inner instanceof z.ZodRecord) return inner.valueType as z.ZodType;
	if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
	return z.unknown();
}

/** The names of an object's fields in their order; undefined for a record, whose keys have none. */
export function orderOf(schema: z.ZodType): string[] | undefined {
	const inner = innermost(schema);
	return inner instanceof z.ZodObject ? Object.keys(inner.shape) : undefined;
}

/** A parsed value as it is written: in the order of its schema, without what is left out. */
export function writtenForm(schema: z.ZodType, value: unknown): Written {
	if (Array.isArray(value)) return value.map((item) => writtenForm(partOf(schema, 0), item));
	if (!isObject(value)) return value as Written;
	const keys = orderOf(schema) ?? Object.keys(value);
	return Object.fromEntries(
		keys
			.filter((key) => !isLeftOut(partOf(schema, key), value[key]))
			.map((key) => [key, writtenForm(partOf(schema, key), value[key])]),
	);
}

/** The schema without what only says that a value may be missing; of one value or a list of them, the list. */
function innermost(schema: z.ZodType): z.ZodType {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
		return innermost(schema.unwrap() as z.ZodType);
	if (schema instanceof z.ZodUnion) {
		const options = (schema.options as z.ZodType[]).map(innermost);
		return options.find((option) => option instanceof z.ZodArray) ?? schema;
	}
	return schema;
}
