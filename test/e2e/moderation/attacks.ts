/** What the attacks on both chats share: all that is for moderators alone, what is kept, and texts that mean harm. */
import { expect } from 'vitest';
import { COMMANDS } from '../../../commands/index.ts';
import { runSql } from '../../support/databases.ts';

const ofModerators = <Handler extends { access: string }>(handlers: Readonly<Record<string, Handler>> = {}): string[] =>
	Object.entries(handlers).flatMap(([verb, { access }]) => (access === 'moderators' ? [verb] : []));

/** The commands, and the verbs of buttons and forms, that only moderators may use: a new one is attacked by itself. */
export const MODERATORS_COMMANDS = COMMANDS.filter(({ access }) => access === 'moderators').map(({ name }) => name);
export const MODERATORS_BUTTONS = COMMANDS.flatMap(({ buttons }) => ofModerators(buttons));
export const MODERATORS_FORMS = COMMANDS.flatMap(({ forms }) => ofModerators(forms));

/** What a button or form may be forged with: it would do something if a moderator used it. */
export function argumentsFor(target: { draft: string; proposal: string; entry: string }): string[][] {
	const { draft, proposal, entry } = target;
	return [[], [proposal, '1'], [draft, '0'], [entry, '1'], ['retire', entry], ['on']];
}

/** The tables that only count what people ask, and which requests have come. */
const COUNTING = ['gaps', 'updates', 'limits'];

/** All that a database keeps, except what it only counts. */
export async function contentsOf(url: string): Promise<Record<string, string[]>> {
	const tables = await runSql(
		url,
		url.startsWith('sqlite:')
			? `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
			: `select table_name as name from information_schema.tables where table_schema = 'public'`,
	);
	const contents: Record<string, string[]> = {};
	for (const { name } of tables) {
		if (COUNTING.includes(String(name))) continue;
		const rows = await runSql(url, `select * from ${name}`);
		contents[String(name)] = rows.map((row) => JSON.stringify(row)).sort();
	}
	expect(Object.keys(contents)).toContain('proposals');
	return contents;
}

/** Waits until all that is to be told has been told, and gives what is kept then. */
export async function settledContentsOf(url: string): Promise<Record<string, string[]>> {
	await expect.poll(async () => (await runSql(url, 'select id from notices')).length, { timeout: 10_000 }).toBe(0);
	return contentsOf(url);
}

export const SQL = `'"); DROP TABLE proposals; DELETE FROM people; -- $1 ? :x`;

/** What may stand where a button or form has an id or a number. */
export const ODD_ARGUMENTS = [
	'',
	' ',
	'0',
	'-1',
	'+1',
	'01',
	'1.5',
	'1e0',
	'0x1',
	'1e309',
	'-1e309',
	'NaN',
	'Infinity',
	'999999999',
	'2147483648',
	'9007199254740993',
	'99999999999999999999',
	'１',
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	'undefined',
	'null',
	'[object Object]',
	'../../etc/passwd',
	`' or 1=1 --`,
	'%27%00',
	'@everyone',
	'<b>x</b>',
	'\u202ex',
	'\ud800',
	'\u0000',
	'\n',
	'🏴‍☠️',
] as const;

/** The inside of the program, or a value that slipped through. */
const INSIDE =
	/Something went wrong|\bundefined\b|\bNaN\b|\bInfinity\b|\[object|native code|node:|\.ts\b|select |insert into|sqlite|postgres|error:/i;

/** The tables without those in which acting at all leaves a trace: who is known by name, and voices on answers. */
export function withoutPeople({ people: _people, feedback: _feedback, ...contents }: Record<string, string[]>) {
	return contents;
}

/** A message tells nothing of the inside of the program, beside what it repeats in quotation marks. */
export function expectNothingInside(text: string, after?: string): void {
	expect(text.replace(/“[^”]*”/g, ''), after).not.toMatch(INSIDE);
}
