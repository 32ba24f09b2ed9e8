/** How long the core takes for strings that nobody means well with. */
import { MAX_QUESTION_LENGTH } from '../../../src/core/question/understand.ts';
import { figure, percentile } from '../numbers.ts';
import type { Report } from '../report.ts';
import { runApart } from '../run-apart.ts';
import type { HostileTimes } from './ask-hostile.ts';

const STRINGS = 10_000;
/** A server that answers nobody else for longer is noticed. In milliseconds. */
export const LONGEST_ANSWER = 20;

export interface Robustness {
	strings: number;
	max: number;
	over: number;
	/** Of those over the limit, how many are so again each time they are asked. */
	overAgain: number;
}

export async function benchRobustness(report: Report): Promise<Robustness> {
	const { times, again } = await runApart<HostileTimes>(new URL('ask-hostile.ts', import.meta.url), [
		String(STRINGS),
		String(LONGEST_ANSWER),
	]);
	const all = [...times.values()].flat();
	const row = (kind: string, own: readonly number[]) => [
		kind,
		own.length.toLocaleString('en'),
		figure(percentile(own, 0.5)),
		figure(percentile(own, 0.99)),
		figure(Math.max(...own)),
		String(own.filter((time) => time > LONGEST_ANSWER).length),
	];
	report.heading('Hostile strings');
	report.paragraph(
		`${all.length.toLocaleString('en')} strings of up to 4,000 characters, seeded, each asked once of a warm core with all languages prepared, over the shipped knowledge. A third is as long as a question may be (${MAX_QUESTION_LENGTH} characters), a third shorter; the rest is longer and turned away unread. Times in milliseconds.`,
	);
	report.table(
		['kind', 'strings', 'median', 'p99', 'max', `over ${LONGEST_ANSWER} ms`],
		[...[...times].map(([kind, own]) => row(kind, own)), row('all', all)],
	);
	const overAgain = again.filter((time) => time > LONGEST_ANSWER).length;
	if (again.length > 0)
		report.paragraph(
			`Asked three times again, ${overAgain} of the ${again.length} over ${LONGEST_ANSWER} ms stay over it at their best. The others were slow only the first time: a pause of the process or the machine, or code that was not compiled yet.`,
		);
	return { strings: all.length, max: Math.max(...all), over: again.length, overAgain };
}
