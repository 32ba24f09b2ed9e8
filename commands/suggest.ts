/** /suggest, and what becomes of what people say of an answer: that it helped, that it did not and why, or that it is wrong. */
import { z } from 'zod';
import { shorten } from '../src/core/answer/fit.ts';
import { keyOf } from '../src/core/knowledge/entry.ts';
import { messagesFor } from '../src/core/messages/messages.ts';
import { report } from '../src/moderation/propose.ts';
import { keyOfAsker } from './asker.ts';
import { type Command, defineDeskCommand, type ModerationContext, textOption } from './command.ts';
import { inOneLine } from './moderation/show.ts';
import { type Form, formId, type Reply, say, wordsOf } from './screen.ts';

/** A report of more has to be a link to a page. In characters. */
const MAX_REPORT = 1000;
const MAX_REASON = 200;

export const suggest: Command = defineDeskCommand({
	name: 'suggest',
	description: (m) => m.commands.suggest,
	access: 'everyone',
	options: z.object({
		suggestion: textOption(MAX_REPORT, { description: (m) => m.options.suggestion }),
		entry: textOption(100, { description: (m) => m.options.entry, suggest: 'entry' }).optional(),
	}),
	run: ({ suggestion, entry }, context) => {
		const { core } = context;
		const id = entry === undefined ? '' : core.names.exact('entry', entry)?.id;
		if (id === undefined)
			return core.explain(
				{
					kind: 'unknown-name',
					nameKind: 'entry',
					name: entry ?? '',
					near: core.names.suggest('entry', entry ?? '', 5),
				},
				context,
			);
		return take(suggestion, id, context);
	},
	buttons: {
		helpful: { access: 'everyone', press: ([keys = ''], context) => vote(keys, true, context) },
		unhelpful: { access: 'everyone', press: ([keys = ''], context) => vote(keys, false, context) },
	},
	forms: {
		report: {
			access: 'everyone',
			open: ([keys = ''], { language }) => {
				const m = messagesFor(language);
				return oneField(formId('report', keys), m.reportTitle, m.reportField, m.reportHint, MAX_REPORT);
			},
			submit: ([keys = ''], { text = '' }, context) => {
				const [id = ''] = entriesOf(keys, context);
				return take(text, id, context);
			},
		},
		reason: {
			access: 'everyone',
			open: ([keys = ''], { language }) => {
				const m = messagesFor(language);
				return oneField(formId('reason', keys), m.reasonTitle, m.reasonField, m.reportHint, MAX_REASON);
			},
			submit: async ([keys = ''], { text = '' }, context) => {
				const reason = wordsOf(text, MAX_REASON);
				const person = await keyOfAsker(context);
				if (reason !== '')
					for (const entry of entriesOf(keys, context))
						await context.desk.store.feedback.explain(entry, person, reason);
				return thanks(context);
			},
		},
	},
});

function oneField(id: string, title: string, label: string, hint: string, maxLength: number): Form {
	return { id, title, fields: [{ name: 'text', label, hint, required: true, maxLength, long: true }] };
}

async function take(text: string, subject: string, context: ModerationContext): Promise<Reply> {
	const { desk, asker, limits } = context;
	const m = messagesFor(context.language);
	const words = wordsOf(text, MAX_REPORT);
	if (words === '') return say(context, m.checkOptionTitle, [m.missingOption('suggestion', m.options.suggestion)]);
	const wait = (await limits?.take('report', asker)) ?? 0;
	if (wait > 0) return say(context, m.tooManyTitle, [m.tooMany(wait)]);
	const fromMember = !(await asker.isModerator());
	const title = context.core.base.entries.get(subject)?.title ?? shorten(inOneLine(words), 80);
	const { id } = await report(desk, await keyOfAsker(context), { subject, title, text: words, fromMember });
	return say(context, m.reportSentTitle, [m.reportSent(id)]);
}

async function vote(keys: string, helpful: boolean, context: ModerationContext): Promise<Reply> {
	const person = await keyOfAsker(context);
	const { store, now } = context.desk;
	for (const entry of entriesOf(keys, context)) await store.feedback.give(entry, person, helpful, now());
	const m = messagesFor(context.language);
	if (helpful) return { answers: [], note: m.feedbackThanks };
	return say(context, m.feedbackThanks, [], [{ label: m.buttonReason, action: formId('reason', keys) }]);
}

function thanks(context: ModerationContext): Reply {
	return { answers: [], note: messagesFor(context.language).feedbackThanks };
}

/** The entries of a button that still are there. */
function entriesOf(keys: string, { core }: ModerationContext): string[] {
	const wanted = new Set(keys.split('.'));
	return [...core.base.entries.keys()].filter((id) => wanted.has(keyOf(id)));
}
