/** How an answer names the time it is about. */
import type { Messages } from '../messages/messages.ts';
import type { Period } from '../question/period.ts';

/** "2018", "since 2017", "from 2017 to 2020". */
export function periodText({ label, until }: Period, m: Messages): string {
	if (until === undefined) return m.date(label);
	return until === 'now' ? m.inForceSince(m.date(label)) : m.fromTo(m.date(label), m.date(until));
}

/** A title with the time: "Japan, as of 2018". */
export function titleAt(title: string, period: Period | undefined, m: Messages): string {
	if (!period) return title;
	return period.until === undefined ? m.asOf(title, m.date(period.label)) : m.pair(title, periodText(period, m));
}
