/** "What is the travel rule": what a term means, and where to read of its rules. */
import { encodeAction } from './actions.ts';
import type { Answer } from './answer.ts';
import { composeExplained } from './compose-explained.ts';
import type { AnswerContext } from './context.ts';
import { Draft } from './draft.ts';

export function composeDefinition(ids: readonly string[], context: AnswerContext): Answer {
	const { base, messages: m, names } = context;
	const definitions = ids.map((id) => base.definitions.get(id)).filter((definition) => definition !== undefined);
	if (definitions.length === 0) return composeExplained({ kind: 'expired-action' }, context);
	const draft = new Draft(context);
	draft.title = definitions.map(({ term }) => term).join(', ');
	for (const definition of definitions) {
		const { term, text, sources, verified } = definition;
		draft.add({
			...(definitions.length > 1 ? { heading: term } : {}),
			text,
			citations: draft.cite(sources),
			details: m.verified(m.date(verified)),
		});
		draft.use(definition);
	}
	const topics = [...new Set(definitions.map(({ topic }) => topic))];
	for (const topic of topics)
		draft.offer(
			m.aroundTheWorld(names.topic(topic)),
			encodeAction({ question: { kind: 'list', topic, statuses: [] } }),
		);
	return draft.finish('answered', [], topics);
}
