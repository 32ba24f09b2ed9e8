import { z } from 'zod';

/** A Discord id: decimal digits in a string. */
export const snowflakeField = z.string().regex(/^(0|[1-9][0-9]*)$/);
export const flag = z.boolean().nullish();
export const integer = z.int().nullish();
export const colour = z.int().min(0).max(0xffffff).nullish();

/** Takes a field, gives the text field with at most `max` characters that may be left out. */
export function text(max: number): z.ZodOptional<z.ZodNullable<z.ZodString>> {
	return z.string().max(max).nullish();
}
