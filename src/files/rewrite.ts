/** Gives the new text of a file, and makes sure that it says what is wanted and nothing else. */
import { contentOf } from '../core/knowledge/changes.ts';
import { type OpenFile, readText } from './open-folder.ts';
import { editYaml } from './yaml/edit.ts';
import { isRecord } from './yaml/render.ts';

const MARK = '\ufeff';

/** The text of a file that is to say something else than it says, or why there is none. */
export function rewrite({ schema, text, current, wanted }: OpenFile): { text: string } | { problem: string } {
	let rewritten: string;
	let says: unknown;
	try {
		rewritten = asUnix(text, (unix) => editYaml(unix, schema, current, wanted));
		says = readText(rewritten, schema);
	} catch (error) {
		return { problem: `cannot be changed: ${(error as Error).message}` };
	}
	if (contentOf(says) === contentOf(wanted)) return { text: rewritten };
	return { problem: `cannot be changed: ${differenceOf(says, wanted)} would not come out as it is to be` };
}

/** Lets `edit` see lines that end as in Unix, the last one too, and no byte-order mark; the result has them as `text` had. */
function asUnix(text: string, edit: (text: string) => string): string {
	const mark = text.startsWith(MARK) ? MARK : '';
	const body = text.slice(mark.length);
	// Of mixed line ends each stays as it is.
	const isWindows = body.includes('\r\n') && !/(?<!\r)\n/.test(body);
	const isOpen = !body.endsWith('\n');
	const unix = (isWindows ? body.replaceAll('\r\n', '\n') : body) + (isOpen ? '\n' : '');
	let edited = edit(unix);
	if (isOpen) edited = edited.replace(/\n$/, '');
	return mark + (isWindows ? edited.replaceAll('\n', '\r\n') : edited);
}

/** The first record that differs. */
function differenceOf(says: unknown, wanted: unknown): string {
	const records = new Map(recordsIn(says).map((record) => [record.id, record]));
	const wrong = recordsIn(wanted).find((record) => contentOf(records.get(record.id)) !== contentOf(record));
	return wrong ? `"${wrong.id}"` : 'what it holds';
}

function recordsIn(value: unknown): { id: string }[] {
	if (isRecord(value)) return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(recordsIn) : [];
}
