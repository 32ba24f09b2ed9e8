import { limits } from './limits.ts';
import type { User } from './objects.ts';
import type { InlineAnswer } from './params.ts';
import { newPerson } from './people.ts';
import type { World } from './world.ts';

export interface InlineOptions {
	from?: User;
	offset?: string;
	chatType?: 'sender' | 'private' | 'group' | 'supergroup' | 'channel';
	timeoutMs?: number;
}

/** Takes what a person types after the bot's name and gives the bot's answerInlineQuery; throws after `timeoutMs`. */
export async function inlineQuery(world: World, text: string, options: InlineOptions = {}): Promise<InlineAnswer> {
	const { from = newPerson(world), offset = '', chatType = 'private', timeoutMs = 3000 } = options;
	const id = `${5_100_000_000_000_000_000n + BigInt(world.nextId())}`;
	world.inlineQueries.set(id, undefined);
	const start = world.journal.events.length;
	// A person cannot send more: the client cuts it.
	const query = text.slice(0, limits.inlineQuery);
	const { wanted } = world.enqueue({ inline_query: { id, from, query, offset, chat_type: chatType } });
	if (!wanted) throw new Error('the bot does not ask for inline_query in allowed_updates');
	return world.journal.until(
		(event) => (event.kind === 'inline answered' && event.id === id ? event.answer : undefined),
		start,
		timeoutMs,
		() => `the bot did not answer the inline query "${text}" in ${timeoutMs} ms: ${world.violations.join('; ')}`,
	);
}
