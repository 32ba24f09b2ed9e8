/** /stale: facts that nobody has checked for longer than their topic allows, the worst first. */
import { z } from 'zod';
import type { Action, Block } from '../../src/core/answer/answer.ts';
import { sendDraft, startDraft } from '../../src/moderation/propose.ts';
import { staleFacts } from '../../src/moderation/stale.ts';
import { keyOfAsker } from '../asker.ts';
import { type Command, defineDeskCommand, type ModerationContext } from '../command.ts';
import { buttonId, type Reply, readNumber, say } from '../screen.ts';
import { begin } from './propose.ts';

/** Each has three buttons, and a message holds ten. */
const ON_PAGE = 3;

export const stale: Command = defineDeskCommand({
	name: 'stale',
	description: () => 'Entries that should be checked again',
	access: 'moderators',
	options: z.object({}),
	run: (_options, context) => showStale(0, context),
	buttons: {
		stale: { access: 'moderators', press: ([page], context) => showStale(readNumber(page), context) },
		/** The same pages have been read again and still say so. */
		still: { access: 'moderators', press: ([entry = ''], context) => stillTrue(entry, context) },
	},
});

async function showStale(page: number, context: ModerationContext): Promise<Reply> {
	const { desk, core } = context;
	const all = staleFacts(core.base, context.day);
	if (all.length === 0)
		return { answers: [say(context, 'Nothing is stale', ['Every entry is fresh.'])], replace: true };
	const pages = Math.ceil(all.length / ON_PAGE);
	const at = Math.min(page, pages - 1);
	const shown = all.slice(at * ON_PAGE, (at + 1) * ON_PAGE);
	const counts = await desk.store.feedback.countsOf(shown.map(({ fact }) => fact.id));
	const citations = shown.map(({ fact }, index) => {
		const source = core.base.sources.get(fact.sources[0] ?? '');
		const { title = '', publisher = '', url = '', published = null, kind = 'news' as const } = source ?? {};
		return { number: index + 1, title, publisher, url, published, kind };
	});
	const blocks = shown.map(({ fact, age, fresh }, index): Block => {
		const voices = counts.get(fact.id);
		const said = voices ? ` · helpful ${voices.helpful}, not helpful ${voices.unhelpful}` : '';
		return {
			heading: `${index + 1}. ${core.base.labelOf(fact.jurisdiction)} · ${fact.title}`,
			text: fact.claim,
			details: `${fact.id} · verified ${fact.verified}, ${age} days ago (fresh for ${fresh})${said}`,
			citations: [index + 1],
		};
	});
	const actions = shown.flatMap(({ fact }, index): Action[] => [
		{ label: `${index + 1}. Still true`, action: buttonId('still', fact.id), style: 'good' },
		{ label: `${index + 1}. New source`, action: buttonId('new', 're-verify', fact.id) },
		{ label: `${index + 1}. Law changed`, action: buttonId('new', 'supersede', fact.id) },
	]);
	// A message holds ten buttons.
	if (at < pages - 1) actions.push({ label: 'More', action: buttonId('stale', at + 1) });
	else if (at > 0) actions.push({ label: 'From the beginning', action: buttonId('stale', 0) });
	const title = `${all.length} ${all.length === 1 ? 'entry' : 'entries'} to check again`;
	return { answers: [say(context, title, blocks, actions, { citations, actionsInRow: 3 })], replace: true };
}

async function stillTrue(entry: string, context: ModerationContext): Promise<Reply> {
	const { desk } = context;
	if (!context.core.base.entries.has(entry)) return say(context, 'There is no such entry any more');
	const waiting = (await desk.store.proposals.on(entry)).find(
		({ kind, state }) => kind === 're-verify' && state === 'open',
	);
	if (waiting)
		return say(
			context,
			`Proposal ${waiting.id} says so already`,
			['It waits for a decision.'],
			[{ label: 'Show it', action: buttonId('review', waiting.id) }],
		);
	const author = await keyOfAsker(context);
	const { id } = await startDraft(desk, author, { kind: 're-verify', entry });
	const sent = await sendDraft(desk, id, author, 'Its sources were read again and still say so.');
	// What cannot be sent as it is, is left to the form.
	if (sent.kind !== 'sent') return begin({ kind: 're-verify', entry }, context);
	return say(
		context,
		`Proposal ${sent.proposal.id} is in the queue`,
		[`${sent.proposal.title}: still true.`],
		[{ label: 'Show it', action: buttonId('review', sent.proposal.id) }],
	);
}
