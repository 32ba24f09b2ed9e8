import { newChatState } from './chat-state.ts';
import { limits } from './limits.ts';
import type { Message, User } from './objects.ts';
import { newPerson, type PersonOptions } from './people.ts';
import { type SayOptions, TestChat } from './test-chat.ts';
import type { World } from './world.ts';

export interface PrivateChatOptions extends PersonOptions {
	/** An existing person; a new one when not given. */
	user?: User;
	/** False for someone who has not said anything to the bot yet: it cannot write to them until they do. */
	started?: boolean;
}

/** Takes a person, or what is to be known of a new one, and gives their chat with the bot. */
export function newPrivateChat(world: World, options: PrivateChatOptions = {}): TestPrivateChat {
	const user = options.user ?? newPerson(world, options);
	const { id, first_name, username } = user;
	const known = world.chats.get(id);
	const state = known ?? newChatState({ id, type: 'private', first_name, ...(username && { username }) });
	if (!known && options.started === false) state.bot = 'unstarted';
	world.chats.set(id, state);
	return new TestPrivateChat(world, state, user);
}

/** A person's chat with the bot. */
export class TestPrivateChat extends TestChat {
	/** Presses Start, as a deep link with this parameter offers it, and gives the bot's answer. */
	start(parameter = '', options: SayOptions = {}): Promise<Message> {
		if (parameter !== '' && !limits.startParameter.test(parameter)) {
			throw new Error(`no client starts a bot with ${JSON.stringify(parameter)}`);
		}
		return this.say(`/start ${parameter}`.trim(), options);
	}
}
