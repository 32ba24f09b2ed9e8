/** What a button asks for, as a short string that survives a restart: at most 64 bytes, Telegram's callback data. */
import { JURISDICTION_CODE, MAX_ID_LENGTH } from '../knowledge/schema.ts';
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

/** Kind, topic, three statuses and the page. */
const MAX_PARTS = 6;
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
	switch (question.kind) {
		case 'lookup': {
			const [jurisdiction, ...otherPlaces] = question.jurisdictions;
			const [topic, ...otherTopics] = question.topics;
			if (question.period || otherPlaces.length > 0 || otherTopics.length > 0) return undefined;
			if (jurisdiction === undefined || topic === undefined) return undefined;
			return ['l', jurisdiction, topic];
		}
		case 'overview':
			return ['o', question.jurisdiction];
		case 'entry':
			return ['e', question.id];
		case 'entries':
			return question.keys.length > 0 ? ['x', question.keys.join('.')] : undefined;
		case 'list':
			if (question.period || question.stems || question.statuses.length > MAX_PARTS - 3) return undefined;
			return ['w', question.topic, ...question.statuses];
		case 'timeline':
			if (question.period) return undefined;
			return ['t', question.jurisdiction, ...(question.topic === undefined ? [] : [question.topic])];
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

function questionOf([kind, first, ...rest]: string[]): Question | undefined {
	if (first === undefined || !rest.every((part) => ID.test(part))) return undefined;
	const place = JURISDICTION_CODE.test(first);
	const id = ID.test(first);
	const [second, third] = rest;
	const single = second === undefined;
	if (kind === 'l' && place && !single && third === undefined) return lookupOf(first, second);
	if (kind === 'o' && place && single) return { kind: 'overview', jurisdiction: first };
	if (kind === 'e' && id && single) return { kind: 'entry', id: first };
	if (kind === 'x' && single && KEYS.test(first)) return { kind: 'entries', keys: first.split('.') };
	if (kind === 'w' && id) return { kind: 'list', topic: first, statuses: rest };
	if (kind === 't' && place && third === undefined)
		return { kind: 'timeline', jurisdiction: first, ...(single ? {} : { topic: second }) };
	if (kind === 'q' && id && single) return statementsOf([first]);
	return undefined;
}

/** The plain question what holds in a jurisdiction on a topic. */
export function lookupOf(jurisdiction: string, topic: string): Question {
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
