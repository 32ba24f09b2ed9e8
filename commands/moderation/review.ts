/** /review: the queue of proposals, oldest first, to approve, send back or reject. */
import { z } from 'zod';
import type { Action, Answer, Block } from '../../src/core/answer/answer.ts';
import type { Proposal } from '../../src/moderation/desk.ts';
import { readChanges } from '../../src/moderation/published.ts';
import { entryIn } from '../../src/moderation/records.ts';
import { approve, type Decided, type Outcome, overtaken, turnDown } from '../../src/moderation/review.ts';
import { keyOfAsker } from '../asker.ts';
import { type Command, defineDeskCommand, type ModerationContext, textOption } from '../command.ts';
import { buttonId, type Form, formId, type Reply, say } from '../screen.ts';
import { changeAction } from './notice.ts';
import { answersBeside, begin, reopen } from './propose.ts';
import { changesShown, nameShown, timeShown } from './show.ts';

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
	run: ({ number }, context) => {
		if (number === undefined) return next(0, context);
		const id = Number(number.replace(/^#/, ''));
		return Number.isSafeInteger(id) && id > 0 ? show(id, context) : next(0, context);
	},
	buttons: {
		review: { access: 'moderators', press: ([id], context) => show(Number(id), context) },
		/** The next one after this number. */
		next: { access: 'moderators', press: ([id], context) => next(Number(id), context) },
		beside: { access: 'moderators', press: ([id], context) => beside(Number(id), context) },
		approve: {
			access: 'moderators',
			press: async ([id, version], context) => {
				const decided = await decision(id, version, '', context);
				return outcomeReply(await approve(context.desk, decided), context);
			},
		},
		/** Write a member's report up as a change. */
		takeup: { access: 'moderators', press: ([id], context) => takeUp(Number(id), context) },
		/** The author goes on with what was sent back. */
		reopen: { access: 'moderators', press: ([id], context) => reopen(Number(id), context) },
		/** Whether this chat is told of new proposals. */
		tell: { access: 'moderators', press: ([on], context) => tellHere(on === 'on', context) },
	},
	forms: {
		ask: noteForm('Ask for a change', 'What should be changed?', 'asked'),
		reject: noteForm('Reject', 'Why?', 'rejected'),
	},
});

function noteForm(title: string, label: string, what: 'asked' | 'rejected') {
	return {
		access: 'moderators' as const,
		open: ([id = '', version = '']: string[]): Form => ({
			id: formId(what === 'asked' ? 'ask' : 'reject', id, version),
			title: `${title}: proposal ${id}`.slice(0, 45),
			fields: [{ name: 'note', label, hint: 'The author reads it', required: true, maxLength: 400, long: true }],
		}),
		submit: async ([id, version]: string[], { note = '' }: Record<string, string>, context: ModerationContext) => {
			const trimmed = note.trim().slice(0, 400);
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
	const number = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : 0);
	return { proposal: number(id), version: number(version), reviewer: await keyOfAsker(context), note };
}

/** The oldest proposal that waits, after a number; from the beginning again when there is none after it. */
async function next(after: number, context: ModerationContext): Promise<Reply> {
	const waiting = await context.desk.store.proposals.in(['open']);
	const found = waiting.find(({ id }) => id > after) ?? waiting[0];
	if (found) return { answers: [await proposalScreen(found, context, waiting.length)], replace: true };
	const settings = await context.desk.store.chatSettings.get(context.asker.platform, context.asker.chat);
	const told = settings.notices === true;
	const tell: Action = told
		? { label: 'Do not tell this chat', action: buttonId('tell', 'off') }
		: { label: 'Tell this chat of new ones', action: buttonId('tell', 'on') };
	return {
		answers: [say(context, 'Nothing is waiting', ['Every proposal has been decided on.'], [tell])],
		replace: true,
	};
}

async function show(id: number, context: ModerationContext): Promise<Reply> {
	const proposal = Number.isSafeInteger(id) ? await context.desk.store.proposals.get(id) : undefined;
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
	const blocks: Block[] = [
		{ text: `By ${who}, ${timeShown(proposal.createdAt)}. ${proposal.reason}`, citations: [] },
		...differences,
		...reviews.map(
			({ reviewer, decision: decided, note, at }): Block => ({
				text: `${nameShown(reviewer, names)} ${decided === 'asked' ? 'asked for a change' : decided}, ${timeShown(at)}${note ? `: ${note}` : ''}`,
				line: true,
				citations: [],
			}),
		),
	];
	if (citations.length > 0 && blocks[0]) blocks[0].citations = citations.map(({ number }) => number);
	const notes = await notesOn(proposal, context, waiting);
	const title = `#${proposal.id} · ${KINDS[proposal.kind] ?? proposal.kind} · ${proposal.title}`;
	const isOwn = isOpen && proposal.kind !== 'report' && proposal.author === (await keyOfAsker(context));
	const actions = isOpen ? actionsOn(proposal, context) : [nextAction(proposal)];
	if (isOwn) actions.unshift(changeAction(proposal.id));
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
		{ label: 'Ask for a change', action: formId('ask', id, version) },
		reject,
		{ label: 'See the answers', action: buttonId('beside', id) },
		nextAction(proposal),
	];
}

/** What a reviewer should know: where it stands, conflicts, other proposals on the same, and what people say of the entry. */
async function notesOn(proposal: Proposal, { desk }: ModerationContext, waiting?: number): Promise<string[]> {
	const { store } = desk;
	const notes: string[] = [];
	if (proposal.state !== 'open') notes.push(`This proposal is ${STATES[proposal.state]}.`);
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
	if (proposal.kind !== 'report' && proposal.author !== null && desk.needsSecond)
		notes.push('Its author cannot approve it.');
	const counts = (await store.feedback.countsOf([proposal.subject])).get(proposal.subject);
	if (counts) {
		notes.push(`People found this entry helpful ${counts.helpful} times, not helpful ${counts.unhelpful} times.`);
		for (const reason of counts.reasons) notes.push(`Not helpful: ${reason}`);
	}
	return notes;
}

async function beside(id: number, context: ModerationContext): Promise<Reply> {
	const proposal = Number.isSafeInteger(id) ? await context.desk.store.proposals.get(id) : undefined;
	if (!proposal) return say(context, 'There is no such proposal');
	const answers = answersBeside(readChanges(proposal), context);
	if (answers.length > 0) return { answers };
	return say(context, 'No answer to show', ['This proposal changes no entry.']);
}

async function takeUp(id: number, context: ModerationContext): Promise<Reply> {
	const proposal = Number.isSafeInteger(id) ? await context.desk.store.proposals.get(id) : undefined;
	if (proposal?.state !== 'open') return say(context, 'That report has been dealt with');
	return begin({ kind: 'change', entry: proposal.subject, report: proposal.id }, context);
}

async function tellHere(on: boolean, context: ModerationContext): Promise<Reply> {
	const { platform, chat } = context.asker;
	const { chatSettings } = context.desk.store;
	await chatSettings.set(platform, chat, { ...(await chatSettings.get(platform, chat)), notices: on });
	return say(context, on ? 'This chat will be told of new proposals' : 'This chat will not be told any more');
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
