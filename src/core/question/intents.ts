/** What kind of answer is asked for. The intents are tried in order; the first that fits the question decides. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Asked } from './asked.ts';
import { comparison } from './intents/comparison.ts';
import { definition } from './intents/definition.ts';
import { changes, timeline } from './intents/events.ts';
import type { Intent, Reader } from './intents/intent.ts';
import { list } from './intents/list.ts';
import { lookup, placeAlone, topicAlone, unclearPlace } from './intents/lookup.ts';
import { anotherField, greeting, unknownPlace } from './intents/outside.ts';
import { organisation, person, quotation } from './intents/statements.ts';

const INTENTS: readonly Reader[] = [
	definition,
	anotherField,
	greeting,
	unclearPlace,
	unknownPlace,
	quotation,
	comparison,
	changes,
	list,
	person,
	timeline,
	organisation,
	lookup,
	placeAlone,
	topicAlone,
];

/** The intent of a question. */
export function intentOf(asked: Asked, base: KnowledgeBase): Intent {
	for (const reader of INTENTS) {
		const intent = reader(asked, base);
		if (intent) return intent;
	}
	if (asked.crypto) return { kind: 'clarify', reason: 'nothing-specific', jurisdictions: [], topics: [] };
	return { kind: 'out-of-scope', reason: 'not-understood' };
}
