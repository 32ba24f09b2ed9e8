/** An entry as the fields of a draft. */
import { isFact } from '../core/knowledge/entry.ts';
import type { Day } from '../core/knowledge/partial-date.ts';
import type { Entry } from '../core/knowledge/schema.ts';

/** The fields of an entry as text, to be edited. */
export function fieldsOf(entry: Entry, day: Day): Record<string, string> {
	const shared = {
		title: entry.title,
		keywords: entry.keywords.join(', '),
		verified: day,
		evidence: entry.evidence ?? '',
		sources: entry.sources.join(' '),
	};
	if (isFact(entry))
		return {
			...shared,
			status: entry.status,
			lead: entry.lead ? 'yes' : 'no',
			claim: entry.claim,
			announced: entry.announced ?? '',
			in_force: entry.in_force ?? '',
			until: entry.until ?? '',
			instrument_title: entry.instrument?.title ?? '',
			instrument_number: entry.instrument?.number ?? '',
			instrument_date: entry.instrument?.date ?? '',
		};
	return {
		...shared,
		speaker: entry.speaker,
		office: entry.office ?? '',
		date: entry.date,
		occasion: entry.occasion ?? '',
		form: entry.form,
		said: entry.said,
		topics: entry.topics.join(', '),
		jurisdictions: entry.jurisdictions.join(', '),
		translated_by: entry.translated_by ?? '',
	};
}
