import { badRequest } from '../api-error.ts';
import type { ChatState } from '../chat-state.ts';
import type { Call } from '../method.ts';
import type { Message } from '../objects.ts';

const generalTopic = 1;

/** Takes a chat, the asked-for thread and the message replied to, and gives the thread a message will land in. */
export function findThread(
	state: ChatState,
	threadId: number | undefined,
	repliedTo: Message | undefined,
	call: Call,
): number | undefined {
	const isForum = state.chat.is_forum === true;
	if (threadId !== undefined) {
		// Other groups have no topics, and the real server passes over the parameter there.
		if (!isForum && state.chat.type !== 'private') return undefined;
		if (threadId === generalTopic || !state.topics.has(threadId)) throw badRequest('message thread not found');
		return threadId;
	}
	if (!isForum) return undefined;
	const inherited = repliedTo?.is_topic_message ? repliedTo.message_thread_id : undefined;
	if (inherited !== undefined) {
		call.violate(`reply in topic ${inherited} without its message_thread_id`);
		return inherited;
	}
	const open = [...state.openThreads];
	if (!repliedTo && open.length > 0 && !open.includes(0)) {
		call.violate(`message_thread_id missing: the question is in topic ${open.join(', ')}, the answer in none`);
	}
	return undefined;
}
