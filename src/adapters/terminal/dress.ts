/** The colours of a terminal, for terminals that have them. */
import { styleText } from 'node:util';
import type { Dress } from '../../core/answer/plain-text.ts';

const SEVERITY = ['green', 'green', 'yellow', 'red', 'red'] as const;

export const colours: Dress = {
	title: (text) => styleText('bold', text),
	verdict: (text, severity) => styleText(['bold', SEVERITY[severity] ?? 'yellow'], text),
	heading: (text) => styleText('bold', text),
	details: (text) => styleText('dim', text),
	link: (text) => styleText('underline', text),
};
