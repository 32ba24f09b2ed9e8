/** /history and /revert: how an entry came to be what it is, and the way back to one of its versions. */
import { z } from 'zod';
import type { Action, Answer, Block } from '../../src/core/answer/answer.ts';
import { proposeRevert, type Version, versionsOf } from '../../src/moderation/history.ts';
import { entryIn } from '../../src/moderation/records.ts';
import { keyOfAsker } from '../asker.ts';
import { type Command, defineDeskCommand, type ModerationContext, textOption } from '../command.ts';
import { buttonId, type Form, formId, type Reply, readNumber, say, wordsOf } from '../screen.ts';
import { differenceBlocks, inOneLine, nameShown, timeShown } from './show.ts';

/** Versions on one page: each may hold a whole entry. */
const ON_PAGE = 3;
const MAX_REASON = 400;

const entryOption = textOption(100, { description: (m) => m.options.entry, suggest: 'entry' });

export const history: Command = defineDeskCommand({
	name: 'history',
	description: () => 'Who changed an entry, when, why and how',
	access: 'moderators',
	options: z.object({ entry: entryOption }),
	run: ({ entry }, context) => showHistory(entry, 0, context),
	buttons: {
		history: {
			access: 'moderators',
			press: ([entry = '', page], context) => showHistory(entry, readNumber(page), context),
		},
	},
});

export const revert: Command = defineDeskCommand({
	name: 'revert',
	description: () => 'Bring an entry back to an earlier version',
	access: 'moderators',
	options: z.object({
		entry: entryOption,
		version: textOption(6, { description: () => 'The number of the version, as /history counts them' }).optional(),
	}),
	run: async ({ entry, version }, context) => {
		if (version === undefined) return showHistory(entry, 0, context);
		const id = await idOf(entry, context);
		if (id === undefined) return unknownEntry(entry, context);
		const form = await openRevert(id, readNumber(version), context);
		return 'fields' in form ? { answers: [], form } : form;
	},
	forms: {
		revert: {
			access: 'moderators',
			open: ([entry = '', version], context) => openRevert(entry, readNumber(version), context),
			submit: async ([entry = '', version], { reason = '' }, context) => {
				const trimmed = wordsOf(reason, MAX_REASON);
				if (trimmed === '') return say(context, 'Please say why', ['The reason stands in the history.']);
				const sent = await proposeRevert(
					context.desk,
					await keyOfAsker(context),
					entry,
					readNumber(version) - 1,
					trimmed,
				);
				if (sent.kind === 'unknown') return say(context, 'There is no such version');
				if (sent.kind === 'same') return say(context, 'The entry is at that version already');
				const { id, title } = sent.proposal;
				return say(
					context,
					`Proposal ${id} is in the queue`,
					[`${title}: back to version ${version}.`],
					[{ label: 'Show it', action: buttonId('review', id) }],
				);
			},
		},
	},
});

async function openRevert(entry: string, version: number, context: ModerationContext): Promise<Form | Answer> {
	const isThere = (await versionsOf(context.desk, entry))[version - 1] !== undefined;
	if (isThere) return revertForm(entry, version);
	return say(context, 'There is no such version', ['/history shows those that there are.']);
}

function revertForm(entry: string, version: number): Form {
	return {
		id: formId('revert', entry, version),
		title: `Back to version ${version}`,
		fields: [
			{
				name: 'reason',
				label: 'Why',
				hint: 'For those who review it and for the history',
				required: true,
				maxLength: MAX_REASON,
				long: true,
			},
		],
	};
}

/** The id of an entry as people name it; one that is no longer published has a history too. */
async function idOf(entry: string, { core, desk }: ModerationContext): Promise<string | undefined> {
	const known = core.names.exact('entry', entry)?.id;
	if (known !== undefined && core.base.entries.has(known)) return known;
	return (await versionsOf(desk, entry)).length > 0 ? entry : undefined;
}

function unknownEntry(entry: string, { core, ...options }: ModerationContext): Reply {
	const near = core.names.suggest('entry', entry, 5).filter(({ id }) => core.base.entries.has(id));
	const answer = core.explain({ kind: 'unknown-name', nameKind: 'entry', name: entry, near }, options);
	// What was asked for is the history.
	return { ...answer, actions: near.map(({ id, label }) => ({ label, action: buttonId('history', id, 0) })) };
}

async function showHistory(entry: string, page: number, context: ModerationContext): Promise<Reply> {
	const id = await idOf(entry, context);
	if (id === undefined) return unknownEntry(entry, context);
	const { desk } = context;
	const versions = (await versionsOf(desk, id)).map((version, at) => ({ ...version, number: at + 1 })).reverse();
	const pages = Math.ceil(versions.length / ON_PAGE);
	const at = Math.min(page, pages - 1);
	const shown = versions.slice(at * ON_PAGE, (at + 1) * ON_PAGE);
	const keys = shown
		.flatMap(({ revision }) => [revision?.author ?? null, revision?.reviewer ?? null])
		.filter((key) => key !== null);
	const names = await desk.store.people.namesOf(keys);
	const blocks = shown.flatMap((version) => versionBlocks(id, version, version.number, names));
	const actions: Action[] = shown
		.filter(({ number }) => number < versions.length)
		.map(({ number }) => ({ label: `Back to version ${number}`, action: formId('revert', id, number) }));
	if (at > 0) actions.push({ label: 'Newer', action: buttonId('history', id, at - 1) });
	if (at < pages - 1) actions.push({ label: 'Older', action: buttonId('history', id, at + 1) });
	const title = entryIn(desk.published.records, id)?.title ?? 'no longer published';
	const notes = pages > 1 ? [`Page ${at + 1} of ${pages}`] : [];
	return { answers: [say(context, `History of ${id} · ${title}`, blocks, actions, { notes })], replace: true };
}

function versionBlocks(
	entry: string,
	{ at, revision, differences }: Version,
	number: number,
	names: ReadonlyMap<string, string>,
): Block[] {
	const who = revision
		? `by ${nameShown(revision.author, names)}, approved by ${nameShown(revision.reviewer, names)} (revision ${revision.seq}): ${inOneLine(revision.reason)}`
		: 'as the files had it';
	return [
		{ heading: `Version ${number} · ${timeShown(at)}`, text: who, line: true, citations: [] },
		// What a version of the files began with is the entry itself.
		...(revision || number > 1 ? differences.flatMap((difference) => differenceLines(entry, difference)) : []),
	];
}

/** What changed in the entry itself needs no heading of its own. */
function differenceLines(entry: string, difference: Version['differences'][number]): Block[] {
	const blocks = differenceBlocks([difference]);
	return difference.id === entry ? blocks.map(({ heading: _heading, ...block }) => block) : blocks;
}
