/** What a button asks for, as a short string that survives a restart: at most 64 bytes, Telegram's callback data. */
import { isPartialDate } from '../knowledge/partial-date.ts';
import { JURISDICTION_CODE, MAX_ID_LENGTH } from '../knowledge/schema.ts';
import { type Period, periodOf } from '../question/period.ts';
import type { Question } from '../question/question.ts';

/** A question and how to show it. */
export interface View {
	question: Question;
	/** From 0. */
	page: number;
	/** Only the sources, in full. */
	sources: boolean;
	/** Takes the place of the message that holds the button, instead of following it. */
	replace: boolean;
}

const ID = new RegExp(`^[a-z0-9][a-z0-9-]{1,${MAX_ID_LENGTH - 1}}$`);

/** Kind, topic, statuses or topics, a region, a time and the page. */
const MAX_PARTS = 8;
const TIME_PART = /^y(\d{4}(?:-\d{2}){0,2})(?:~(now|\d{4}(?:-\d{2}){0,2}))?$/;
const KEYS = /^[0-9a-z]{1,5}(?:\.[0-9a-z]{1,5}){0,9}$/;

/** The string of a view, or undefined for a question that has more to it than a button can carry. */
export function encodeAction({
	question,
	page = 0,
	sources = false,
	replace = sources,
}: Partial<View> & Pick<View, 'question'>): string | undefined {
	const parts = partsOf(question);
	if (!parts) return undefined;
	const text = [sources ? 's' : replace ? 'r' : 'v', ...parts, ...(page > 0 ? [`p${page}`] : [])].join('|');
	return text.length <= 64 ? text : undefined;
}

/** The view that `action` names; undefined for anything that is not such a string. */
export function decodeAction(action: string): View | undefined {
	const parts = action.split('|');
	const mode = parts.shift();
	if ((mode !== 's' && mode !== 'v' && mode !== 'r') || parts.length > MAX_PARTS) return undefined;
	const last = /^p(\d{1,4})$/.exec(parts.at(-1) ?? '');
	if (last) parts.pop();
	const question = questionOf(parts);
	return question && { question, page: last ? Number(last[1]) : 0, sources: mode === 's', replace: mode !== 'v' };
}

function partsOf(question: Question): string[] | undefined {
	const time = 'period' in question && question.period ? timePart(question.period) : [];
	if (!time) return undefined;
	switch (question.kind) {
		case 'lookup': {
			const [jurisdiction, ...otherPlaces] = question.jurisdictions;
			const [topic, ...otherTopics] = question.topics;
			if (otherPlaces.length > 0 || otherTopics.length > 0) return undefined;
			if (jurisdiction === undefined || topic === undefined) return undefined;
			return ['l', jurisdiction, topic, ...time];
		}
		case 'overview':
			return ['o', question.jurisdiction, ...time];
		case 'entry':
			return ['e', question.id];
		case 'definition':
			return ['d', ...question.ids];
		case 'entries':
			return question.keys.length > 0 ? ['x', question.keys.join('.')] : undefined;
		case 'list': {
			const { topic, statuses, regions = [], terms = [], stems, now } = question;
			if (stems) return undefined;
			const narrower = [...regions.map((id) => REGION + id), ...terms.map((id) => TERM + id), ...(now ? [NOW] : [])];
			return ['w', topic, ...statuses, ...narrower, ...time];
		}
		case 'timeline':
			return ['t', question.jurisdiction ?? ANY, ...(question.topic === undefined ? [] : [question.topic]), ...time];
		case 'compare':
			return ['c', question.jurisdictions.join('.'), ...question.topics, ...time];
		case 'changes': {
			const { jurisdictions, topics, regions = [], direction } = question;
			const places = jurisdictions.length > 0 ? jurisdictions.join('.') : ANY;
			const kind = direction === 'coming' ? 'f' : 'n';
			return [kind, places, ...topics, ...regions.map((id) => REGION + id), ...time];
		}
		case 'about': {
			const [actor, ...others] = question.actors;
			const { jurisdictions, topics, required, stems, statementsOnly, period } = question;
			const more = [...others, ...jurisdictions, ...topics, ...required, ...stems];
			if (actor === undefined || more.length > 0 || period || !statementsOnly) return undefined;
			return ['q', actor];
		}
		case 'words':
			return undefined;
	}
}

/** In the place of a jurisdiction: all of them. */
const ANY = '*';
const REGION = '@';
/** In a list: a term that the facts must name, and that only what holds today counts. */
const TERM = '+';
const NOW = '!';
const TIME = 'y';
const SPAN = '~';

/** A time that its labels say wholly, such as a year, and for a span its end: "2017~2020", "2017~now". */
function timePart({ from, to, label, until }: Period): string[] | undefined {
	const named = periodOf(label, until);
	if (named.from !== from || named.to !== to) return undefined;
	return [TIME + label + (until === undefined ? '' : SPAN + until)];
}

function questionOf([kind, first, ...rest]: string[]): Question | undefined {
	if (first === undefined) return undefined;
	const [, time, until] = TIME_PART.exec(rest.at(-1) ?? '') ?? [];
	if (time !== undefined) {
		if (!isPartialDate(time) || !(until === undefined || until === 'now' || isPartialDate(until))) return undefined;
		rest.pop();
	}
	const then = time === undefined ? {} : { period: periodOf(time, until) };
	const regions = rest.filter((part) => part.startsWith(REGION)).map((part) => part.slice(REGION.length));
	const terms = rest.filter((part) => part.startsWith(TERM)).map((part) => part.slice(TERM.length));
	const isNow = rest.includes(NOW);
	const ids = rest.filter((part) => ![REGION, TERM, NOW].some((mark) => part.startsWith(mark)));
	if (![...ids, ...regions, ...terms].every((part) => ID.test(part))) return undefined;
	const inRegions = regions.length > 0 ? { regions } : {};
	const isPlace = JURISDICTION_CODE.test(first);
	const isId = ID.test(first);
	const places = first.split('.');
	const arePlaces = places.every((code) => JURISDICTION_CODE.test(code));
	const [second, third] = ids;
	const isSingle = second === undefined;
	if (kind === 'l' && isPlace && !isSingle && third === undefined) return { ...lookupOf(first, second), ...then };
	if (kind === 'o' && isPlace && isSingle) return { kind: 'overview', jurisdiction: first, ...then };
	if (kind === 'e' && isId && isSingle) return { kind: 'entry', id: first };
	if (kind === 'd' && isId) return { kind: 'definition', ids: [first, ...ids] };
	if (kind === 'x' && isSingle && KEYS.test(first)) return { kind: 'entries', keys: first.split('.') };
	if (kind === 'w' && isId)
		return {
			kind: 'list',
			topic: first,
			statuses: ids,
			...inRegions,
			...(terms.length > 0 ? { terms } : {}),
			...(isNow ? { now: true } : {}),
			...then,
		};
	if (kind === 't' && (isPlace || (first === ANY && !isSingle)) && third === undefined)
		return {
			kind: 'timeline',
			...(first === ANY ? {} : { jurisdiction: first }),
			...(isSingle ? {} : { topic: second }),
			...then,
		};
	if (kind === 'c' && arePlaces && places.length > 1)
		return { kind: 'compare', jurisdictions: places, topics: ids, ...then };
	if ((kind === 'n' || kind === 'f') && (arePlaces || first === ANY))
		return {
			kind: 'changes',
			jurisdictions: first === ANY ? [] : places,
			topics: ids,
			...inRegions,
			direction: kind === 'f' ? 'coming' : 'recent',
			...then,
		};
	if (kind === 'q' && isId && isSingle) return statementsOf([first]);
	return undefined;
}

/** The plain question what holds in a jurisdiction on a topic. */
export function lookupOf(jurisdiction: string, topic: string): Extract<Question, { kind: 'lookup' }> {
	return {
		kind: 'lookup',
		jurisdictions: [jurisdiction],
		topics: [topic],
		entries: [],
		actors: [],
		stems: [],
		statuses: [],
		past: false,
	};
}

/** The plain question what people or organisations said, or what was said on jurisdictions and topics. */
export function statementsOf(actors: string[], jurisdictions: string[] = [], topics: string[] = []): Question {
	return { kind: 'about', actors, jurisdictions, topics, stems: [], required: [], statementsOnly: true };
}
