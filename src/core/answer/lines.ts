/** Lines of one entry each, and pages of them. */
import { isFact } from '../knowledge/entry.ts';
import type { Entry, Fact } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import { encodeAction } from './actions.ts';
import type { AnswerContext } from './context.ts';
import type { Draft } from './draft.ts';

/** Adds one line with the entry's best source. */
export function addLine(draft: Draft, entry: Entry, text: string, details: string, heading?: string): void {
	const [best] = draft.bestSources(entry.sources);
	draft.add({
		...(heading === undefined ? {} : { heading }),
		text,
		line: true,
		citations: best === undefined ? [] : draft.cite([best]),
		...(details ? { details } : {}),
	});
	draft.use(entry);
}

/** Since when a fact holds, or when it was announced. */
export function datesOf(fact: Fact, { messages: m }: AnswerContext): string {
	if (fact.until !== undefined && fact.in_force !== undefined)
		return m.fromTo(m.date(fact.in_force), m.date(fact.until));
	if (fact.in_force !== undefined) return m.inForceSince(m.date(fact.in_force));
	return fact.announced === undefined ? '' : m.announced(m.date(fact.announced));
}

/** Where a line belongs: the place, and the topic where lines of several stand together. */
export function subjectOf(entry: Entry, { names }: AnswerContext, withPlace: boolean, withTopic: boolean): string {
	if (!isFact(entry)) return '';
	return [withPlace ? names.label(entry.jurisdiction) : '', withTopic ? names.topic(entry.topic) : '']
		.filter(Boolean)
		.join(' · ');
}

/** The items of the asked page; adds the page's number and the buttons to the pages beside it. */
export function paged<T>(
	draft: Draft,
	items: readonly T[],
	question: Question,
	context: AnswerContext,
	pageSize = context.pageSize,
): readonly T[] {
	const { messages: m } = context;
	const pages = Math.max(1, Math.ceil(items.length / pageSize));
	if (pages === 1) return items;
	const page = Math.min(context.page, pages - 1);
	draft.note(m.pageOf(page + 1, pages));
	if (page > 0) draft.offer(m.buttonPrevious, encodeAction({ question, page: page - 1, replace: true }));
	if (page < pages - 1) draft.offer(m.buttonNext, encodeAction({ question, page: page + 1, replace: true }));
	return items.slice(page * pageSize, (page + 1) * pageSize);
}
