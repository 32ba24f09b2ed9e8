import { newChatState } from './chat-state.ts';
import type { User } from './objects.ts';
import { newPerson, type PersonOptions } from './people.ts';
import { TestChat } from './test-chat.ts';
import type { World } from './world.ts';

export interface PrivateChatOptions extends PersonOptions {
	/** An existing person; a new one when not given. */
	user?: User;
}

/** Takes a person, or what is to be known of a new one, and gives their chat with the bot. */
export function newPrivateChat(world: World, options: PrivateChatOptions = {}): TestChat {
	const user = options.user ?? newPerson(world, options);
	const { id, first_name, username } = user;
	const known = world.chats.get(id);
	const state = known ?? newChatState({ id, type: 'private', first_name, ...(username && { username }) });
	world.chats.set(id, state);
	return new TestChat(world, state, user);
}
