/** "What is the travel rule": what a term means, and where to read of its rules. */
import { encodeAction } from './actions.ts';
import type { Answer } from './answer.ts';
import { composeExplained } from './compose-explained.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';

export function composeDefinition(id: string, context: AnswerContext): Answer {
	const { base, messages: m, names } = context;
	const definition = base.definitions.get(id);
	if (!definition) return composeExplained({ kind: 'expired-action' }, context);
	const { term, text, topic, sources, verified } = definition;
	const draft = new Draft(context);
	draft.title = term;
	draft.add({ text, citations: draft.cite(sources), details: m.verified(m.date(verified)) });
	draft.use(definition);
	draft.offer(m.aroundTheWorld(names.topic(topic)), encodeAction({ question: { kind: 'list', topic, statuses: [] } }));
	return draft.finish('answered', [], [topic]);
}
