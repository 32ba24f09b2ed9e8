/** The file in which exports keep the marks of the records that they have taken over. */
import { doubleQuoted, scalar } from './yaml/scalar.ts';

export const EXPORTED_FILE = 'exported.yaml';

const ABOUT = `# Written by "npm run export", not by hand: for each record that was published in the chat, the mark of what of it these files
# took over last. An edit of the files after that is known by it to be newer.
`;

/** What the file says; sorted, so that a change of one mark is a change of one line. */
export function exportedText(exported: Readonly<Record<string, string>>): string {
	const keys = Object.keys(exported).sort();
	// A mark may look like a number.
	return ABOUT + keys.map((key) => `${scalar(key, false)}: ${doubleQuoted(exported[key] as string)}\n`).join('');
}
