/** Answers about the bot itself and about how it was asked: help, wrong options, failures. */

import type { Messages } from '../messages/messages.ts';
import type { Question } from '../question/question.ts';
import type { NamedItem, NameKind } from '../search/name-search.ts';
import { tokenise } from '../text/tokens.ts';
import { encodeAction, lookupOf, statementsOf } from './actions.ts';
import type { Answer } from './answer.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';
import { shorten } from './fit.ts';

export type Explained =
	| { kind: 'help'; commands: { name: string; description: string }[] }
	| { kind: 'bad-option'; option: string; problem: string }
	| { kind: 'missing-option'; option: string; wanted: (messages: Messages) => string }
	| { kind: 'nothing-chosen'; options: string[] }
	| { kind: 'unknown-name'; nameKind: NameKind; name: string; near: NamedItem[] }
	| { kind: 'unknown-command'; name: string; commands: string[] }
	| { kind: 'expired-action' }
	| { kind: 'failed' };

/** Names are repeated to the asker only this far. */
const MAX_ECHO = 60;

export function composeExplained(what: Explained, context: AnswerContext): Answer {
	const { base, messages: m } = context;
	const draft = new Draft(context);
	const say = (title: string, text: string) => {
		draft.title = title;
		draft.add({ text, citations: [] });
	};
	switch (what.kind) {
		case 'help':
			say(m.helpTitle, m.help(base.facts.length, base.statements.length, base.jurisdictions.size));
			draft.add({ text: m.helpIsNot, citations: [] });
			for (const [at, { name, description }] of what.commands.entries())
				draft.add({
					...(at === 0 ? { heading: m.helpCommands } : {}),
					text: `/${name}: ${description}`,
					line: true,
					citations: [],
				});
			draft.add({ text: m.welcome, citations: [] });
			offerFirst(draft, context);
			return { ...draft.finish('answered', [], []), private: true };
		case 'bad-option':
			say(m.checkOptionTitle, m.invalidOption(what.option, what.problem));
			break;
		case 'missing-option':
			say(m.checkOptionTitle, m.missingOption(what.option, what.wanted(m)));
			break;
		case 'nothing-chosen':
			say(m.checkOptionTitle, m.chooseOne(what.options));
			break;
		case 'unknown-name': {
			// Only the words are repeated: no mention, link or hidden mark of the asker's goes out in the bot's name.
			const words = tokenise(what.name).map(({ raw }) => raw);
			const name = shorten(words.join(' '), MAX_ECHO) || '…';
			const text = {
				jurisdiction: m.unknownPlace,
				topic: m.unknownTopic,
				actor: m.unknownPerson,
				entry: m.unknownEntry,
				status: m.unknownStatus,
				region: m.unknownRegion,
			}[what.nameKind](name);
			say(m.checkOptionTitle, what.near.length > 0 ? `${text} ${m.didYouMean}` : text);
			for (const { id, label } of what.near) {
				draft.suggest(label);
				const question = questionOn(what.nameKind, id);
				if (question) draft.offer(label, encodeAction({ question, replace: true }));
			}
			break;
		}
		case 'unknown-command':
			say(m.checkOptionTitle, m.unknownCommand(what.commands.map((name) => `/${name}`).join(', ')));
			break;
		case 'expired-action':
			say(m.failedTitle, m.expiredAction);
			break;
		case 'failed':
			say(m.failedTitle, m.failed);
	}
	return { ...draft.finish('clarify', [], []), private: true };
}

/** What is shown of a name chosen; a status or region alone asks nothing. */
function questionOn(kind: NameKind, id: string): Question | undefined {
	if (kind === 'jurisdiction') return { kind: 'overview', jurisdiction: id } as const;
	if (kind === 'topic') return { kind: 'list', topic: id, statuses: [] };
	if (kind === 'actor') return statementsOf([id]);
	return kind === 'entry' ? ({ kind: 'entry', id } as const) : undefined;
}

/** One question to try, if the knowledge base can answer it. */
function offerFirst(draft: Draft, { base, names, messages: m }: AnswerContext): void {
	const [fact] = base.factsOf('RU', 'mining');
	const [any] = base.facts;
	const example = fact ?? any;
	if (!example) return;
	const label = m.askPair(names.topic(example.topic), names.place(example.jurisdiction));
	draft.offer(label, encodeAction({ question: lookupOf(example.jurisdiction, example.topic) }));
}
