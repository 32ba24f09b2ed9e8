/** /propose: add, change, supersede, correct, re-verify or retire an entry, or add a word. */
import { z } from 'zod';
import { lookupOf } from '../../src/core/answer/actions.ts';
import type { Action, Answer, Block } from '../../src/core/answer/answer.ts';
import { isFact } from '../../src/core/knowledge/entry.ts';
import { messagesFor } from '../../src/core/messages/messages.ts';
import { type DraftContent, type DraftKind, needsEntry } from '../../src/moderation/draft.ts';
import { buildChanges, type FieldProblem } from '../../src/moderation/draft-changes.ts';
import { REASON, type Step, stepsOf } from '../../src/moderation/fields.ts';
import {
	discardDraft,
	draftOf,
	fillStep,
	findDraft,
	knownNow,
	reopenDraft,
	sendDraft,
	startDraft,
} from '../../src/moderation/propose.ts';
import { entryIn } from '../../src/moderation/records.ts';
import { keyOfAsker } from '../asker.ts';
import { type Command, defineDeskCommand, type ModerationContext, textOption } from '../command.ts';
import { countryOption, topicOption } from '../options.ts';
import { buttonId, type Form, formId, type Reply, say, wordsOf } from '../screen.ts';
import { changesShown } from './show.ts';

const KINDS: Readonly<Record<DraftKind, string>> = {
	'add-fact': 'Add a fact',
	'add-statement': 'Add a statement',
	change: 'Change an entry',
	supersede: 'Supersede: the law has changed',
	correct: 'Correct: the entry was wrong',
	're-verify': 'Re-verify: still true',
	retire: 'Retire an entry',
	word: 'Add a word or alias',
};

/** Entries to choose from. */
const MAX_ENTRIES = 6;

const choices = Object.entries(KINDS).map(([value, label]) => ({ value, label }));

export const propose: Command = defineDeskCommand({
	name: 'propose',
	description: () => 'Propose a change of the knowledge base',
	access: 'moderators',
	options: z.object({
		what: textOption(20, { description: () => 'What to propose', choices }).optional(),
		entry: textOption(100, { description: (m) => m.options.entry, suggest: 'entry' }).optional(),
		country: countryOption.optional(),
		topic: topicOption.optional(),
	}),
	run: async ({ what, entry, country, topic }, context) => {
		const { core } = context;
		const kind = kindOf(what);
		if (kind === 'add-fact')
			return country === undefined || topic === undefined
				? askForPair(context, country, topic)
				: startFact(country, topic, context);
		if (kind && !needsEntry(kind)) return begin({ kind }, context);
		const entryId = entry === undefined ? undefined : core.names.exact('entry', entry)?.id;
		if (entry !== undefined && (entryId === undefined || !core.base.entries.has(entryId)))
			return chooseEntry(kind, entry, context);
		if (!kind) return chooseKind(context, entryId);
		const known = entryId === undefined ? undefined : core.base.entries.get(entryId);
		if (kind === 'supersede' && known && !isFact(known))
			return say(context, 'Only a fact can be superseded', ['Add the later statement as a statement of its own.']);
		if (entryId === undefined) return askForEntry(kind, country, topic, context);
		return begin({ kind, entry: entryId }, context);
	},
	buttons: {
		/** Begin a kind, on an entry: kind, entry's id or "". */
		new: { access: 'moderators', press: ([kind = '', entry = ''], context) => beginKind(kind, entry, context) },
		/** Show a draft again. */
		draft: { access: 'moderators', press: ([id = ''], context) => showDraft(id, context) },
		preview: { access: 'moderators', press: ([id = ''], context) => preview(id, context) },
		discard: { access: 'moderators', press: ([id = ''], context) => discard(id, context) },
	},
	forms: {
		/** A step of a draft. */
		step: {
			access: 'moderators',
			open: ([id = '', step = ''], context) => openStep(id, Number(step), context),
			submit: ([id = '', step = ''], values, context) => fill(id, Number(step), values, context),
			keep: ([id = '', step = ''], values, context) => fill(id, Number(step), values, context, 'unfinished'),
			check: ([id = ''], values, field, context) => problemIn(id, values, field, context),
		},
		send: {
			access: 'moderators',
			open: async ([id = ''], context) => {
				const draft = await findDraft(context.desk, id, await keyOfAsker(context));
				return draft ? reasonForm(id, draft) : gone(context);
			},
			submit: ([id = ''], values, context) => send(id, values.reason ?? '', context),
			keep: ([id = ''], _values, context) => showDraft(id, context),
		},
		/** The entry that a kind needs. */
		entry: {
			access: 'moderators',
			open: ([kind], context) => {
				const known = kindOf(kind);
				return known ? entryForm(known) : gone(context);
			},
			submit: ([kind = ''], values, context) => propose.run({ what: kind, entry: values.entry }, context),
		},
		/** The place and topic of a new fact. */
		pair: {
			access: 'moderators',
			open: ([country = '', topic = '']) => pairForm(country, topic),
			submit: (_args, { country, topic }, context) => propose.run({ what: 'add-fact', country, topic }, context),
			check: (_args, values, field, { core }) => problemOfName(field, values[field] ?? '', core),
		},
	},
});

function kindOf(what: string | undefined): DraftKind | undefined {
	const wanted = what?.toLowerCase();
	return choices.find(({ value, label }) => wanted === value || wanted === label.toLowerCase())?.value as
		| DraftKind
		| undefined;
}

/** Which kind? With a draft that was left unsent. */
async function chooseKind(context: ModerationContext, entry: string | undefined): Promise<Answer> {
	const left = await draftOf(context.desk, await keyOfAsker(context));
	const kinds = choices.filter(({ value }) => entry === undefined || needsEntry(value as DraftKind));
	const actions: Action[] = kinds.map(({ value, label }) => ({ label, action: buttonId('new', value, entry ?? '') }));
	if (left) actions.unshift({ label: 'Go on with my draft', action: buttonId('draft', left.id), style: 'good' });
	return say(context, 'What would you like to propose?', [], actions);
}

function beginKind(kind: string, entry: string, context: ModerationContext): Reply | Promise<Reply> {
	return propose.run({ ...(kind === '' ? {} : { what: kind }), ...(entry === '' ? {} : { entry }) }, context);
}

function entryForm(kind: DraftKind): Form {
	return {
		id: formId('entry', kind),
		title: KINDS[kind],
		fields: [
			{
				name: 'entry',
				label: 'Entry',
				hint: 'Its title, a keyword, or its id',
				required: true,
				maxLength: 100,
			},
		],
	};
}

/** Which entry? Where a place is named, one of those there. */
function askForEntry(
	kind: DraftKind,
	country: string | undefined,
	topic: string | undefined,
	context: ModerationContext,
): Reply {
	const { core } = context;
	const [place, ...others] = country === undefined ? [] : core.meant('jurisdiction', country);
	const [about] = topic === undefined ? [] : core.meant('topic', topic);
	const inPlace = core.base.facts.filter(({ jurisdiction }) => jurisdiction === place);
	const onTopic = inPlace.filter((fact) => fact.topic === about);
	const there = onTopic.length > 0 ? onTopic : inPlace;
	if (place === undefined || others.length > 0 || there.length === 0) return { answers: [], form: entryForm(kind) };
	return offerEntries(kind, 'Which entry?', [], there.slice(0, MAX_ENTRIES), context);
}

/** No entry has that name: perhaps one with a name like it? */
function chooseEntry(kind: DraftKind | undefined, name: string, context: ModerationContext): Answer {
	const { core } = context;
	const near = core.names.suggest('entry', name, MAX_ENTRIES + 4).flatMap(({ id }) => core.base.entries.get(id) ?? []);
	const text = `There is no entry called “${name}”.${near.length > 0 ? ' Is it one of these?' : ''}`;
	return offerEntries(kind, 'Which entry?', [text], near.slice(0, MAX_ENTRIES), context);
}

function offerEntries(
	kind: DraftKind | undefined,
	title: string,
	texts: readonly string[],
	entries: readonly { id: string; title: string }[],
	context: ModerationContext,
): Answer {
	const actions: Action[] = entries.map(({ id, title: label }) => ({ label, action: buttonId('new', kind ?? '', id) }));
	// Without a kind /propose begins again anyway.
	if (kind) actions.push({ label: 'Another entry', action: formId('entry', kind) });
	return say(context, title, texts, actions);
}

/** What is wrong with the name of a place or topic. */
function problemOfName(field: string, name: string, core: ModerationContext['core']): string | undefined {
	const [meant, ...others] = core.meant(field === 'topic' ? 'topic' : 'jurisdiction', name);
	if (meant === undefined) return `no ${field === 'topic' ? 'topic' : 'place'} is called “${name}”; check its name`;
	return others.length > 0 ? `“${name}” can be ${[meant, ...others].join(' or ')}; write the code` : undefined;
}

function pairForm(country: string, topic: string): Form {
	const field = (name: string, label: string, hint: string, value: string) => ({
		name,
		label,
		hint,
		...(value === '' ? {} : { value }),
		required: true,
		maxLength: 100,
	});
	return {
		id: formId('pair', country, topic),
		title: KINDS['add-fact'],
		fields: [
			field('country', 'Jurisdiction', 'A name or code, such as Japan or JP', country),
			field('topic', 'Topic', 'Such as mining or tax', topic),
		],
	};
}

function askForPair(context: ModerationContext, country = '', topic = ''): Reply {
	const one = (kind: 'jurisdiction' | 'topic', name: string) =>
		name === '' ? '' : (context.core.meant(kind, name)[0] ?? '');
	return { answers: [], form: pairForm(one('jurisdiction', country), one('topic', topic)) };
}

async function startFact(country: string, topic: string, context: ModerationContext): Promise<Reply> {
	const { core } = context;
	const meant = { jurisdiction: core.meant('jurisdiction', country), topic: core.meant('topic', topic) };
	for (const [nameKind, name] of [
		['jurisdiction', country],
		['topic', topic],
	] as const)
		if (meant[nameKind].length !== 1)
			return core.explain(
				{ kind: 'unknown-name', nameKind, name, near: core.names.suggest(nameKind, name, 5) },
				context,
			);
	const [jurisdiction] = meant.jurisdiction;
	const [topicId] = meant.topic;
	return begin({ kind: 'add-fact', jurisdiction, topic: topicId }, context);
}

/** Starts a draft and opens its first step. */
export async function begin(start: Parameters<typeof startDraft>[2], context: ModerationContext): Promise<Reply> {
	const { id, content } = await startDraft(context.desk, await keyOfAsker(context), start);
	const [first] = stepsOf(content, context.desk.published.records);
	return { answers: [], form: first ? stepForm(id, content, 0, first) : reasonForm(id, content) };
}

function stepForm(id: string, content: DraftContent, at: number, { title, fields }: Step): Form {
	return {
		id: formId('step', id, at),
		title,
		fields: fields.map((field) => {
			const value = content.fields[field.name];
			return { ...field, ...(value ? { value } : {}) };
		}),
	};
}

function reasonForm(id: string, content: DraftContent): Form {
	const value = content.fields.reason;
	return { id: formId('send', id), title: 'Send for review', fields: [{ ...REASON, ...(value ? { value } : {}) }] };
}

async function openStep(id: string, at: number, context: ModerationContext): Promise<Form | Reply> {
	const content = await findDraft(context.desk, id, await keyOfAsker(context));
	const step = content && stepsOf(content, context.desk.published.records)[at];
	return content && step ? stepForm(id, content, at, step) : gone(context);
}

async function fill(
	id: string,
	at: number,
	values: Record<string, string>,
	context: ModerationContext,
	left?: 'unfinished',
): Promise<Reply> {
	const author = await keyOfAsker(context);
	const before = await findDraft(context.desk, id, author);
	const step = before && stepsOf(before, context.desk.published.records)[at];
	if (!step) return gone(context);
	// Only the fields of the step: whatever else a forged form holds is none of its business.
	const own = Object.fromEntries(
		step.fields
			.filter(({ name }) => values[name] !== undefined)
			.map(({ name, maxLength }) => [name, (values[name] ?? '').slice(0, maxLength)]),
	);
	const content = await fillStep(context.desk, id, author, left ? undefined : at, own);
	return content ? { answers: [draftScreen(id, content, context)], replace: true } : gone(context);
}

/** What is wrong with one field of a draft, were it to hold these values. */
async function problemIn(
	id: string,
	values: Record<string, string>,
	field: string,
	context: ModerationContext,
): Promise<string | undefined> {
	const content = await findDraft(context.desk, id, await keyOfAsker(context));
	if (!content) return undefined;
	const { problems } = buildChanges({ ...content, fields: { ...content.fields, ...values } }, knownNow(context.desk));
	return problems.find((problem) => problem.field === field)?.message;
}

async function showDraft(id: string, context: ModerationContext): Promise<Reply> {
	const content = await findDraft(context.desk, id, await keyOfAsker(context));
	return content ? { answers: [draftScreen(id, content, context)], replace: true } : gone(context);
}

/** Where the draft stands: its steps, what is wrong in those filled in, and what to do next. */
function draftScreen(id: string, content: DraftContent, context: ModerationContext): Answer {
	const { records } = context.desk.published;
	const steps = stepsOf(content, records);
	const { problems } = buildChanges(content, knownNow(context.desk));
	const stepOf = (field: string) => steps.findIndex(({ fields }) => fields.some(({ name }) => name === field));
	const isComplete = steps.every(({ optional }, at) => optional || content.done.includes(at));
	// What nobody has been asked for yet is not wrong.
	const seen = problems.filter(({ field }) => {
		const at = stepOf(field);
		return at === -1
			? isComplete || problems.every((one) => stepOf(one.field) === -1)
			: content.done.includes(at) || (content.fields[field] ?? '') !== '';
	});
	const states = steps.map(({ title, optional }, at): Block => {
		const isFaulty = seen.some(({ field }) => stepOf(field) === at);
		const isNext = problems.some(({ field }) => stepOf(field) === at);
		const isLeftOut = optional && !content.done.includes(at) && !isNext;
		const mark = isFaulty ? '✗' : isNext ? '…' : isLeftOut ? '◦' : '✓';
		return { text: `${mark} ${at + 1}. ${title}${isLeftOut ? ' (may be left out)' : ''}`, line: true, citations: [] };
	});
	// What has to be put right comes first, then what is missing.
	const wanted = Math.min(...(seen.length > 0 ? seen : problems).map(({ field }) => stepOf(field)));
	const goOn = (at: number): Action['style'] | undefined => (at === wanted ? 'good' : undefined);
	const actions: Action[] = steps.map(({ title }, at) => {
		const style = goOn(at);
		return { label: `${at + 1}. ${title}`, action: formId('step', id, at), ...(style ? { style } : {}) };
	});
	if (problems.length === 0) actions.push({ label: 'Preview', action: buttonId('preview', id), style: 'good' });
	actions.push({ label: 'Discard', action: buttonId('discard', id), style: 'bad' });
	return say(context, titleOf(content, context), [...problemBlocks(seen, steps), ...states], actions, {
		notes: [seen.length === 0 && steps[wanted] ? `Saved. Next: ${wanted + 1}. ${steps[wanted].title}.` : 'Saved.'],
	});
}

function problemBlocks(problems: readonly FieldProblem[], steps: readonly Step[]): Block[] {
	const fields = new Map(steps.flatMap((step) => step.fields.map((field) => [field.name, field.label])));
	return problems.map(({ field, message }, at) => ({
		...(at === 0 ? { heading: 'Please put right' } : {}),
		text: `${field === '' ? '' : `${fields.get(field) ?? field}: `}${message}`,
		line: true,
		citations: [],
	}));
}

function titleOf(
	{ kind, entry, jurisdiction, topic, fields }: DraftContent,
	{ core, desk }: ModerationContext,
): string {
	const known = entry === undefined ? undefined : entryIn(desk.published.records, entry);
	const place =
		jurisdiction === undefined
			? undefined
			: `${core.base.nameOf(jurisdiction)}, ${core.base.topics.get(topic ?? '')?.name ?? ''}`;
	const subject = known?.title ?? place ?? fields.title ?? fields.word;
	return `Draft: ${KINDS[kind]}${subject ? ` · ${subject}` : ''}`;
}

/** Today's answer, the answer as it would be, and the difference between them. */
async function preview(id: string, context: ModerationContext): Promise<Reply> {
	const { desk } = context;
	const content = await findDraft(desk, id, await keyOfAsker(context));
	if (!content) return gone(context);
	const { changes, problems } = buildChanges(content, knownNow(desk));
	if (problems.length > 0)
		return { answers: [draftScreen(id, { ...content, done: allSteps(content, context) }, context)], replace: true };
	const { blocks, citations } = changesShown(changes);
	const actions: Action[] = [
		{ label: 'Send for review', action: formId('send', id), style: 'good' },
		{ label: 'Back to the draft', action: buttonId('draft', id) },
	];
	const summary = say(context, titleOf(content, context), blocks, actions, { citations });
	return { answers: [...answersBeside(changes, context), summary] };
}

function allSteps(content: DraftContent, { desk }: ModerationContext): number[] {
	return stepsOf(content, desk.published.records).map((_step, at) => at);
}

/** The very answer people get on the first changed entry, today and once the changes are published. */
export function answersBeside(changes: Parameters<typeof changesShown>[0], context: ModerationContext): Answer[] {
	const { published } = context.desk;
	const change = changes.find(({ type }) => type === 'fact' || type === 'statement');
	const record = change?.after ?? change?.before;
	if (!change || !record) return [];
	const candidate = published.candidate(changes).core;
	const shown = (core: typeof candidate) =>
		change.type === 'fact' && isFact(record as never)
			? core.answer(
					lookupOf((record as { jurisdiction: string }).jurisdiction, (record as { topic: string }).topic),
					context,
				)
			: core.base.entries.has(change.id)
				? core.answerEntry(change.id, context)
				: say(context, 'no such entry', ['Nothing answers with it.']);
	const framed = (title: string, answer: Answer): Answer => ({
		...answer,
		title: `${title}: ${answer.title}`,
		actions: [],
		private: true,
	});
	return [framed('Today', shown(published.core)), framed('Once published', shown(candidate))];
}

async function discard(id: string, context: ModerationContext): Promise<Reply> {
	const isDone = await discardDraft(context.desk, id, await keyOfAsker(context));
	return isDone ? { answers: [say(context, 'Draft discarded')], replace: true } : gone(context);
}

async function send(id: string, reason: string, context: ModerationContext): Promise<Reply> {
	const author = await keyOfAsker(context);
	const trimmed = wordsOf(reason, REASON.maxLength);
	// Kept with the draft, so that it is not lost if the draft must be mended first.
	const kept = await fillStep(context.desk, id, author, undefined, { reason: trimmed });
	if (!kept) return gone(context);
	if (trimmed === '')
		return {
			answers: [
				say(
					context,
					'Please say why',
					['The reason stands in the history.'],
					[{ label: 'Say why', action: formId('send', id) }],
				),
			],
		};
	const sent = await sendDraft(context.desk, id, author, trimmed);
	switch (sent.kind) {
		case 'gone':
			return gone(context);
		case 'faulty':
			return {
				answers: [draftScreen(id, { ...sent.content, done: allSteps(sent.content, context) }, context)],
				replace: true,
			};
		case 'sent': {
			const { proposal } = sent;
			const next = context.desk.needsSecond
				? 'Another moderator decides; you will be told.'
				: 'You may approve it yourself.';
			return {
				answers: [
					say(
						context,
						`Proposal ${proposal.id} is in the queue`,
						[`${proposal.title}. ${next}`],
						[{ label: 'Show it', action: buttonId('review', proposal.id) }],
					),
				],
				replace: true,
			};
		}
	}
}

/** Reopens what became of a draft, for a reviewer who wants it changed. */
export async function reopen(proposal: number, context: ModerationContext): Promise<Reply> {
	const found = await context.desk.store.proposals.get(proposal);
	const draft = found && (await reopenDraft(context.desk, await keyOfAsker(context), found));
	return draft ? { answers: [draftScreen(draft.id, draft.content, context)] } : gone(context);
}

function gone(context: ModerationContext): Answer {
	return say(context, messagesFor(context.language).failedTitle, [
		'There is no such draft of yours any more. /propose begins a new one.',
	]);
}
