/** What moderators and proposers are told, in words. */
import type { Action, Answer } from '../../src/core/answer/answer.ts';
import { messagesFor } from '../../src/core/messages/messages.ts';
import type { Desk } from '../../src/moderation/desk.ts';
import { isDraftKind } from '../../src/moderation/draft.ts';
import type { NoticeContent } from '../../src/moderation/notices.ts';
import { buttonId, say } from '../screen.ts';
import { nameShown } from './show.ts';

/**
 * The message of a notice; undefined when what it is about is no more. `canAct`: whether a moderator has their rights where it
 * is read, so that it may hold buttons.
 */
export async function noticeAnswer(
	content: NoticeContent,
	canAct: boolean,
	{ store }: Desk,
): Promise<Answer | undefined> {
	const proposal = await store.proposals.get(content.proposal);
	if (!proposal) return undefined;
	const { id, title, kind, subject, author, fromMember, reason } = proposal;
	// What language people speak is known only while they ask.
	const context = { language: undefined };
	const show: Action[] = canAct ? [{ label: 'Show it', action: buttonId('review', id) }] : [];
	const where = canAct ? [] : [`/review ${id} in the moderators' server shows it.`];
	if (content.kind === 'proposed') {
		const names = await store.people.namesOf(author === null ? [] : [author]);
		// A report on nothing in particular has its own words for a title.
		const about = kind === 'report' && subject === '' ? '' : ` · ${title}`;
		const heading = `${kind === 'report' ? 'Report' : 'Proposal'} #${id}${about}`;
		return say(
			context,
			heading,
			[`By ${nameShown(author, names)}${fromMember ? ' (a member)' : ''}: ${reason}`],
			show,
			{ private: false },
		);
	}
	const { decision, note } = content;
	if (kind === 'report') {
		const m = messagesFor(undefined);
		return say(context, m.reportTitle, [decision === 'approved' ? m.reportTakenUp(id) : m.reportDeclined(id, note)]);
	}
	if (decision === 'approved') return say(context, `Your proposal #${id} is published`, [title], show);
	if (decision === 'rejected') return say(context, `Your proposal #${id} was rejected`, [title, note], show);
	return say(
		context,
		`Please change your proposal #${id}`,
		[title, note, ...where],
		canAct && isDraftKind(kind) ? [changeAction(id)] : show,
	);
}

/** The author's way back to what they proposed. */
export function changeAction(proposal: number): Action {
	return { label: 'Change it', action: buttonId('reopen', proposal), style: 'good' };
}
