/** /gaps: what people asked and nobody has written an entry on, the most asked first. */
import { z } from 'zod';
import type { Action, Block } from '../../src/core/answer/answer.ts';
import type { Gap } from '../../src/moderation/desk.ts';
import { readGap } from '../../src/moderation/gaps.ts';
import { type Command, defineDeskCommand, type ModerationContext } from '../command.ts';
import { buttonId, type Reply, readNumber, say } from '../screen.ts';
import { begin } from './propose.ts';

/** Each has two buttons, and a message holds ten. */
const ON_PAGE = 4;

export const gaps: Command = defineDeskCommand({
	name: 'gaps',
	description: () => 'Questions that found no entry, and words that were not understood',
	access: 'moderators',
	options: z.object({}),
	run: (_options, context) => showGaps(0, context),
	buttons: {
		gaps: { access: 'moderators', press: ([page], context) => showGaps(readNumber(page), context) },
		fillgap: { access: 'moderators', press: ([id], context) => fillGap(readNumber(id), context) },
		dropgap: {
			access: 'moderators',
			press: async ([id], context) => {
				await context.desk.store.gaps.close(readNumber(id));
				return showGaps(0, context);
			},
		},
	},
});

async function showGaps(at: number, context: ModerationContext): Promise<Reply> {
	const found = await context.desk.store.gaps.list(ON_PAGE + 1, at * ON_PAGE);
	const shown = found.slice(0, ON_PAGE);
	if (shown.length === 0 && at > 0) return showGaps(0, context);
	if (shown.length === 0)
		return {
			answers: [say(context, 'No gaps', ['Every question so far found an entry, or was none.'])],
			replace: true,
		};
	const blocks = shown.map(
		(gap, index): Block => ({
			text: `${index + 1}. ${describe(gap, context)}: ${gap.count} ${gap.count === 1 ? 'time' : 'times'}, last on ${gap.lastAt.slice(0, 10)}`,
			line: true,
			citations: [],
		}),
	);
	const actions = shown.flatMap((gap, index): Action[] => {
		const label = readGap(gap).word === undefined ? 'Write a fact' : 'Teach the word';
		return [
			{ label: `${index + 1}. ${label}`, action: buttonId('fillgap', gap.id), style: 'good' },
			{ label: `${index + 1}. Dismiss`, action: buttonId('dropgap', gap.id) },
		];
	});
	if (at > 0) actions.push({ label: 'Previous', action: buttonId('gaps', at - 1) });
	if (found.length > ON_PAGE) actions.push({ label: 'More', action: buttonId('gaps', at + 1) });
	return { answers: [say(context, 'Asked, and not answered', blocks, actions)], replace: true };
}

function describe(gap: Gap, { core: { base } }: ModerationContext): string {
	const { jurisdictions, topics, word } = readGap(gap);
	if (word !== undefined) return `the word “${word}”`;
	const places = jurisdictions.map((code) => base.labelOf(code)).join(', ');
	const about = topics.map((id) => base.topics.get(id)?.name ?? id).join(', ');
	return [places, about].filter(Boolean).join(' · ');
}

async function fillGap(id: number, context: ModerationContext): Promise<Reply> {
	const gap = await context.desk.store.gaps.get(id);
	if (!gap) return say(context, 'That gap is closed');
	const { jurisdictions, topics, word } = readGap(gap);
	if (word !== undefined) return begin({ kind: 'word', fields: { word }, gap: id }, context);
	return begin({ kind: 'add-fact', jurisdiction: jurisdictions[0], topic: topics[0], gap: id }, context);
}
