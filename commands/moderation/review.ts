/** /review: the queue of proposals, oldest first, to approve, send back or reject. */
import { z } from 'zod';
import type { Action, Answer, Block } from '../../src/core/answer/answer.ts';
import type { Proposal } from '../../src/moderation/desk.ts';
import { isDraftKind } from '../../src/moderation/draft.ts';
import { readChanges } from '../../src/moderation/published.ts';
import { entryIn } from '../../src/moderation/records.ts';
import { approve, type Decided, type Outcome, overtaken, turnDown } from '../../src/moderation/review.ts';
import { keyOfAsker } from '../asker.ts';
import { type Command, defineDeskCommand, type ModerationContext, textOption } from '../command.ts';
import { buttonId, type Form, formId, type Reply, readNumber, say, wordsOf } from '../screen.ts';
import { changeAction } from './notice.ts';
import { answersBeside, begin, reopen } from './propose.ts';
import { changesShown, inOneLine, nameShown, timeShown } from './show.ts';

const MAX_NOTE = 400;

const KINDS: Readonly<Record<string, string>> = {
	'add-fact': 'new fact',
	'add-statement': 'new statement',
	change: 'change',
	supersede: 'the law has changed',
	correct: 'correction',
	're-verify': 'still true',
	retire: 'retire',
	word: 'new word',
	revert: 'back to an earlier version',
	files: 'files and chat differ',
	report: 'report',
};

const STATES: Readonly<Record<Proposal['state'], string>> = {
	open: 'waiting',
	'changes-asked': 'waiting for its author',
	published: 'published',
	rejected: 'rejected',
	withdrawn: 'taken back',
};

export const review: Command = defineDeskCommand({
	name: 'review',
	description: () => 'Decide on what has been proposed',
	access: 'moderators',
	options: z.object({
		number: textOption(10, { description: () => 'The number of one proposal; without it the oldest' }).optional(),
	}),
	run: ({ number }, context) =>
		number === undefined ? next(0, context) : show(readNumber(number.replace(/^#/, '')), context),
	buttons: {
		review: { access: 'moderators', press: ([id], context) => show(readNumber(id), context) },
		/** The next one after this number. */
		next: { access: 'moderators', press: ([id], context) => next(readNumber(id), context) },
		beside: { access: 'moderators', press: ([id], context) => beside(readNumber(id), context) },
		approve: {
			access: 'moderators',
			press: async ([id, version], context) => {
				const decided = await decision(id, version, '', context);
				return outcomeReply(await approve(context.desk, decided), context);
			},
		},
		/** Write a member's report up as a change. */
		takeup: { access: 'moderators', press: ([id], context) => takeUp(readNumber(id), context) },
		/** The author goes on with what was sent back. */
		reopen: { access: 'moderators', press: ([id], context) => reopen(readNumber(id), context) },
		/** Whether this chat is told of new proposals. */
		tell: { access: 'moderators', press: ([notices], context) => tellHere(notices, context) },
	},
	forms: {
		ask: noteForm('Ask for a change', 'What should be changed?', 'asked'),
		reject: noteForm('Reject', 'Why?', 'rejected'),
	},
});

function noteForm(title: string, label: string, what: 'asked' | 'rejected') {
	return {
		access: 'moderators' as const,
		open: async ([number, version]: string[], context: ModerationContext): Promise<Form | Reply> => {
			const id = readNumber(number);
			const proposal = await context.desk.store.proposals.get(id);
			if (!proposal) return outcomeReply({ kind: 'unknown' }, context);
			return {
				id: formId(what === 'asked' ? 'ask' : 'reject', id, readNumber(version)),
				title: proposal.kind === 'report' ? `Close report ${id}` : `${title}: proposal ${id}`,
				fields: [{ name: 'note', label, hint: 'The author reads it', required: true, maxLength: MAX_NOTE, long: true }],
			};
		},
		submit: async ([id, version]: string[], { note = '' }: Record<string, string>, context: ModerationContext) => {
			const trimmed = wordsOf(note, MAX_NOTE);
			if (trimmed === '') return say(context, 'Please say why', ['The author reads it.']);
			const decided = await decision(id, version, trimmed, context);
			return outcomeReply(await turnDown(context.desk, decided, what), context);
		},
	};
}

async function decision(
	id: string | undefined,
	version: string | undefined,
	note: string,
	context: ModerationContext,
): Promise<Decided> {
	const reviewer = await keyOfAsker(context);
	return { proposal: readNumber(id), version: readNumber(version), reviewer, note };
}

/** The oldest proposal that waits, after a number; from the beginning again when there is none after it. */
async function next(after: number, context: ModerationContext): Promise<Reply> {
	const waiting = await context.desk.store.proposals.in(['open']);
	const found = waiting.find(({ id }) => id > after) ?? waiting[0];
	if (found) return { answers: [await proposalScreen(found, context, waiting.length)], replace: true };
	const settings = await context.desk.store.chatSettings.get(context.asker.platform, context.asker.chat);
	const isToldAnyway = context.desk.moderatorChats.some(
		({ platform, chat }) => platform === context.asker.platform && chat === context.asker.chat,
	);
	const tell = tellAction(!(settings.notices ?? isToldAnyway));
	const sentBack = (await context.desk.store.proposals.in(['changes-asked'])).map(({ id }) => `#${id}`);
	const text =
		sentBack.length === 0 ? 'Every proposal has been decided on.' : `Sent back to be changed: ${sentBack.join(', ')}.`;
	return { answers: [say(context, 'Nothing is waiting', [text], [tell])], replace: true };
}

/** Has this chat told of new proposals, or not. */
function tellAction(on: boolean): Action {
	return on
		? { label: 'Tell this chat of new ones', action: buttonId('tell', 'on') }
		: { label: 'Do not tell this chat', action: buttonId('tell', 'off') };
}

async function show(id: number, context: ModerationContext): Promise<Reply> {
	const proposal = await context.desk.store.proposals.get(id);
	if (!proposal) return say(context, 'There is no such proposal', ['/review shows the oldest that waits.']);
	return { answers: [await proposalScreen(proposal, context)], replace: true };
}

async function proposalScreen(proposal: Proposal, context: ModerationContext, waiting?: number): Promise<Answer> {
	const { store } = context.desk;
	const reviews = await store.reviews.of(proposal.id);
	const keys = [proposal.author, ...reviews.map(({ reviewer }) => reviewer)].filter((key) => key !== null);
	const names = await store.people.namesOf(keys);
	const changes = readChanges(proposal);
	const { blocks: differences, citations } = changesShown(changes);
	const isOpen = proposal.state === 'open' || proposal.state === 'changes-asked';
	const who = `${nameShown(proposal.author, names)}${proposal.fromMember ? ' (a member)' : ''}`;
	const reason = proposal.kind === 'report' ? proposal.reason : inOneLine(proposal.reason);
	const blocks: Block[] = [
		{ text: `By ${who}, ${timeShown(proposal.createdAt)}. ${reason}`, citations: [] },
		...differences,
		...reviews.map(
			({ reviewer, decision: decided, note, at }, index): Block => ({
				...(index === 0 ? { heading: 'So far' } : {}),
				text: `${nameShown(reviewer, names)} ${decided === 'asked' ? 'asked for a change' : decided}, ${timeShown(at)}${note ? `: ${inOneLine(note)}` : ''}`,
				line: true,
				citations: [],
			}),
		),
	];
	if (citations.length > 0 && blocks[0]) blocks[0].citations = citations.map(({ number }) => number);
	const notes = await notesOn(proposal, context, waiting);
	const isOwn = isOpen && proposal.kind !== 'report' && proposal.author === (await keyOfAsker(context));
	if (isOwn && context.desk.needsSecond) notes.push('It is your own: another moderator has to approve it.');
	// A report on nothing in particular has its own words for a title.
	const about = proposal.kind === 'report' && proposal.subject === '' ? '' : ` · ${proposal.title}`;
	const title = `#${proposal.id} · ${KINDS[proposal.kind] ?? proposal.kind}${about}`;
	const actions = isOpen ? actionsOn(proposal, context) : [nextAction(proposal)];
	if (isOwn && isDraftKind(proposal.kind)) actions.unshift(changeAction(proposal.id));
	return say(context, title, blocks, actions, { citations, notes });
}

function nextAction({ id }: Proposal): Action {
	return { label: 'Next', action: buttonId('next', id) };
}

function actionsOn(proposal: Proposal, context: ModerationContext): Action[] {
	const { id, version, kind, subject } = proposal;
	const reject: Action = { label: 'Reject', action: formId('reject', id, version), style: 'bad' };
	if (kind === 'report') {
		const about = entryIn(context.desk.published.records, subject);
		const take: Action[] = about ? [{ label: 'Write the change', action: buttonId('takeup', id), style: 'good' }] : [];
		return [...take, { ...reject, label: 'Close' }, nextAction(proposal)];
	}
	return [
		{ label: 'Approve', action: buttonId('approve', id, version), style: 'good' },
		// What is no draft, such as a revert, cannot be written anew.
		...(isDraftKind(kind) ? [{ label: 'Ask for a change', action: formId('ask', id, version) }] : []),
		reject,
		...(kind === 'word' ? [] : [{ label: 'See the answers', action: buttonId('beside', id) }]),
		nextAction(proposal),
	];
}

/** What a reviewer should know: where it stands, conflicts, other proposals on the same, and what people say of the entry. */
async function notesOn(proposal: Proposal, { desk }: ModerationContext, waiting?: number): Promise<string[]> {
	const { store } = desk;
	const notes: string[] = [];
	if (proposal.kind === 'report' && proposal.state === 'published') notes.push('This report has been taken up.');
	else if (proposal.state !== 'open') notes.push(`This proposal is ${STATES[proposal.state]}.`);
	else if (waiting !== undefined) notes.push(`${waiting} waiting.`);
	const isWaiting = proposal.state === 'open' || proposal.state === 'changes-asked';
	if (isWaiting && overtaken(desk, readChanges(proposal)).length > 0)
		notes.push('Conflict: the entry has been changed since this was proposed. It has to be written anew.');
	if (isWaiting && proposal.subject !== '') {
		const others = (await store.proposals.on(proposal.subject)).filter(
			({ id, state }) => id !== proposal.id && state === 'open',
		);
		if (others.length > 0)
			notes.push(`Also waiting on the same entry: ${others.map(({ id }) => `#${id}`).join(', ')}.`);
	}
	const counts = (await store.feedback.countsOf([proposal.subject])).get(proposal.subject);
	if (counts) {
		notes.push(`Readers: ${counts.helpful} found this entry helpful, ${counts.unhelpful} did not.`);
		for (const reason of counts.reasons) notes.push(`Not helpful: ${inOneLine(reason)}`);
	}
	return notes;
}

async function beside(id: number, context: ModerationContext): Promise<Reply> {
	const proposal = await context.desk.store.proposals.get(id);
	if (!proposal) return say(context, 'There is no such proposal');
	const answers = answersBeside(readChanges(proposal), context);
	if (answers.length > 0) return { answers };
	return say(context, 'No answer to show', ['This proposal changes no entry.']);
}

async function takeUp(id: number, context: ModerationContext): Promise<Reply> {
	const proposal = await context.desk.store.proposals.get(id);
	if (proposal?.kind !== 'report') return say(context, 'There is no such report');
	if (proposal.state !== 'open') return say(context, 'That report has been dealt with');
	if (!entryIn(context.desk.published.records, proposal.subject))
		return say(context, 'It is about no entry', ['/propose begins a change; then close the report.']);
	return begin({ kind: 'change', entry: proposal.subject, report: proposal.id }, context);
}

async function tellHere(notices: string | undefined, context: ModerationContext): Promise<Reply> {
	if (notices !== 'on' && notices !== 'off') return say(context, 'There is no such setting');
	const on = notices === 'on';
	const { platform, chat } = context.asker;
	const { chatSettings } = context.desk.store;
	await chatSettings.set(platform, chat, { ...(await chatSettings.get(platform, chat)), notices: on });
	const title = on ? 'This chat will be told of new proposals' : 'This chat will not be told any more';
	return { answers: [say(context, title, [], [tellAction(!on)])], replace: true };
}

async function outcomeReply(outcome: Outcome, context: ModerationContext): Promise<Reply> {
	const after = 'proposal' in outcome ? [nextAction(outcome.proposal)] : [];
	const tell = (title: string, text: string, actions: Action[] = after): Reply => ({
		answers: [say(context, title, [text], actions)],
		replace: true,
	});
	switch (outcome.kind) {
		case 'published':
			return tell(
				`#${outcome.proposal.id} is published`,
				`${outcome.proposal.title}. It is revision ${outcome.revision.seq}; all chats answer from it now.`,
			);
		case 'asked':
			return tell(`#${outcome.proposal.id} is back with its author`, outcome.proposal.title);
		case 'rejected':
			return tell(`#${outcome.proposal.id} is closed`, outcome.proposal.title);
		case 'unknown':
			return say(context, 'There is no such proposal');
		case 'own':
			return say(context, 'That is your own proposal', ['Another moderator has to approve it. Nothing was changed.']);
		case 'report':
			return say(context, 'A report cannot be approved', ['Write the change it asks for, or close it.']);
		case 'rewritten':
			return say(
				context,
				`#${outcome.proposal.id} has changed since you saw it`,
				['Nothing was decided. Look at it again.'],
				[{ label: 'Show it', action: buttonId('review', outcome.proposal.id) }],
			);
		case 'decided': {
			const { proposal, review: last } = outcome;
			const names = await context.desk.store.people.namesOf(last ? [last.reviewer] : []);
			const by = last ? ` by ${nameShown(last.reviewer, names)}, ${timeShown(last.at)}` : '';
			return tell(
				`#${proposal.id} was decided before`,
				`It was ${STATES[proposal.state]}${by}. Nothing was changed now.`,
			);
		}
		case 'overtaken': {
			const { proposal, by } = outcome;
			const what = by
				? `Revision ${by.seq} (“${by.title}”, ${timeShown(by.at)}) has changed it`
				: 'The files have changed it';
			return tell(
				`#${proposal.id} conflicts`,
				`${what} since this was proposed. Nothing was published; ask for a change, or reject it.`,
				[{ label: 'Show it', action: buttonId('review', proposal.id) }, nextAction(proposal)],
			);
		}
		case 'faulty':
			return tell(
				`#${outcome.proposal.id} cannot be published`,
				`The checker says: ${outcome.problems.map(({ field, message }) => `${field} ${message}`.trim()).join('; ')}. Nothing was published.`,
				[{ label: 'Show it', action: buttonId('review', outcome.proposal.id) }],
			);
	}
}
